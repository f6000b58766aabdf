"""Homes as full as a station's after years: the same bookings in home and store, thousands of titles."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.config import HomeFolder

TAKEN = [(510, 600), (600, 690), (840, 930), (930, 1020), (1080, 1170)]
"""Five of a day's six slots."""
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张", "文明国安平建华志远思齐若水清风子墨一凡"
WORDS = [
    "the",
    "story",
    "of",
    "harry",
    "stone",
    "river",
    "winter",
    "a",
    "night",
    "house",
    "and",
    "time",
    "garden",
]
CHUNK = 10_000
Row = dict[str, Any]


def add_rooms(folder: HomeFolder, count: int) -> list[str]:
    """Empty bookable rooms r0, r1 ...; their ids."""
    ids = [str(uuid.uuid4()) for _ in range(count)]
    rows = [
        {"id": room, "code": f"r{n}", "name": f"房间{n}", "bookable": True, "seats": 50, "equipment": [], "revision": 1}
        for n, room in enumerate(ids)
    ]  # fmt: skip
    for database in _both(folder):
        with database.write() as connection:
            connection.execute(insert(t.rooms), rows)
            book = (
                "UPDATE home SET book = book + 1"
                if "home.db" in database.url
                else "UPDATE store SET book = book + 1"
            )
            connection.exec_driver_sql(book)
    return ids


def bookable_rooms(folder: HomeFolder) -> list[str]:
    database = next(_both(folder))
    with database.read() as connection:
        return list(connection.execute(select(t.rooms.c.id).where(t.rooms.c.bookable)).scalars())


