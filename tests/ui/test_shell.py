"""The kiosk's shell as a person finds it: help, idle warning, wipe, mistakes; and what the guards forbid."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent

from kiosk.commands import records
from kiosk.commands.station import HomePage
from kiosk.domain.states import HelpState
from tests.fakes import FakeAnswer, FakeStation
from ui.app import QML, Look, Screens
from ui.context import Patience
from ui.tour.camera import Camera
from ui.tour.finger import Finger, accessible_name, descendants, is_button
from ui.tour.journey import Drive
from ui.viewmodels.board import load_board
from ui.viewmodels.desk import load_desk
from ui.viewmodels.help import Help
from ui.viewmodels.home import Home
from ui.viewmodels.idle import Idle
from ui.viewmodels.shell import Shell
from ui.viewmodels.stand import load_stand

AT = datetime(2026, 11, 23, 9, 41)
Opened = tuple[Drive, Screens, FakeStation]


@pytest.fixture
def open_kiosk(tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    opened: list[Screens] = []

    def start(station: FakeStation | None = None, language: str = "zh", large: bool = False) -> Opened:
        station = station or FakeStation()
        look = Look(language=language, large=large, size=(1080, 1920), pace=0)
        screens = Screens(lambda: station, "kiosk", look, lambda: AT, Patience(apology=0.05))
        opened.append(screens)
        camera = Camera(screens.window, screens.background, tmp_path, "test")
        camera.rest()
        return Drive(Finger(screens.window), camera, language, large), screens, station

    yield start
    for screens in opened:
        screens.close()


def test_home_shows_a_tile_for_every_service(open_kiosk: Callable[..., Opened]) -> None:
    kiosk, _, _ = open_kiosk()
    for name in ("办事取号", "场地预约", "图书借还"):
        assert kiosk.can(name)
    kiosk.sees("前面 3 人，约 12 分钟")


def test_news_change_a_figure_in_place_and_leave_the_tile_under_the_finger(
    open_kiosk: Callable[..., Opened],
) -> None:
    kiosk, screens, station = open_kiosk()
    tiles = {accessible_name(item): item for item in descendants(screens.window.contentItem())}
    seen = station.ask(HomePage())
    station.shows["HomePage"] = structs.replace(seen, waiting=7, wait_minutes=28)
    station.news()
    kiosk.waits_for("前面 7 人，约 28 分钟")
    now = {accessible_name(item): item for item in descendants(screens.window.contentItem())}
    assert now["办事取号"] is tiles["办事取号"]


def test_news_leave_home_alone_while_another_page_is_in_front(open_kiosk: Callable[..., Opened]) -> None:
    kiosk, _, station = open_kiosk()
    Shell.the().enter("rooms", False)
    station.shows["HomePage"] = None  # asked for, it would break
    station.news()
    kiosk._camera.rest()
    assert not Home.the()._problem and not Shell.the()._sorry


def test_a_help_call_is_asked_first_then_stored_with_the_page(open_kiosk: Callable[..., Opened]) -> None:
    kiosk, _, station = open_kiosk()
    kiosk.tap("叫人帮忙")
    assert station.done == []
    kiosk.tap("叫人过来")
    kiosk.sees("已通知工作人员")
    assert [getattr(wish, "page", None) for wish in station.done] == ["home"]


def test_a_pending_help_call_says_that_the_desk_sees_it_later(open_kiosk: Callable[..., Opened]) -> None:
    kiosk, _, _ = open_kiosk(FakeStation(answers={"CallHelp": FakeAnswer(status="pending")}))
    kiosk.tap("叫人帮忙")
    kiosk.tap("叫人过来")
    kiosk.sees("现在断网")


def test_a_failed_help_call_sends_the_person_to_the_desk(open_kiosk: Callable[..., Opened]) -> None:
    kiosk, _, _ = open_kiosk(FakeStation(trouble=RuntimeError("broken")))
    kiosk.tap("叫人帮忙")
    kiosk.tap("叫人过来")
    kiosk.sees("请直接到服务台")


def test_an_untouched_home_page_does_not_warn(open_kiosk: Callable[..., Opened]) -> None:
    open_kiosk()
    Idle.the().elapse()
    assert not Idle.the()._warning


def test_after_quiet_time_one_may_stay_or_all_is_wiped(open_kiosk: Callable[..., Opened]) -> None:
    kiosk, _, _ = open_kiosk()
    kiosk.tap("长辈版")
    kiosk.wait_idle()
    kiosk.tap("我还在")
    assert Shell.the()._large
    kiosk.wait_idle()
    kiosk.tap("结束并清除")
    assert not Shell.the()._large


def test_the_warning_does_not_come_during_a_help_call(open_kiosk: Callable[..., Opened]) -> None:
    kiosk, _, _ = open_kiosk()
    kiosk.tap("长辈版")
    Help.the().offer()
    kiosk.wait_idle()
    assert not Idle.the()._warning


def test_large_text_and_forms_get_more_time(open_kiosk: Callable[..., Opened]) -> None:
    open_kiosk()
    shell, idle = Shell.the(), Idle.the()
    plain = idle.patience()
    shell.enter("rooms.party", True)
    assert plain == 90 and idle.patience() == 150
    shell.toggle_large()
    assert idle.patience() == 300


def test_a_mistake_of_ours_leads_to_the_desk_and_back_home(
    open_kiosk: Callable[..., Opened], caplog: pytest.LogCaptureFixture
) -> None:
    kiosk, _, _ = open_kiosk()
    Shell.the().apologise()
    kiosk.waits_for("请到服务台")
    kiosk._camera.until(lambda: not Shell.the()._sorry, "home did not come back")


def test_english_is_spoken_and_ends_with_the_visit(open_kiosk: Callable[..., Opened]) -> None:
    kiosk, _, _ = open_kiosk()
    kiosk.tap("English")
    kiosk.sees("Get a number")
    Shell.the().wipe()
    kiosk.sees("办事取号")


@pytest.mark.parametrize(("language", "large"), [("zh", False), ("en", False), ("zh", True), ("en", True)])
def test_every_button_is_named_and_large_enough(
    open_kiosk: Callable[..., Opened], language: str, large: bool
) -> None:
    _, screens, _ = open_kiosk(language=language, large=large)
    buttons = [item for item in descendants(screens.window.contentItem()) if is_button(item)]
    assert buttons
    for button in buttons:
        assert accessible_name(button)
        assert min(button.width(), button.height()) >= 120


def test_every_qml_file_loads_without_a_warning(open_kiosk: Callable[..., Opened]) -> None:
    load_desk()
    load_board()
    load_stand()
    _, screens, _ = open_kiosk()
    for path in sorted((QML / "Yizhan").rglob("*.qml")):
        component = QQmlComponent(screens.engine, QUrl.fromLocalFile(str(path)))
        assert component.isReady() or "singleton" in component.errorString().lower(), component.errorString()


def test_the_gui_thread_opens_no_database(
    open_kiosk: Callable[..., Opened], monkeypatch: pytest.MonkeyPatch, demo: Any
) -> None:
    threads: list[str] = []
    connect = sqlite3.connect

    def noting(*args: Any, **options: Any) -> sqlite3.Connection:
        threads.append(threading.current_thread().name)
        return connect(*args, **options)

    monkeypatch.setattr(sqlite3, "connect", noting)
    monkeypatch.setattr("sqlite3.dbapi2.connect", noting)
    from kiosk.station import Station

    look = Look(size=(1080, 1920), pace=0)
    screens = Screens(lambda: Station(demo.folder), "kiosk", look, lambda: AT)
    Camera(screens.window, screens.background, Path("."), "guard").rest()
    screens.close()
    assert set(threads) == {"station", "sync"}


def test_who_called_sees_that_somebody_comes_or_whom_to_phone(
    open_kiosk: Callable[..., Opened],
) -> None:
    call = records.HelpCall(
        id="c", terminal="A", place="", page="home", status=HelpState.OPEN, made_at=AT, answered_by="",
        answered_at=None, phone="", pending=False,
    )  # fmt: skip
    station = FakeStation(shows={"HelpCallState": call})
    kiosk, _, _ = open_kiosk(station)
    kiosk.tap("叫人帮忙")
    kiosk.tap("叫人过来")
    kiosk.sees("已通知工作人员")
    station.shows["HelpCallState"] = structs.replace(call, phone="68880000")
    Help.the().look()
    kiosk.sees("68880000")
    station.shows["HelpCallState"] = structs.replace(call, status=HelpState.ANSWERED)
    Help.the().look()
    kiosk.sees("正在过来")
