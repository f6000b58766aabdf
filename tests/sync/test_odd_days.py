"""Newer versions, a replica without its rows, the end of a year: on both stores."""

from contextlib import closing
from datetime import datetime

import pytest
from sqlalchemy import update

from db import tables as t
from db.engines import Database
from kiosk.commands.base import from_fields
from kiosk.commands.tickets import CallHelp
from kiosk.domain.trouble import KioskError
from kiosk.station import Station
from kiosk.sync.verify import verify_home
from tests.stores import Shared

TEN = datetime(2026, 11, 23, 10, 0)
HELP = CallHelp(page="home")


def test_a_newer_store_is_left_alone_and_gets_what_waited_once_it_is_understood(shared: Shared) -> None:
    station = shared["a"]
    set_schema(shared, t.SCHEMA + 1)
    waits = station.do(HELP, at=TEN)
    assert (waits.status, station.trouble and station.trouble.key) == ("pending", "schema_mismatch")
    set_schema(shared, t.SCHEMA)
    assert station.exchange()[waits.id].status == "accepted"
    assert shared.wrongs() == []


def set_schema(shared: Shared, version: int) -> None:
    with closing(Database(shared.url)) as database, database.write() as connection:
        connection.execute(update(t.store).values(schema=version))


def test_a_newer_home_is_not_opened_and_an_older_hub_takes_nothing_of_it(shared: Shared) -> None:
    station = shared["a"]
    shared.hide()
    waits = station.do(HELP, at=TEN)
    shared.show()
    with station._database.write() as connection:
        connection.execute(update(t.home).values(schema=t.SCHEMA + 1))
    assert station.exchange() == {} and station.trouble and station.trouble.key == "schema_mismatch"
    with pytest.raises(KioskError, match="made_by_newer"):
        Station(station.folder)
    with station._database.write() as connection:
        connection.execute(update(t.home).values(schema=t.SCHEMA))
    assert station.exchange()[waits.id].status == "accepted"
    assert shared.wrongs() == []


def test_a_replica_that_lost_its_rows_walks_through_all_of_it_again(shared: Shared) -> None:
    station = shared["c"]
    station.do(from_fields("open_ticket", {"item": "gaoling"}), at=TEN)
    with station._database.write() as connection:
        for table in (t.tickets, t.rooms, t.outcomes, t.residents):
            connection.execute(table.delete())
        connection.execute(update(t.home).values(stage="walking", walk_table=None, book=t.home.c.book + 1))
    assert verify_home(station.folder, shared.url) != []
    station.exchange()
    assert [row.number for row in shared.in_home("c", t.tickets)] == ["C001"]
    assert shared.wrongs() == []


def test_over_the_year_numbers_begin_anew_and_nothing_is_lost(shared: Shared) -> None:
    take = from_fields("open_ticket", {"item": "gaoling"})
    days = [datetime(2026, 12, 31, 16, 59), datetime(2027, 1, 4, 9)]
    station = shared["a"]
    clerk = station.find_actor("clerk")
    shared.hide()
    kept = [station.do(take, clerk, day) for day in days for _ in range(2)]
    shared.show()
    decided = station.exchange()
    assert {answer.status for answer in decided.values()} == {"accepted"} and len(decided) == 4
    assert [answer.result["number"] for answer in kept] == ["A001", "A002"] * 2
    assert shared.wrongs() == []
