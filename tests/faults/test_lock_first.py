"""PostgreSQL locks the store before anything is read; with that left out, one room is given twice."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest

from db import engines
from db import tables as t
from kiosk.commands.base import from_fields
from kiosk.station import Station
from kiosk.sync import deciding
from kiosk.sync.verify import verify_store
from tests.faults.processes import AT
from tests.faults.test_contention import a_room
from tests.stores import Shared

Patch = pytest.MonkeyPatch
RACES = 6
NAMES = "abc"


def nobody_locks(patch: Patch) -> None:
    patch.setattr(engines, "lock_store", lambda connection: None)


def locks_after_reading(patch: Patch) -> None:
    """When the handler is done, at the first row that is written."""
    lock, decide = engines.lock_store, deciding.Deciding._run

    def late(self: deciding.Deciding, *sent: object) -> object:
        outcome = decide(self, *sent)  # type: ignore[arg-type]
        lock(self.connection)
        return outcome

    nobody_locks(patch)
    patch.setattr(deciding.Deciding, "_run", late)


def race(shared: Shared) -> None:
    """All ask for one room, day after day, each answer as it may be."""
    begin = threading.Barrier(len(NAMES))

    def wish(name: str) -> None:
        station = Station(shared.folder(name))
        for day in range(1, RACES + 1):
            begin.wait()
            try:
                station.do(from_fields(*a_room(f"2026-12-{day:02}", f"太极{name}队")[:2]), at=AT)
            except Exception:
                continue  # broken counters: what the lock would have spared us
        station.close()

    threads = [threading.Thread(target=wish, args=(name,)) for name in NAMES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def wrongs(shared: Shared) -> list[str]:
    """Rooms given twice, and whatever else `verify` finds."""
    rooms = Counter((row.room, row.day, row.start) for row in shared.stored(t.occupations) if row.live)
    return [f"{room} twice" for room, count in rooms.items() if count > 1] + [
        str(finding) for finding in verify_store(shared.url)
    ]


schema_only = pytest.mark.parametrize("shared", ["schema"], indirect=True)


@schema_only
def test_locked_first_no_race_ends_badly(shared: Shared) -> None:
    race(shared)
    assert wrongs(shared) == []


@schema_only
@pytest.mark.parametrize("rule", [nobody_locks, locks_after_reading])
def test_without_the_lock_first_races_end_badly(
    shared: Shared, monkeypatch: Patch, rule: Callable[[Patch], None]
) -> None:
    rule(monkeypatch)
    race(shared)
    assert wrongs(shared) != []
