"""Random days in the town, and the shortest day that still breaks something."""

import random
import shutil
import traceback
from collections.abc import Container
from pathlib import Path

from tests.faults.town import Town
from tests.stores import Filled

Schedule = list[tuple[int, str, int]]
LINE = [
    *("number", "room", "call_off", "book", "back", "hold", "care", "help", "come", "register", "holiday"),
    *(("meet",) * 4), "cut", "lose", "double", "late", "kill", "house",
]  # fmt: skip
BAD_DAYS = [
    *LINE, "erase", "midnight", "reboot", "poison", "purge", "keep_store", "keep_store", "restore_store", "put_store_back",
    "keep_home", "keep_home", "restore_home", "copy_home",
]  # fmt: skip
PUT_BACK = {"keep_store", "restore_store", "put_store_back"}
"""What a server's own administrator does with a store."""


def a_schedule(seed: int, without: Container[str] = ()) -> Schedule:
    """A day on a bad line, or (every other seed) bad days."""
    rng = random.Random(seed)
    some, length = (BAD_DAYS, 50) if seed % 2 else (LINE, 30)
    actions = [what for what in some if what not in without]
    return [(rng.randrange(4), rng.choice(actions), rng.randrange(100)) for _ in range(length)]


def run(filled: Filled, path: Path, schedule: Schedule) -> list[str]:
    town = Town(filled, path)
    try:
        for n, what, luck in schedule:
            town.act(n, what, luck)
        return town.wrongs()
    except Exception as error:
        return ["".join(traceback.format_exception(error)[-6:])]
    finally:
        town.close()
        shutil.rmtree(path, ignore_errors=True)


def shortest(filled: Filled, path: Path, schedule: Schedule) -> Schedule:
    """As few of the actions as still break something."""
    size = max(len(schedule) // 2, 1)
    while size:
        start = 0
        while start < len(schedule):
            fewer = schedule[:start] + schedule[start + size :]
            if fewer and run(filled, path, fewer):
                schedule = fewer
            else:
                start += size
        size //= 2
    return schedule
