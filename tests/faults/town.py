"""Two terminals of one station, a road between them and the hub that loses, doubles and cuts, and a journal beside it all."""

import random
import shutil
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db import tables as t
from db.engines import Database, StoreTrouble
from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder, Settings
from kiosk.domain.times import MIDNIGHT, at
from kiosk.station import Station
from kiosk.station_setup import init
from kiosk.sync.hub import StoreHub
from kiosk.sync.verify import store_url, verify_home, verify_store

MONDAY = datetime(2026, 11, 23, 9, 0)
ACTIONS = (
    *(
        "number",
        "room",
        "book",
        "back",
        "help",
        "meet",
        "meet",
        "meet",
        "cut",
        "lose",
        "double",
        "late",
        "kill",
        "night",
        "house",
    ),
)
CARDS = ("3709152841",)


@dataclass
class Road:
    """The hub as a terminal meets it on a bad line; `weather` says what befalls the next messages."""

    hub: StoreHub
    weather: list[str] = field(default_factory=list)
    kept: Any = None

    def reach(self) -> Any:
        return self.hub.reach()

    def exchange(self, request: Any) -> Any:
        weather = self.weather.pop(0) if self.weather else "fair"
        if weather == "cut":
            raise StoreTrouble("store_unreachable", store="-", why="cut")
        if weather == "late" and self.kept is not None:
            self.hub.exchange(self.kept)
        self.kept = request
        reply = self.hub.exchange(request)
        if weather == "double":
            return self.hub.exchange(request)
        if weather == "lose":
            raise StoreTrouble("store_unreachable", store="-", why="the reply was lost")
        return reply

    def keep_house(self, now: datetime, most: int | None) -> Any:
        return self.hub.keep_house(now, most)

    def close(self) -> None:
        self.hub.close()


class Town:
    """`journal` holds every command that a person was told is kept, with the first answer that was final."""

    def __init__(self, template: Path, path: Path) -> None:
        shutil.copytree(template, path)
        self.now = MONDAY
        self.folders = [HomeFolder(path / "a"), HomeFolder(path / "b")]
        url = f"sqlite:///{path / 'a' / 'store.db'}"
        second = self.folders[1]
        second.save(
            Settings(**{name: getattr(second.load(), name) for name in Settings.__slots__} | {"store": url})
        )
        self.url = url
        self.roads = [Road(StoreHub(url, self._clock)) for _ in self.folders]
        self.stations = [self._open(n) for n in (0, 1)]
        self.journal: dict[str, tuple[str, str | None] | None] = {}

    def _clock(self) -> datetime:
        return self.now

    def _open(self, n: int) -> Station:
        return Station(self.folders[n], clock=self._clock, hub=self.roads[n])

    def act(self, n: int, what: str, luck: int) -> None:
        self.now += timedelta(seconds=20 + luck)
        if what == "meet":
            self.stations[n].exchange()
        elif what == "night":
            self.now = at(self.now.date(), MIDNIGHT + luck)
        elif what == "house":
            self.stations[n].keep_house()
        elif what == "kill":
            self.stations[n] = self._open(n)  # the old one is never closed, nor does it say goodbye
        elif what in ("cut", "lose", "double", "late"):
            self.roads[n].weather.append(what)
        else:
            self._wish(n, what, luck)

    def _wish(self, n: int, what: str, luck: int) -> None:
        kind, fields, who = _WISHES[what](luck)
        station = self.stations[n]
        answer = station.do(from_fields(kind, fields), station.find_actor(who) if who else None)
        if answer.status == "pending":
            self.journal[answer.id] = None
        elif answer.status == "accepted" or self._is_stored(n, answer.id):
            self.journal[answer.id] = (str(answer.status), answer.reason)

    def _is_stored(self, n: int, command_id: str) -> bool:
        return any(row.command_id == command_id for row in self._home(n, t.outbox))

    def _home(self, n: int, table: Any) -> list[Any]:
        with self.stations[n]._database.read() as connection:
            return list(connection.execute(select(table)))

    def outcomes(self) -> dict[str, tuple[str, str | None]]:
        database = Database(self.url)
        with database.read() as connection:
            found = {row.id: (row.status, row.reason) for row in connection.execute(select(t.outcomes))}
        database.close()
        return found

    def settle(self) -> None:
        """The line is mended and everybody has said everything."""
        for road in self.roads:
            road.weather.clear()
        for _ in range(2):
            for station in self.stations:
                station.exchange()

    def wrongs(self) -> list[str]:
        """What breaks a promise now; empty is well."""
        self.settle()
        decided = self.outcomes()
        found = [f"{key} was kept and has no outcome" for key in self.journal if key not in decided]
        found += [
            f"{key} was told {said} and is {decided[key]}"
            for key, said in self.journal.items()
            if said is not None and decided.get(key, said) != said
        ]
        found += [str(finding) for finding in verify_store(self.url)]
        found += [str(finding) for folder in self.folders for finding in verify_home(folder, self.url)]
        found += [
            f"{n}: {row.kind} undecided"
            for n in (0, 1)
            for row in self._home(n, t.outbox)
            if row.state == "pending"
        ]
        return found

    def close(self) -> None:
        for station in self.stations:
            station.close()


def _room(luck: int) -> Any:
    starts = ("08:30", "10:00", "14:00")
    ends = ("10:00", "11:30", "15:30")
    fields = {
        "room": "huiyishi", "date": f"2026-12-0{1 + luck % 3}", "start": starts[luck % 3], "end": ends[luck % 3], "people": 5,
        "contact_name": "李丽", "contact_phone": "13800000000", "party": {"kind": "group", "name": "太极队"},
    }  # fmt: skip
    return "request_booking", fields, None


_WISHES: dict[str, Any] = {
    "number": lambda luck: ("open_ticket", {"item": "gaoling"}, None),
    "help": lambda luck: ("call_help", {"page": str(luck)}, None),
    "room": _room,
    "book": lambda luck: ("check_out_copy", {"copy": f"S000000{1 + luck % 4}"}, CARDS[0]),
    "back": lambda luck: ("return_copy", {"copy": f"S000000{1 + luck % 4}"}, None),
}

Schedule = list[tuple[int, str, int]]


def a_schedule(seed: int, length: int = 30) -> Schedule:
    rng = random.Random(seed)
    return [(rng.randrange(2), rng.choice(ACTIONS), rng.randrange(100)) for _ in range(length)]


def run(template: Path, path: Path, schedule: Schedule) -> list[str]:
    town = Town(template, path)
    try:
        for n, what, luck in schedule:
            town.act(n, what, luck)
        return town.wrongs()
    finally:
        town.close()
        shutil.rmtree(path, ignore_errors=True)


def shortest(template: Path, path: Path, schedule: Schedule) -> Schedule:
    """As few of the actions as still break something."""
    size = max(len(schedule) // 2, 1)
    while size:
        start = 0
        while start < len(schedule):
            fewer = schedule[:start] + schedule[start + size :]
            if fewer and run(template, path, fewer):
                schedule = fewer
            else:
                start += size
        size //= 2
    return schedule


def make_town(path: Path) -> Path:
    """Two homes on the store of the first, to be copied for each schedule."""
    first, second = HomeFolder(path / "a"), HomeFolder(path / "b")
    init(first, Settings(terminal="", role="kiosk", demo=True), clock=_before).close()
    shared = Settings(terminal="", role="desk", demo=True, store=store_url(first))
    init(second, shared, clock=_before).close()
    return path


def _before() -> datetime:
    return MONDAY - timedelta(hours=1)
