"""A process of its own: copies a prepared home, lets a child exchange and kills it before its n-th statement, for every n.

Arguments: the prepared home, an empty folder, `exchange`, `house` or `do`, and which statements: each n-th. Says one JSON line:
how many instants, and what broke.
"""

import json
import os
import shutil
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db import tables as t
from db.engines import Database
from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder
from kiosk.station import Station
from kiosk.sync.verify import store_url, verify_home, verify_store

AT = datetime(2026, 11, 23, 9, 41)


def arm(station: Station, last: int) -> None:
    """Before its `last`-th statement, in home or store, the process is gone."""
    count = 0

    def traced(_statement: str) -> None:
        nonlocal count
        count += 1
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)

    for database in (station._database, station._hub._database):  # type: ignore[attr-defined]
        raw: Any = database.connection.connection.dbapi_connection
        raw.set_trace_callback(traced)


def child(folder: HomeFolder, what: str, last: int, said: int) -> None:
    station = Station(folder)
    arm(station, last)
    if what == "exchange":
        station.exchange()
    elif what == "house":
        station.keep_house(AT + timedelta(days=1))
    else:
        answer = station.do(from_fields("open_ticket", {"item": "gaoling"}), at=AT)
        os.write(said, answer.id.encode())
    os._exit(0)


def wrongs(folder: HomeFolder, told: str) -> list[str]:
    station = Station(folder)
    station.exchange()
    with station._database.read() as connection:
        kept = [(row.command_id, row.state) for row in connection.execute(select(t.outbox))]
    station.close()
    database = Database(store_url(folder))
    with database.read() as connection:
        decided = list(connection.execute(select(t.outcomes.c.id)).scalars())
    database.close()
    found = [f"{key} is undecided" for key, state in kept if state == "pending"]
    found += [f"{key} has no outcome" for key, _ in kept if key not in decided]
    found += [f"{told} was told and is lost"] if told and told not in decided else []
    return found + [str(one) for one in (*verify_store(store_url(folder)), *verify_home(folder))]


def main(prepared: Path, where: Path, what: str, step: int) -> None:
    broken: list[str] = []
    last = 1 - step
    ended = False
    while not ended:
        last += step
        path = where / "home"
        shutil.copytree(prepared, path)
        heard, said = os.pipe()
        pid = os.fork()
        if pid == 0:
            child(HomeFolder(path), what, last, said)
        os.close(said)
        status = os.waitpid(pid, 0)[1]
        ended = status == 0
        if not ended and os.WTERMSIG(status) != signal.SIGKILL:
            broken.append(f"{last}: ended by itself with {status}")
            break
        broken += [f"{last}: {wrong}" for wrong in wrongs(HomeFolder(path), os.read(heard, 100).decode())]
        os.close(heard)
        shutil.rmtree(path)
    print(json.dumps({"instants": last // step, "broken": broken}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