def fill_bookings(folder: HomeFolder, rooms: list[str], count: int, last: date) -> None:
    """Five of six slots of every room and day, backwards from the last day."""
    days = [last - timedelta(days=n) for n in range(count // (len(rooms) * len(TAKEN)) + 1)]
    taken = [(room, day, *slot) for day in days for room in rooms for slot in TAKEN][:count]
    keys = [(str(uuid.uuid4()), str(uuid.uuid4())) for _ in taken]
    for database in _both(folder):
        with database.write() as connection:
            rows = list(zip(keys, taken, strict=True))
            connection.execute(insert(t.occupations), [_occupation(*key, *what) for key, what in rows])
            connection.execute(insert(t.bookings), [_booking(*key, *what) for key, what in rows])


def fill_titles(folder: HomeFolder, count: int, begin: str = "") -> list[tuple[str, str]]:
    """Titles made of the demo's own characters, a tenth in Latin letters; (title, author) of all, real ones first.

    `begin` stands before each made title: 龘 sorts them after the real ones.
    """
    chance = random.Random(3)
    database = next(_both(folder))
    with database.write() as connection:
        real = [(row.title, row.author) for row in connection.execute(select(t.titles))]
        letters = [char for title, _ in real for char in title if char.isalpha()]
        made = [_book(chance, letters, n) for n in range(count)]
        for start in range(0, count, CHUNK):
            chunk = list(enumerate(made[start : start + CHUNK], start))
            connection.execute(
                insert(t.titles), [{"id": f"b{n}", "title": begin + a, "author": b} for n, (a, b) in chunk]
            )
            connection.execute(insert(t.copies), [_copy(chance, n) for n, _ in chunk])
    return real[:30] + made


def fill_tickets(folder: HomeFolder, count: int, last: date) -> None:
    """Sixty a day, backwards from the last day; all but a few are done."""
    chance = random.Random(5)
    database = next(_both(folder))
    with database.read() as connection:
        items = list(connection.execute(select(t.items.c.id)).scalars())
        people = list(connection.execute(select(t.residents.c.id)).scalars())
    rows = [_ticket(chance, n, last - timedelta(days=n // 60), items, people) for n in range(count)]
    for database in _both(folder):
        with database.write() as connection:
            for start in range(0, count, CHUNK):
                connection.execute(insert(t.tickets), rows[start : start + CHUNK])


def fill_loans(folder: HomeFolder, count: int, today: date) -> None:
    """Of the copies that are there, one after the other; all but the latest hundredth are back."""
    chance = random.Random(6)
    database = next(_both(folder))
    with database.read() as connection:
        copies = [(row.id, row.title) for row in connection.execute(select(t.copies.c.id, t.copies.c.title))]
        people = list(connection.execute(select(t.residents.c.id)).scalars())
    rows = [_loan(chance, n, count, today, copies, people) for n in range(count)]
    for database in _both(folder):
        with database.write() as connection:
            for start in range(0, count, CHUNK):
                connection.execute(insert(t.loans), rows[start : start + CHUNK])


def _both(folder: HomeFolder) -> Iterator[Database]:
    for path in (folder.database, folder.own_store):
        database = Database(sqlite_url(path))
        yield database
        database.close()


def _occupation(booking: str, key: str, room: str, day: date, start: int, end: int) -> Row:
    return {
        "id": key, "room": room, "day": day, "start": start, "end": end, "why": "booking", "booking": booking,
        "title": "", "live": True, "revision": 1,
    }  # fmt: skip


def _booking(key: str, occupation: str, room: str, day: date, start: int, end: int) -> Row:
    return {
        "id": key, "number": f"Z{key}", "room": room, "day": day, "start": start, "end": end, "state": "approved",
        "occupation": occupation, "party_kind": "group", "party": "x", "party_key": key, "people": 5, "revision": 1,
        "made_at": datetime(2026, 1, 1),
    }  # fmt: skip


def _copy(chance: random.Random, n: int) -> Row:
    state = chance.choice(["on_shelf", "on_loan"])
    return {"id": f"c{n}", "number": f"S{1_000_000 + n}", "title": f"b{n}", "state": state}


def _book(chance: random.Random, letters: list[str], n: int) -> tuple[str, str]:
    if n % 10:
        author = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
        return "".join(chance.choices(letters, k=chance.randint(2, 12))), author
    return " ".join(
        chance.choices(WORDS, k=chance.randint(2, 6))
    ).title(), f"J. {chance.choice(WORDS).title()}"


def _ticket(chance: random.Random, n: int, day: date, items: list[str], people: list[str]) -> Row:
    made = datetime.combine(day, datetime.min.time()) + timedelta(hours=9, minutes=n % 60 * 8)
    done = "resolved" if chance.random() < 0.995 else "awaiting_materials"
    ended = made + timedelta(minutes=chance.randint(3, 25)) if done == "resolved" else None
    return {
        "id": str(uuid.UUID(int=n + 10**9)), "number": f"A{n % 60 + 1:03d}", "day": day, "item": chance.choice(items),
        "mode": "counter", "state": done, "resident": chance.choice(people), "made_at": made, "queued_at": made,
        "called_at": made, "started_at": made, "ended_at": ended, "due": day + timedelta(days=20), "terminal": "A",
        "stars": chance.choice([None, 5, 4]), "revision": 1,
    }  # fmt: skip


def _loan(
    chance: random.Random, n: int, count: int, today: date, copies: list[tuple[str, str]], people: list[str]
) -> Row:
    lent = datetime.combine(today - timedelta(days=20 + n // 60), datetime.min.time()) + timedelta(hours=10)
    is_open = n < count // 100
    copy, title = copies[n % len(copies)]
    return {
        "id": str(uuid.UUID(int=n + 2 * 10**9)), "copy": copy, "title": title, "resident": chance.choice(people),
        "lent_at": lent, "due": lent.date() + timedelta(days=30), "renewals": 0, "state": "open" if is_open else "returned",
        "returned_at": None if is_open else lent + timedelta(days=12), "revision": 1,
    }  # fmt: skip


def fill_people(folder: HomeFolder, count: int) -> None:
    """Residents of one district, each with a telephone and a card; names repeat as they do in life."""
    chance = random.Random(7)
    rows = [_person(chance, n) for n in range(count)]
    for database in _both(folder):
        with database.write() as connection:
            for table, made in zip(
                (t.residents, t.resident_details, t.cards), zip(*rows, strict=True), strict=True
            ):
                connection.execute(insert(table), list(made))


def _person(chance: random.Random, n: int) -> tuple[Row, Row, Row]:
    key = str(uuid.UUID(int=n + 2 * 10**9))
    name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
    who = {
        "id": key,
        "masked_name": f"{name[0]}*{name[-1]}",
        "consented_at": datetime(2025, 1, 1),
        "revision": 1,
    }
    born = f"{chance.randint(1935, 2005)}-{chance.randint(1, 12):02d}"
    details = {
        "id": key,
        "name": name,
        "phone": f"138{chance.randrange(10**8):08d}",
        "birth_month": born,
        "revision": 1,
    }
    return (
        who,
        details,
        {"id": f"k{n}", "number": f"{700_000_000 + n}0", "resident": key, "kind": "adult", "revision": 1},
    )
