"""The guard of the tour sees what people could not read or touch; home holds to it in every shape."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes import FakeStation
from tests.ui.test_shell import AT, Opened, open_kiosk  # noqa: F401
from ui.app import Look, Screens
from ui.tour.camera import Camera, Unfit
from ui.tour.guard import Guard
from ui.viewmodels import home
from ui.viewmodels.home import Home
from ui.viewmodels.shell import Shell

PAGE = """
import QtQuick
import QtQuick.Layouts
import Yizhan
ServicePage { name: "test"; service: "library"; title: "test"; %s }
"""
FAULTS = {
    'Words { text: "小字"; font.pixelSize: 30 }': "“小字” is 30 px",
    'TouchButton { text: "小钮"; implicitWidth: 90; Layout.maximumWidth: 90; leftPadding: 0; rightPadding: 0 }': "90x",
    'TouchButton { iconName: "x" }': "a button without a name",
    'Words { text: "很长很长很长"; Layout.maximumWidth: 80; wrapMode: Text.NoWrap }': "does not fit its place",
    'Words { text: "看不清"; color: "#999999" }': ":1 on",
}
MORE = tuple(
    (service, icon, name, sub, "")
    for service, icon, name, sub in (
        ("classes", "graduation-cap", "课程活动", "今天下午有太极"), ("wishes", "hand-heart", "微心愿", "12 个心愿等认领"),
        ("canteen", "utensils", "社区食堂", "今天 11:00 开饭"), ("health", "heart-pulse", "健康小屋", "量血压、问药"),
    )
)  # fmt: skip


@pytest.mark.parametrize("content", FAULTS)
def test_the_guard_names_what_is_wrong(
    open_kiosk: Callable[..., Opened],  # noqa: F811
    tmp_path: Path,
    content: str,
) -> None:
    _, screens, _ = open_kiosk()
    page = tmp_path / "Page.qml"
    page.write_text(PAGE % content, encoding="utf-8")
    Shell.the().open(str(page.as_uri()))
    camera = Camera(screens.window, screens.background, tmp_path, "guard", Guard(screens.window))
    with pytest.raises(Unfit, match=FAULTS[content]):
        camera.shoot()


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1366, 768), (768, 1366)])
@pytest.mark.parametrize("tiles", [3, 5, 6, 7])
def test_home_looks_whole_in_every_shape_and_with_any_number_of_tiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], large: bool, tiles: int
) -> None:
    monkeypatch.setattr(home, "_TILES", (home._TILES + MORE)[:tiles])
    screens = Screens(FakeStation, "kiosk", Look(large=large, size=size, pace=0), lambda: AT)
    camera = Camera(screens.window, screens.background, tmp_path, "home", Guard(screens.window))
    try:
        camera.shoot()
        assert len(Home.the()._tiles) == tiles
    finally:
        screens.close()
