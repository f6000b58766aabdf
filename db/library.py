"""Queries about titles, copies, loans and holds."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, func, select

from db import tables as t
from db.prepared import fetch_plain
from db.store import among
from kiosk.domain.states import HoldState, LoanState

AnyRow = Row[Any]
OPEN, WAITING, READY = LoanState.OPEN.value, HoldState.WAITING.value, HoldState.READY.value

_NUMBERED = select(t.copies).where(t.copies.c.number == bindparam("number"), t.copies.c.deleted.is_(False))
_TITLES_BY_ISBN = (
    select(t.titles)
    .where(t.titles.c.isbn == bindparam("isbn"), t.titles.c.deleted.is_(False))
    .order_by(t.titles.c.id)
)
_COPIES_BY_ISBN = (
    select(t.copies)
    .join(t.titles, t.titles.c.id == t.copies.c.title)
    .where(t.titles.c.isbn == bindparam("isbn"), t.titles.c.deleted.is_(False), t.copies.c.deleted.is_(False))
    .order_by(t.copies.c.number)
)
_COPIES_OF = (
    select(t.copies)
    .where(t.copies.c.title == bindparam("title"), t.copies.c.deleted.is_(False))
    .order_by(t.copies.c.number)
)
_OPEN_LOAN = select(t.loans).where(
    t.loans.c.copy == bindparam("copy"), t.loans.c.state == OPEN, t.loans.c.deleted.is_(False)
)
_OPEN_LOANS_ON = select(t.loans).where(
    t.loans.c.copy.in_(bindparam("copies", expanding=True)),
    t.loans.c.state == OPEN,
    t.loans.c.deleted.is_(False),
)
_OPEN_LOANS_OF = (
    select(t.loans, t.copies.c.kind)
    .outerjoin(t.copies, t.copies.c.id == t.loans.c.copy)
    .where(t.loans.c.resident == bindparam("resident"), t.loans.c.state == OPEN, t.loans.c.deleted.is_(False))
    .order_by(t.loans.c.due, t.loans.c.id)
)
_LIVE_HOLDS = (
    select(t.holds)
    .where(
        t.holds.c.title == bindparam("title"),
        t.holds.c.state.in_([WAITING, READY]),
        t.holds.c.deleted.is_(False),
    )
    .order_by(t.holds.c.made_at, t.holds.c.id)
)
_LIVE_HOLDS_OF = (
    select(t.holds)
    .where(t.holds.c.resident == bindparam("resident"), t.holds.c.state.in_([WAITING, READY]))
    .where(t.holds.c.deleted.is_(False))
)
_LOAN_WITH_NAMES = (
    select(
        t.loans, t.copies.c.number, t.titles.c.title.label("title_name"), t.titles.c.author,
        t.residents.c.masked_name, t.residents.c.guardian, t.resident_details.c.name,
    )
    .outerjoin(t.copies, t.copies.c.id == t.loans.c.copy)
    .outerjoin(t.titles, t.titles.c.id == t.loans.c.title)
    .outerjoin(t.residents, t.residents.c.id == t.loans.c.resident)
    .outerjoin(t.resident_details, t.resident_details.c.id == t.loans.c.resident)
    .where(t.loans.c.deleted.is_(False))
)  # fmt: skip
_ALL_LOANS = _LOAN_WITH_NAMES.order_by(t.loans.c.due, t.loans.c.id)
_NAMED_LOANS_OF = _LOAN_WITH_NAMES.where(
    t.loans.c.resident == bindparam("resident"), t.loans.c.state == OPEN
).order_by(t.loans.c.due, t.loans.c.id)
_PAST_LOANS = (
    select(t.loans.c.returned_at, t.titles.c.title.label("title_name"), t.titles.c.author)
    .outerjoin(t.titles, t.titles.c.id == t.loans.c.title)
    .where(t.loans.c.resident == bindparam("resident"), t.loans.c.state == LoanState.RETURNED.value)
    .where(t.loans.c.deleted.is_(False))
    .order_by(t.loans.c.returned_at.desc(), t.loans.c.id)
    .limit(bindparam("most"))
)
_ALL_HOLDS = (
    select(
        t.holds,
        t.titles.c.title.label("title_name"),
        t.copies.c.number,
        t.residents.c.masked_name,
        t.residents.c.guardian,
        t.resident_details.c.name,
    )
    .outerjoin(t.copies, t.copies.c.id == t.holds.c.copy)
    .outerjoin(t.titles, t.titles.c.id == t.holds.c.title)
    .outerjoin(t.residents, t.residents.c.id == t.holds.c.resident)
    .outerjoin(t.resident_details, t.resident_details.c.id == t.holds.c.resident)
    .where(t.holds.c.deleted.is_(False))
    .order_by(t.holds.c.made_at, t.holds.c.id)
)
_WITH_DUE = (
    select(t.copies, t.loans.c.due)
    .outerjoin(
        t.loans, and_(t.loans.c.copy == t.copies.c.id, t.loans.c.state == OPEN, t.loans.c.deleted.is_(False))
    )
    .where(t.copies.c.deleted.is_(False))
    .order_by(t.copies.c.number)
)
_COPIES_SHOWN = _WITH_DUE.where(t.copies.c.title.in_(bindparam("titles", expanding=True)))
_ALL_COPIES = _WITH_DUE.add_columns(t.titles.c.title.label("title_name")).outerjoin(
    t.titles, t.titles.c.id == t.copies.c.title
)
_TITLES_SHOWN = select(t.titles).where(
    t.titles.c.id.in_(bindparam("titles", expanding=True)), t.titles.c.deleted.is_(False)
)
_HOLDS_SHOWN = (
    select(t.holds.c.title, func.count().label("waiting"))
    .where(t.holds.c.title.in_(bindparam("titles", expanding=True)), t.holds.c.state.in_([WAITING, READY]))
    .where(t.holds.c.deleted.is_(False))
    .group_by(t.holds.c.title)
)
_HIGHEST = select(func.max(t.copies.c.number)).where(t.copies.c.number.like("S_______"))
_CARDS_OF = (
    select(t.cards)
    .where(t.cards.c.resident == bindparam("resident"), t.cards.c.deleted.is_(False))
    .order_by(t.cards.c.number)
)


def copy_numbered(connection: Connection, number: str) -> AnyRow | None:
    return connection.execute(_NUMBERED, {"number": number}).first()


def titles_by_isbn(connection: Connection, isbn: str) -> list[AnyRow]:
    return _all(connection, _TITLES_BY_ISBN, isbn=isbn)


def copies_by_isbn(connection: Connection, isbn: str) -> list[AnyRow]:
    return _all(connection, _COPIES_BY_ISBN, isbn=isbn)


def copies_of(connection: Connection, title: str) -> list[AnyRow]:
    return _all(connection, _COPIES_OF, title=title)


def open_loan(connection: Connection, copy: str) -> AnyRow | None:
    return connection.execute(_OPEN_LOAN, {"copy": copy}).first()


def open_loans_on(connection: Connection, copies: Sequence[str]) -> dict[str, AnyRow]:
    """By copy."""
    return {row.copy: row for row in connection.execute(_OPEN_LOANS_ON, {"copies": copies})}


def open_loans_of(connection: Connection, resident: str) -> list[AnyRow]:
    """Next due first, each with the kind of its copy."""
    return _all(connection, _OPEN_LOANS_OF, resident=resident)


def live_holds(connection: Connection, title: str) -> list[AnyRow]:
    """Waiting and ready, the longest waiting first."""
    return _all(connection, _LIVE_HOLDS, title=title)


def live_holds_of(connection: Connection, resident: str) -> list[AnyRow]:
    return _all(connection, _LIVE_HOLDS_OF, resident=resident)


def cards_of(connection: Connection, resident: str) -> list[AnyRow]:
    return _all(connection, _CARDS_OF, resident=resident)


def named_loans(connection: Connection, resident: str | None = None) -> list[AnyRow]:
    """Loans with copy number, title and borrower; of one resident only the open ones."""
    if resident is None:
        return _all(connection, _ALL_LOANS)
    return _all(connection, _NAMED_LOANS_OF, resident=resident)


def past_loans(connection: Connection, resident: str, most: int) -> list[AnyRow]:
    """Books that came back and still say who had them, the latest first."""
    return _all(connection, _PAST_LOANS, resident=resident, most=most)


def all_holds(connection: Connection) -> list[AnyRow]:
    return _all(connection, _ALL_HOLDS)


def all_copies(connection: Connection) -> list[AnyRow]:
    return _all(connection, _ALL_COPIES)


def titles_shown(connection: Connection, ids: Iterable[str]) -> dict[str, AnyRow]:
    return {row.id: row for row in _all(connection, _TITLES_SHOWN, titles=list(ids))}


def copies_shown(connection: Connection, titles: Iterable[str]) -> list[AnyRow]:
    """Copies with the day their loan is due."""
    return _all(connection, _COPIES_SHOWN, titles=list(titles))


def holds_shown(connection: Connection, titles: Iterable[str]) -> dict[str, int]:
    """How many wait for each title."""
    return {row.title: row.waiting for row in _all(connection, _HOLDS_SHOWN, titles=list(titles))}


def highest_copy_number(connection: Connection) -> int:
    """0 where there is none; a number once given is never given again, so deleted copies count."""
    highest: str | None = connection.execute(_HIGHEST).scalar()
    return int(highest[1:]) if highest and highest[1:].isdigit() else 0


def known_titles(connection: Connection, ids: Iterable[str]) -> set[str]:
    return {key for (key,) in fetch_plain(connection, *among(connection, t.titles, list(ids), only=("id",)))}


def known_numbers(connection: Connection, numbers: Iterable[str]) -> dict[str, str]:
    """Copy number -> title, for those that are taken."""
    wanted = among(connection, t.copies, list(numbers), by="number", only=("number", "title"))
    return dict(fetch_plain(connection, *wanted))


def _all(connection: Connection, statement: Select[Any], **values: Any) -> list[AnyRow]:
    return list(connection.execute(statement, values))


_HOW_MANY = select(func.count()).select_from(t.titles).where(t.titles.c.deleted.is_(False))


def count_titles(connection: Connection) -> int:
    return int(connection.execute(_HOW_MANY).scalar_one())
