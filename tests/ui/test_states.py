"""Slow, cut off, broken, and gone: what the kiosk shows, and that nothing typed outlives the visit."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import qmlContext

from kiosk.rehearsal import rehearsals
from tests.ui.test_shell import Opened, open_kiosk  # noqa: F401
from ui.app import Look, Screens
from ui.tour.camera import Camera
from ui.tour.finger import Finger, descendants
from ui.tour.journey import Drive
from ui.viewmodels.base import all_made
from ui.viewmodels.help import Help
from ui.viewmodels.idle import Idle
from ui.viewmodels.shell import Shell

AT = datetime(2026, 11, 23, 9, 41)
PHONE, TITLE = "13800138000", "三国演义"


@pytest.fixture
def visit(tmp_path: Path) -> Iterator[tuple[Drive, Screens]]:
    """Someone at the rehearsal station."""
    with rehearsals(AT) as homes:
        screens = Screens(homes.open, "kiosk", Look(size=(1080, 1920), pace=0), lambda: AT)
        camera = Camera(screens.window, screens.background, tmp_path, "visit")
        yield Drive(Finger(screens.window), camera, "zh", False, homes), screens
        screens.close()


def type_things(kiosk: Drive) -> None:
    kiosk.tap("图书借还")
    kiosk.tap("找书")
    kiosk.type("sgyy")
    kiosk.candidate(TITLE)
    kiosk.tap("首页")
    kiosk.tap("办事取号")
    kiosk.tap("跑腿上门")
    kiosk.tap("跑腿代办")
    kiosk.tap("下一步")
    kiosk.digits(PHONE)
    QGuiApplication.clipboard().setText(PHONE)


def remembered(screens: Screens) -> str:
    """All that view-models, their lists, text fields and the clipboard hold."""
    models: list[QObject] = [*all_made()]
    lists = [value for model in models for value in vars(model).values() if isinstance(value, QObject)]
    held = [repr(vars(one)) for one in [*models, *lists]]
    for item in descendants(screens.window.contentItem()):
        if item.inherits("QQuickTextInput") and qmlContext(item):
            held += [str(item.property("text")), str(item.property("preeditText"))]
    return " ".join([*held, QGuiApplication.clipboard().text()])


@pytest.mark.parametrize("end", ["wiped", "idle"])
def test_nothing_typed_outlives_the_visit(visit: tuple[Drive, Screens], end: str) -> None:
    kiosk, screens = visit
    type_things(kiosk)
    assert PHONE in remembered(screens)
    if end == "wiped":
        kiosk.tap("结束并清除")
    else:
        kiosk.wait_idle()
        while Idle.the()._warning:
            Idle.the()._count_down()
    kiosk.sees("办事取号")
    held = remembered(screens)
    assert PHONE not in held and TITLE not in held and "sgyy" not in held
    assert not QGuiApplication.inputMethod().isVisible()


def test_the_footer_turns_by_itself_when_the_line_goes_and_comes(open_kiosk: Callable[..., Opened]) -> None:  # noqa: F811
    kiosk, _, station = open_kiosk()
    station.online = False
    station.news()
    kiosk.waits_for("断网也能办，数据稍后同步")
    station.online = True
    station.news()
    kiosk.waits_for("已联网，数据已同步")


def test_a_wish_tells_at_once_that_the_line_has_gone(open_kiosk: Callable[..., Opened]) -> None:  # noqa: F811
    kiosk, _, station = open_kiosk()
    station.online = False
    kiosk.tap("叫人帮忙")
    kiosk.tap("叫人过来")
    kiosk.tap("知道了")
    kiosk.waits_for("断网也能办，数据稍后同步")


@pytest.mark.parametrize("failure", [RuntimeError("broken"), SystemExit(3), MemoryError()])
def test_a_crash_on_the_worker_leaves_no_frozen_page(
    open_kiosk: Callable[..., Opened],  # noqa: F811
    caplog: pytest.LogCaptureFixture,
    failure: BaseException,
) -> None:
    kiosk, _, _ = open_kiosk()

    def fail(station: Any) -> None:
        raise failure

    Shell.the()._run(fail, lambda _: None)
    kiosk._camera.until(lambda: bool(Shell.the()._sorry), "no apology came")
    kiosk._camera.until(lambda: not Shell.the()._sorry, "home did not come back")
    kiosk.tap("叫人帮忙")
    kiosk.sees("要叫工作人员过来吗？")


def test_an_answer_that_a_page_cannot_take_leads_to_the_desk(
    open_kiosk: Callable[..., Opened],  # noqa: F811
    caplog: pytest.LogCaptureFixture,
) -> None:
    kiosk, _, _ = open_kiosk()
    Shell.the()._run(lambda station: None, lambda answer: answer.number)
    kiosk._camera.until(lambda: bool(Shell.the()._sorry), "no apology came")


def test_while_the_worker_is_slow_help_can_be_asked_for(open_kiosk: Callable[..., Opened]) -> None:  # noqa: F811
    kiosk, _, station = open_kiosk()
    with kiosk.held():
        kiosk.press("叫人帮忙")
        kiosk.waits_for("要叫工作人员过来吗？")
        kiosk.press("叫人过来")
        kiosk.press("正在通知…")
        kiosk.waits_for("还在办，请稍等")
    assert len(station.done) == 1 and Help.the()._state == "called"
