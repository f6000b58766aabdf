"""Queries about residents, cards and parties."""

from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, or_, select, text

from db import tables as t
from db.prepared import fetch
from db.work import Work
from kiosk.domain.people import read_card_number
from kiosk.domain.states import HoldState, LoanState

_CARD = select(t.cards).where(t.cards.c.number == bindparam("number"), t.cards.c.deleted.is_(False))

RESIDENTS = (
    select(
        t.residents, t.resident_details.c.name, t.resident_details.c.phone, t.resident_details.c.birth_month
    )
    .outerjoin(t.resident_details, t.resident_details.c.id == t.residents.c.id)
    .where(t.residents.c.deleted.is_(False))
    .order_by(t.residents.c.consented_at, t.residents.c.id)
)
"""With what identifies them; in the order of their consent."""

CARDS = select(t.cards).where(t.cards.c.deleted.is_(False)).order_by(t.cards.c.number)


_RESIDENT = select(t.residents).where(t.residents.c.id == bindparam("key"))
_OPEN_LOANS = select(func.count()).where(
    t.loans.c.resident == bindparam("resident"),
    t.loans.c.state == LoanState.OPEN.value,
    t.loans.c.deleted.is_(False),
)
_CARDS_OF = select(t.cards).where(t.cards.c.resident == bindparam("resident"), t.cards.c.deleted.is_(False))
_LIVE_HOLDS = select(t.holds).where(
    t.holds.c.resident == bindparam("resident"),
    t.holds.c.state.in_([HoldState.WAITING.value, HoldState.READY.value]),
    t.holds.c.deleted.is_(False),
)
_TICKET_DETAILS = (
    select(t.ticket_details.c.id)
    .join_from(t.tickets, t.ticket_details, t.ticket_details.c.id == t.tickets.c.id)
    .where(
        or_(t.tickets.c.resident == bindparam("resident"), t.tickets.c.on_behalf_of == bindparam("resident"))
    )
    .where(t.ticket_details.c.deleted.is_(False))
    .order_by(t.tickets.c.made_at.desc(), t.tickets.c.id)
    .limit(bindparam("most"))
)
_BOOKING_DETAILS = (
    select(t.booking_details.c.id, t.bookings.c.party_kind)
    .join_from(t.bookings, t.booking_details, t.booking_details.c.id == t.bookings.c.id)
    .where(t.bookings.c.resident == bindparam("resident"), t.booking_details.c.deleted.is_(False))
    .order_by(t.bookings.c.made_at.desc(), t.bookings.c.id)
    .limit(bindparam("most"))
)
_CLOSED_LOANS = (
    select(t.loans.c.id)
    .where(t.loans.c.resident == bindparam("resident"), t.loans.c.state != LoanState.OPEN.value)
    .order_by(t.loans.c.lent_at.desc(), t.loans.c.id)
    .limit(bindparam("most"))
)


_MERGED_INTO = select(t.residents.c.id).where(
    text("merged_into IS NOT NULL"), t.residents.c.merged_into == bindparam("resident")
)
_MEMBERSHIPS_OF = (
    select(t.memberships, t.organisations.c.name.label("organisation_name"))
    .outerjoin(t.organisations, t.organisations.c.id == t.memberships.c.organisation)
    .where(t.memberships.c.resident == bindparam("resident"), t.memberships.c.deleted.is_(False))
    .order_by(t.memberships.c.from_day, t.memberships.c.id)
)
_CONSENT_EVENTS_OF = (
    select(t.consent_events)
    .where(t.consent_events.c.resident == bindparam("resident"), t.consent_events.c.deleted.is_(False))
    .order_by(t.consent_events.c.at, t.consent_events.c.n, t.consent_events.c.id)
)
_WISHES_OF = (
    select(t.data_wishes)
    .where(t.data_wishes.c.resident == bindparam("resident"), t.data_wishes.c.deleted.is_(False))
    .order_by(t.data_wishes.c.made_at, t.data_wishes.c.id)
)

