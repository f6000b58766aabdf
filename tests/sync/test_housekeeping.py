"""The hub keeps house: each thing once whoever runs it, in slices, and only by itself."""

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db import home as home_rows
from db import tables as t
from db.engines import Database, StoreTrouble
from kiosk.commands.base import from_fields
from kiosk.commands.housekeeping import ExpireBooking, LeaveTicket
from kiosk.config import HomeFolder, Settings
from kiosk.domain.trouble import KioskError
from kiosk.services.actors import HUB
from kiosk.station import Station
from kiosk.station_setup import init
from kiosk.sync import answering, housekeeping
from kiosk.sync.exchange import prepare
from kiosk.sync.hub import StoreHub
from kiosk.sync.messages import Declined
from kiosk.sync.verify import verify_home, verify_store
from tests.builders import MONDAY, SUNDAY, DemoStation
from tests.services.bookings import THURSDAY, ZHANG, a_booking, a_request, moment

COMING, GONE, OVER = (moment(THURSDAY, time) for time in ("08:20", "08:46", "10:00"))
CLOSED = moment(MONDAY.date(), "17:30")


class Line(StoreHub):
    """A hub that can be cut off."""

    is_cut = False

    def exchange(self, request: Any) -> Any:
        if self.is_cut:
            raise StoreTrouble("store_unreachable", store="-", why="cut")
        return super().exchange(request)


@dataclass
class Pair:
    """Two terminals on one store."""

    url: str
    first: Station
    second: Station
    line: Line

    def do(self, station: Station, kind: str, at: datetime, who: str | None = None, **fields: Any) -> Any:
        actor = station.find_actor(who) if who else None
        return station.do(from_fields(kind, fields), actor, at)

    def stored(self, table: Any) -> list[Any]:
        database = Database(self.url)
        with database.read() as connection:
            rows = list(connection.execute(select(table)))
        database.close()
        return rows

    def is_well(self) -> bool:
        self.first.exchange()
        self.second.exchange()
        folders = (self.first.folder, self.second.folder)
        return verify_store(self.url) == [] and all(verify_home(folder) == [] for folder in folders)


@pytest.fixture(params=["sqlite", "postgres"])
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path / 'store.db'}" if is_sqlite else request.getfixturevalue("postgres_store")()
    settings = Settings(terminal="", role="kiosk", demo=True, store=url)
    first, second = (init(HomeFolder(tmp_path / name), settings, clock=lambda: SUNDAY) for name in "ab")
    second.close()
    line = Line(second.folder.load().store or "", lambda: SUNDAY)
    both = Pair(url, first, Station(second.folder, hub=line), line)
    yield both
    both.first.close()
    both.second.close()


def an_approved(pair: Pair) -> str:
    booking = str(pair.do(pair.first, "request_booking", MONDAY, **a_request()).id)
    pair.do(pair.first, "approve_booking", MONDAY, "clerk", booking=booking)
    pair.second.exchange()
    return booking


def test_a_check_in_that_comes_late_undoes_the_hubs_no_show_and_its_strike(pair: Pair) -> None:
    booking = an_approved(pair)
    pair.line.is_cut = True
    came = pair.do(pair.second, "check_in", COMING, "volunteer", booking=booking)
    assert came.status == "pending"
    assert pair.first.keep_house(GONE) == {"no_show_booking": 1}
    assert [row.state for row in pair.stored(t.bookings)] == ["no_show"]
    pair.line.is_cut = False
    assert pair.second.exchange()[came.id].status == "accepted"
    assert [row.state for row in pair.stored(t.bookings)] == ["checked_in"]
    assert [row.state for row in pair.stored(t.ledger)] == ["waived"]
    assert [row.live for row in pair.stored(t.occupations)] == [True]
    assert pair.second.keep_house(OVER) == {"complete_booking": 1}
    assert pair.first.keep_house(OVER + timedelta(days=300)) == {}
    assert [row.state for row in pair.stored(t.ledger)] == ["waived"]
    assert pair.is_well()


