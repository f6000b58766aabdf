"""A disk that is full, of the home or of the store: what was said stays said, and goes on when there is room again."""

import resource
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from db import tables as t
from db.engines import Database, StoreTrouble
from kiosk.commands.tickets import CallHelp
from kiosk.config import HomeFolder
from kiosk.station import Station
from tests.faults.processes import AT, FORK
from tests.stores import Shared

MOST = 60
FULL = {"disk_full", "store_unwritable"}
"""A limit on the size of files is told by some systems as one, by some as the other."""


def work_with_small_files(home: Path, size: int, line: "Connection[Any, Any]") -> None:
    """A process of its own: no file that it writes may grow beyond `size`."""
    station = Station(HomeFolder(home))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    for _ in range(MOST):
        try:
            answer = station.do(CallHelp(page="x" * 90), at=AT)
        except StoreTrouble as trouble:
            line.send((None, trouble.key, None))
            return
        line.send((answer.id, str(answer.status), station.trouble and station.trouble.key))


def until_full(shared: Shared, size: int) -> list[tuple[Any, ...]]:
    """Each command's id, status and trouble."""
    here, there = FORK.Pipe()
    process = FORK.Process(target=work_with_small_files, args=(shared.folder("a").path, size, there))
    process.start()
    there.close()
    told = []
    try:
        while True:
            told.append(here.recv())
    except EOFError:
        process.join(timeout=30)
    assert process.exitcode == 0
    return told


def assert_nothing_is_lost(shared: Shared, told: list[tuple[Any, ...]]) -> None:
    said = {key for key, _, _ in told if key is not None}
    shared["a"].exchange()
    kept = {row.command_id for row in shared.in_home("a", t.outbox)}
    decided = {row.id for row in shared.stored(t.outcomes)}
    assert len(said) > 3 and said <= kept <= decided
    assert shared["a"].do(CallHelp(page="room again"), at=AT).status == "accepted"
    assert shared.wrongs() == []


@pytest.mark.parametrize("shared", ["schema"], indirect=True)
def test_where_the_disk_of_the_home_is_full_the_command_is_refused_aloud(shared: Shared) -> None:
    told = until_full(shared, shared.folder("a").database.stat().st_size + 20_000)
    assert told[-1][0] is None and told[-1][1] in FULL
    assert {status for _, status, _ in told[:-1]} <= {
        "accepted",
        "pending",
    }  # the answer may not fit any more
    assert_nothing_is_lost(shared, told)


@contextmanager
def long_log(shared: Shared, size: int) -> Iterator[int]:
    """The store's write-ahead log is longer than any other file, and cannot start anew while somebody reads; its length."""
    log = Path(f"{shared.path / 'store.db'}-wal")
    with closing(Database(shared.url)) as reader, reader.read() as reading:
        reading.exec_driver_sql("SELECT count(*) FROM outcomes").scalar()
        with closing(Database(shared.url)) as writer:
            with writer.write() as writing:
                writing.exec_driver_sql(f"CREATE TABLE filling AS SELECT zeroblob({size}) AS zeros")
            with writer.write() as writing:
                writing.exec_driver_sql("DROP TABLE filling")
        yield log.stat().st_size


@pytest.mark.parametrize("shared", ["file"], indirect=True)
def test_where_the_disk_of_the_store_is_full_commands_wait(shared: Shared) -> None:
    with long_log(shared, 4_000_000) as length:
        told = until_full(shared, length + 300_000)
    assert told[-1][1] == "pending" and told[-1][2] in FULL
    statuses = [status for _, status, _ in told]
    assert statuses == sorted(statuses) and set(statuses) == {"accepted", "pending"}
    assert_nothing_is_lost(shared, told)
