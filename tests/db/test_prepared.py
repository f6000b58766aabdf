"""Statements handed to the driver say the same as SQLAlchemy would."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, bindparam, insert, select, update

from db import tables as t
from db.engines import Database, sqlite_url
from db.prepared import fetch, run, run_many
from db.store import confirm_row, put_rows
from db.work import _defaults

BY_ID = select(t.bookings).where(t.bookings.c.id == bindparam("key"))
IN_STATES = select(t.bookings.c.id).where(t.bookings.c.state.in_(bindparam("states", expanding=True)))
RENAME = update(t.bookings).where(t.bookings.c.party == bindparam("old")).values(party=bindparam("new"))
ADD = insert(t.bookings)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    database = Database(sqlite_url(tmp_path / "rows.db"))
    with database.write() as connection:
        t.domain.create_all(connection)
        yield connection
    database.close()


def a_booking(key: str, **values: object) -> dict[str, object]:
    made = {
        "day": date(2028, 2, 29),
        "made_at": datetime(2028, 2, 1, 9, 41, 0, 7),
        "room": "r",
        "party": "𠮷社",
    }
    return _defaults(t.bookings) | made | {"id": key, "revision": 1} | values


def test_a_row_comes_back_as_sqlalchemy_gives_it(connection: Connection) -> None:
    run(connection, ADD, a_booking("1"))
    ours = fetch(connection, BY_ID, {"key": "1"}).one()
    assert ours == connection.execute(BY_ID, {"key": "1"}).one()
    assert (ours.day, ours.made_at, ours.deleted, ours.party) == (
        date(2028, 2, 29), datetime(2028, 2, 1, 9, 41, 0, 7), False, "𠮷社",
    )  # fmt: skip


def test_a_change_tells_how_many_rows_it_met(connection: Connection) -> None:
    run_many(connection, ADD, [a_booking("1"), a_booking("2"), a_booking("3", party="x")])
    assert run(connection, RENAME, {"old": "𠮷社", "new": "y"}) == 2
    assert run(connection, RENAME, {"old": "𠮷社", "new": "y"}) == 0


def test_a_list_of_any_length_is_left_to_sqlalchemy(connection: Connection) -> None:
    run_many(
        connection, ADD, [a_booking("1", state="a"), a_booking("2", state="b"), a_booking("3", state="c")]
    )
    assert fetch(connection, IN_STATES, {"states": ["a", "c"]}).scalars().all() == ["1", "3"]


@pytest.mark.parametrize("changed", [{}, {"party": "other"}, {"why": "because"}, {"deleted": True}])
def test_what_the_hub_confirms_is_as_the_hub_has_it(
    connection: Connection, changed: dict[str, object]
) -> None:
    put_rows(connection, "bookings", [a_booking("1", revision=0)])
    confirmed = a_booking("1", revision=7, **changed)
    confirm_row(connection, "bookings", confirmed)
    assert connection.execute(BY_ID, {"key": "1"}).one()._asdict() == confirmed
