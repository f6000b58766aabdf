"""What others decided while a terminal was away: rows that its store has, and its home older or not at all."""

import random
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import Any

from sqlalchemy import Connection, insert, select, update

from db import tables as t
from db.engines import Database, sqlite_url
from db.work import _defaults
from kiosk.config import HomeFolder
from tests.bench.filling import GIVEN, SURNAMES

Row = dict[str, Any]
Decision = tuple[str, dict[str, list[Row]]]
KNOWN_BEFORE = {"call_ticket": "tickets", "lend": "copies"}
"""Which row of a decision was there before it."""
NOON = datetime(2026, 11, 20, 12)


def some_weeks(rows: int) -> list[Decision]:
    """Numbers taken and called, rooms requested, books lent, in turn: so many rows or a few less."""
    makers: tuple[Callable[[int], Decision], ...] = (_number, _call, _room, _loan)
    made = [makers[n % len(makers)](n) for n in range(rows // 2)]
    return [one for one, total in zip(made, accumulate(map(count, made)), strict=True) if total <= rows]


def a_catalogue(titles: int, each: int = 50) -> list[Decision]:
    chance = random.Random(5)
    return [
        ("import_books", {"titles": [_title(chance) for _ in range(each)]}) for _ in range(titles // each)
    ]


def count(decision: Decision) -> int:
    return sum(len(rows) for rows in decision[1].values())


def fill(folder: HomeFolder, decisions: list[Decision]) -> None:
    store, home = Database(sqlite_url(folder.own_store)), Database(sqlite_url(folder.database))
    with store.write() as connection, home.write() as other:
        outcomes = list(_outcomes(connection, decisions))
        newest: dict[str, list[Row]] = defaultdict(list)
        older: dict[str, list[Row]] = defaultdict(list)
        for outcome, (kind, written) in zip(outcomes, decisions, strict=True):
            for name, rows in written.items():
                stamped = [_stamped(name, row, outcome["revision"]) for row in rows]
                newest[name] += stamped
                older[name] += [row | {"revision": 1} for row in stamped if KNOWN_BEFORE.get(kind) == name]
        _insert(connection, newest | {"outcomes": outcomes})
        _insert(other, older)
        connection.execute(update(t.store).values(revision=outcomes[-1]["revision"]))
        connection.execute(update(t.incarnations).values(last_seq=outcomes[-1]["seq"]))
    store.close()
    home.close()


def _outcomes(connection: Connection, decisions: list[Decision]) -> Iterator[Row]:
    base = connection.execute(select(t.store.c.revision)).scalar_one()
    own = connection.execute(select(t.incarnations)).one()
    for n, (kind, written) in enumerate(decisions, 1):
        yield {
            "id": _id(), "incarnation": own.id, "seq": own.last_seq + n, "kind": kind, "actor": "terminal:A",
            "subject": None, "status": "accepted", "reason": None, "detail": {}, "flags": [], "made_at": NOON,
            "decided_at": NOON, "result": {"id": _id()}, "told": {"number": f"A{n:04}"}, "attention": True,
            "rows": [(name, row["id"]) for name, rows in written.items() for row in rows], "revision": base + n,
        }  # fmt: skip


def _insert(connection: Connection, rows: dict[str, list[Row]]) -> None:
    for name, values in rows.items():
        if values:
            connection.execute(insert(t.domain.tables[name]), values)


def _stamped(name: str, row: Row, revision: int) -> Row:
    return _defaults(t.domain.tables[name]) | row | {"revision": revision}


def _id() -> str:
    return str(uuid.uuid4())


def _day(n: int) -> date:
    return NOON.date() + timedelta(days=n // 200)


def _at(n: int) -> datetime:
    return NOON + timedelta(seconds=30 * n, microseconds=n)


def _number(n: int) -> Decision:
    ticket = _ticket(n) | {"state": "waiting"}
    return "open_ticket", {"tickets": [ticket], "ticket_events": [_event(ticket["id"], "open", n)]}


def _call(n: int) -> Decision:
    ticket = _ticket(n) | {"state": "called", "called_at": _at(n + 20), "counter": _id(), "operator": _id()}
    return "call_ticket", {"tickets": [ticket], "ticket_events": [_event(ticket["id"], "call", n)]}


def _ticket(n: int) -> Row:
    return {
        "id": _id(), "number": f"B{n:05}", "day": _day(n), "item": _id(), "mode": "counter", "made_at": _at(n),
        "queued_at": _at(n), "due": _day(n) + timedelta(days=7), "code_hash": uuid.uuid4().hex * 2, "terminal": "A",
    }  # fmt: skip


def _event(ticket: str, what: str, n: int) -> Row:
    return {"id": _id(), "ticket": ticket, "what": what, "at": _at(n), "by": _id()}


def _room(n: int) -> Decision:
    booking, slot, room = _id(), _id(), _id()
    shared = {"room": room, "day": _day(n), "start": 510, "end": 600}
    requested = shared | {
        "id": booking, "number": f"BZ{n:05}", "state": "requested", "occupation": slot, "party_kind": "group",
        "party": "夕阳红合唱队", "party_key": uuid.uuid4().hex * 2, "people": 12, "made_at": _at(n), "terminal": "A",
        "decide_by": _at(n), "expires_at": _at(n + 9000), "code_hash": uuid.uuid4().hex * 2,
    }  # fmt: skip
    details = {
        "id": booking, "party_name": "夕阳红合唱队", "contact_name": "张示明", "contact_phone": "13490000001",
        "purpose": "排练",
    }  # fmt: skip
    return "request_booking", {
        "occupations": [shared | {"id": slot, "why": "booking", "booking": booking}],
        "bookings": [requested],
        "booking_details": [details],
    }


def _loan(n: int) -> Decision:
    copy = {
        "id": _id(), "number": f"S9{n:06}", "title": _id(), "location": "library", "shelf": "三排二架", "kind": "adult",
        "state": "on_loan", "fact_at": _at(n),
    }  # fmt: skip
    loan = {
        "id": _id(), "copy": copy["id"], "title": copy["title"], "resident": _id(), "lent_at": _at(n),
        "due": _day(n) + timedelta(days=30), "state": "open",
    }  # fmt: skip
    return "lend", {"copies": [copy], "loans": [loan]}


def _title(chance: random.Random) -> Row:
    author = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
    title = "".join(chance.choices(GIVEN + SURNAMES, k=chance.randint(2, 12)))
    return {"id": _id(), "title": title, "author": author, "publisher": "人民文学出版社", "year": 2019}
