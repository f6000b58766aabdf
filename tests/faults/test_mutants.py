"""Rules of the protocol that once broke random days when they were left out: each is left out here, and must be missed."""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db import home as home_rows
from kiosk.services import registry
from kiosk.sync import exchange, hub
from tests.faults.schedules import Schedule, run
from tests.faults.town import Town, make_town

OFFLINE_THEN_MEET: Schedule = [
    (0, "cut", 1), (0, "room", 0), (1, "cut", 1), (1, "room", 0), (1, "cut", 1), (1, "number", 1),
    (0, "meet", 1), (1, "meet", 1), (1, "help", 1), (0, "book", 1), (1, "meet", 2),
]  # fmt: skip
Patch = pytest.MonkeyPatch


def rows_are_not_named(patch: Patch) -> None:
    """A row that the terminal imagined and the hub refused stays for ever."""
    patch.setattr(home_rows, "marked_upto", lambda connection, n: [])


def pages_are_cut_anywhere(patch: Patch) -> None:
    """The cursor moves past rows that were never sent."""
    patch.setattr(hub, "_whole_revisions", lambda outcomes: (outcomes[:1], False))


def replies_are_half_applied(patch: Patch) -> None:
    """Outcomes without their rows: what was decided is never seen."""
    patch.setattr(exchange, "_write_rows", lambda *_: None)


def handlers_make_ids(patch: Patch) -> None:
    """What the terminal shows has another id than what the hub keeps."""
    patch.setattr(registry.Made, "further_id", lambda self, n: str(uuid.uuid4()))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_town(tmp_path_factory.mktemp("town") / "town")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    path = (
        Path(f"/dev/shm/town-{os.getpid()}-{uuid.uuid4().hex}")
        if Path("/dev/shm").is_dir()
        else tmp_path / "town"
    )
    yield path
    shutil.rmtree(path, ignore_errors=True)


def test_the_day_goes_well_when_all_rules_hold(town: Path, folder: Path) -> None:
    assert run(town, folder, OFFLINE_THEN_MEET) == []


@pytest.mark.parametrize("mutant", [rows_are_not_named, pages_are_cut_anywhere, replies_are_half_applied])
def test_without_the_rule_the_day_breaks(
    town: Path, folder: Path, monkeypatch: Patch, mutant: Callable[[Patch], Any]
) -> None:
    mutant(monkeypatch)
    assert run(town, folder, OFFLINE_THEN_MEET) != []


def test_further_rows_have_the_ids_that_the_terminal_said(
    town: Path, folder: Path, monkeypatch: Patch
) -> None:
    def agrees(path: Path) -> bool:
        day = Town(town, path)
        try:
            place = day.places[0]
            place.road.weather += ["cut"]
            day.act(0, "room", 0)
            shown = {row.occupation for row in day.rows(place, exchange.t.bookings)}
            day.settle()
            return shown == {row.occupation for row in day.rows(place, exchange.t.bookings)}
        finally:
            day.close()
            shutil.rmtree(path, ignore_errors=True)

    assert agrees(folder)
    handlers_make_ids(monkeypatch)
    assert not agrees(folder)
