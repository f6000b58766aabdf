"""People as their tests know them."""

from typing import Any

from sqlalchemy import select

from kiosk.commands.station import Listing
from tests.builders import DemoStation

ZHANG, OUYANG, MAIMAITI, LI = "3709152841", "5281639400", "9164027535", "2048573618"
CHILD, JI, CHEN, BLOCKED = "6139704826", "8350261742", "4597183062", "7823406959"
PIN = "1234"


def show(demo: DemoStation, what: str, who: str | None = "clerk", **where: str) -> list[dict[str, Any]]:
    """As scripts see it."""
    found = demo.ask(Listing(what=what, where=where), who=who)
    return [row for row in found if all(str(row.get(name)) == value for name, value in where.items())]


def card(demo: DemoStation, number: str) -> dict[str, Any]:
    return show(demo, "cards", number=number)[0]


def resident(demo: DemoStation, number: str) -> str:
    """Whose card it is."""
    return str(card(demo, number)["resident"])


def new_resident(
    demo: DemoStation, name: str = "林试安", phone: str = "13812341234", **more: Any
) -> dict[str, Any]:
    return demo.accept("register_resident", who="clerk", name=name, phone=phone, consent="zh-1", **more)


def stored(demo: DemoStation, table: Any, key: str) -> Any:
    """A row of this home, deleted or not."""
    with demo.station._database.read() as connection:
        return connection.execute(select(table).where(table.c.id == key)).one()
