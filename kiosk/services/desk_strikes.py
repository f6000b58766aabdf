"""The ledger of strikes and the bookings that a change of the calendar concerns, as long tables of the desk."""

from db import bookings as booking_rows
from db import desk_rooms as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import CLERK
from kiosk.commands.desk_lists import DeskList
from kiosk.domain.integrity import judge_appeal
from kiosk.domain.states import AppealState
from kiosk.services.booking_affected import because
from kiosk.services.booking_parties import strike_of
from kiosk.services.booking_strikes import strike_state
from kiosk.services.booking_views import shown_state
from kiosk.services.registry import Asking, pages


@pages("strikes", by=CLERK)
def list_strikes(work: Work, asked: DeskList, asking: Asking) -> r.DeskPage:
    which = asked.where.get("which", "")
    total, found = rows.strikes(
        work, asked.q.strip(), which, asking.now, asked.sort, asked.down, asked.offset, asked.limit
    )
    return r.DeskPage(total=total, rows=tuple(strike_row(work, row, asking) for row in found))


@pages("affected", by=CLERK)
def list_affected(work: Work, asked: DeskList, asking: Asking) -> r.DeskPage:
    """In the order of their days; there are few."""
    judged = ((row, because(work, row)) for row in booking_rows.still_ahead(work, asking.now.date()))
    found = [(row, why) for row, why in judged if why and asked.q.strip().lower() in _said(row)]
    shown = found[asked.offset : asked.offset + asked.limit]
    return r.DeskPage(total=len(found), rows=tuple(_affected(work, row, why, asking) for row, why in shown))


def strike_row(work: Work, row: AnyRow, asking: Asking) -> r.StrikeRow:
    operator = work.book.get(t.operators, row.settled_by)
    appeal = AppealState(row.appeal) if row.appeal else None
    return r.StrikeRow(
        id=row.id, number=row.number or "", party=row.party_name or row.party or "", day=row.day, why=row.note,
        made_at=row.made_at, expires_at=row.expires_at, state=strike_state(row, asking.now), appeal=appeal,
        appealed_at=row.appealed_at, said=row.said or "", answer=row.appeal_answer or "", settled_at=row.settled_at,
        settled_by=operator.name if operator else "",
        can_appeal=judge_appeal(strike_of(row), appeal, asking.now) is None,
    )  # fmt: skip


def _said(row: AnyRow) -> str:
    return f"{row.number} {row.party}".lower()


def _affected(work: Work, row: AnyRow, why: list[str], asking: Asking) -> r.AffectedRow:
    room = work.book.get(t.rooms, row.room)
    return r.AffectedRow(
        id=row.id, number=row.number or "", day=row.day, start=row.start, end=row.end, room=room.name if room else "",
        room_en=room.name_en if room else "", party=row.party, state=shown_state(row, asking), because=tuple(why),
    )  # fmt: skip
