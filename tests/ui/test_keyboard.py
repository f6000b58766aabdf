"""The on-screen keyboard types pinyin by touch and learns nothing."""

import os
from pathlib import Path

from tests.ui.test_shell import open_kiosk  # noqa: F401

PAGE = """
import QtQuick
import QtQuick.Layouts
import Yizhan
ServicePage {
    property string got
    name: "test"; service: "library"; title: "test"
    InputField { Layout.fillWidth: true; label: "书名"; onEdited: text => parent.parent.parent.parent.got = text }
}
"""


def test_pinyin_candidates_can_be_taken_and_are_not_remembered(open_kiosk, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    from ui.viewmodels.shell import Shell

    kiosk, screens, _ = open_kiosk()
    page = tmp_path / "Page.qml"
    page.write_text(PAGE, encoding="utf-8")
    Shell.the().open(str(page.as_uri()))
    kiosk.tap("书名")
    kiosk.type("sgyy")
    kiosk.candidate("三国演义")
    field = screens.window.activeFocusItem()
    assert field is not None and field.property("text") == "三国演义"
    learned = Path(os.environ["XDG_CONFIG_HOME"]) / "qtvirtualkeyboard" / "pinyin" / "usr_dict.dat"
    assert not learned.is_file()
    Shell.the().wipe()
