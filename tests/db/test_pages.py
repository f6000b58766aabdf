"""Rows that travel by the page arrive in a home as if each had been written there."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, insert, select

from db import tables as t
from db.engines import Database, sqlite_url
from db.pages import add_outcome, entries_after, pages_of, put_pages
from db.work import _defaults

AT = datetime(2028, 2, 29, 9, 41, 0, 7)
ROWS: dict[str, list[dict[str, Any]]] = {
    "bookings": [{"id": "b1", "room": "r", "day": AT.date(), "party": "𠮷社", "made_at": AT, "unofficial": True}],
    "rooms": [{"id": "r", "code": "r", "name": "会议室", "seats": None, "area_m2": 31.5, "equipment": ["投影"], "hours": None}],
    "calendar_days": [{"id": "d1", "day": date(2028, 10, 1), "working": False}, {"id": "d2", "day": date(2028, 10, 2)}],
}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgres"])
def store(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_store: Callable[[], str]
) -> Iterator[Database]:
    database = Database(sqlite_url(tmp_path / "store.db") if request.param == "sqlite" else postgres_store())
    with database.write() as connection:
        t.domain.create_all(connection)
        for name, rows in whole().items():
            connection.execute(insert(t.domain.tables[name]), rows)
    yield database
    database.close()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Database]:
    database = Database(sqlite_url(tmp_path / "home.db"))
    with database.write() as connection:
        t.domain.create_all(connection)
    yield database
    database.close()


def whole() -> dict[str, list[dict[str, Any]]]:
    filled = {
        name: [_defaults(t.domain.tables[name]) | {"revision": 7} | row for row in rows]
        for name, rows in ROWS.items()
    }
    return filled | {"outcomes": [an_outcome()]}


def an_outcome(revision: int = 7) -> dict[str, Any]:
    return {
        "id": f"o{revision}", "incarnation": "i", "seq": revision, "kind": "k", "actor": "a", "subject": None,
        "status": "accepted", "reason": None, "detail": {}, "flags": ["late"], "made_at": AT, "decided_at": AT,
        "result": {"number": "A001"}, "told": None, "attention": True, "revision": revision,
        "rows": [[name, row["id"]] for name, rows in ROWS.items() for row in rows],
    }  # fmt: skip


def all_rows(database: Database, table: Table) -> list[dict[str, Any]]:
    with database.read() as connection:
        return [row._asdict() for row in connection.execute(select(table).order_by(table.c.id))]


def pull(store: Database, home: Database, but: set[tuple[str, str]] = frozenset()) -> None:  # type: ignore[assignment]
    with store.read() as there, home.write() as here:
        put_pages(here, pages_of(there, entries_after(there, 0, 10), t.REPLICATED, but=()), but)


def test_every_kind_of_value_arrives_as_it_is_in_the_store(store: Database, home: Database) -> None:
    pull(store, home)
    for name, rows in whole().items():
        assert all_rows(home, t.domain.tables[name]) == rows


def test_a_later_state_of_a_row_goes_over_the_older_one(store: Database, home: Database) -> None:
    with home.write() as connection:
        older = whole()["bookings"][0] | {"party": "before", "revision": 3}
        connection.execute(insert(t.bookings), older)
    pull(store, home)
    assert all_rows(home, t.bookings) == whole()["bookings"]


def test_a_row_that_waits_for_the_hub_keeps_what_the_terminal_imagines(
    store: Database, home: Database
) -> None:
    pull(store, home, but={("calendar_days", "d1"), ("help_calls", "h")})
    assert [row["id"] for row in all_rows(home, t.calendar_days)] == ["d2"]


def test_rows_that_are_told_otherwise_are_not_read(store: Database) -> None:
    with store.read() as connection:
        pages = pages_of(connection, entries_after(connection, 0, 10), t.REPLICATED, but={("bookings", "b1")})
    assert sorted(pages) == ["calendar_days", "outcomes", "rooms"]


def test_an_outcome_just_written_travels_as_one_that_is_read(store: Database) -> None:
    with store.write() as connection:
        made = add_outcome(connection, an_outcome(8) | {"rows": [["rooms", "r"]]})
        (read,) = entries_after(connection, 7, 10)
    assert made == read and made.revision == 8 and made.rows == [["rooms", "r"]]


def test_the_same_row_named_by_several_decisions_comes_once(store: Database) -> None:
    with store.write() as connection:
        connection.execute(insert(t.outcomes), an_outcome(8))
        pages = pages_of(connection, entries_after(connection, 0, 10), t.REPLICATED, but=())
    assert {name: len(rows) for name, rows in pages.items()} == {
        "bookings": 1, "rooms": 1, "calendar_days": 2, "outcomes": 2,
    }  # fmt: skip


def test_nothing_new_makes_no_page(store: Database) -> None:
    with store.read() as connection:
        assert pages_of(connection, entries_after(connection, 7, 10), t.REPLICATED, but=()) == {}
