"""What tests of the help desk do again and again: take, call, start, resolve, look."""

from datetime import datetime, timedelta
from typing import Any

from kiosk.commands.station import Listing
from tests.builders import MONDAY, DemoStation

ZHANG, LI, BLOCKED = "3709152841", "2048573618", "7823406959"
PHONE = "13490000009"


def later(minutes: int = 0, *, days: int = 0) -> datetime:
    return MONDAY + timedelta(days=days, minutes=minutes)


def take(demo: DemoStation, **fields: Any) -> str:
    """A number's ticket; the desk may give as many a minute as it likes."""
    return str(demo.accept("open_ticket", **({"item": "gaoling", "who": "clerk"} | fields))["ticket"])


def call(demo: DemoStation, at: datetime = MONDAY, *, counter: str = "1", who: str = "clerk") -> str:
    return str(demo.accept("call_next", who=who, counter=counter, at=at)["number"])


def clerk(demo: DemoStation, kind: str, at: datetime = MONDAY, **fields: Any) -> dict[str, Any]:
    return demo.accept(kind, who="clerk", at=at, **fields)


def serve(demo: DemoStation, at: datetime = MONDAY, **fields: Any) -> str:
    """A ticket of whoever stands at the counter now."""
    ticket = take(demo, at=at, **fields)
    clerk(demo, "call_number", at, counter="1", number=shown(demo, ticket)["number"])
    clerk(demo, "start_ticket", at, ticket=ticket)
    return ticket


def done(demo: DemoStation, at: datetime = MONDAY, **fields: Any) -> str:
    ticket = serve(demo, at, **fields)
    clerk(demo, "resolve_ticket", at, ticket=ticket)
    return ticket


def shown(demo: DemoStation, ticket: str, *, who: str | None = "clerk") -> dict[str, Any]:
    """As `show tickets` lists it."""
    (found,) = listed(demo, "tickets", who=who, id=ticket)
    return found


def listed(
    demo: DemoStation, what: str, /, *, who: str | None = "clerk", at: datetime = MONDAY, **where: Any
) -> list[dict[str, Any]]:
    rows = demo.ask(Listing(what=what), who=who, at=at)
    return [row for row in rows if all(row[name] == value for name, value in where.items())]


def refused(demo: DemoStation, kind: str, **fields: Any) -> str:
    """The reason of a command that must be refused."""
    answer = demo.do(kind, **({"who": "clerk"} | fields))
    assert answer.status == "refused", answer
    return str(answer.reason)
