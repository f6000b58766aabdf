"""The exchange of a home with its store: a refusal leaves nothing, a queue keeps its times."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from db import home as home_rows
from db import tables as t
from db.engines import Database, StoreAway, sqlite_url
from kiosk.commands.base import from_fields
from kiosk.commands.tickets import CallHelp
from kiosk.config import HomeFolder, Settings
from kiosk.services.registry import HANDLERS
from kiosk.station import Station
from kiosk.station_setup import init
from tests.builders import DemoStation
from tests.services.bookings import a_request
from tests.stores import Clock, Shared

TEN = datetime(2026, 11, 23, 10, 0)
HELP = CallHelp(page="home")


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


def test_without_its_store_the_terminal_keeps_what_is_wished_as_pending(shared: Shared) -> None:
    station = shared["a"]
    shared.hide()
    answer = station.do(HELP, at=TEN)
    assert (answer.status, station.online) == ("pending", False)
    shared.show()
    assert station.exchange()[answer.id].status == "accepted"
    assert station.online and shared.in_home("a", t.pending) == []


def test_without_its_store_nothing_that_needs_the_hub_is_kept(shared: Shared) -> None:
    station = shared["a"]
    manager = station.find_actor("manager")
    shared.hide()
    answer = station.do(from_fields("override_day", {"date": "2026-12-01", "working": False}), manager, TEN)
    assert (answer.status, answer.reason) == ("refused", "hub_unreachable")
    assert shared.in_home("a", t.calendar_days) == []


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


def test_what_the_hub_refuses_disappears_from_the_terminal(shared: Shared) -> None:
    station = shared["a"]
    shared.hide()
    answer = station.do(HELP, at=TEN)
    assert [row.id for row in shared.in_home("a", t.help_calls)] == [answer.id]
    shared.show()
    forget_kind(station)
    decided = station.exchange()[answer.id]
    assert (decided.status, decided.reason) == ("refused", "fault")
    assert shared.in_home("a", t.help_calls) == shared.in_home("a", t.pending) == []


def forget_kind(station: Station) -> None:
    with station._database.write() as connection:
        connection.execute(
            update(t.outbox).where(t.outbox.c.state == "pending").values(payload=b'{"page": 1}')
        )


def test_a_row_changed_offline_goes_back_to_the_hubs_word_when_the_change_is_refused(
    shared: Shared,
) -> None:
    station = shared["a"]
    answer = station.do(HELP, at=TEN)
    with station._database.write() as connection:
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
    station.exchange()
    assert [row.page for row in shared.in_home("a", t.help_calls)] == ["home"]


def incarnation(connection: Any) -> str:
    return str(home_rows.read_home(connection).incarnation)


def next_seq(connection: Any) -> int:
    return int(home_rows.read_home(connection).next_seq)


def test_what_another_process_of_the_home_has_sent_is_answered_all_the_same(
    shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = shared["a"]
    twin, own_turn = Station(station.folder), station._exchanger.run

    def after_the_twin(now: datetime, message: Any = None) -> Any:
        twin.exchange()
        return own_turn(now, message)

    monkeypatch.setattr(station._exchanger, "run", after_the_twin)
    assert station.do(HELP, at=TEN).status == "accepted"
    twin.close()


def test_more_commands_than_one_message_carries_keep_the_times_at_which_they_were_made(
    shared: Shared,
) -> None:
    clock = Clock(TEN)
    station = shared.open("a", clock=clock)
    station.exchange()
    shared.hide()
    made = {}
    for minute in range(203):
        clock.now = TEN + timedelta(minutes=minute)
        made[station.do(CallHelp(page=str(minute))).id] = clock.now
    shared.show()
    clock.now = TEN + timedelta(hours=9)
    assert len(station.exchange()) == 203
    assert {row.id: row.made_at for row in shared.stored(t.help_calls)} == made
    assert shared.wrongs() == []


def test_of_two_cut_off_terminals_that_ask_for_one_room_the_second_is_refused_and_forgets(
    shared: Shared,
) -> None:
    wish = from_fields("request_booking", a_request(date="2026-12-01"))
    stations = (shared["a"], shared["b"])
    shared.hide()
    first, other = (station.do(wish, at=TEN) for station in stations)
    assert (first.status, other.status) == ("pending", "pending")
    shared.show()
    assert shared["a"].exchange()[first.id].status == "accepted"
    refused = shared["b"].exchange()[other.id]
    assert (refused.status, refused.reason) == ("refused", "slot_taken")
    assert [row.id for row in shared.in_home("b", t.bookings)] == [first.id]
    assert shared.in_home("b", t.pending) == [] and shared.wrongs() == []


def cancel_of(booking: str) -> Any:
    return from_fields("cancel_booking", {"booking": booking})


def test_what_builds_on_a_refused_wish_is_refused_for_that_wishs_reason(shared: Shared) -> None:
    wish = from_fields("request_booking", a_request(date="2026-12-01"))
    first, desk = shared["a"], shared["c"]
    clerk = desk.find_actor("clerk")
    shared.hide()
    first.do(wish, at=TEN)
    asked = desk.do(wish, clerk, TEN)
    cancelled = desk.do(cancel_of(asked.id), clerk, TEN)
    assert (asked.status, cancelled.status) == ("pending", "pending")
    shared.show()
    first.exchange()
    decided = desk.exchange()
    assert (decided[asked.id].reason, decided[cancelled.id].reason) == ("slot_taken", "depends_on")
    because = {"on": asked.id, "kind": "request_booking", "reason": "slot_taken"}
    assert decided[cancelled.id].detail == because
    assert shared.wrongs() == []


def test_a_handler_that_fails_stops_neither_the_next_command_nor_another_terminal(
    shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    station, handler = shared["a"], HANDLERS[CallHelp]

    def failing(work: Any, wish: Any, made: Any) -> Any:
        done = handler(work, wish, made)
        if made.at_hub and wish.page == "bad":
            raise ZeroDivisionError  # after it has written
        return done

    monkeypatch.setitem(HANDLERS, CallHelp, failing)
    shared.hide()
    kept = [station.do(CallHelp(page=page), at=TEN) for page in ("good", "bad", "better")]
    shared.show()
    decided = station.exchange()
    assert [decided[answer.id].reason for answer in kept] == [None, "fault", None]
    assert shared["b"].do(HELP, at=TEN).status == "accepted"
    assert {row.page for row in shared.stored(t.help_calls)} == {"good", "better", "home"}
    assert shared.wrongs() == []


def test_a_command_about_somebody_who_was_erased_meanwhile_is_refused(shared: Shared) -> None:
    desk, kiosk = shared["c"], shared["a"]
    registered = desk.do(
        from_fields("register_resident", {"name": "慕容·示范人", "birth_month": "1950-03", "consent": "zh-1"}),
        desk.find_actor("clerk"), TEN,
    )  # fmt: skip
    kiosk.exchange()
    about_them = from_fields("open_ticket", {"item": "gaoling", "resident": registered.id})
    shared["b"].exchange()
    boss = shared["b"].find_actor("manager")
    actor = kiosk.find_actor(str(registered.result["card"]))
    kiosk_hub = kiosk._exchanger.hub
    kiosk._exchanger.hub = _Away()
    waits = kiosk.do(about_them, actor, TEN)
    assert waits.status == "pending"
    erased = shared["b"].do(from_fields("erase_resident", {"resident": registered.id}), boss, TEN)
    assert erased.status == "accepted"
    kiosk._exchanger.hub = kiosk_hub
    assert kiosk.exchange()[waits.id].reason == "erased"
    assert shared.stored(t.tickets) == [] and shared.wrongs() == []


class _Away:
    """Of one terminal alone the line is cut."""

    def exchange(self, request: Any) -> Any:
        raise StoreAway("store_unreachable", store="-", why="cut")
