"""Values and stations as tests need them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder, Settings
from kiosk.station import Answer, Station
from kiosk.station_setup import init
from kiosk.sync.verify import store_url

MONDAY = datetime(2026, 11, 23, 9, 41)
SUNDAY = datetime(2026, 11, 22, 9, 41)


def make_demo_home(path: Path, role: str = "kiosk") -> HomeFolder:
    """Made before `MONDAY`, whatever day it is today."""
    folder = HomeFolder(path)
    init(folder, Settings(terminal="", role=role, demo=True), clock=lambda: SUNDAY).close()
    return folder


class DemoStation:
    """A demo station as a script uses it: commands by kind and fields, at a time of one's choice."""

    def __init__(self, template: Path | None, path: Path) -> None:
        """A copy of the home `template`; without one, the home that is there."""
        if template is not None:
            shutil.copytree(template, path)
        self.folder = HomeFolder(path)
        self.station = Station(self.folder)
        self.at = MONDAY

    def do(self, kind: str, *, who: str | None = None, at: datetime | None = None, **fields: Any) -> Answer:
        actor = self.station.find_actor(who) if who else None
        assert who is None or actor is not None, who
        return self.station.do(from_fields(kind, fields), actor, at or self.at)

    def accept(self, kind: str, **fields: Any) -> dict[str, Any]:
        """The result of a command that must be accepted."""
        answer = self.do(kind, **fields)
        assert answer.status == "accepted", answer
        return answer.result

    def ask(self, question: Any, *, who: str | None = None, at: datetime | None = None) -> Any:
        actor = self.station.find_actor(who) if who else None
        return self.station.ask(question, actor, at or self.at)

    @contextmanager
    def cut_off(self) -> Iterator[None]:
        """Its own store cannot be reached; afterwards one exchange tells it what the store says."""
        away = self.folder.path / "away.db"
        self.folder.own_store.rename(away)
        yield
        away.rename(self.folder.own_store)
        self.station.exchange()

    def close(self) -> None:
        self.station.close()


def beside(demo: DemoStation, path: Path, role: str = "desk") -> DemoStation:
    """Another terminal of the same station."""
    shared = Settings(terminal="", role=role, demo=True, store=store_url(demo.folder))
    init(HomeFolder(path), shared, clock=lambda: MONDAY).close()
    return DemoStation(None, path)


OpenDemo = Callable[[], DemoStation]