@pytest.mark.parametrize("pair", ["sqlite"], indirect=True)
def test_what_this_terminal_has_not_sent_yet_is_known_before_it_keeps_house(pair: Pair) -> None:
    booking = an_approved(pair)
    pair.line.is_cut = True
    pair.do(pair.second, "check_in", COMING, "volunteer", booking=booking)
    pair.line.is_cut = False
    assert pair.second.keep_house(GONE) == {}
    assert [row.state for row in pair.stored(t.bookings)] == ["checked_in"]


def test_run_by_both_it_counts_once(pair: Pair) -> None:
    an_approved(pair)
    for number in range(3):
        pair.do(pair.first, "open_ticket", MONDAY + timedelta(minutes=number), item="gaoling")
    assert pair.first.keep_house(GONE) == {"leave_ticket": 3, "no_show_booking": 1}
    revision = pair.stored(t.store)[0].revision
    assert pair.second.keep_house(GONE) == pair.first.keep_house(GONE + timedelta(minutes=1)) == {}
    store = pair.stored(t.store)[0]
    assert (store.revision, store.housekept_at) == (revision, GONE + timedelta(minutes=1))
    (own,) = [row for row in pair.stored(t.incarnations) if row.role == "hub"]
    assert (own.terminal, own.letter, own.last_seq) == ("hub", None, 4)
    assert pair.is_well()


def tidy(path: Path, start: Any, heard: Any) -> None:
    """One process, at the same moment as the other."""
    station = Station(HomeFolder(path))
    start.wait()
    done = station.keep_house(CLOSED)
    while station.trouble:
        done = station.keep_house(CLOSED)
    heard.put(done.get("leave_ticket", 0))
    station.close()


def test_two_processes_at_once_do_each_thing_once(pair: Pair) -> None:
    clerk = pair.first.find_actor("clerk")
    wish = from_fields("open_ticket", {"item": "gaoling"})
    tickets = {pair.first.do(wish, clerk, MONDAY + timedelta(seconds=n)).id for n in range(110)}
    spawn = multiprocessing.get_context("spawn")
    start, heard = spawn.Barrier(2), spawn.Queue()
    folders = (pair.first.folder, pair.second.folder)
    both = [spawn.Process(target=tidy, args=(folder.path, start, heard)) for folder in folders]
    for process in both:
        process.start()
    done = [heard.get(timeout=60) for _ in both]
    for process in both:
        process.join(timeout=30)
    assert sum(done) == 110
    left = [row for row in pair.stored(t.outcomes) if row.kind == "leave_ticket"]
    assert {row.result["ticket"] for row in left} == tickets and len(left) == 110
    assert {row.status for row in left} == {"accepted"}
    assert pair.is_well()


def test_a_year_ends_at_local_midnight(pair: Pair) -> None:
    lent = datetime(2026, 12, 1, 10)
    pair.do(pair.first, "check_out_copy", lent, ZHANG, copy="S0000001")
    pair.do(pair.first, "open_ticket", datetime(2026, 12, 31, 16), item="gaoling")
    request = a_request(date=date(2027, 1, 4))
    pair.do(pair.first, "request_booking", datetime(2026, 12, 28, 10), **request)
    assert pair.first.keep_house(datetime(2026, 12, 31, 16, 59)) == {}
    done = [
        pair.first.keep_house(datetime(2026, 12, 31, hour, minute)) for hour, minute in ((17, 30), (23, 59))
    ]
    assert done == [{"leave_ticket": 1}, {}]
    assert pair.second.keep_house(datetime(2027, 1, 1)) == {"mark_overdue": 1}
    assert [row.overdue_on for row in pair.stored(t.loans)] == [date(2027, 1, 1)]
    expires = pair.stored(t.bookings)[0].expires_at
    assert expires == datetime(
        2027, 1, 1, 17
    )  # nobody has published that year yet: a Friday is a working day
    assert pair.first.keep_house(expires) == {"expire_booking": 1}
    assert pair.is_well()


