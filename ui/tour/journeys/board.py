"""The calling board, which nobody touches: before the first call, at rest, calling, cut off."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from kiosk.commands.announcements import PostAnnouncement
from kiosk.commands.board import BoardNow
from kiosk.commands.station import OverrideDay
from kiosk.commands.tickets import CallNext, StartTicket
from kiosk.devices.speaker import SimulatedSpeaker
from ui.tour.journey import Drive, journey
from ui.viewmodels.board.calls import Board


def act(board: Drive, what: Callable[[Any, Any], Any], who: str = "clerk") -> None:
    """Somebody does something at another terminal, and the board hears of it."""
    board.at_station(lambda station: what(station, station.find_actor(who)))
    Board.the().refresh()


def call(station: Any, clerk: Any) -> str:
    answer = station.do(CallNext(counter="2"), clerk)
    assert answer.status == "accepted", answer
    return str(answer.result["ticket"])


def call_and_serve(station: Any, clerk: Any) -> None:
    station.do(StartTicket(ticket=call(station, clerk)), clerk)


def listen(voices: tuple[str, ...] = ("zh",)) -> SimulatedSpeaker:
    speaker = SimulatedSpeaker(voices=voices, prompt=True)
    Board.the().use(speaker)
    return speaker


@journey("board_empty", who="board")
def empty(board: Drive) -> None:
    """Nobody has been called, and there is no loudspeaker: both are said quietly."""

    def forget_calls(station: Any, _: Any) -> None:
        ask = station.ask
        station.ask = lambda question, *more: (
            msgspec.structs.replace(ask(question, *more), calls=())
            if isinstance(question, BoardNow)
            else ask(question, *more)
        )

    act(board, forget_calls)
    board.sees("今天还没有叫号")
    board.sees("没有声音，请看屏幕")
    board.shot()


@journey("board_announcement", who="board")
def announcement(board: Drive) -> None:
    """What everybody is told, between calls."""
    listen()
    act(board, tell_all)
    board.waits_for("义诊", "check-ups")
    board.shot()


@journey("board_calls", who="board")
def calls(board: Drive) -> None:
    """At rest, with a day that stays shut; two numbers called at once; the second one again."""
    speaker = listen()
    act(board, shut_thursday, "manager")
    board.waits_for("消防检修")
    board.shot()
    assert speaker.heard == []  # called before the board was switched on
    act(board, call_and_serve)
    board.waits_for("A002")
    act(board, call)
    board.waits_for("A003")
    board.shot()
    assert speaker.heard == ["chime", "请A 零 零 三号到2 号窗口"]


@journey("board_cut_off", who="board")
def cut_off(board: Drive) -> None:
    """It goes on without the hub, and says how old its news is."""
    listen()
    act(board, call_and_serve)
    board.waits_for("A002")
    board.cut_line()
    Board.the().refresh()
    board.waits_for("最后更新", "Last updated")
    board.shot()


def shut_thursday(station: Any, manager: Any) -> None:
    station.do(OverrideDay(date=date(2026, 11, 26), open=False, note="消防检修"), manager)


def tell_all(station: Any, clerk: Any) -> None:
    said = "周六上午 9 点义诊：量血压、看眼睛，在一楼大厅，不用取号"
    in_english = (
        "Free check-ups on Saturday at 9: blood pressure and eyes, on the ground floor; no number needed"
    )
    wish = PostAnnouncement(text=said, text_en=in_english, until_day=date(2026, 11, 28))
    assert station.do(wish, clerk).status == "accepted"
