"""Scanners with a cable as the screens use them: started, heard, away, and said where staff looks."""

from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.config import HomeFolder
from kiosk.devices.scanners.simulated import SimulatedScanner
from tests.ui.conftest import AT, OpenDesk, OpenKiosk, listed
from ui.viewmodels.desk.session import Session
from ui.viewmodels.scanners import Scanners

CARD = "3709152841"
PERSON = {"kind": "person", "name": "张三"}
REQUEST = (
    "request_booking",
    {
        "room": "huiyishi", "date": "2026-12-02", "start": "14:00", "end": "15:30", "people": 4, "party": PERSON,
        "contact_name": "张三", "contact_phone": "13490000007", "purpose": "开会",
    },
)  # fmt: skip


def simulated() -> SimulatedScanner:
    scanner = SimulatedScanner("柜台", clock=lambda: AT - timedelta(minutes=1))
    Scanners.the().use([scanner])
    return scanner


def test_a_scan_from_another_thread_opens_its_page(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    scanner = simulated()
    scanner.scan("9787544258609")
    drive.waits_for("在架")
    assert drive.page == "library.title"


def test_without_a_scanner_the_pages_ask_for_numbers_until_it_is_back(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    scanner = simulated()
    drive.tap("图书借还")
    drive.tap("还书")
    scanner.unplug()
    drive.waits_for("扫码器没连上，请输入号码")
    scanner.plug()
    drive.waits_for("把书的条码对准扫码窗")


def test_the_desk_says_that_its_scanner_is_away_and_which_group_to_join(front: OpenDesk) -> None:
    desk = front("manager")
    scanner = simulated()
    scanner.unplug()
    desk.waits_for("扫码器没连上")
    desk.hit("F7")
    desk.sees("今天 09:40 起没有连上")
    desk.hit("Escape")
    scanner.forbid("dialout")
    desk.waits_for("扫码器没连上")
    desk.hit("F7")
    desk.sees("加进 dialout 组")
    desk.hit("Escape")
    scanner.plug()
    desk.waits_until_gone("扫码器没连上")


def test_at_the_desk_a_scan_is_looked_up_and_triggers_no_shortcut(front: OpenDesk) -> None:
    desk = front("clerk", REQUEST)
    desk.scan("Y" * 12)  # Y approves, were it a hand
    assert [one["status"] for one in listed(desk, "bookings") if one["contact_name"]] == ["requested"]
    desk.scan(CARD)
    assert Session.the()._page == "people"


def test_at_the_desk_any_scanner_fills_the_field_in_focus(front: OpenDesk) -> None:
    desk = front("clerk")
    scanner = simulated()
    desk.hit("/")
    scanner.scan(CARD)
    desk._camera.until(lambda: Session.the()._page == "people", "the card was not looked up")
    desk.hit("Ctrl+1")
    desk.hit("/")
    desk.scan(CARD)
    assert Session.the()._page == "people"


@pytest.mark.parametrize(
    ("table", "code", "words"),
    [
        ("", 0, "one that is a keyboard works"),
        ('[[devices.scanners]]\nkind = "serial"\nname = "A"\nport = "/dev/ttyNone"', 1, "scanner A (serial) is away"),
        ('[[devices.scanners]]\nkind = "laser"', 1, "kind must be one of wedge, serial, evdev"),
        ('[[devices.scanners]]\nkind = "serial"\nport = "/dev/null"', 0, "scanner /dev/null (serial) is there"),
    ],
)  # fmt: skip
def test_the_doctor_tells_of_each_scanner(
    demo_template: Path, tmp_path: Path, table: str, code: int, words: str
) -> None:
    import shutil

    home = tmp_path / "home"
    shutil.copytree(demo_template, home)
    folder = HomeFolder(home)
    folder.settings_file.write_text(folder.settings_file.read_text("utf-8") + table, "utf-8")
    result = CliRunner().invoke(app, ["--home", str(home), "doctor", "--lang", "en"])
    assert words in result.output
    assert result.exit_code >= code


def test_settings_with_scanners_are_saved_and_read_again(tmp_path: Path) -> None:
    folder = HomeFolder(tmp_path)
    text = 'terminal = "A"\nrole = "kiosk"\ndemo = true\n[[devices.scanners]]\nkind = "evdev"\nusb = "0c2e:0901"\n'
    folder.settings_file.write_text(text + '[[devices.scanners]]\nkind = "wedge"\nprefix = "~\\t"\n', "utf-8")
    settings = folder.load()
    folder.save(settings)
    assert folder.load() == settings
    assert [one.kind for one in settings.devices.scanners] == ["evdev", "wedge"]
