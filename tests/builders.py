"""Values and stations as tests need them."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder, Settings
from kiosk.station import Answer, Station
from kiosk.station_setup import init

MONDAY = datetime(2026, 11, 23, 9, 41)
SUNDAY = datetime(2026, 11, 22, 9, 41)


def make_demo_home(path: Path, role: str = "kiosk") -> HomeFolder:
    """Made before `MONDAY`, whatever day it is today."""
    folder = HomeFolder(path)
    init(folder, Settings(terminal="", role=role, demo=True), clock=lambda: SUNDAY).close()
    return folder


class DemoStation:
    """A demo station as a script uses it: commands by kind and fields, at a time of one's choice."""

    def __init__(self, template: Path, path: Path) -> None:
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

    def close(self) -> None:
        self.station.close()


OpenDemo = Callable[[], DemoStation]
