"""The board as people in the hall see and hear it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.commands import records as r
from kiosk.commands.board import BoardNow
from kiosk.devices.speaker import MachineSpeaker, SimulatedSpeaker
from kiosk.domain.announcements import MOST, MOST_ENGLISH
from kiosk.domain.trouble import KioskError
from tests.fakes import FakeStation
from ui.app import Look, Screens, application
from ui.tour.camera import Camera
from ui.tour.finger import Finger
from ui.tour.guard import Guard
from ui.tour.journey import Drive
from ui.viewmodels.board.calls import Board
from ui.viewmodels.board.spoken import spoken

AT = datetime(2026, 11, 23, 9, 41)
Show = Callable[..., Drive]


def call(number: str, id: str = "", *, calling: bool = True, code: str = "1") -> r.BoardCall:
    return r.BoardCall(
        id=id or number, number=number, code=code, counter=f"{code} 号窗口" if code else "",
        counter_en=f"Counter {code}" if code else "", at=AT, calling=calling,
    )  # fmt: skip


def now(*calls: r.BoardCall, **other: Any) -> r.BoardNow:
    plain: dict[str, Any] = {
        "name": "华垦社区党群服务驿站", "name_en": "Huaken Community Service Station", "waiting": 3, "counters_open": True,
        "counters_from": AT, "opens": "8:30", "closes": "21:00", "rooms": (), "shut": (), "said": (), "online": True,
        "updated": AT,
    }  # fmt: skip
    return r.BoardNow(calls=calls, **(plain | other))


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Show]:
    """Shows a state, and later another one, on one board."""
    station, opened = FakeStation(), list[tuple[Screens, Drive]]()

    def show(state: r.BoardNow, size: tuple[int, int] = (1920, 1080), language: str = "zh") -> Drive:
        station.shows[BoardNow.__name__] = state
        if not opened:
            screens = Screens(
                lambda: station, "board", Look(size=size, pace=0, language=language), lambda: AT
            )
            camera = Camera(
                screens.window, screens.background, tmp_path, "t", Guard(screens.window, board=True)
            )
            opened.append((screens, Drive(Finger(screens.window), camera, language, False)))
        Board.the().refresh()
        opened[0][1]._camera.rest()
        return opened[0][1]

    yield show
    for screens, _ in opened:
        screens.close()


def listen(**more: Any) -> SimulatedSpeaker:
    speaker = SimulatedSpeaker(**more)
    Board.the().use(speaker)
    return speaker


def test_what_was_called_before_is_shown_and_what_is_called_then_is_said(hall: Show) -> None:
    hall(now(call("A001")))
    speaker = listen(prompt=True)
    board = hall(now(call("A002", code="2"), call("A001")))
    board.sees("A002")
    board.sees("请到 2 号窗口")
    assert speaker.heard == ["chime", "请A 零 零 二号到2 号窗口"]


def test_the_card_shows_the_number_that_is_being_said(hall: Show) -> None:
    hall(now())
    listen()
    hall(now(call("B002", code="2"), call("A001")))
    assert (Board.the()._now["number"], [row["number"] for row in Board.the()._before]) == ("A001", ["B002"])


def test_a_call_again_is_said_again_and_who_has_come_is_not_called(hall: Show) -> None:
    hall(now(call("A001", "first")))
    speaker = listen(prompt=True)
    hall(now(call("A001", "again")))
    assert speaker.heard[0] == "chime" and len(speaker.heard) == 2
    hall(now(call("A002", calling=False), call("A001", "again")))
    assert len(speaker.heard) == 2


def test_a_board_without_a_sound_says_so_and_still_calls(hall: Show) -> None:
    hall(now())
    listen(can_play=False)
    board = hall(now(call("A001")))
    board.sees("没有声音，请看屏幕")
    board.sees("A001")


def test_a_board_that_is_cut_off_says_how_old_its_news_is(hall: Show) -> None:
    hall(now(call("A001"), online=False)).sees("最后更新 09:41")
    hall(now(call("A001"), online=False, updated=datetime(2026, 11, 22, 18, 5))).sees(
        "最后更新 11月22日 周日 18:05"
    )


def test_a_board_that_cannot_be_served_keeps_what_it_knows(hall: Show) -> None:
    board = hall(now(call("A001")))
    Board.the()._fail(KioskError("store_busy"))
    board.sees("A001")
    board.sees("最后更新 09:41")
    hall(now(call("A001")))
    assert Board.the()._cut_off == ""


def test_nothing_is_spoken_but_number_and_counter() -> None:
    assert spoken(call("A012")) == {
        "zh": "请A 零 一 二号到1 号窗口",
        "en": "Number A 0 1 2, please go to Counter 1",
    }
    assert spoken(call("A012", code=""))["zh"] == "请A 零 一 二号到窗口"


def test_a_machine_without_loudspeaker_and_voice_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    application()
    monkeypatch.setattr(MachineSpeaker, "can_play", property(lambda _: False))
    monkeypatch.setattr(MachineSpeaker, "_find_engine", lambda _: None)
    speaker, heard = MachineSpeaker(), list[str]()
    speaker.play("chime", lambda: heard.append("chime"))
    speaker.speak("请", "zh", lambda: heard.append("speech"))
    assert (heard, speaker.voices) == (["chime", "speech"], ())


ROOMS = tuple(
    r.BoardRoom(room="党建活动区", room_en="Party activity area", start=600 + n * 90, end=690 + n * 90, why="booking",
                title="", title_en="")
    for n in range(5)
)  # fmt: skip


def test_announcements_take_turns_beside_the_rooms(hall: Show) -> None:
    two = tuple(r.BoardSaid(text=text, text_en="") for text in ("周六义诊", "冬至包饺子"))
    board = hall(now(call("A001"), rooms=ROOMS, said=two))
    board.sees("周六义诊")
    Board.the()._turn()
    board.waits_for("冬至包饺子")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1080, 1920)])
def test_the_fullest_board_is_whole_in_every_shape(hall: Show, size: tuple[int, int], language: str) -> None:
    many = [call(f"AB00{n}", code="12") for n in range(5)]
    shut = (r.ShutDay(day=AT.date(), why="消防检修", why_en="Fire safety check"),) * 3
    longest = r.BoardSaid(text="字" * MOST, text_en=("long words " * MOST_ENGLISH)[:MOST_ENGLISH])
    full: dict[str, Any] = {"rooms": ROOMS, "shut": shut, "said": (longest,), "online": False}
    board = hall(now(*many, **full), size, language)
    board.shot()
    hall(now(call("AB0009", code="12"), *many[:4], **full))
    board.shot()


def test_without_a_home_the_verb_says_so(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["--home", str(tmp_path / "none"), "board"])
    assert (ran.exit_code, len(ran.stderr.splitlines())) == (2, 1)
