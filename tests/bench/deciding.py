"""A process that plays the terminals of its stations in turn, with one connection for each station.

Argument: the store that the stations were copied from. Each line of its input is JSON: URLs of stations, and how many
exchanges. It answers each with the seconds that every exchange took.
"""

import json
import sys
from itertools import cycle, islice
from pathlib import Path

from kiosk.services import load_services
from kiosk.sync.hub import StoreHub
from tests.bench.district import LETTERS, Terminal, known_of, rows_of
from tests.bench.table import seconds
from tests.builders import MONDAY


def main(store: Path) -> None:
    load_services()
    known = known_of(rows_of(store))
    stations: dict[str, list[Terminal]] = {}
    for line in sys.stdin:
        urls, exchanges = json.loads(line)
        for url in urls:
            if url not in stations:
                hub = StoreHub(url, lambda: MONDAY)
                stations[url] = [Terminal(hub, letter, known) for letter in LETTERS]
        turns = cycle(stations[url][n] for n in range(len(LETTERS)) for url in urls)
        print(json.dumps([seconds(terminal.exchange) for terminal in islice(turns, exchanges)]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
