"""A process that does commands in its home, once it is told to start, and then says as JSON how that went.

Arguments: the home, how many. `waits`: seconds from asking for the store's lock until it was held or given up.
`done`: when each command was answered, by the clock that all processes share. `left`: what the hub has not decided.
"""

import json
import sys
import time
from pathlib import Path

from db import engines
from db import home as home_rows
from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder
from kiosk.station import Station
from tests.builders import MONDAY


def main(home: Path, many: int) -> None:
    station = Station(HomeFolder(home))
    station.exchange()
    waits = watch(station)
    wishes = [from_fields("open_ticket", {"item": "gaoling"}), from_fields("call_help", {"page": "home"})]
    clerk = station.find_actor("clerk")  # may give numbers to a whole bus of people
    print("ready", flush=True)
    sys.stdin.readline()
    done = []
    for n in range(many):
        station.do(wishes[n % 2], clerk, MONDAY)
        done.append(time.monotonic())
    station.exchange()
    with station._database.read() as connection:
        left = home_rows.count_undecided(connection)
    station.close()
    print(json.dumps({"waits": waits, "done": done, "left": left}))


def watch(station: Station) -> list[float]:
    waits: list[float] = []
    begin = engines.begin_writing
    store = station._hub._database.connection.connection.dbapi_connection

    def timed(connection, patience):
        asked = time.monotonic()
        try:
            begin(connection, patience)
        finally:
            if connection is store:
                waits.append(time.monotonic() - asked)

    engines.begin_writing = timed
    return waits


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
