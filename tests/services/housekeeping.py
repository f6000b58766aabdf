"""Housekeeping as its tests watch it."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import DemoStation


def keep_house(demo: DemoStation, at: datetime) -> dict[str, int]:
    """What was done; afterwards every promise holds and nothing is left to do."""
    done = demo.station.keep_house(at)
    assert demo.station.keep_house(at) == {}
    assert verify_store(store_url(demo.folder)) == verify_home(demo.folder) == []
    return done


def in_store(demo: DemoStation, table: Any, key: str) -> Any:
    """The row as this terminal's replica has it, deleted or not."""
    with demo.station._database.read() as connection:
        return connection.execute(select(table).where(table.c.id == key)).one()
