"""What a code is and what would come of it now; looking it up changes and stores nothing."""

from collections.abc import Callable
from typing import Any

from db import inbox
from db import tables as t
from db import tickets as ticket_rows
from db.people import find_card
from db.work import AnyRow, Work
from kiosk.commands.checkin import ReadCode
from kiosk.commands.records.checkin import CodeRead
from kiosk.domain.codes import (
    LONGEST_SCAN,
    SLIP_PREFIX,
    CodeKind,
    CodeState,
    Scan,
    ScanKind,
    code_hash,
    is_pairing_code,
    readings,
)
from kiosk.domain.foreign import foreign_sort
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import TicketState
from kiosk.services.booking_finder import booking_by_code, booking_id
from kiosk.services.checkin_doors import at_door, booking_of_card, detail_of, state_of
from kiosk.services.copies import copies_meant
from kiosk.services.registry import Asking, answers

_QUEUED = frozenset({TicketState.WAITING, TicketState.CALLED})
_KINDS = {
    ScanKind.SLIP: CodeKind.UNKNOWN,
    ScanKind.CARD: CodeKind.CARD,
    ScanKind.COPY: CodeKind.COPY,
    ScanKind.ISBN: CodeKind.ISBN,
    ScanKind.QUEUE_NUMBER: CodeKind.SLIP,
    ScanKind.BOOKING_NUMBER: CodeKind.BOOKING,
}


@answers(ReadCode)
def read_code(work: Work, question: ReadCode, asking: Asking) -> CodeRead:
    """The likeliest meaning that this terminal knows something of; else what the likeliest one would have been."""
    if is_pairing_code(question.text):
        return _told(CodeKind.PAIRING, CodeState.NOTHING_PAIRS)
    scans = readings(question.text)
    known = (read for scan in scans if (read := _READERS[scan.kind](work, scan, asking)) is not None)
    if (read := next(known, None)) is not None:
        return read
    return _unknown(scans[0], asking) if scans else _foreign(question.text)


def _slip(work: Work, scan: Scan, asking: Asking) -> CodeRead | None:
    """Of a ticket, of a booking, or of a request that the hub refused."""
    wanted = code_hash(scan.value)
    if (ticket := work.one(ticket_rows.BY_CODE, code_hash=wanted)) is not None:
        return _ticket(ticket, scan.value, asking)
    found = booking_by_code(work, scan.value, asking.now.date())
    if not isinstance(found, Refused):
        return _booking(work, work.row(t.bookings, found), asking, CodeKind.BOOKING, scan.value)
    if (row := inbox.refused_with_code(work, wanted)) is not None:
        detail = {"reason": row.reason, "number": (row.told or {}).get("number", "")}
        return _told(CodeKind.SLIP, CodeState.REFUSED, detail, value=scan.value)
    return None


def _ticket(ticket: Any, code: str, asking: Asking) -> CodeRead:
    stale = ticket.state in _QUEUED and ticket.day < asking.now.date()
    detail = {"number": ticket.number or "", "day": ticket.day.isoformat(), "status": ticket.state}
    state = CodeState.EXPIRED if stale else CodeState.OK
    return _told(CodeKind.SLIP, state, detail, value=code, ticket=ticket.id)


def _card(work: Work, scan: Scan, asking: Asking) -> CodeRead | None:
    """A card stands for its holder, and at the door for what they, or those they belong to, have booked today."""
    card = find_card(work.connection, scan.value)
    if card is None:
        return None
    resident = work.row(t.residents, card.resident)
    if card.blocked or resident is None or resident.erased:
        return _told(CodeKind.CARD, CodeState.BLOCKED, value=scan.value)
    booking = booking_of_card(work, card.resident, asking.now)
    if booking is not None:
        return _booking(work, booking, asking, CodeKind.CARD, scan.value)
    return _told(CodeKind.CARD, CodeState.OK, {"name": resident.masked_name}, value=scan.value)


def _copy(work: Work, scan: Scan, asking: Asking) -> CodeRead | None:
    copies = copies_meant(work, scan.value)
    title = work.row(t.titles, copies[0].title) if copies else None
    if title is None:
        return None
    return _told(_KINDS[scan.kind], CodeState.OK, {"title": title.title}, value=scan.value, title=title.id)


def _booking_number(work: Work, scan: Scan, asking: Asking) -> CodeRead | None:
    """Staff may go by what is printed for everybody to read; for others it opens nothing, known or not."""
    found = booking_id(work, scan.value) if _is_at_work(asking) else None
    if isinstance(found, str):
        return _booking(work, work.row(t.bookings, found), asking, CodeKind.BOOKING, scan.value)
    return None if _is_at_work(asking) else _told(CodeKind.BOOKING, CodeState.NEEDS_CODE, value=scan.value)


def _queue_number(work: Work, scan: Scan, asking: Asking) -> CodeRead:
    return _told(CodeKind.SLIP, CodeState.NEEDS_CODE, value=scan.value)


_READERS: dict[ScanKind, Callable[[Work, Scan, Asking], CodeRead | None]] = {
    ScanKind.SLIP: _slip,
    ScanKind.CARD: _card,
    ScanKind.COPY: _copy,
    ScanKind.ISBN: _copy,
    ScanKind.BOOKING_NUMBER: _booking_number,
    ScanKind.QUEUE_NUMBER: _queue_number,
}


def _booking(work: Work, row: AnyRow | None, asking: Asking, kind: CodeKind, value: str) -> CodeRead:
    assert row is not None
    shown = at_door(work, row, asking)
    state = state_of(work, row, asking.now)
    if state is CodeState.NOT_APPROVED and shown.provisional:
        state = CodeState.PROVISIONAL
    where = "_at" if state is CodeState.ALREADY_IN and shown.in_on else ""
    return CodeRead(
        kind=kind, state=state, sentence=f"booking_{state.value}{where}", detail=detail_of(shown), value=value,
        booking=shown,
    )  # fmt: skip


def _unknown(scan: Scan, asking: Asking) -> CodeRead:
    """While the line is cut another terminal may know what this one does not."""
    state = CodeState.UNKNOWN if asking.online else CodeState.NOT_HERE_YET
    return _told(_KINDS[scan.kind], state, value="" if scan.kind is ScanKind.SLIP else scan.value)


def _foreign(text: str) -> CodeRead:
    sort = foreign_sort(text, SLIP_PREFIX, LONGEST_SCAN)
    return CodeRead(
        kind=CodeKind.FOREIGN, state=CodeState.UNKNOWN, sentence=f"foreign_{sort.value}", detail={}, sort=sort
    )


def _told(kind: CodeKind, state: CodeState, detail: dict[str, Any] | None = None, **more: Any) -> CodeRead:
    return CodeRead(
        kind=kind, state=state, sentence=f"{kind.value}_{state.value}", detail=detail or {}, **more
    )


def _is_at_work(asking: Asking) -> bool:
    return asking.sees_persons or asking.actor.role == "volunteer"
