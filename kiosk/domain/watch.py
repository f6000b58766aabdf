"""What of a station somebody should look at: silent terminals, wrong clocks, a full disk, a hub that keeps no house."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

SILENT = timedelta(minutes=10)
CLOCK_OFF = 120
"""Seconds that a terminal's clock may be off before somebody should look."""
HOUSE_LATE = timedelta(hours=2)
LEAST_FREE_MB = 1024


class What(StrEnum):
    UNHEARD = "unheard"
    SILENT = "silent"
    CLOCK = "clock"
    CALENDAR = "calendar"
    HOUSE = "house"
    RECOVERING = "recovering"
    DISK = "disk"
    SCANNER = "scanner"


@dataclass(frozen=True, slots=True)
class Trouble:
    """`since`: when it began, where that is known; `detail` by kind: terminal, place, ahead (seconds), year, free (MB),
    name and group (of a device that is away, or may not be opened by who is not in it); `unheard`: the refused wishes.
    """

    what: What
    since: datetime | None = None
    detail: dict[str, Any] = field(default_factory=dict)
    unheard: tuple[Any, ...] = ()


def of_machine(free_mb: int) -> Iterator[Trouble]:
    if free_mb < LEAST_FREE_MB:
        yield Trouble(What.DISK, detail={"free": free_mb})


def of_clock(state: str, terminal: str) -> Iterator[Trouble]:
    """Of this machine; how much it is off its hub knows."""
    if state == "off":
        yield Trouble(What.CLOCK, detail={"terminal": terminal})


def of_terminals(
    seen: list[Any], places: dict[str, str], opened_at: datetime | None, now: datetime, own: str
) -> Iterator[Trouble]:
    """Silent ones, while the doors are open: whoever was switched off at night is given time to start. And wrong clocks."""
    for letter, place in sorted(places.items()):
        last = max((one for one in seen if one.terminal == letter and one.last_seen), key=_when, default=None)
        if last is None or letter == own:
            continue
        where = {"terminal": letter, "place": place}
        if opened_at is not None and now - max(last.last_seen, opened_at) > SILENT:
            yield Trouble(What.SILENT, last.last_seen, where)
        if abs(last.clock_ahead or 0) > CLOCK_OFF:
            yield Trouble(What.CLOCK, last.last_seen, where | {"ahead": last.clock_ahead})


def of_hub(state: Any, now: datetime) -> Iterator[Trouble]:
    """A hub that has kept house before, and has not for a while."""
    if state.phase != "normal":
        yield Trouble(What.RECOVERING)
    elif state.housekept_at is not None and now - state.housekept_at > HOUSE_LATE:
        yield Trouble(What.HOUSE, state.housekept_at)


def _when(one: Any) -> datetime:
    when: datetime = one.last_seen
    return when
