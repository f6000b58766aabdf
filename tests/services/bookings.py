"""Requests as the tests of bookings need them, in the room and week of the demo station."""

from contextlib import closing
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from db import tables as t
from db.engines import Database
from kiosk.commands.station import Listing
from kiosk.station import Answer
from kiosk.sync.verify import store_url
from tests.builders import MONDAY, DemoStation

CLUB = {"kind": "organisation", "name": "银龄读书会", "uscc": "51460100MJ0000018X"}
PERSON = {"kind": "person", "name": "张示范"}
PHONE = "13812341234"
THURSDAY = date(2026, 11, 26)
ZHANG = "3709152841"
OUYANG = "5281639400"


def ask_for_room(demo: DemoStation, **changes: Any) -> Answer:
    """A walk-in asks for the meeting room, Thursday morning, for the reading club."""
    return demo.do("request_booking", **a_request(**changes))


def a_request(**changes: Any) -> dict[str, Any]:
    request: dict[str, Any] = {
        "room": "huiyishi", "date": THURSDAY.isoformat(), "start": "08:30", "end": "10:00", "party": CLUB,
        "people": 12, "contact_name": "张示明", "contact_phone": PHONE, "purpose": "读书",
    }  # fmt: skip
    request |= changes
    if isinstance(request["date"], date):
        request["date"] = request["date"].isoformat()
    return {key: value for key, value in request.items() if value is not None}


def a_booking(demo: DemoStation, **changes: Any) -> str:
    """The id of a request that was taken."""
    answer = ask_for_room(demo, **changes)
    assert answer.status == "accepted", answer
    return str(answer.result["booking"])


def an_approved(demo: DemoStation, **changes: Any) -> str:
    booking = a_booking(demo, **changes)
    demo.accept("approve_booking", who="clerk", booking=booking, at=changes.get("at", MONDAY))
    return booking


def moment(day: date, time: str) -> datetime:
    return datetime.fromisoformat(f"{day.isoformat()}T{time}")


def show(demo: DemoStation, what: str, who: str | None = None, **where: str) -> list[dict[str, Any]]:
    """A listing as the command line prints it."""
    found: list[dict[str, Any]] = demo.ask(Listing(what=what, where=where), who=who)
    return [row for row in found if all(str(row.get(key)) == value for key, value in where.items())]


def status(demo: DemoStation, booking: str) -> str:
    return str(show(demo, "bookings", id=booking)[0]["status"])


def set_rule(demo: DemoStation, **numbers: Any) -> None:
    """Changes the station's booking rules under the open station, as a policy command will."""
    row = next(row for row in _rows(demo, t.policies) if row.topic == "booking")
    _change_book(
        demo, t.policies.update().where(t.policies.c.id == row.id).values(numbers=row.numbers | numbers)
    )


def make_bookable(demo: DemoStation, room: str) -> None:
    _change_book(demo, t.rooms.update().where(t.rooms.c.code == room).values(bookable=True))


def _rows(demo: DemoStation, table: Any) -> list[Any]:
    with demo.station._database.read() as connection:
        return list(connection.execute(select(table)))


def _change_book(demo: DemoStation, statement: Any) -> None:
    """At home and in the store."""
    with demo.station._database.write() as connection:
        connection.execute(statement)
        connection.execute(t.home.update().values(book=t.home.c.book + 1))
    with closing(Database(store_url(demo.folder))) as database, database.write() as connection:
        connection.execute(statement)
        connection.execute(t.store.update().values(book=t.store.c.book + 1))
