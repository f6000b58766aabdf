"""A recovery code on paper, where there is a printer."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.reports.recovery_slip import recovery_slip
from tests.ui.conftest import OpenDesk
from ui import printing
from ui.app import application

CODE = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_slip_is_printed_in_its_true_size(tmp_path: Path, lang: str) -> None:
    application()
    picture = recovery_slip("海边驿站", "he", CODE, date(2026, 11, 23), lang)
    assert picture.width == 576
    file = tmp_path / "slip.pdf"
    assert printing.print_slip(picture, str(file))
    assert file.read_bytes().startswith(b"%PDF")


def test_a_new_code_is_printed_where_there_is_a_printer(
    front: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[object] = []
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    monkeypatch.setattr(printing, "print_slip", lambda picture: printed.append(picture) is None)
    desk = front("manager")
    desk.tap("工作人员")
    desk.tap("换我的恢复码")
    desk.tap("确定")
    desk.waits_for("恢复码，只显示这一次")
    desk.tap("打印恢复码")
    desk.tap("再打一张")
    assert len(printed) == 2
    desk.tap("抄好了")
    assert not desk.can("再打一张")
