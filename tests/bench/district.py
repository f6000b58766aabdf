"""A district on one PostgreSQL server: its stations, and terminals that send to them without a home of their own."""

import uuid
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from db import tables as t
from db.district import create_station
from db.engines import Database, sqlite_url
from db.schema import create_store
from kiosk.commands.base import Command, TimeOfDay, encode, spec_of
from kiosk.commands.bookings import BookingTold, CancelBooking, Party, RequestBooking
from kiosk.commands.tickets import CallHelp, NumberTold, OpenTicket
from kiosk.domain.states import Mode, PartyKind
from kiosk.sync.hub import StoreHub
from kiosk.sync.messages import Reply, Request, SentCommand
from tests.builders import MONDAY

LETTERS = "XYZ"
SLOTS = ((510, 600), (600, 690), (840, 930))
"""One for each letter, in which its terminal asks for a room."""
Rows = dict[str, list[dict[str, Any]]]


def rows_of(store: Path) -> Rows:
    """All of a station's rows, and three more terminals."""
    tables = (*t.domain.sorted_tables, *t.store_side.sorted_tables)
    with closing(Database(sqlite_url(store))) as database, database.read() as connection:
        found = {table.name: [row._asdict() for row in connection.execute(select(table))] for table in tables}
    one = found["incarnations"][0] | {"last_seq": 0, "last_exchange": None}
    found["incarnations"] += [
        one | {"id": letter, "terminal": letter, "letter": letter} for letter in LETTERS
    ]
    return found


def make_station(server: str, name: str, rows: Rows) -> str:
    """The URL for its terminals."""
    url = create_station(server, name)
    with closing(Database(url)) as database, database.write() as connection:
        create_store(connection)
        for table in (*t.domain.sorted_tables, *t.store_side.sorted_tables):
            if rows[table.name]:
                connection.execute(insert(table), rows[table.name])
    return url


@dataclass
class Known:
    """What its commands name, and who it is: the same in every station."""

    station: str
    epoch: str
    revision: int
    item: str
    room: str
    clerk: str


def known_of(rows: Rows) -> Known:
    (store,) = rows["store"]
    item, room, clerk = (
        next(row["id"] for row in rows[table] if row[column] == value)
        for table, column, value in (
            ("items", "code", "gaoling"),
            ("rooms", "code", "huiyishi"),
            ("operators", "login", "clerk"),
        )
    )
    return Known(store["station"], store["epoch"], store["revision"], item, room, clerk)


@dataclass
class Terminal:
    """A desk that does five things at a time: numbers, a call for help, a room asked for and called off again."""

    hub: StoreHub
    letter: str
    known: Known
    seq: int = 0
    cursor: int = -1

    def exchange(self) -> None:
        room = _id()
        wishes = [(_id(), self._number(0)), (_id(), CallHelp(page="home")), (_id(), self._number(2))]
        wishes += [(room, self._room()), (_id(), CancelBooking(booking=room))]
        waiting = [self._sent(*wish) for wish in wishes]
        while waiting:
            waiting = waiting[self._send(waiting) :]

    def _send(self, waiting: list[SentCommand]) -> int:
        """How many were decided: a hub in a hurry leaves the rest."""
        own, cursor = self.known, max(self.cursor, self.known.revision)
        who = (own.station, own.epoch, self.letter, self.letter, t.SCHEMA)
        reply = self.hub.exchange(Request(*who, MONDAY, cursor, tuple(waiting)))
        assert isinstance(reply, Reply), reply
        assert {one.status for one in reply.decided} == {"accepted"}, reply.decided
        self.cursor = reply.upto
        return len(reply.decided)

    def _sent(self, command_id: str, wish: Command) -> SentCommand:
        self.seq += 1
        kind = spec_of(wish).kind
        who = f"operator:{self.known.clerk}"
        return SentCommand(command_id, self.seq, self.seq, kind, 1, who, encode(wish), MONDAY, False)

    def _number(self, place: int) -> Command:
        told = NumberTold(number=f"{self.letter}{self.seq + place}", day=MONDAY.date(), code_hash=_code())
        return OpenTicket(item=self.known.item, mode=Mode.COUNTER, told=told)

    def _room(self) -> Command:
        start, end = SLOTS[LETTERS.index(self.letter)]
        return RequestBooking(
            room=self.known.room, date=MONDAY.date() + timedelta(days=8), start=TimeOfDay(start), end=TimeOfDay(end),
            party=Party(kind=PartyKind.GROUP, name="太极队"), people=8, contact_name="李丽", contact_phone="13800000000",
            told=BookingTold(number=f"{self.letter}Z{self.seq}", code_hash=_code()),
        )  # fmt: skip


def _id() -> str:
    return str(uuid.uuid4())


def _code() -> str:
    return uuid.uuid4().hex * 2
