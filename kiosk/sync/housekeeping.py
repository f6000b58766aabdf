"""Keeping house: what the clock has decided becomes commands of the hub's own, each once, whoever runs it.

What is due is looked for without the store's lock. Then the hub exchanges with itself, a slice at a time, so that terminals
come in between; whatever has changed meanwhile its handler refuses.
"""

import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime

import msgspec
from sqlalchemy import Connection

from db import housekeeping as rows
from db.engines import Database, StoreTrouble
from db.store import AnyRow, read_store
from db.tables import SCHEMA
from db.work import Work
from kiosk.commands.base import Command, encode, spec_of
from kiosk.domain.states import OutcomeStatus
from kiosk.services.actors import HUB, reference_of
from kiosk.services.housekeeping import due
from kiosk.sync.messages import Decided, Declined, Request, SentCommand

SPACE = uuid.UUID("0c6f1f0a-5f0e-5b3d-9f59-6f0a4f3b7c21")
SLICE = 100
"""Commands in one transaction."""
MOST = 500
"""At one go, on the thread that serves a screen: the rest comes a minute later."""
BREATH = 0.01
"""Seconds between slices: a file's lock goes to whoever asks first."""
Decide = Callable[[Connection, Request], tuple[Decided, ...] | Declined]
Wanted = tuple[str, Command]


def keep_house(database: Database, now: datetime, decide: Decide, most: int | None) -> Counter[str]:
    """How many of each kind were done. What one of them makes due is done too; `most` None: without end.

    Raises StoreTrouble.
    """
    done: Counter[str] = Counter()
    left = sys.maxsize if most is None else most
    while left and (wanted := _wanted(database, now)[:left]):
        for start in range(0, len(wanted), SLICE):
            time.sleep(BREATH if start else 0)
            done += _decide_slice(database, now, decide, wanted[start : start + SLICE])
        left -= len(wanted)
    with database.write() as connection:
        rows.note_housekeeping(connection, now)
    return done


def command_id(wish: Command, day: date) -> str:
    """The same for everyone who finds this thing due on this day; each wish names one thing and nothing else."""
    thing = next(filter(None, msgspec.structs.astuple(wish)))
    return str(uuid.uuid5(SPACE, f"{spec_of(wish).kind}:{thing}:{day.isoformat()}"))


def _wanted(database: Database, now: datetime) -> list[Wanted]:
    """What is due and was not decided today: refused once, it is tried again tomorrow."""
    with database.read() as connection:
        store = read_store(connection)
        if store.schema != SCHEMA:
            raise StoreTrouble("schema_mismatch")
        work = Work(connection, database.books, store.book)
        is_at_work = store.phase == "normal" and work.book.is_filled
        found = {command_id(wish, now.date()): wish for wish in due(work, now)} if is_at_work else {}
        decided = rows.decided_of(connection, found)
    return [(key, wish) for key, wish in found.items() if key not in decided]


def _decide_slice(database: Database, now: datetime, decide: Decide, wanted: list[Wanted]) -> Counter[str]:
    with database.write() as connection:
        store = read_store(connection)
        own = rows.own_incarnation(connection, uuid.uuid5(SPACE, store.epoch).hex)
        decided_meanwhile = rows.decided_of(connection, [key for key, _ in wanted])
        fresh = [(key, wish) for key, wish in wanted if key not in decided_meanwhile]
        decided = decide(connection, _request(store, own, fresh, now))
        if isinstance(decided, Declined):
            raise StoreTrouble(decided.reason)
    kinds = {key: spec_of(wish).kind for key, wish in fresh}
    return Counter(kinds[one.id] for one in decided if one.status == OutcomeStatus.ACCEPTED)


def _request(store: AnyRow, own: AnyRow, wanted: list[Wanted], now: datetime) -> Request:
    commands = tuple(
        SentCommand(
            key, seq, seq, spec_of(wish).kind, spec_of(wish).version, reference_of(HUB), encode(wish), now, False
        )
        for seq, (key, wish) in enumerate(wanted, own.last_seq + 1)
    )  # fmt: skip
    return Request(store.station, store.epoch, own.id, own.terminal, SCHEMA, now, store.revision, commands)
