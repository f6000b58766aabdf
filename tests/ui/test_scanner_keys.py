"""A scanner that is a keyboard, on the kiosk's pages: whatever has the focus, and beside the pinyin keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.conftest import OpenKiosk
from tests.ui.test_keyboard import PAGE
from ui.tour.journey import Drive
from ui.viewmodels.scan import Scan
from ui.viewmodels.shell import Shell

BOOK = "S0000001"


@pytest.fixture
def typing(kiosk: OpenKiosk, tmp_path: Path) -> Drive:
    """A page with a text field in focus; nothing else opens when something is scanned."""
    drive = kiosk()
    page = tmp_path / "Page.qml"
    page.write_text(PAGE, encoding="utf-8")
    Shell.the().open(str(page.as_uri()))
    drive.tap("书名")
    return drive


@pytest.fixture
def heard() -> list[str]:
    heard: list[str] = []
    return heard


def written(drive: Drive) -> str:
    drive._camera.rest()
    field = drive._finger._window.activeFocusItem()
    return str(field.property("text")) + str(field.property("preeditText"))


def test_a_scan_into_a_field_in_focus_is_heard_and_leaves_nothing_there(
    typing: Drive, heard: list[str]
) -> None:
    Scan.the().use(heard.append)
    typing.scan("YZ1:ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert heard == ["yz1:abcdefghijklmnopqrstuvwxyz"]  # QTest writes small letters, whatever Shift
    assert written(typing) == ""


def test_what_was_written_in_pinyin_and_not_chosen_yet_stays_as_it_was(
    typing: Drive, heard: list[str]
) -> None:
    Scan.the().use(heard.append)
    typing.type("sgyy")
    before = written(typing)
    typing.scan(BOOK)
    assert (len(heard), written(typing)) == (1, before)
    typing.candidate("三国演义")
    assert written(typing) == "三国演义"


def test_what_hands_type_on_a_real_keyboard_arrives_in_its_order(typing: Drive, heard: list[str]) -> None:
    Scan.the().use(heard.append)
    window = typing._finger._window
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_Backspace, Qt.Key.Key_C, Qt.Key.Key_1):
        QTest.keyClick(window, key)
        QTest.qWait(30)
    assert (written(typing), heard) == ("ac1", [])


def test_a_scan_presses_no_button_and_its_releases_go_nowhere(kiosk: OpenKiosk) -> None:
    class Witness(QObject):
        seen: list[QEvent.Type] = []  # noqa: RUF012

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self.seen.append(event.type())
            return False

    drive, witness = kiosk(), Witness()
    window = drive._finger._window
    window.contentItem().installEventFilter(witness)
    focus = window.activeFocusItem()
    if focus is not None:
        focus.installEventFilter(witness)
    drive.scan(BOOK)
    assert drive.page == "identify.card"
    assert [kind for kind in witness.seen if kind == QEvent.Type.KeyPress] == []


def test_without_a_terminator_it_is_heard_after_a_moment(typing: Drive, heard: list[str]) -> None:
    Scan.the().use(heard.append)
    for digit in "3709152841":
        QTest.keyClick(typing._finger._window, Qt.Key(ord(digit)))
    typing._camera.rest()
    assert (heard, written(typing)) == (["3709152841"], "")


def test_the_input_method_is_the_pinyin_keyboard(typing: Drive) -> None:
    import os

    assert os.environ["QT_IM_MODULE"] == "qtvirtualkeyboard"
    assert QGuiApplication.inputMethod().isVisible()
