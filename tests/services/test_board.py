"""What the calling board is told: numbers and rooms, nobody's name."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from kiosk.commands import records as r
from kiosk.commands.board import BoardNow
from tests.builders import MONDAY, DemoStation, beside
from tests.services.tickets import call, clerk, later, take


def board(demo: DemoStation, at: datetime = MONDAY) -> r.BoardNow:
    now: r.BoardNow = demo.ask(BoardNow(), at=at)
    return now


def request(demo: DemoStation, at: datetime, start: str, end: str, who: str | None = None) -> Any:
    return demo.accept(
        "request_booking", room="huiyishi", date=at.date().isoformat(), start=start, end=end, people=12, who=who,
        party={"kind": "group", "name": "银龄读书会"}, contact_name="张小明", contact_phone="13812341234", purpose="读书",
    )["booking"]  # fmt: skip


def test_the_last_five_numbers_each_once_the_latest_first(desk: DemoStation) -> None:
    for minute in range(7):
        ticket = take(desk)
        number = call(desk, later(minute))
        clerk(desk, "start_ticket", later(minute), ticket=ticket)
        clerk(desk, "resolve_ticket", later(minute), ticket=ticket)
    calls = board(desk, later(8)).calls
    assert [one.number for one in calls] == ["A007", "A006", "A005", "A004", "A003"]
    assert (calls[0].number, calls[0].code, calls[0].counter) == (number, "1", "1 号窗口")
    assert (calls[0].at, calls[0].calling) == (later(6), False)


def test_a_number_called_again_is_another_call_of_the_same_number(desk: DemoStation) -> None:
    ticket = take(desk)
    call(desk)
    (first,) = board(desk).calls
    clerk(desk, "recall_ticket", later(1), ticket=ticket)
    (again,) = board(desk, later(1)).calls
    assert first.calling and again.calling
    assert (first.number, first.id != again.id) == (again.number, True)


def test_yesterdays_calls_are_gone(desk: DemoStation) -> None:
    take(desk)
    call(desk)
    assert board(desk, MONDAY + timedelta(days=1)).calls == ()


def test_todays_rooms_name_nobody_and_leave_out_what_nobody_has_agreed_to(desk: DemoStation) -> None:
    day = MONDAY + timedelta(days=7)
    agreed = request(desk, day, "14:00", "15:30")
    clerk(desk, "approve_booking", booking=agreed)
    request(desk, day, "18:00", "19:30")
    now = board(desk, day)
    assert [(one.start, one.end, one.why) for one in now.rooms if one.room == "党群会议室"] == [
        (840, 930, "booking")
    ]
    told = msgspec.json.encode(now).decode()
    assert not any(name in told for name in ("银龄读书会", "张小明", "1381234"))
    assert [one for one in board(desk, day + timedelta(hours=6)).rooms if one.room == "党群会议室"] == []


def test_a_day_on_which_the_door_stays_shut_is_told_a_week_ahead(desk: DemoStation) -> None:
    shut = (MONDAY + timedelta(days=3)).date()
    desk.accept("override_day", who="manager", date=shut.isoformat(), open=False, note="消防检修")
    assert [(one.day, one.why) for one in board(desk).shut] == [(shut, "消防检修")]
    assert board(desk, MONDAY - timedelta(days=6)).shut == ()


def test_a_board_hears_of_a_call_that_a_cut_off_desk_made_once_the_line_is_back(
    demo: DemoStation, tmp_path: Path
) -> None:
    screen = beside(demo, tmp_path / "board", role="board")
    front = beside(demo, tmp_path / "front")
    number = str(demo.accept("open_ticket", item="gaoling")["number"])
    front.station.exchange()
    away = demo.folder.own_store.rename(tmp_path / "away.db")
    answer = front.do("call_number", who="clerk", counter="2", number=number)
    assert answer.status == "pending"
    screen.station.exchange()
    assert board(screen).calls == () and not board(screen).online
    away.rename(demo.folder.own_store)
    front.station.exchange()
    screen.station.exchange()
    now = board(screen)
    assert [(one.number, one.code) for one in now.calls] == [(number, "2")]
    assert now.online and now.updated is not None
    front.close()
    screen.close()
