"""Random days of three terminals on a bad line, and bad days: whatever befalls them, every promise holds at the end.

`make faults` runs thousands (YIZHAN_SCHEDULES), `make test` a sample. A failure says its seed and the shortest schedule.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.faults.schedules import a_schedule, run, shortest
from tests.faults.town import make_town

COUNT = int(os.environ.get("YIZHAN_SCHEDULES", "40"))
FIRST = int(os.environ.get("YIZHAN_SEED", "1"))
SHARE = 10


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_town(tmp_path_factory.mktemp("town") / "town")


@pytest.mark.timeout(0)
@pytest.mark.parametrize("start", range(FIRST, FIRST + COUNT, SHARE))
def test_after_any_day_every_promise_holds(town: Path, start: int) -> None:
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    try:
        for seed in range(start, min(start + SHARE, FIRST + COUNT)):
            schedule = a_schedule(seed)
            if wrongs := run(town, folder / "town", schedule):
                least = shortest(town, folder / "town", schedule)
                pytest.fail(
                    f"seed {seed}: {wrongs[:3]}\nshortest: {least}\n{run(town, folder / 'town', least)[:3]}"
                )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
