"""What is kept of a person, table by table, with the retention policy's days: for themselves to read."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from db import library as library_rows
from db import my_page as my_rows
from db import people as rows
from db import tables as t
from db.people_links import count_of, subject_of
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import to_json
from kiosk.commands.people_data import KeptOf
from kiosk.domain.names import mask_phone
from kiosk.domain.retention import forgotten_on
from kiosk.domain.tickets import ENDED
from kiosk.services.consents import consent_of
from kiosk.services.house import retention_policy_of
from kiosk.services.my_page import person_asked
from kiosk.services.registry import Asking, answers, lists

KIND_OF = {
    "residents": "details", "resident_details": "details", "cards": "cards", "consent_events": "consents",
    "memberships": "memberships", "tickets": "tickets", "ticket_details": "tickets", "attachments": "tickets",
    "bookings": "bookings", "booking_details": "bookings", "loans": "loans", "holds": "holds", "ledger": "strikes",
    "data_wishes": "wishes", "told_notices": "details",
}  # fmt: skip
"""Which kind of what is shown speaks of which table; no table about people may be missing.
That somebody was called is kept without saying whom, under the name of what it was about: it is what the phone is for."""


@answers(KeptOf)
def kept_of(work: Work, question: KeptOf, asking: Asking) -> list[r.Kept]:
    resident = person_asked(work, question.resident, asking)
    if resident is None:
        return []
    found = (kind(work, resident) for kind in _KINDS)
    return [kept for kept in found if kept.count]


def _details(work: Work, resident: AnyRow) -> r.Kept:
    """The mask everywhere; the rest only where it lies, and masked even there."""
    own = work.row(t.resident_details, resident.id)
    phone = mask_phone(own.phone) if own is not None and own.phone else ""
    shown = [resident.masked_name, phone]
    return r.Kept(kind="details", count=1, shown=tuple(filter(None, shown)), at_desk=True)


def _cards(work: Work, resident: AnyRow) -> r.Kept:
    found = rows.cards_of(work, resident.id)
    return r.Kept(
        kind="cards",
        count=len(found),
        shown=tuple(mask_phone(card.number) for card in found if not card.blocked),
    )


def _consents(work: Work, resident: AnyRow) -> r.Kept:
    text = work.book.get(t.consents, consent_of(work, resident))
    said = len(rows.consent_events_of(work, resident.id)) + bool(resident.consent)
    days = retention_policy_of(work.book).consents_days
    return r.Kept(kind="consents", count=said, shown=(text.title,) if text is not None else (), days=days)


def _guardian(work: Work, resident: AnyRow) -> r.Kept:
    guardian = work.row(t.residents, resident.guardian)
    shown = (guardian.masked_name,) if guardian is not None else ()
    return r.Kept(kind="guardian", count=int(resident.guardian is not None), shown=shown)


def _memberships(work: Work, resident: AnyRow) -> r.Kept:
    found = rows.memberships_of(work, resident.id)
    return r.Kept(
        kind="memberships", count=len(found), shown=tuple(row.organisation_name or "" for row in found)
    )


def _tickets(work: Work, resident: AnyRow) -> r.Kept:
    """As long as one is open nobody can say when the last of it goes."""
    found = my_rows.ticket_ends(work, resident.id)
    days = retention_policy_of(work.book).answers_days
    ends = (
        [row.ended_at or row.missed_at for row in found] if all(row.state in ENDED for row in found) else []
    )
    return r.Kept(kind="tickets", count=len(found), until=_last(ends, days), days=days, at_desk=True)


def _bookings(work: Work, resident: AnyRow) -> r.Kept:
    days, found = retention_policy_of(work.book).contacts_days, my_rows.booked_days(work, resident.id)
    until = forgotten_on(days, max(found)) if found else None
    return r.Kept(kind="bookings", count=len(found), until=until, days=days, at_desk=True)


def _loans(work: Work, resident: AnyRow) -> r.Kept:
    open_loans = library_rows.open_loans_of(work.connection, resident.id)
    back = my_rows.returned_at(work, resident.id)
    days = retention_policy_of(work.book).loans_days
    until = None if open_loans else _last(back, days)
    return r.Kept(kind="loans", count=len(open_loans) + len(back), until=until, days=days)


def _holds(work: Work, resident: AnyRow) -> r.Kept:
    days = retention_policy_of(work.book).loans_days
    return r.Kept(kind="holds", count=count_of(work, t.holds, "resident", resident.id), days=days)


def _strikes(work: Work, resident: AnyRow) -> r.Kept:
    return r.Kept(kind="strikes", count=count_of(work, t.ledger, "subject", subject_of(resident.id)))


def _wishes(work: Work, resident: AnyRow) -> r.Kept:
    found = rows.wishes_of(work, resident.id)
    days = retention_policy_of(work.book).wishes_days
    ends = [row.closed_at for row in found] if all(row.closed_at for row in found) else []
    return r.Kept(kind="wishes", count=len(found), until=_last(ends, days), days=days)


def _last(ends: list[datetime | None], days: int) -> date | None:
    known = [end.date() for end in ends if end is not None]
    return forgotten_on(days, max(known)) if known else None


_KINDS: tuple[Callable[[Work, AnyRow], r.Kept], ...] = (
    _details, _cards, _guardian, _consents, _memberships, _tickets, _bookings, _loans, _holds, _strikes, _wishes,
)  # fmt: skip


@lists("kept")
def list_kept(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """What is kept of whoever asks; for staff of --where resident=CARD."""
    return list(_listed(work, where, asking))


def _listed(work: Work, where: dict[str, str], asking: Asking) -> Iterator[dict[str, Any]]:
    own = {"resident": where["resident"]} if "resident" in where else {}
    for kept in kept_of(work, KeptOf(resident=where.get("resident") or asking.actor.resident or ""), asking):
        yield to_json(kept) | own
