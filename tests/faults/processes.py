"""Terminals as processes of their own: each does what it is given at one signal, and says each answer after its commit."""

import multiprocessing
import time
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder
from kiosk.station import Station

AT = datetime(2026, 11, 23, 9, 41)
Wish = tuple[str, dict[str, Any], str | None]
"""Kind, fields, who."""
PATIENCE = 60
"""Seconds for which a terminal asks again before it ends with an error."""
FORK = multiprocessing.get_context("forkserver")
FORK.set_forkserver_preload(["kiosk.station", __name__])
"""Everything is imported once; a fork of the test's own process would take its connections along."""


class Heard(NamedTuple):
    id: str
    kind: str
    status: str
    reason: str | None
    result: dict[str, Any]


class Worker:
    """A terminal at work, once it is told to start."""

    def __init__(self, folder: HomeFolder, wishes: Sequence[Wish]) -> None:
        self._line, its_end = FORK.Pipe()
        self.process = FORK.Process(target=work, args=(folder.path, wishes, its_end))
        self.process.start()
        its_end.close()
        assert self._line.recv() == "ready"

    def start(self) -> None:
        self._line.send("now")

    def kill(self) -> None:
        self.process.kill()

    def answers(self) -> list[Heard]:
        """What it said until its end; a kill may cut the last one."""
        found = []
        try:
            while True:
                found.append(Heard(*self._line.recv()))
        except (EOFError, OSError):
            self.process.join(timeout=60)
            return found


def all_at_once(workers: Iterable[Worker]) -> list[Heard]:
    """What they all were told."""
    everybody = list(workers)
    for worker in everybody:
        worker.start()
    said = [answer for worker in everybody for answer in worker.answers()]
    assert {worker.process.exitcode for worker in everybody} == {0}
    return said


def work(home: Path, wishes: Sequence[Wish], line: "Connection[Any, Any]") -> None:
    station = Station(HomeFolder(home))
    known = [
        (from_fields(kind, fields), station.find_actor(who) if who else None) for kind, fields, who in wishes
    ]
    line.send("ready")
    line.recv()
    for n, (wish, actor) in enumerate(known):
        answer = station.do(wish, actor, AT + timedelta(seconds=40 * n))
        line.send((answer.id, answer.kind, str(answer.status), answer.reason, answer.result))
    until = time.monotonic() + PATIENCE
    while station.trouble and time.monotonic() < until:  # the others had the store for too long
        station.exchange()
    assert not station.trouble, station.trouble
    station.close()
