"""The stand at the door as people see, scan and hear it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kiosk import exit_pin
from kiosk.cli import app
from kiosk.config import HomeFolder, Settings
from kiosk.devices.speaker import SimulatedSpeaker
from kiosk.domain.trouble import KioskError
from kiosk.station import Station
from ui.app import Look, Screens
from ui.tour.camera import Camera
from ui.tour.finger import Finger
from ui.tour.guard import Guard
from ui.tour.journey import Drive
from ui.tour.journeys.slip import NOT_OURS, approved, on_station
from ui.viewmodels.shell import Shell
from ui.viewmodels.stand.door import Stand
from ui.viewmodels.stand.leaving import Leaving

AT = datetime(2026, 11, 23, 9, 41)
TODAY = AT.date()
OpenStand = Callable[..., Drive]


@pytest.fixture
def door(demo_template: Path, tmp_path: Path) -> Iterator[OpenStand]:
    import shutil

    opened: list[Screens] = []
    shutil.copytree(demo_template, tmp_path / "home")

    def demo() -> Station:
        return Station(HomeFolder(tmp_path / "home"), clock=lambda: AT)

    def start(
        station: Callable[[], Any] = demo, size: tuple[int, int] = (1080, 1920), lang: str = "zh"
    ) -> Drive:
        screens = Screens(station, "stand", Look(size=size, pace=0, language=lang), lambda: AT)
        opened.append(screens)
        camera = Camera(screens.window, screens.background, tmp_path, "test", Guard(screens.window))
        camera.rest()
        return Drive(Finger(screens.window), camera, lang, False)

    yield start
    for screens in opened:
        screens.close()


def listen() -> SimulatedSpeaker:
    speaker = SimulatedSpeaker(prompt=True)
    Stand.the().use(speaker)
    return speaker


def booked(start: str, day: date = TODAY) -> str:
    return on_station(lambda station: approved(station, day, start))


def test_a_scan_checks_in_and_the_answer_goes_by_itself(door: OpenStand) -> None:
    stand, speaker = door(), listen()
    stand.sees("请扫码")
    stand.scan(booked("10:00"))
    stand.sees("签到成功")
    stand.sees("党群会议室")
    assert speaker.heard == ["success", "签到成功，请到党群会议室"]
    Stand.the()._ending.timeout.emit()
    stand.sees("请扫码")


def test_the_same_code_held_on_is_one_scan_and_another_one_replaces_it(door: OpenStand) -> None:
    stand, speaker = door(), listen()
    code = booked("10:00")
    stand.scan(code)
    stand.scan(code)
    stand.sees("签到成功")
    assert speaker.heard.count("success") == 1
    stand.scan(NOT_OURS)
    stand.sees("不认识这个码")
    stand.scan(code)
    stand.sees("已签过到")


def test_how_many_have_come_may_be_said(door: OpenStand) -> None:
    stand = door()
    stand.scan(booked("10:00"))
    stand.tap("多一位")
    stand.tap("确定")
    stand.sees("登记了 5 人")


def test_a_scan_that_cannot_be_kept_says_where_to_go(door: OpenStand) -> None:
    stand, speaker = door(), listen()
    code = booked("10:00")
    stand.break_down(KioskError("disk_full"))
    stand.scan(code)
    stand.sees("没能签到")
    assert speaker.heard[0] == "refusal"


def test_a_home_that_cannot_be_opened_is_tried_again(door: OpenStand, tmp_path: Path) -> None:
    broken = [True]

    def open_it() -> Station:
        if broken[0]:
            raise KioskError("home_damaged", home="")
        return Station(HomeFolder(tmp_path / "home"), clock=lambda: AT)

    stand = door(open_it)
    stand.waits_for("请到服务台签到")
    Stand.the().refresh()
    stand.sees("请到服务台签到")
    broken[0] = False
    Stand.the().refresh()
    stand.waits_for("请扫码")


def test_only_the_pin_leads_out_of_the_full_screen(door: OpenStand, monkeypatch: pytest.MonkeyPatch) -> None:
    stand, gone = door(), list[bool]()
    leaving = Leaving.the()
    monkeypatch.setattr(leaving, "_go", lambda: gone.append(True))
    leaving.guard(lambda typed: typed == "4711", bolted=True)
    assert not leaving.may_close()  # Alt+F4
    stand.sees("退出签到台？")
    for _ in range(5):
        stand.digits("1234")
        stand.tap("退出")
    stand.digits("4711")
    stand.tap("退出")
    stand.sees("错太多次了，请等一分钟")
    leaving._wrong_until = 0.0
    stand.digits("4711")
    stand.tap("退出")
    assert gone == [True]


def test_both_languages_take_turns(door: OpenStand) -> None:
    stand = door()
    Stand.the().alternate(True)
    Stand.the()._talking.timeout.emit()
    stand.use_language("en")
    stand.sees("请扫码")
    stand.scan(NOT_OURS)
    stand.use_language("zh")
    stand.sees("不认识这个码")
    assert not Shell.the()._english


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768)])
def test_it_is_whole_on_a_wide_screen(door: OpenStand, size: tuple[int, int]) -> None:
    stand = door(size=size, lang="en")
    code = booked("10:00")
    Stand.the().refresh()
    stand.shot()
    stand.scan(code)
    stand.shot()


def test_in_service_a_stand_without_a_pin_does_not_fill_the_screen(tmp_path: Path) -> None:
    folder = HomeFolder(tmp_path / "home")
    folder.path.mkdir()
    folder.save(Settings(terminal="B", role="stand", demo=False))
    ran = CliRunner().invoke(app, ["--home", str(folder.path), "stand"])
    assert (ran.exit_code, "--set-pin" in ran.stderr) == (2, True)
    ran = CliRunner().invoke(app, ["--home", str(folder.path), "stand", "--set-pin"], input="12\n12\n")
    assert ran.exit_code == 2
    ran = CliRunner().invoke(app, ["--home", str(folder.path), "stand", "--set-pin"], input="4711\n4711\n")
    assert ran.exit_code == 0
    is_pin = exit_pin.checker(folder.load())
    assert is_pin is not None and is_pin("4711") and not is_pin("4712")
    assert "4711" not in folder.settings_file.read_text("utf-8")


def test_a_scan_is_answered_while_nobody_has_noticed_the_wait(door: OpenStand) -> None:
    """From the scanner's last key to the answer's words."""
    import time

    from PySide6.QtCore import QCoreApplication

    door()
    code, took = booked("14:00"), list[float]()
    for _ in range(5):
        Stand.the().end()
        begin = time.perf_counter()
        Stand.the().read(code)
        while Stand.the()._state != "answer":
            QCoreApplication.processEvents()
        took.append(time.perf_counter() - begin)
    assert sorted(took)[2] < 0.4