MEMBERSHIPS = (
    select(t.memberships, t.organisations.c.name.label("organisation_name"), t.residents.c.masked_name)
    .outerjoin(t.organisations, t.organisations.c.id == t.memberships.c.organisation)
    .outerjoin(t.residents, t.residents.c.id == t.memberships.c.resident)
    .where(t.memberships.c.deleted.is_(False))
    .order_by(t.memberships.c.from_day, t.memberships.c.id)
)
CONSENT_EVENTS = (
    select(t.consent_events)
    .where(t.consent_events.c.deleted.is_(False))
    .order_by(t.consent_events.c.at, t.consent_events.c.n, t.consent_events.c.id)
)
WISHES = (
    select(t.data_wishes, t.residents.c.masked_name, t.resident_details.c.name, t.resident_details.c.phone)
    .outerjoin(t.residents, t.residents.c.id == t.data_wishes.c.resident)
    .outerjoin(t.resident_details, t.resident_details.c.id == t.data_wishes.c.resident)
    .where(t.data_wishes.c.kind == bindparam("kind"), t.data_wishes.c.deleted.is_(False))
    .order_by(t.data_wishes.c.made_at, t.data_wishes.c.id)
)
"""Of one kind, with who wishes it."""


def kept_resident(connection: Connection, key: str) -> str:
    """Whose row stands for this person now: the one that this one was merged into, or itself."""
    seen = {key}
    while (row := fetch(connection, _RESIDENT, {"key": key}).first()) is not None and row.merged_into:
        if row.merged_into in seen:
            return key
        key = row.merged_into
        seen.add(key)
    return key


def merged_into(work: Work, resident: str) -> list[str]:
    """The rows that this person had, too, however often they were merged."""
    found = [row.id for row in work.all(_MERGED_INTO, resident=resident)]
    return found + [further for one in found for further in merged_into(work, one)]


def memberships_of(work: Work, resident: str) -> list[Row[Any]]:
    """With the organisation's name; ended ones, too."""
    return work.all(_MEMBERSHIPS_OF, resident=resident)


def consent_events_of(work: Work, resident: str) -> list[Row[Any]]:
    """Oldest first."""
    return work.all(_CONSENT_EVENTS_OF, resident=resident)


def wishes_of(work: Work, resident: str) -> list[Row[Any]]:
    return work.all(_WISHES_OF, resident=resident)


def open_loan_count(work: Work, resident: str) -> int:
    found = work.one(_OPEN_LOANS, resident=resident)
    return int(found[0]) if found else 0


def cards_of(work: Work, resident: str) -> list[Row[Any]]:
    return work.all(_CARDS_OF, resident=resident)


def live_holds_of(work: Work, resident: str) -> list[Row[Any]]:
    return work.all(_LIVE_HOLDS, resident=resident)


def ticket_details_of(work: Work, resident: str, most: int) -> list[Row[Any]]:
    """Of tickets in their name, or on their behalf; the newest first."""
    return work.all(_TICKET_DETAILS, resident=resident, most=most)


def booking_details_of(work: Work, resident: str, most: int) -> list[Row[Any]]:
    return work.all(_BOOKING_DETAILS, resident=resident, most=most)


def closed_loans_of(work: Work, resident: str, most: int) -> list[Row[Any]]:
    return work.all(_CLOSED_LOANS, resident=resident, most=most)


def find_card(connection: Connection, number: str) -> Row[Any] | None:
    """By its number however it was typed: full width, in groups."""
    return fetch(connection, _CARD, {"number": read_card_number(number) or number}).first()


def is_erased(connection: Connection, resident: str) -> bool:
    row = fetch(connection, _RESIDENT, {"key": resident}).first()
    return row is not None and bool(row.erased)


def erased_residents(connection: Connection) -> list[str]:
    return list(connection.execute(select(t.residents.c.id).where(t.residents.c.erased)).scalars())
