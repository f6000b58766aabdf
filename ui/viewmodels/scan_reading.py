"""A scan at the kiosk, looked up: what it is, and what is to be shown of it."""

from dataclasses import dataclass
from typing import Any

from kiosk.code_reading import read_code
from kiosk.commands import records
from kiosk.commands.bookings import CheckIn
from kiosk.commands.library import CopyOf
from kiosk.commands.station import SlipOf
from kiosk.domain.codes import CodeKind, CodeState, parse_code
from kiosk.domain.states import CopyState

_BACK = frozenset({CopyState.ON_LOAN.value, CopyState.LOST.value})
"""Who holds such a book brings it back."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`slip` of a slip's code, `told` what became of its check-in, `book` of a copy or ISBN."""

    read: records.CodeRead
    slip: records.Slip | None = None
    told: Any = None
    book: records.CopyFound | None = None

    @property
    def is_card(self) -> bool:
        return self.read.kind is CodeKind.CARD and self.read.state not in (
            CodeState.BLOCKED, CodeState.UNKNOWN, CodeState.NOT_HERE_YET,
        )  # fmt: skip

    @property
    def comes_back(self) -> bool:
        """This very copy is out."""
        return self.read.kind is CodeKind.COPY and self.book is not None and self.book.copy.state in _BACK


def read_scan(station: Any, text: str) -> Reading:
    """On the worker. Whoever shows a booking's code in time is checked in by it."""
    read = read_code(station, text)
    if parse_code(read.value):
        told = station.do(CheckIn(code=read.value)) if read.lets_in else None
        return Reading(read, station.ask(SlipOf(code=read.value)), told)
    if read.title is not None:
        return Reading(read, book=station.ask(CopyOf(copy=read.value)))
    return Reading(read)
