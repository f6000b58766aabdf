"""Ten to five hundred stations on one PostgreSQL server: what a decision costs, however many others are there."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import pytest

from db.engines import Database
from kiosk.sync.verify import verify_store
from tests.bench.district import make_station, rows_of
from tests.bench.table import line, median, ms, p95
from tests.postgres import a_server

pytestmark = pytest.mark.bench
SIZES = (10, 100, 500)
WORKERS, EXCHANGES, COMMANDS, ROUNDS = 4, 600, 5, 5
WARM = 12
"""Exchanges until a connection has its statements prepared, as on any day but the first: driver and server each wait for five."""


@dataclass(frozen=True)
class Round:
    """Seconds of each exchange, and of all of them side by side."""

    exchanges: list[float]
    taken: float


@pytest.mark.timeout(3600)
def test_a_decision_costs_the_same_among_many_stations(demo_template: Path) -> None:
    store = demo_template / "store.db"
    rows, urls, making = rows_of(store), [], 0.0
    costs: dict[int, float] = {}
    with a_server(connections=SIZES[-1] + 20) as server, _workers(store) as workers:
        for size in SIZES:
            begin = perf_counter()
            urls += [make_station(server, f"d{n}", rows) for n in range(len(urls), size)]
            making += perf_counter() - begin
            _settle(server)
            _a_round(workers, urls, WARM * size)
            rounds = [_a_round(workers, urls, EXCHANGES) for _ in range(ROUNDS)]
            costs[size] = median([one.taken for one in rounds]) / (EXCHANGES * COMMANDS)
            _tell(size, rounds, costs)
        assert [finding for url in urls[:: SIZES[-1] // SIZES[0]] for finding in verify_store(url)] == []
    line(f"making a station, {len(urls)} times", f"{making / len(urls):.2f} s", "")


def _settle(server: str) -> None:
    """What making stations left to be written is no decision's cost."""
    with closing(Database(server)) as database:
        database.connection.exec_driver_sql("CHECKPOINT")


def _tell(size: int, rounds: list[Round], costs: dict[int, float]) -> None:
    line(
        f"{size} stations of three terminals on one PostgreSQL server, {WORKERS} processes, {COMMANDS} commands a message",
        f"{1 / costs[size]:,.0f} decisions/s, a message p95 {ms(median([p95(one.exchanges) for one in rounds]))}; "
        f"a decision {ms(costs[size])}, {costs[size] / costs[SIZES[0]]:.2f} x that among {SIZES[0]} stations",
        "within 1.3 x",
    )


@contextmanager
def _workers(store: Path) -> "Iterator[list[subprocess.Popen[str]]]":
    command = [sys.executable, "-m", "tests.bench.deciding", str(store)]
    workers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(WORKERS)
    ]
    try:
        yield workers
    finally:
        for worker in workers:
            worker.communicate()


def _a_round(workers: "list[subprocess.Popen[str]]", urls: list[str], exchanges: int) -> Round:
    """Each station has its worker, each worker as many exchanges."""
    begin = perf_counter()
    for n, worker in enumerate(workers):
        assert worker.stdin is not None
        worker.stdin.write(json.dumps([urls[n::WORKERS], exchanges // WORKERS]) + "\n")
        worker.stdin.flush()
    timed = [times for worker in workers for times in json.loads(worker.stdout.readline())]  # type: ignore[union-attr]
    return Round(timed, perf_counter() - begin)
