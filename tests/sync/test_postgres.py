"""The shared store on PostgreSQL: the same station, the same answers."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url
from typer.testing import CliRunner

from db import tables as t
from db.district import create_station
from db.engines import Database, StoreTrouble
from kiosk.cli import app
from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder, Settings
from kiosk.domain.trouble import KioskError
from kiosk.station import Station
from kiosk.station_setup import init
from kiosk.sync.verify import verify_home, verify_store

TEN = datetime(2026, 11, 23, 10, 0)
NewStore = Callable[[], str]


def join(path: Path, url: str, demo: bool = True) -> Station:
    return init(HomeFolder(path), Settings(terminal="", role="kiosk", demo=demo, store=url))


def stored(url: str, table: Any) -> list[Any]:
    database = Database(url)
    with database.read() as connection:
        rows = list(connection.execute(select(table)))
    database.close()
    return rows


def a_request(day: str, people: int = 8) -> Any:
    return from_fields(
        "request_booking",
        {
            "room": "huiyishi", "date": day, "start": "08:30", "end": "10:00", "people": people, "contact_name": "李丽",
            "contact_phone": "13800000000", "party": {"kind": "group", "name": "太极队"},
        },
    )  # fmt: skip


def test_two_terminals_agree_on_one_station(tmp_path: Path, postgres_store: NewStore) -> None:
    url = postgres_store()
    first, second = join(tmp_path / "a", url), join(tmp_path / "b", url)
    booked = first.do(a_request("2026-12-01"), at=TEN)
    refused = second.do(a_request("2026-12-01"), at=TEN)
    number = second.do(from_fields("open_ticket", {"item": "gaoling"}), at=TEN)
    assert (booked.status, refused.reason, number.status) == ("accepted", "slot_taken", "accepted")
    said = second.do(from_fields("explain_outcome", {"outcome": refused.id}), second.find_actor("clerk"), TEN)
    assert (said.status, [row.id for row in stored(url, t.explanations)]) == ("accepted", [refused.id])
    first.exchange()
    assert [row.id for row in stored(url, t.tickets)] == [number.id]
    assert verify_store(url) == verify_home(first.folder) == verify_home(second.folder) == []
    first.close()
    second.close()


def test_many_at_once_never_get_one_room_twice(tmp_path: Path, postgres_store: NewStore) -> None:
    url = postgres_store()
    homes = [tmp_path / name for name in "abcd"]
    for home in homes:
        join(home, url).close()
    said: list[str] = []

    def wish(home: Path, begin: threading.Barrier) -> None:
        station = Station(HomeFolder(home))
        for day in range(1, 11):
            begin.wait()
            answer = station.do(a_request(f"2026-12-{day:02}"), at=TEN)
            for _ in range(20):
                if answer.status != "pending":
                    break
                answer = station.exchange().get(answer.id, answer)  # type: ignore[assignment]
            said.append(f"{day} {answer.status}")
        station.close()

    begin = threading.Barrier(len(homes))
    threads = [threading.Thread(target=wish, args=(home, begin)) for home in homes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [said.count(f"{day} accepted") for day in range(1, 11)] == [1] * 10
    assert verify_store(url) == []


def test_a_server_that_is_away_leaves_the_terminal_at_work(tmp_path: Path, postgres_store: NewStore) -> None:
    url = postgres_store()
    station = join(tmp_path / "a", url)
    folder = station.folder
    station.close()
    settings = folder.load()
    gone = Settings(
        **{name: getattr(settings, name) for name in settings.__slots__}
        | {"store": "postgresql://x@127.0.0.1:9/x"}
    )
    folder.save(gone)
    station = Station(folder)
    answer = station.do(from_fields("call_help", {"page": "home"}), at=TEN)
    assert (answer.status, station.online) == ("pending", False)
    assert station.trouble is not None and station.trouble.key == "store_unreachable"
    station.close()
    folder.save(settings)
    station = Station(folder)
    assert station.exchange()[answer.id].status == "accepted"
    station.close()


@pytest.mark.parametrize("instant", ["before", "in", "before the commit of"])
def test_a_server_that_ends_the_connection_is_met_again(
    tmp_path: Path, postgres_store: NewStore, postgres_server: str, instant: str
) -> None:
    url = postgres_store()
    database, server = Database(url), Database(postgres_server)

    def end_it(now: str) -> None:
        if now == instant:
            with server.write() as connection:
                asked = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s"
                connection.exec_driver_sql(asked, (make_url(url).username,))

    def write() -> None:
        with database.write() as connection:
            end_it("in")
            connection.exec_driver_sql("CREATE TABLE written (n INTEGER)")
            end_it("before the commit of")

    with database.read():
        pass
    end_it("before")
    with pytest.raises(StoreTrouble) as said:
        write()
    assert said.value.key == "store_unreachable"
    instant = "never"
    write()
    database.close()
    server.close()


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda url: url.replace("yizhan_", "nobody_", 1), "store_nowhere"),
        (lambda url: url.replace("/postgres?", "/nowhere?", 1), "store_nowhere"),
        (lambda url: "postgresql://x@127.0.0.1:9/x", "store_unreachable"),
    ],
    ids=["unknown user", "unknown database", "no server"],
)
def test_a_wrong_address_is_said_and_makes_nothing(
    tmp_path: Path, postgres_store: NewStore, change: Callable[[str], str], key: str
) -> None:
    with pytest.raises(KioskError) as said:
        join(tmp_path / "a", change(postgres_store()))
    assert said.value.key == key
    assert not (tmp_path / "a").exists()


def test_a_name_is_given_once_and_must_be_plain(postgres_server: str) -> None:
    create_station(postgres_server, "lianhua")
    for name, key in (
        ("lianhua", "station_exists"),
        ("Lian Hua", "bad_station_name"),
        ("a; DROP", "bad_station_name"),
    ):
        with pytest.raises(KioskError) as said:
            create_station(postgres_server, name)
        assert said.value.key == key


def test_the_command_prints_a_url_that_a_terminal_can_join(postgres_server: str, tmp_path: Path) -> None:
    made = CliRunner().invoke(app, ["store", "create-station", postgres_server, "huaken"])
    assert made.exit_code == 0, made.output
    station = join(tmp_path / "a", made.stdout.strip())
    assert station.exchange() == {} and station.online
    station.close()
    again = CliRunner().invoke(app, ["store", "create-station", postgres_server, "huaken"])
    wrong = CliRunner().invoke(app, ["store", "create-station", "sqlite:///x.db", "huaken"])
    assert (again.exit_code, wrong.exit_code) == (2, 2)


def test_a_role_reads_and_writes_nothing_of_another_station(tmp_path: Path, postgres_store: NewStore) -> None:
    mine, other = postgres_store(), postgres_store()
    join(tmp_path / "a", mine).close()
    join(tmp_path / "b", other, demo=False).close()
    schema = make_url(mine).username
    database = Database(other)
    for attempt in (
        f"SELECT * FROM {schema}.residents",
        f"UPDATE {schema}.store SET revision = 0",
        f"DELETE FROM {schema}.outcomes",
        f"CREATE TABLE {schema}.mine (id integer)",
        f"SET ROLE {schema}",
    ):
        with pytest.raises(StoreTrouble) as said, database.write() as connection:
            connection.exec_driver_sql(attempt)
        assert said.value.key == "store_denied", attempt
    database.close()
