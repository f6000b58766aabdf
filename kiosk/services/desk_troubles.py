"""What went wrong today, as far as this terminal's rows tell: the hub's own state is asked of the hub."""

from datetime import datetime, timedelta

from db import inbox
from db import tables as t
from db.home import TERMINALS
from db.work import AnyRow, Work
from kiosk.commands import records
from kiosk.commands.desk import TroublesNow
from kiosk.domain.hours import open_intervals
from kiosk.domain.names import mask_phone
from kiosk.domain.times import at
from kiosk.services.explanations import explained, resident_of
from kiosk.services.house import calendar_of, staffed_hours_of
from kiosk.services.registry import Asking, answers

AHEAD = timedelta(days=30)
MOST = 50
_SERVE_PEOPLE = frozenset({"kiosk", "stand", "board"})


@answers(TroublesNow)
def troubles_now(work: Work, question: TroublesNow, asking: Asking) -> records.DeskTroubles:
    found = inbox.unexplained(work) if asking.sees_persons else []
    year = (asking.now.date() + AHEAD).year
    return records.DeskTroubles(
        unheard=tuple(_unheard(work, row) for row in found[:MOST]),
        unofficial=None if calendar_of(work.book).is_official(year) else year,
        clock=asking.clock,
        opened_at=_opened_at(work, asking.now),
        places={
            row.id: row.place for row in work.all(TERMINALS) if row.role in _SERVE_PEOPLE and not row.revoked
        },
    )


def _unheard(work: Work, outcome: AnyRow) -> records.Unheard:
    kind, _, key = (outcome.actor or "").partition(":")
    whose = resident_of(outcome)
    resident, details = work.row(t.residents, whose), work.row(t.resident_details, whose)
    return records.Unheard(
        about=explained(work, outcome),
        who=resident.masked_name if resident is not None and not resident.erased else "",
        phone=mask_phone(details.phone) if details is not None and details.phone else "",
        terminal=key if kind == "terminal" else "",
    )


def _opened_at(work: Work, now: datetime) -> datetime | None:
    minute = now.hour * 60 + now.minute
    spans = open_intervals(staffed_hours_of(work.book, "station"), now.date())
    opened = next((start for start, end in spans if start <= minute < end), None)
    return at(now.date(), opened) if opened is not None else None
