"""A town: three terminals of one station and its store, what may befall them, and a journal beside it all."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from db import home as home_rows
from db import rejoining
from db import tables as t
from db.engines import Database, file_of, sqlite_url
from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder
from kiosk.domain.reasons import Reason
from kiosk.station import Station
from kiosk.sync.clock import Ticks
from kiosk.sync.hub import StoreHub
from kiosk.sync.stages import Stage
from kiosk.sync.verify import verify_home, verify_store
from tests.faults.road import WEATHER, Road
from tests.faults.wishes import WISHES
from tests.stores import MONDAY, ROLES, Filled, stay

MOST_PLACES = 4
WRONG_CLOCKS = (timedelta(0), timedelta(hours=1), timedelta(hours=-1), timedelta(days=-365 * 6))


@dataclass
class Place:
    """A terminal where it stands; `slow` is how far its clock on the wall is from the time."""

    folder: HomeFolder
    road: Road
    station: Any = None
    slow: timedelta = timedelta(0)
    boot: int = 0
    backup: Path | None = None


@dataclass
class Said:
    """What a person was told is kept; `final` is the answer, if that was given, too. A home that was put back may lose it."""

    place: Place
    final: tuple[str, str | None] | None
    number: str | None = None
    may_be_lost: bool = False


@dataclass
class Town:
    """`journal` holds every command that a person was told is kept. A copy of homes that were filled."""

    filled: Filled
    path: Path
    journal: dict[str, Said] = field(default_factory=dict)
    now: datetime = MONDAY
    store_backup: Path | None = None
    was_restored: bool = False
    poisons: int = 0

    def __post_init__(self) -> None:
        shutil.copytree(self.filled.homes, self.path)
        self.url = self.filled.copy_store(self.path)
        self.store = Path(file_of(self.url) or "")  # only a file is put back here
        self.places = [self._place(HomeFolder(self.path / name)) for name in ROLES]
        for place in self.places:
            stay(place.folder, self.url)
            self._open(place)

    def _place(self, folder: HomeFolder) -> Place:
        return Place(folder, Road(StoreHub(self.url, lambda: self.now)))

    def _open(self, place: Place) -> None:
        place.station = Station(
            place.folder, hub=place.road, clock=lambda: self.now + place.slow,
            ticks=lambda: Ticks(f"boot {place.boot}", (self.now - MONDAY).total_seconds()),
        )  # fmt: skip

    def act(self, n: int, what: str, luck: int) -> None:
        self.now += timedelta(seconds=20 + luck)
        place = self.places[n % len(self.places)]
        if what in WISHES:
            self._wish(place, what, luck)
        elif what in WEATHER:
            place.road.weather.append(what)
        else:
            getattr(self, f"_{what}")(place, luck)

    def _wish(self, place: Place, what: str, luck: int) -> None:
        wish = WISHES[what](luck, lambda table: self.rows(place, table))
        if wish is None:
            return
        kind, fields, who = wish
        actor = place.station.find_actor(who) if who else None
        if who and actor is None:
            return
        answer = place.station.do(from_fields(kind, fields), actor)
        if answer.status == "pending":
            self.journal[answer.id] = Said(place, None, answer.result.get("number"))
        elif answer.status == "accepted" or self._is_stored(place, answer.id):
            self.journal[answer.id] = Said(
                place, (str(answer.status), answer.reason), answer.result.get("number")
            )

    def _is_stored(self, place: Place, command_id: str) -> bool:
        return any(row.command_id == command_id for row in self.rows(place, t.outbox))

    # the line and the machine

    def _meet(self, place: Place, luck: int) -> None:
        place.station.exchange()

    def _kill(self, place: Place, luck: int) -> None:
        self._open(place)  # the old one is never closed, nor does it say goodbye

    def _reboot(self, place: Place, luck: int) -> None:
        place.boot += 1
        place.slow = WRONG_CLOCKS[luck % len(WRONG_CLOCKS)]
        self._open(place)

    def _midnight(self, place: Place, luck: int) -> None:
        self.now = datetime(self.now.year, self.now.month, self.now.day, 9) + timedelta(days=1 + luck % 3)

    def _poison(self, place: Place, luck: int) -> None:
        """A command that no handler understands, as a mistake of ours would leave it."""
        self.poisons += 1
        with place.station._database.write() as connection:
            home = home_rows.read_home(connection)
            home_rows.add_command(
                connection, command_id=f"00000000-0000-4000-8000-{self.poisons:012}", incarnation=home.incarnation,
                seq=home.next_seq, kind=("nonsense", "open_ticket")[luck % 2], version=1, actor="terminal:A",
                payload=b"{\xff", made_at=self.now, rehearsal=False, uncertain=False, sealed=False, result={},
            )  # fmt: skip
            home_rows.advance(connection, self.now, home.last_booking, False)

    def _house(self, place: Place, luck: int) -> None:
        place.station.keep_house()

    def _purge(self, place: Place, luck: int) -> None:
        place.road.hub.purge(self.now + timedelta(days=1))

    # the store is put back

    def _keep_store(self, place: Place, luck: int) -> None:
        self.store_backup = _copied(self.store, self.path / "store.backup")

    def _restore_store(self, place: Place, luck: int) -> None:
        if self.store_backup is not None:
            _copied(self.store_backup, self.store)
            self.was_restored = True
            place.road.hub.begin_recovery()

    def _put_store_back(self, place: Place, luck: int) -> None:
        """By hand, and nobody says so."""
        if self.store_backup is not None:
            _copied(self.store_backup, self.store)
            self.was_restored = True

    # a home is put back, or copied

    def _keep_home(self, place: Place, luck: int) -> None:
        place.backup = _copied(place.folder.database, place.folder.path / "home.backup")

    def _restore_home(self, place: Place, luck: int) -> None:
        """With its new incarnation at once, or by hand, so that the hub finds out."""
        if place.backup is None:
            return
        _copied(place.backup, place.folder.database)
        if luck % 2:
            with closing(Database(sqlite_url(place.folder.database))) as home, home.write() as connection:
                rejoining.begin_incarnation(connection, Stage.JOINING.value)
        self._open(place)
        kept = {row.command_id for row in self.rows(place, t.outbox)}
        for key, said in self.journal.items():
            said.may_be_lost |= said.place is place and key not in kept

    def _copy_home(self, place: Place, luck: int) -> None:
        """While it is running."""
        if len(self.places) == MOST_PLACES:
            return
        folder = HomeFolder(self.path / "copy")
        folder.path.mkdir()
        _copied(place.folder.database, folder.database)
        shutil.copy(place.folder.settings_file, folder.settings_file)
        copy = self._place(folder)
        self._open(copy)
        self.places.append(copy)

    # at the end

    def settle(self) -> None:
        """The line is mended and everybody has said everything."""
        for place in self.places:
            place.road.weather.clear()
        for _ in range(4):
            for place in self.places:
                place.station.exchange()

    def rows(self, place: Place, table: Any) -> list[Any]:
        with place.station._database.read() as connection:
            return list(connection.execute(select(table)))

    def outcomes(self) -> dict[str, tuple[str, str | None]]:
        with closing(Database(self.url)) as database, database.read() as connection:
            return {row.id: (row.status, row.reason) for row in connection.execute(select(t.outcomes))}

    def wrongs(self) -> list[str]:
        """What breaks a promise now; empty is well."""
        self.settle()
        decided = self.outcomes()
        found = [
            wrong for key, said in self.journal.items() if (wrong := self._wrong(key, said, decided.get(key)))
        ]
        found += [str(finding) for finding in verify_store(self.url)] + self._other_numbers()
        for place in self.places:
            found += [str(finding) for finding in verify_home(place.folder, self.url)]
            found += [f"{place.folder.path.name}: {wrong}" for wrong in self._undone(place)]
        return found

    def _wrong(self, key: str, said: Said, decided: tuple[str, str | None] | None) -> str | None:
        if decided is None:
            return None if said.may_be_lost else f"{key} was kept and has no outcome"
        if said.final not in (None, decided) and not self.was_restored:
            return f"{key} was told {said.final} and is {decided}"
        return (
            f"{key} is lost"
            if decided[1] in (Reason.LOST_IN_RESTORE, Reason.FAULT) and not said.may_be_lost
            else None
        )

    def _other_numbers(self) -> list[str]:
        """What is on paper is what the station knows."""
        with closing(Database(self.url)) as database, database.read() as connection:
            known = {
                row.id: row.number
                for table in (t.tickets, t.bookings)
                for row in connection.execute(select(table))
            }
        return [
            f"{key} was told {said.number} and is {known[key]}"
            for key, said in self.journal.items()
            if key in known and said.number not in (None, known[key])
        ]

    def _undone(self, place: Place) -> list[str]:
        stage = self.rows(place, t.home)[0].stage
        undecided = [f"{row.kind} undecided" for row in self.rows(place, t.outbox) if row.state == "pending"]
        return undecided + ([] if stage == "normal" else [f"still {stage}: {place.station.trouble}"])

    def close(self) -> None:
        for place in self.places:
            place.station.close()


def _copied(source: Path, target: Path) -> Path:
    """As SQLite's online backup does it, into a file that others may have open."""
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)
    return target
