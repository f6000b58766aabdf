"""At the desk: a code that was used at two doors is shown with both, and those who came are counted."""

from datetime import datetime

import pytest

from kiosk.commands import records
from kiosk.domain.watch import Trouble, What
from tests.ui.conftest import AT, OpenDesk
from ui.viewmodels.desk import troubles
from ui.viewmodels.desk.helping import Helping


def test_one_code_at_two_doors_is_shown_with_both_scans(
    front: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans = (
        records.DoorScan(at=datetime(2026, 11, 26, 8, 20), on="B", place="二楼门口"),
        records.DoorScan(at=datetime(2026, 11, 26, 8, 24), on="C"),
    )
    twice = records.Explained(
        id="none", kind="check_in", reason="", detail={}, flags=("checked_in_twice",), made_at=AT, about="党群会议室",
        scans=scans,
    )  # fmt: skip
    found = [Trouble(What.UNHEARD, unheard=(records.Unheard(about=twice),))]
    monkeypatch.setattr(troubles, "look_over", lambda station, actor: list(found))
    desk = front("clerk")
    desk.sees("1 件要看一下")
    desk.hit("F7")
    for words in (
        "签到：办了，但要看一下",
        "同一个码在两处各签到了一次",
        "08:20 · 终端 B · 二楼门口",
        "08:24 · 终端 C",
    ):
        desk.sees(words)


def test_what_a_volunteer_scans_that_is_not_ours_is_named_and_not_repeated(front: OpenDesk) -> None:
    desk = front("volunteer")
    Helping.the().take("134567890123456789")
    desk.sees("这是付款码")
    (line,) = Helping.the()._lines
    assert "134567" not in line["words"] and not line["good"]
