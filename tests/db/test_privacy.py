"""Where what people typed may stand, and where never."""

from pathlib import Path

import pytest
from sqlalchemy import insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.domain.notices import Notice, notice_id
from kiosk.sync.sealing import draw_key, opened
from tests.builders import DemoStation

NAME, PHONE, WORDS = "李密语", "13811112222", "打球的悄悄话"
MAY_HOLD = {name for name, table in t.REPLICATED.items() if table.info["personal"]} | {
    "outbox",
    "person_index",
}
"""The index is made of a desk's own rows, and goes with them."""


def tables_that_hold(file: Path, words: str) -> set[str]:
    """By their bytes, whatever the column."""
    database = Database(sqlite_url(file))
    with database.read() as connection:
        names = inspect(connection).get_table_names()
        found = {
            name
            for name in names
            if any(
                words.encode() in _bytes(cell)
                for row in connection.execute(text(f'SELECT * FROM "{name}"'))
                for cell in row
            )
        }
    database.close()
    return found


def _bytes(cell: object) -> bytes:
    return cell if isinstance(cell, bytes) else str(cell).encode()


def type_everywhere(demo: DemoStation) -> None:
    party = {"kind": "person", "name": NAME}
    times = {"room": "menqiu", "date": "2026-11-26", "start": "08:30", "end": "10:00"}
    booking = demo.accept(
        "request_booking",
        **times,
        party=party,
        contact_name=NAME,
        contact_phone=PHONE,
        purpose=WORDS,
        people=4,
    )["booking"]
    demo.accept("approve_booking", who="clerk", booking=booking)
    notice = notice_id(Notice.APPROVED, booking, "0a1b2c3d")
    demo.accept("open_notices", who="clerk", notices=[notice])
    demo.accept("try_notice", who="clerk", notice=notice)
    demo.accept("tell_notice", who="clerk", notice=notice)
    ticket = demo.accept("open_ticket", item="gaoling", phone=PHONE)["ticket"]
    demo.accept(
        "start_ticket", who="clerk", ticket=demo.accept("call_next", who="clerk", counter="1")["ticket"]
    )
    demo.accept("resolve_ticket", who="clerk", ticket=ticket, note=f"{NAME} {WORDS}")
    demo.accept("register_resident", who="clerk", name=NAME, phone=PHONE, consent="zh-1")


def test_what_people_typed_stands_in_side_tables_and_in_a_desks_outbox_alone(desk: DemoStation) -> None:
    type_everywhere(desk)
    for file in (desk.folder.own_store, desk.folder.database):
        for words in (NAME, PHONE, WORDS):
            holders = tables_that_hold(file, words)
            assert holders and holders <= MAY_HOLD, (file.name, words, holders - MAY_HOLD)


def test_a_kiosk_keeps_nothing_of_what_was_typed_once_the_hub_has_it(demo: DemoStation) -> None:
    type_everywhere(demo)
    hidden = demo.folder.own_store.rename(demo.folder.path / "away.db")
    demo.do("open_ticket", item="gaoling", phone=PHONE)
    assert tables_that_hold(demo.folder.database, PHONE) == {"outbox", "ticket_details"}
    hidden.rename(demo.folder.own_store)
    demo.station.exchange()
    demo.close()
    for words in (NAME, PHONE, WORDS):
        assert tables_that_hold(demo.folder.database, words) == set()
        assert words.encode() not in demo.folder.database.read_bytes()


def test_only_the_key_of_the_store_opens_what_a_kiosk_has_sealed(demo: DemoStation) -> None:
    demo.do("open_ticket", item="gaoling", phone=PHONE)
    database = Database(sqlite_url(demo.folder.database))
    with database.read() as connection:
        sealed = connection.execute(select(t.outbox.c.payload).where(t.outbox.c.sealed)).scalars().all()[-1]
    database.close()
    store = Database(sqlite_url(demo.folder.own_store))
    with store.read() as connection:
        key = connection.execute(select(t.store.c.seal_key)).scalar_one()
    store.close()
    assert PHONE.encode() in (opened(key, sealed) or b"")
    assert opened(draw_key(), sealed) is None


def test_an_error_of_the_database_does_not_say_what_was_to_be_stored(demo: DemoStation) -> None:
    row = {"id": "one", "name": NAME, "phone": PHONE, "birth_month": None, "revision": 0, "deleted": False}
    database = Database(sqlite_url(demo.folder.own_store))
    with pytest.raises(IntegrityError) as error, database.write() as connection:
        for _ in range(2):
            connection.execute(insert(t.resident_details), row)
    database.close()
    assert NAME not in str(error.value) and PHONE not in str(error.value)
