"""The exchange of a home with its store: a refusal leaves nothing, a queue keeps its times."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from db import home as home_rows
from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.commands.base import from_fields
from kiosk.commands.tickets import CallHelp
from kiosk.config import HomeFolder, Settings
from kiosk.station import Station
from kiosk.station_setup import init
from kiosk.sync.verify import verify_home, verify_store
from tests.builders import DemoStation

TEN = datetime(2026, 11, 23, 10, 0)


def stored(folder: HomeFolder, table: Any) -> list[Any]:
    database = Database(sqlite_url(folder.own_store))
    with database.read() as connection:
        rows = list(connection.execute(select(table)))
    database.close()
    return rows


def in_home(station: Station, table: Any) -> list[Any]:
    with station._database.read() as connection:
        return list(connection.execute(select(table)))


def hide_store(folder: HomeFolder) -> Path:
    return folder.own_store.rename(folder.path / "elsewhere.db")


def test_without_its_store_the_terminal_keeps_what_is_wished_as_pending(demo: DemoStation) -> None:
    hidden = hide_store(demo.folder)
    answer = demo.do("call_help", page="home")
    assert (answer.status, demo.station.online) == ("pending", False)
    hidden.rename(demo.folder.own_store)
    assert demo.station.exchange()[answer.id].status == "accepted"
    assert demo.station.online and in_home(demo.station, t.pending) == []


def test_without_its_store_nothing_that_needs_the_hub_is_kept(demo: DemoStation) -> None:
    hide_store(demo.folder)
    answer = demo.do("override_day", who="manager", date="2026-12-01", working=False)
    assert (answer.status, answer.reason) == ("refused", "hub_unreachable")
    assert in_home(demo.station, t.calendar_days) == []


def test_a_missing_store_is_not_made_anew_empty(demo: DemoStation) -> None:
    hide_store(demo.folder)
    demo.do("call_help", page="home")
    assert not demo.folder.own_store.exists()


def test_the_store_of_another_station_gets_nothing(demo: DemoStation, tmp_path: Path) -> None:
    other = HomeFolder(tmp_path / "other")
    init(other, Settings(terminal="", role="kiosk", demo=False)).close()
    shutil.copy(other.own_store, demo.folder.own_store)
    waiting = demo.do("call_help", page="home")
    refused = demo.do("override_day", who="manager", date="2026-12-01", working=False)
    assert (waiting.status, refused.reason) == ("pending", "wrong_station")
    assert demo.station.trouble is not None and demo.station.trouble.key == "wrong_station"
    assert stored(demo.folder, t.help_calls) == []


def test_a_file_that_is_no_database_counts_as_a_store_that_is_away(demo: DemoStation) -> None:
    demo.folder.own_store.write_bytes(b"no database at all, but long enough to be read as one" * 40)
    assert demo.do("call_help", page="home").status == "pending"
    assert demo.station.trouble is not None and demo.station.trouble.key == "store_broken"


def test_what_the_hub_refuses_disappears_from_the_terminal(demo: DemoStation) -> None:
    hidden = hide_store(demo.folder)
    answer = demo.do("call_help", page="home")
    assert [row.id for row in in_home(demo.station, t.help_calls)] == [answer.id]
    hidden.rename(demo.folder.own_store)
    forget_kind(demo)
    decided = demo.station.exchange()[answer.id]
    assert (decided.status, decided.reason) == ("refused", "fault")
    assert in_home(demo.station, t.help_calls) == [] and in_home(demo.station, t.pending) == []


def forget_kind(demo: DemoStation) -> None:
    with demo.station._database.write() as connection:
        connection.execute(
            update(t.outbox).where(t.outbox.c.state == "pending").values(payload=b'{"page": 1}')
        )


def test_a_row_changed_offline_goes_back_to_the_hubs_word_when_the_change_is_refused(
    demo: DemoStation,
) -> None:
    answer = demo.do("call_help", page="home")
    with demo.station._database.write() as connection:
        rows = {"tab": "help_calls", "id": answer.id}
        connection.execute(update(t.help_calls).values(page="imagined"))
        n = home_rows.add_command(
            connection,
            command_id="11111111-1111-4111-8111-111111111111",
            incarnation=incarnation(connection),
            seq=next_seq(connection),
            kind="nonsense",
            version=1,
            actor="terminal:A",
            payload=b"{}",
            made_at=TEN,
            rehearsal=True,
            uncertain=False,
            sealed=False,
            result={},
        )
        home_rows.mark_pending(connection, [(rows["tab"], rows["id"])], n)
        home_rows.advance(connection, TEN, 0, False)
    demo.station.exchange()
    assert [row.page for row in in_home(demo.station, t.help_calls)] == ["home"]


def incarnation(connection: Any) -> str:
    return str(home_rows.read_home(connection).incarnation)


def next_seq(connection: Any) -> int:
    return int(home_rows.read_home(connection).next_seq)


def test_what_another_process_of_the_home_has_sent_is_answered_all_the_same(
    demo: DemoStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin, own_turn = Station(demo.folder), demo.station._exchanger.run

    def after_the_twin(now: datetime, message: Any = None) -> Any:
        twin.exchange()
        return own_turn(now, message)

    monkeypatch.setattr(demo.station._exchanger, "run", after_the_twin)
    assert demo.do("call_help", page="home").status == "accepted"
    twin.close()


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def test_more_commands_than_one_message_carries_keep_the_times_at_which_they_were_made(
    demo: DemoStation,
) -> None:
    clock = Clock(TEN)
    station = Station(demo.folder, clock=clock)
    with station._database.write() as connection:
        connection.execute(update(t.home).values(last_made_at=None))
    with station._hub._database.write() as connection:  # type: ignore[attr-defined]
        connection.execute(update(t.incarnations).values(last_exchange=None))
    hidden = hide_store(demo.folder)
    made = {}
    for minute in range(203):
        clock.now = TEN + timedelta(minutes=minute)
        made[station.do(CallHelp(page=str(minute))).id] = clock.now
    hidden.rename(demo.folder.own_store)
    clock.now = TEN + timedelta(hours=9)
    assert len(station.exchange()) == 203
    assert {row.id: row.made_at for row in stored(demo.folder, t.help_calls)} == made
    station.close()


def test_of_two_cut_off_terminals_that_ask_for_one_room_the_second_is_refused_and_forgets(
    demo: DemoStation, tmp_path: Path
) -> None:
    url = sqlite_url(demo.folder.own_store)
    second = init(HomeFolder(tmp_path / "second"), Settings(terminal="", role="kiosk", demo=True, store=url))
    wish = from_fields(
        "request_booking",
        {"room": "huiyishi", "date": "2026-12-01", "start": "08:30", "end": "10:00", "people": 8}
        | {
            "party": {"kind": "group", "name": "太极队"},
            "contact_name": "李丽",
            "contact_phone": "13800000000",
        },
    )
    hidden = hide_store(demo.folder)
    first, other = (station.do(wish, at=TEN) for station in (demo.station, second))
    assert (first.status, other.status) == ("pending", "pending")
    hidden.rename(demo.folder.own_store)
    assert demo.station.exchange()[first.id].status == "accepted"
    refused = second.exchange()[other.id]
    assert (refused.status, refused.reason) == ("refused", "slot_taken")
    assert [row.id for row in in_home(second, t.bookings)] == [first.id]
    assert in_home(second, t.pending) == []
    assert verify_store(url) == verify_home(demo.folder) == verify_home(second.folder) == []
    second.close()