@pytest.mark.parametrize("pair", ["sqlite"], indirect=True)
def test_what_changed_after_it_was_found_due_is_refused_and_looked_at_again_tomorrow(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    booking = an_approved(pair)
    found = housekeeping._wanted
    stale = found(pair.line._database, GONE)
    pair.do(pair.first, "check_in", COMING, "volunteer", booking=booking)
    finds = iter([stale])
    monkeypatch.setattr(housekeeping, "_wanted", lambda *_: next(finds, []))
    assert pair.first.keep_house(GONE) == {}
    outcome = pair.stored(t.outcomes)[-1]
    assert (outcome.kind, outcome.status, outcome.reason) == ("no_show_booking", "refused", "wrong_state")
    assert stale[0][0] == outcome.id != housekeeping.command_id(stale[0][1], date(2026, 11, 27))
    assert pair.is_well()


def test_no_terminal_speaks_as_the_hub(pair: Pair) -> None:
    booking = str(pair.do(pair.first, "request_booking", MONDAY, **a_request()).id)
    pair.second.exchange()
    refused = pair.second.do(ExpireBooking(booking=booking), HUB, moment(THURSDAY, "07:00"))
    assert (refused.status, refused.reason) == ("refused", "not_allowed")
    outcome = pair.stored(t.outcomes)[-1]
    assert (outcome.actor, outcome.reason) == ("hub:hub", "not_allowed")
    assert [row.state for row in pair.stored(t.bookings)] == ["requested"]
    pair.first.keep_house(MONDAY)
    assert pair.is_well()


def test_no_terminal_sends_in_the_hubs_own_order(demo: DemoStation) -> None:
    a_booking(demo)
    demo.station.keep_house(moment(THURSDAY, "07:00"))
    hub: Any = demo.station._hub
    with hub._database.read() as connection:
        (own,) = connection.execute(select(t.incarnations).where(t.incarnations.c.role == "hub"))
    with demo.station._database.read() as connection:
        message = prepare(connection, home_rows.read_home(connection), MONDAY).request
    assert isinstance(hub.exchange(replace(message, incarnation=own.id)), Declined)


def test_terminals_come_in_between_slices_and_the_rest_is_done_next_time(
    demo: DemoStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "BATCH_SECONDS", 60)
    clerk = demo.station.find_actor("clerk")
    for n in range(230):
        demo.station.do(from_fields("open_ticket", {"item": "gaoling"}), clerk, MONDAY + timedelta(seconds=n))
    hub: Any = demo.station._hub
    slices: list[int] = []

    def decide(connection: Any, request: Any) -> Any:
        slices.append(len(request.commands))
        return hub._decide_own(connection, request)

    assert housekeeping.keep_house(hub._database, CLOSED, decide, 150) == {"leave_ticket": 150}
    assert housekeeping.keep_house(hub._database, CLOSED, decide, None) == {"leave_ticket": 80}
    assert slices == [100, 50, 80]


def test_it_never_happens_by_the_way(demo: DemoStation) -> None:
    booking = a_booking(demo)
    demo.do("call_help", page="home", at=OVER)
    demo.station.exchange()
    with demo.station._database.read() as connection:
        states = list(
            connection.execute(select(t.bookings.c.state).where(t.bookings.c.id == booking)).scalars()
        )
    assert states == ["requested"]


def test_with_the_hub_away_nothing_is_done_and_the_station_says_so(demo: DemoStation) -> None:
    a_booking(demo)
    hidden = demo.folder.own_store.rename(demo.folder.path / "elsewhere.db")
    assert demo.station.keep_house(OVER) == {}
    assert demo.station.trouble is not None and demo.station.trouble.key == "store_missing"
    hidden.rename(demo.folder.own_store)
    assert demo.station.keep_house(OVER) == {"expire_booking": 1}
    assert demo.station.online


def test_a_station_in_service_keeps_its_own_time(tmp_path: Path) -> None:
    station = init(HomeFolder(tmp_path / "home"), Settings(terminal="", role="kiosk", demo=False))
    with pytest.raises(KioskError, match="not_a_demo"):
        station.keep_house(MONDAY)
    assert station.keep_house() == {}
    station.close()


def test_the_same_thing_on_the_same_day_is_the_same_command() -> None:
    ticket = "11111111-1111-4111-8111-111111111111"
    ids = {housekeeping.command_id(LeaveTicket(ticket=ticket), date(2026, 12, 31)) for _ in range(2)}
    ids |= {housekeeping.command_id(LeaveTicket(ticket=ticket), date(2027, 1, 1))}
    ids |= {housekeeping.command_id(ExpireBooking(booking=ticket), date(2027, 1, 1))}
    assert len(ids) == 3
