"""The sync worker on real homes: news, wishes, a hub that goes and comes back, mistakes, the end."""

import shutil
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from sqlalchemy.engine import make_url

from db.engines import Database, StoreTrouble, sqlite_url
from kiosk.commands.station import Listing, SyncState
from kiosk.commands.tickets import CallHelp
from kiosk.config import HomeFolder, Settings
from kiosk.station import Station
from kiosk.station_setup import init
from kiosk.sync.exchange import Exchanger
from kiosk.sync.hub import StoreHub
from kiosk.sync.line import Line
from kiosk.sync.upgrade import open_home
from kiosk.sync.verify import verify_home, verify_store
from kiosk.sync.worker import Pace, SyncWorker
from tests.builders import MONDAY, DemoStation

QUICK = Pace(first_pause=0.05, longest_pause=0.2, heartbeat=60)
SLOW = Pace(first_pause=120, longest_pause=120, heartbeat=120)
"""Nothing comes by waiting."""
HELP = CallHelp(page="home")


def until(holds: Callable[[], bool], complaint: str, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, complaint
        time.sleep(0.01)


@dataclass
class Told:
    """Counts what it is told."""

    times: int = 0

    def __call__(self) -> None:
        self.times += 1


def help_calls(station: Station) -> list[Any]:
    return list(station.ask(Listing(what="help_calls")))


@pytest.fixture(params=["sqlite", "postgres"])
def two(
    request: pytest.FixtureRequest, demo: DemoStation, tmp_path: Path, postgres_store: Callable[[], str]
) -> Iterator[list[Station]]:
    """Two terminals of one station."""
    shared = sqlite_url(demo.folder.own_store) if request.param == "sqlite" else postgres_store()
    settings = Settings(terminal="", role="desk", demo=True, store=shared)
    stations = [init(HomeFolder(tmp_path / name), settings) for name in ("one", "two")]
    yield stations
    for station in stations:
        station.close()


def test_what_one_terminal_does_comes_to_another_by_itself(two: list[Station]) -> None:
    (one, other), told = two, Told()
    other.follow(told, pace=SLOW)
    until(lambda: other.ask(SyncState()).stage == "listening", "it does not listen")
    for count in (1, 2, 3):
        before = told.times
        one.do(HELP)
        until(lambda before=before: told.times > before, "nobody was told")  # type: ignore[misc]
        assert len(help_calls(other)) == count
    other.close()
    assert verify_home(other.folder) == []


def test_two_terminals_that_both_follow_agree(two: list[Station]) -> None:
    for station in two:
        station.follow(Told(), pace=QUICK)
    answers = [station.do(HELP) for _ in range(20) for station in two]
    assert {answer.status for answer in answers} <= {"accepted", "pending"}
    until(lambda: [len(help_calls(station)) for station in two] == [40, 40], "they do not agree")
    until(lambda: [station.ask(SyncState()).waiting for station in two] == [0, 0], "something waits")
    assert verify_store(two[0].settings.store or "") == []


def test_a_server_that_is_away_and_back_is_noticed(
    postgres_server: str, postgres_store: Callable[[], str], tmp_path: Path
) -> None:
    url = postgres_store()
    station = init(HomeFolder(tmp_path / "one"), Settings("", "kiosk", demo=True, store=url))
    station.follow(Told(), pace=QUICK)
    until(lambda: station.ask(SyncState()).stage == "listening", "it does not listen")
    shut_out(postgres_server, url)
    until(lambda: not station.online, "nobody noticed")
    assert (station.trouble and station.trouble.key) in {"store_unreachable", "store_denied"}
    answer = station.do(HELP)
    assert answer.status == "pending"
    let_in(postgres_server, url)
    until(lambda: station.online, "it did not come back")
    until(lambda: station.ask(SyncState()).waiting == 0, "the wish was not sent")
    station.close()


def shut_out(server: str, url: str) -> None:
    """The station's role loses its connections and gets no new one."""
    role = make_url(url).username
    administer(server, f"ALTER ROLE {role} NOLOGIN")
    administer(server, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{role}'")


def let_in(server: str, url: str) -> None:
    administer(server, f"ALTER ROLE {make_url(url).username} LOGIN")


def administer(server: str, statement: str) -> None:
    database = Database(server)
    database.connection.exec_driver_sql(statement)
    database.close()


def hide_store(demo: DemoStation) -> Callable[[], object]:
    """Call what it returns to bring it back."""
    hidden = demo.folder.own_store.rename(demo.folder.path / "elsewhere.db")
    return lambda: hidden.rename(demo.folder.own_store)


@pytest.fixture
def followed(demo: DemoStation) -> tuple[DemoStation, Told]:
    """A demo station whose worker listens; only news and wishes move it."""
    told = Told()
    demo.station.follow(told, pace=SLOW)
    until(lambda: demo.station.ask(SyncState()).stage == "listening", "it does not listen")
    return demo, told


def test_a_store_that_vanishes_is_noticed_while_nobody_does_anything(
    followed: tuple[DemoStation, Told],
) -> None:
    demo, told = followed
    before = told.times
    bring_back = hide_store(demo)
    until(lambda: told.times > before, "nobody was told")
    state = demo.station.ask(SyncState())
    assert (state.online, state.trouble) == (False, "store_missing")
    until(lambda: demo.station.ask(SyncState()).stage == "pausing", "it does not pause")
    bring_back()


def test_a_wish_wakes_the_worker_from_its_pause(followed: tuple[DemoStation, Told]) -> None:
    demo, _ = followed
    bring_back = hide_store(demo)
    until(lambda: not demo.station.online, "nobody noticed")
    first = demo.do("call_help", page="home")
    until(lambda: demo.station.ask(SyncState()).stage == "pausing", "it does not pause")
    bring_back()
    second = demo.do("call_help", page="home")
    assert (first.status, second.status) == ("pending", "pending")
    until(lambda: demo.station.ask(SyncState()).waiting == 0, "the wishes were not sent")
    until(lambda: demo.station.online, "it is not online")
    assert {row["pending"] for row in help_calls(demo.station)} == {False}


def test_the_hub_is_found_again_without_a_wish(demo: DemoStation) -> None:
    told = Told()
    demo.station.follow(told, pace=QUICK)
    bring_back = hide_store(demo)
    until(lambda: not demo.station.online, "nobody noticed")
    before = told.times
    bring_back()
    until(lambda: demo.station.online and told.times > before, "it did not come back")


def test_while_the_line_is_good_the_answer_comes_at_once(followed: tuple[DemoStation, Told]) -> None:
    demo, _ = followed
    assert demo.do("call_help", page="home").status == "accepted"


def test_a_wish_that_finds_the_hub_gone_says_so_and_the_next_does_not_ask_it(
    followed: tuple[DemoStation, Told],
) -> None:
    demo, _ = followed
    bring_back = hide_store(demo)
    assert demo.do("call_help", page="home").status == "pending"
    assert not demo.station.online
    bring_back()


def test_what_needs_the_hub_is_refused_while_it_is_away_and_done_once_it_is_back(
    followed: tuple[DemoStation, Told],
) -> None:
    demo, _ = followed
    bring_back = hide_store(demo)
    until(lambda: not demo.station.online, "nobody noticed")
    closed = {"who": "manager", "date": "2026-12-01", "working": False}
    assert demo.do("override_day", **closed).reason == "hub_unreachable"
    bring_back()
    assert demo.do("override_day", **closed).status == "accepted"
    until(lambda: demo.station.ask(SyncState()).stage == "listening", "the worker sleeps on")


def test_without_a_line_nobody_waits_for_a_server_that_does_not_answer(
    demo: DemoStation, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        home = HomeFolder(Path(shutil.copytree(demo.folder.path, tmp_path / "cut off")))
        home.save(replace(home.load(), store=f"postgresql://x@127.0.0.1:{port}/x"))
        station = Station(home)
        station.follow(Told(), pace=QUICK)
        until(lambda: not station.online, "nobody noticed")
        begun = time.monotonic()
        answers = [station.do(HELP) for _ in range(5)]
        assert time.monotonic() - begun < 1  # each would have waited two seconds
        assert [answer.status for answer in answers] == ["pending"] * 5
        begun = time.monotonic()
        station.close()
        assert time.monotonic() - begun < 1


@pytest.mark.parametrize("hidden", [False, True], ids=["listening", "pausing"])
def test_the_worker_ends_at_once(followed: tuple[DemoStation, Told], hidden: bool) -> None:
    demo, _ = followed
    if hidden:
        hide_store(demo)
        until(lambda: demo.station.ask(SyncState()).stage == "pausing", "it does not pause")
    begun = time.monotonic()
    demo.station.close()
    assert time.monotonic() - begun < 1


def test_another_process_of_this_home_at_the_hub_is_no_lost_line(followed: tuple[DemoStation, Told]) -> None:
    demo, _ = followed
    with FileLock(demo.folder.exchange_lock):
        answer = demo.do("call_help", page="home")
        assert (answer.status, demo.station.online) == ("pending", True)
    demo.do("call_help", page="home")
    until(lambda: demo.station.ask(SyncState()).waiting == 0, "the wish was not sent")


def test_what_another_process_of_this_home_brings_is_told(followed: tuple[DemoStation, Told]) -> None:
    demo, told = followed
    other = Station(demo.folder)
    before = told.times
    other.do(HELP)
    other.close()
    until(lambda: told.times > before, "nobody was told")


class Moody(StoreHub):
    """Meets a mistake of ours as often as it is told to."""

    mistakes = 0

    def exchange(self, request: Any) -> Any:
        if Moody.mistakes:
            Moody.mistakes -= 1
            raise ZeroDivisionError("a mistake of ours")
        return super().exchange(request)


def a_worker(folder: HomeFolder, line: Line, told: Told, hooks: list[Callable[[], None]]) -> SyncWorker:
    def new_exchanger() -> Exchanger:
        return Exchanger(folder, open_home(folder), Moody(sqlite_url(folder.own_store)))

    return SyncWorker(new_exchanger, lambda: MONDAY, line, told, hooks, replace(QUICK, minute=0.05))


def test_a_mistake_is_logged_and_the_worker_goes_on(
    demo: DemoStation, caplog: pytest.LogCaptureFixture
) -> None:
    Moody.mistakes, line, told = 3, Line(), Told()
    worker = a_worker(demo.folder, line, told, [])
    worker.start()
    until(lambda: line.trouble is not None, "nobody noticed")
    until(lambda: line.online and told.times >= 2, "it did not go on")
    worker.close()
    assert Moody.mistakes == 0
    assert "ZeroDivisionError" in caplog.text


def test_a_mistake_of_somebody_whom_it_calls_does_not_end_the_worker(
    demo: DemoStation, caplog: pytest.LogCaptureFixture
) -> None:
    Moody.mistakes, line, told = 0, Line(), Told()

    def fail() -> None:
        raise ZeroDivisionError("of a hook")

    worker = a_worker(demo.folder, line, told, [fail, told])
    worker.start()
    until(lambda: told.times >= 2, "the next hook was not called")
    assert line.online
    demo.accept("call_help", page="home")
    until(lambda: told.times >= 4, "it did not go on")
    worker.close()
    assert "of a hook" in caplog.text


def test_the_minute_is_kept_while_the_hub_is_there_and_not_while_it_is_away(demo: DemoStation) -> None:
    minute = Told()
    demo.station.follow(Told(), [minute], replace(QUICK, minute=0.05, heartbeat=0.05))
    until(lambda: minute.times >= 3, "no minute passed")
    hide_store(demo)
    until(lambda: not demo.station.online, "nobody noticed")
    until(lambda: demo.station.ask(SyncState()).stage == "pausing", "it does not pause")
    before = minute.times
    time.sleep(0.5)
    assert minute.times == before


def test_pauses_grow_and_are_capped(demo: DemoStation) -> None:
    waits: list[float] = []
    worker = a_worker(demo.folder, Line(), Told(), [])
    worker._pace = Pace()
    worker._line.woken.wait = waits.append  # type: ignore[assignment,method-assign]
    for _ in range(10):
        worker._pause()
    for wait, longest in zip(waits, (1, 2, 4, 8, 16, 32, 60, 60, 60, 60), strict=True):
        assert longest / 2 <= wait <= longest


def test_show_sync_tells_one_record(followed: tuple[DemoStation, Told]) -> None:
    demo, _ = followed
    bring_back = hide_store(demo)
    demo.do("call_help", page="home")
    (state,) = demo.ask(Listing(what="sync"))
    assert (state["online"], state["trouble"], state["waiting"]) == (False, "store_missing", 1)
    bring_back()
    other = Station(demo.folder)
    (shown,) = other.ask(Listing(what="sync"))
    other.close()
    assert (shown["online"], shown["trouble"], shown["stage"], shown["clock"]) == (None, None, "normal", "ok")
    assert {"terminal", "letter", "place", "waiting", "last_exchange"} <= shown.keys()


def test_store_trouble_of_the_home_itself_is_no_end(demo: DemoStation) -> None:
    line, opened = Line(), Told()

    def new_exchanger() -> Exchanger:
        opened()
        raise StoreTrouble("disk_full", store="home.db")

    worker = SyncWorker(new_exchanger, lambda: MONDAY, line, Told(), pace=QUICK)
    worker.start()
    until(lambda: opened.times >= 3, "it gave up")
    assert line.trouble is not None and line.trouble.key == "disk_full"
    worker.close()
