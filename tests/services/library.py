"""The library as its tests use it."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from db import tables as t
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import DemoStation
from tests.services.bookings import show

ZHANG, OUYANG, MAIMAITI = "3709152841", "5281639400", "9164027535"
GUARDIAN, CHILD = "2048573618", "6139704826"
BOOK, COPY = "9787540468422", "S0000001"  # the only copy
TWO_COPIES, FIRST, SECOND = "9787506365437", "S0000002", "S0000003"
LATER = datetime(2026, 12, 28, 10)  # what was lent on MONDAY is late
READING_ROOM = "S0000099"


def copy_state(demo: DemoStation, number: str) -> str:
    return str(show(demo, "copies", number=number)[0]["state"])


def holds(demo: DemoStation) -> list[tuple[str, str | None, int | None]]:
    """State, copy and place of each, in the order they were made."""
    return [(row["status"], row["copy"], row["position"]) for row in show(demo, "holds")]


def flags(demo: DemoStation) -> list[str]:
    return list(show(demo, "outcomes")[-1]["flags"])


def resident(demo: DemoStation, card: str) -> str:
    actor = demo.station.find_actor(card)
    assert actor is not None
    return actor.id


def is_well(demo: DemoStation) -> bool:
    return verify_store(store_url(demo.folder)) == verify_home(demo.folder) == []


def set_loan_rule(demo: DemoStation, **numbers: Any) -> None:
    """Changes the station's loan rules under the open station, in store and home, as a policy command will."""
    for database in (demo.station._database, demo.station._hub._database):  # type: ignore[attr-defined]
        with database.write() as connection:
            row = connection.execute(select(t.policies).where(t.policies.c.topic == "loan")).one()
            change = (
                t.policies.update().where(t.policies.c.id == row.id).values(numbers=row.numbers | numbers)
            )
            connection.execute(change)
        database.books._stamp = None
