"""Random days of three terminals on a bad line, and bad days: whatever befalls them, every promise holds at the end.

`make faults` runs thousands (YIZHAN_SCHEDULES), `make test` a sample. A failure says its seed and the shortest schedule.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.faults.schedules import PUT_BACK, Schedule, a_schedule, run, shortest
from tests.stores import Filled

COUNT = int(os.environ.get("YIZHAN_SCHEDULES", "6"))
FIRST = int(os.environ.get("YIZHAN_SEED", "1"))
SHARE = 10
PART = 10
"""One day in so many is lived on PostgreSQL, too."""


@pytest.mark.timeout(0)
@pytest.mark.parametrize("start", range(FIRST, FIRST + COUNT, SHARE))
def test_after_any_day_every_promise_holds(filled_file: Filled, start: int) -> None:
    explore(filled_file, {seed: a_schedule(seed) for seed in range(start, min(start + SHARE, FIRST + COUNT))})


@pytest.mark.timeout(0)
@pytest.mark.parametrize("start", range(FIRST, FIRST + COUNT // PART, SHARE))
def test_after_any_day_every_promise_holds_on_postgresql(filled_schema: Filled, start: int) -> None:
    last = FIRST + COUNT // PART
    seeds = range(start, min(start + SHARE, last))
    explore(filled_schema, {seed: a_schedule(seed, without=PUT_BACK) for seed in seeds})


@pytest.mark.parametrize(
    "schedule",
    [
        [(2, "erase", 25), (1, "purge", 38), (3, "erase", 23)],
        [(1, "keep_home", 65), (1, "number", 1), (1, "restore_home", 0), (1, "erase", 71)],
    ],
)
def test_a_wish_to_erase_somebody_goes_out_whole_though_its_terminal_sees_them_erased(
    filled_file: Filled, tmp_path: Path, schedule: Schedule
) -> None:
    assert run(filled_file, tmp_path / "town", schedule) == []


def explore(filled: Filled, schedules: dict[int, Schedule]) -> None:
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    try:
        for seed, schedule in schedules.items():
            if wrongs := run(filled, folder / "town", schedule):
                least = shortest(filled, folder / "town", schedule)
                pytest.fail(
                    f"seed {seed}: {wrongs[:3]}\nshortest: {least}\n{run(filled, folder / 'town', least)[:3]}"
                )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
