"""A station for the tour: the demo on an ordinary morning, as many fresh copies of it as there are journeys."""

import logging
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder, Settings
from kiosk.station import Answer, Station
from kiosk.station_setup import init
from kiosk.sync.exchange import Message
from kiosk.sync.messages import Decided
from kiosk.sync.verify import store_url

log = logging.getLogger(__name__)
RIVALS = [("银龄合唱队", "10:00", "11:30"), ("墨香社", "14:00", "15:30"), ("三八志愿队", "15:30", "17:00")]

Wish = tuple[str, dict[str, Any], str | None]
Act = tuple[str, dict[str, Any], str | None, datetime]


@contextmanager
def rehearsals(at: datetime) -> Iterator["Rehearsals"]:
    """Homes in a temporary folder, gone afterwards; their clocks stand at `at`."""
    with TemporaryDirectory(prefix="yizhan-tour-", ignore_cleanup_errors=True) as folder:
        template = HomeFolder(Path(folder) / "template")
        opened = at - timedelta(hours=2)  # the screens' clock may not lie before the home's last command
        station = init(template, Settings(terminal="", role="kiosk", demo=True), clock=lambda: opened)
        for kind, fields, who, moment in _morning(at):
            _act(station, kind, fields, who, moment)
        station.close()
        yield Rehearsals(template, at)


class Rehearsals:
    """`open` is called on the thread that will own the station."""

    def __init__(self, template: HomeFolder, at: datetime) -> None:
        self._template = template
        self._at = at
        self._opened = 0
        self._open_home = template

    def open(self, role: str = "kiosk") -> Station:
        """A kiosk with the store, or another terminal beside one."""
        self._opened += 1
        path = self._template.path.with_name(f"home-{self._opened}")
        shutil.copytree(self._template.path, path)
        self._open_home = HomeFolder(path)
        folder = self._open_home if role == "kiosk" else self._join_terminal(role)
        return Station(folder, clock=lambda: self._at)

    def promise_too_late(self, first: Sequence[Wish], promised: Sequence[Wish]) -> list[Answer]:
        """One more terminal is first; yet another one, cut off, promises the same, and its line is mended: its answers."""
        folder = self._join_terminal()
        cut = _CutOff(folder, clock=lambda: self._at)
        other = Station(self._join_terminal(), clock=lambda: self._at)
        for wish in first:
            _act(other, *wish, self._at)
        answers = [_act(cut, *wish, self._at) for wish in promised]
        cut.close()
        other.close()
        mended = Station(folder, clock=lambda: self._at)
        mended.exchange()
        mended.close()
        return answers

    def _join_terminal(self, role: str = "desk") -> HomeFolder:
        """One more terminal of the station opened last."""
        self._opened += 1
        folder = HomeFolder(self._template.path.with_name(f"home-{self._opened}"))
        shared = Settings(terminal="", role=role, demo=True, store=store_url(self._open_home))
        init(folder, shared, clock=lambda: self._at).close()
        return folder

    def cut_line(self) -> None:
        """The store cannot be reached from the home opened last."""
        self._open_home.own_store.rename(_away(self._open_home))

    def join_line(self) -> None:
        """It can be reached again."""
        _away(self._open_home).rename(self._open_home.own_store)


class _CutOff(Station):
    """Its line is down."""

    def exchange(self, message: Message | None = None) -> dict[str, Decided]:
        return {}


def _away(home: HomeFolder) -> Path:
    return home.path / "away.db"


def _morning(at: datetime) -> Iterator[Act]:
    """Three people wait, one is served; some rooms are asked for; some books are out, one of them late."""
    for minutes, item in ((40, "gaoling"), (20, "canbao"), (12, "guanxi"), (5, "juzhu")):
        yield "open_ticket", {"item": item}, None, at - timedelta(minutes=minutes)
    yield "call_next", {"counter": "1"}, "clerk", at - timedelta(minutes=8)
    yield from _bookings(at)
    yield "check_out_copy", {"copy": "S0000001"}, "3709152841", at - timedelta(days=10)
    yield "check_out_copy", {"copy": "S0000004"}, "3709152841", at - timedelta(days=35)
    yield "check_out_copy", {"copy": "S0000002"}, "9164027535", at - timedelta(days=3)
    yield "check_out_copy", {"copy": "S0000073"}, "6139704826", at - timedelta(days=28)
    yield "check_out_copy", {"copy": "S0000009"}, "2048573618", at - timedelta(days=20)


def _bookings(at: datetime) -> Iterator[Act]:
    asked = at - timedelta(days=7)
    for day, rivals in ((4, RIVALS[:1]), (5, RIVALS), (8, RIVALS[1:])):
        for name, start, end in rivals:
            yield "request_booking", _request(at + timedelta(days=day), name, start, end), None, asked


def _request(day: datetime, name: str, start: str, end: str) -> dict[str, Any]:
    return {
        "room": "huiyishi", "date": day.date().isoformat(), "start": start, "end": end, "people": 12,
        "party": {"kind": "organisation", "name": name}, "contact_phone": "13490000002", "purpose": "排练",
    }  # fmt: skip


def _act(station: Station, kind: str, fields: dict[str, Any], who: str | None, moment: datetime) -> Answer:
    actor = station.find_actor(who) if who else None
    answer = station.do(from_fields(kind, fields), actor, moment)
    if answer.is_refused:  # at an odd hour, in a year without a calendar: the morning is a little emptier
        log.info("the rehearsal goes without %s: %s %s", kind, answer.reason, answer.detail)
    return answer
