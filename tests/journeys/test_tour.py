"""`yizhan tour`: every journey goes well in both languages and 长辈版, and tour.json tells of it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.commands.station import Listing
from kiosk.commands.tickets import OpenTicket
from kiosk.rehearsal import Rehearsals, rehearsals
from ui.tour import journey as book
from ui.tour.journey import Drive, all_journeys, journey
from ui.tour.tour import Variant, run_tour

AT = datetime(2026, 11, 23, 9, 41)
FIELDS = {"journey", "lang", "large", "touches", "seconds", "outcome", "screens"}


@pytest.fixture(scope="module")
def homes() -> Iterator[Rehearsals]:
    with rehearsals(AT) as made:
        yield made


ZH, EN, LARGE = EDITIONS = [Variant("zh", False), Variant("en", False), Variant("zh", True)]
TURNS = [[ZH], [], [], [EN], [], [], [LARGE], [], []]
DESK_TURNS = [[ZH], [], [], [EN], [], []]
_WHO = {"kiosk": TURNS, "desk": DESK_TURNS, "board": [[ZH], [EN]], "stand": TURNS}
UNTOUCHED = ("board", "stand", "scan", "camera")
"""Nobody touches a board, or needs to touch what scans."""
JOURNEYS = [
    (one.name, editions)
    for n, one in enumerate(all_journeys())
    if (editions := _WHO[one.who][n % len(_WHO[one.who])])
]
"""Every third one, the board's all, in one edition: the pages have tests of their own. `make tour` does all."""


@pytest.mark.parametrize(("name", "editions"), JOURNEYS, ids=[name for name, _ in JOURNEYS])
def test_a_journey_goes_well(
    name: str,
    editions: list[Variant],
    homes: Rehearsals,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    code = run_tour(homes, tmp_path, editions, AT, only=[name])
    assert code == 0, capfd.readouterr().err
    entries = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert [Variant(entry["lang"], entry["large"]) for entry in entries] == editions
    for entry in entries:
        assert set(entry) == FIELDS and entry["journey"] == name and entry["outcome"] == "ok"
        assert entry["touches"] > 0 or name.startswith(UNTOUCHED)
        assert all((tmp_path / picture).stat().st_size > 0 for picture in entry["screens"])


def test_the_rehearsed_morning_is_the_same_on_any_later_day(homes: Rehearsals) -> None:
    station = homes.open()
    answer = station.do(OpenTicket(item="gaoling"))
    made = station.ask(Listing(what="outbox"))[-1]["made_at"]
    station.close()
    assert (answer.status, made) == ("accepted", AT)


@pytest.fixture
def failing_journey() -> Iterator[str]:
    @journey("lost")
    def lost(kiosk: Drive) -> None:
        kiosk.tap("这里没有")

    yield "lost"
    del book._JOURNEYS["lost"]


def test_a_journey_that_fails_says_where_and_keeps_the_picture(
    failing_journey: str, homes: Rehearsals, tmp_path: Path
) -> None:
    assert run_tour(homes, tmp_path, [ZH, LARGE], AT, only=[failing_journey]) == 1
    entry = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))[0]
    assert entry["outcome"] == "failed" and "这里没有" in entry["failed"]
    assert (tmp_path / entry["screens"][-1]).exists()


def test_the_tour_runs_from_the_command_line(tmp_path: Path) -> None:
    words = ["tour", "--out", str(tmp_path), "--lang", "en", "--only", "home"]
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", *words], capture_output=True, text=True, timeout=100
    )
    assert (done.returncode, done.stderr) == (0, "")
    entries = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert [entry["large"] for entry in entries] == [False, True]
