"""`yizhan housekeeping`: one line of what was done, and its exit codes."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import kiosk.commands.housekeeping  # noqa: F401 - its kinds are in the book
from kiosk.cli import app
from kiosk.commands.base import HUB, KINDS, spec_of
from kiosk.config import HomeFolder, Settings
from kiosk.reports.housekeeping import done_text
from kiosk.station_setup import init
from tests.builders import DemoStation
from tests.services.bookings import a_booking

CLOSED = "2026-11-23T17:30"


def yizhan(home: Path, *words: str) -> Result:
    result = CliRunner().invoke(app, ["--home", str(home), "housekeeping", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert len(result.output.strip().splitlines()) == 1
    return result


def test_it_says_in_a_line_what_was_done_and_then_that_nothing_is_due(demo: DemoStation) -> None:
    for _ in range(2):
        demo.accept("open_ticket", item="gaoling")
    a_booking(demo)
    first = yizhan(demo.folder.path, "--at", "2026-11-26T07:00")
    assert (first.exit_code, first.output.strip()) == (0, "整理好了：申请过期 1 个、排号未办离开 2 个。")
    again = yizhan(demo.folder.path, "--at", "2026-11-26T07:00", "--lang", "en")
    assert (again.exit_code, again.output.strip()) == (0, "Nothing was due.")


def test_with_the_hub_away_it_says_so_and_exits_with_1(demo: DemoStation) -> None:
    demo.folder.own_store.rename(demo.folder.path / "elsewhere.db")
    assert yizhan(demo.folder.path, "--at", CLOSED, "--lang", "en").exit_code == 1


@pytest.mark.parametrize("words", [("--at", "tomorrow"), ("--lang", "fr")])
def test_wrong_use_exits_with_2(demo: DemoStation, words: tuple[str, ...]) -> None:
    assert yizhan(demo.folder.path, *words).exit_code == 2


def test_another_time_is_for_demos_only(tmp_path: Path) -> None:
    folder = HomeFolder(tmp_path / "home")
    init(folder, Settings(terminal="", role="kiosk", demo=False)).close()
    assert yizhan(folder.path, "--at", CLOSED).exit_code == 2
    assert yizhan(folder.path).exit_code == 0
    assert yizhan(tmp_path / "nowhere").exit_code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_has_its_words(lang: str) -> None:
    for kind in (kind for kind, wish in KINDS.items() if spec_of(wish).by == HUB):
        said = done_text({kind: 7}, lang)
        assert "7" in said and kind not in said and "?" not in said
