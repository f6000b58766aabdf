"""What people type about a ticket: it stands beside it, in a row that desks alone hold."""

from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.services.registry import Made

NOTES = 100
"""Of one ticket; each may be as long as a letter."""


def put_details(work: Work, key: str, **values: Any) -> None:
    """Into the ticket's row of details, also where an earlier one was forgotten."""
    known = work.one(rows.ANY_DETAILS, key=key)
    if known is None:
        work.add(t.ticket_details, key, **values)
    else:
        work.change(t.ticket_details, key, deleted=False, **values)


def add_note(work: Work, made: Made, key: str, text: str | None) -> Refused | None:
    """None when it is written down, or when there is nothing to write."""
    if not text:
        return None
    details = work.row(t.ticket_details, key)
    notes = list(details.notes or []) if details is not None else []
    if len(notes) >= NOTES:
        return Refused.because(Reason.LIMIT_REACHED, what="notes", limit=NOTES)
    note = {"at": made.made_at.isoformat(timespec="minutes"), "by": made.actor.id, "text": text}
    put_details(work, key, notes=[*notes, note])
    return None


def why_nothing_may_be_typed(work: Work, resident: str | None) -> Refused | None:
    """Nothing is written about somebody who was erased."""
    row = work.row(t.residents, resident)
    return Refused.because(Reason.ERASED) if row is not None and row.erased else None
