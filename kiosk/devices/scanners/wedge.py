"""A scanner that is a keyboard, told from people's hands by how fast its keys come and how they end.

Keys that may be a scanner's are kept back until that is known: a scan never reaches the field in focus, and what a
person types arrives a moment later, in its order.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from kiosk.devices.scanners.framing import LONGEST, Frame
from kiosk.domain.times import station_now

T = TypeVar("T")

QUICK_MS = 22
"""Between two keys, mostly; the fastest typists stay above it but for a rolled pair."""
APART_MS = 50
"""A longer pause ends a row of keys: it was a hand."""
STUTTER_MS = 120
"""So long a pause may be in what is a scanner's already: those without a cable stumble."""
SHORTEST = 4
"""Keys; fewer are a hand that slipped."""
SHORTEST_UNENDED = 6
"""Without a terminator only more keys, and steadier ones, are believed."""
_STEADY = 0.8


@dataclass(frozen=True, slots=True)
class Press:
    """A key that writes something, at a time in milliseconds. `us` is what it writes on a US keyboard, if known."""

    text: str
    at: int
    us: str = ""


@dataclass(frozen=True, slots=True)
class Ways:
    """How the scanner was set up. `quick_ms` is more for one that was told to type slowly."""

    frame: Frame = field(default_factory=Frame)
    quick_ms: int = QUICK_MS


class Wedge(Generic[T]):
    """`hear` gets each scan as this machine's layout wrote it and as a US keyboard would have.

    `let_go` gets the kept events, one by one, when they were a person's after all.
    """

    def __init__(
        self,
        hear: Callable[[str, str], None],
        let_go: Callable[[T], None],
        ways: Ways | None = None,
        clock: Callable[[], datetime] = station_now,
    ) -> None:
        self._hear, self._let_go, self._ways, self._clock = hear, let_go, ways or Ways(), clock
        self._terminators = frozenset(self._ways.frame.ends.decode("ascii"))
        self._kept: list[T] = []
        self._is_drowning = False
        self._ended: int | None = None
        self._begin_row()
        self.last_scan: datetime | None = None

    @property
    def patience(self) -> int | None:
        """Milliseconds after which `pause` is to be told if no key comes; None while nothing is kept."""
        if not self._kept and not self._is_drowning:
            return None
        return STUTTER_MS if self._is_drowning or self._is_machine() else APART_MS

    def wants(self, press: Press) -> bool:
        """Whether this key will be kept: then it must trigger no shortcut. Pure."""
        return not self._ends(press) or self._ends_scan(press.at)

    def press(self, press: Press, event: T) -> bool:
        """Whether the key is kept here; else it goes its way, and so have those before it."""
        if self._ends(press):
            return self._end(press.at)
        if not self._goes_on(press.at):
            self.pause()
        if self._is_drowning:
            self._last = press.at
            return True
        self._add(press)
        self._kept.append(event)
        if len(self._text) > LONGEST:
            self._tell()
            self._is_drowning, self._last = True, press.at
        return True

    def lead(self, event: T, at: int) -> bool:
        """A Shift goes down: a capital may follow, so it is kept like a key."""
        if not self._is_drowning:
            self._last = self._last if self._kept else at
            self._kept.append(event)
        return True

    def beside(self, event: T) -> bool:
        """A key is let go: it stays in its order."""
        if self._kept and not self._is_drowning:
            self._kept.append(event)
        return bool(self._kept) or self._is_drowning

    def pause(self) -> None:
        """No key came for `patience`, or another kind of key or a touch did."""
        if not self._is_drowning and self._is_steady():
            self._tell()
        self._give_back()

    def _end(self, at: int) -> bool:
        if not self._ends_scan(at):
            self.pause()
            return False
        if self._text:
            self._tell()
        self._give_back()
        self._ended = at
        return True

    def _ends_scan(self, at: int) -> bool:
        """Some scanners end twice, with CR and LF: the second must not press a button."""
        if self._ended is not None and at - self._ended <= APART_MS and not self._text:
            return True
        return self._goes_on(at) and (self._is_drowning or self._is_machine())

    def _ends(self, press: Press) -> bool:
        return press.text in self._terminators

    def _goes_on(self, at: int) -> bool:
        if self._is_drowning:
            return at - self._last <= STUTTER_MS
        if not self._kept:
            return False
        return at - self._last <= (STUTTER_MS if self._is_machine() else APART_MS)

    def _add(self, press: Press) -> None:
        if self._text:
            self._gaps += 1
            self._quick += press.at - self._last <= self._ways.quick_ms
        self._text += press.text
        self._us += press.us or press.text
        self._last = press.at

    def _is_machine(self) -> bool:
        """So many keys, half of them at a machine's pace."""
        return self._gaps >= SHORTEST - 1 and self._quick * 2 >= self._gaps

    def _is_steady(self) -> bool:
        return self._gaps >= SHORTEST_UNENDED - 1 and self._quick >= self._gaps * _STEADY

    def _tell(self) -> None:
        bare = self._ways.frame.bare
        text, us = bare(self._text), bare(self._us)
        self._kept.clear()
        self._begin_row()
        if text:
            self.last_scan = self._clock()
            self._hear(text, us)

    def _give_back(self) -> None:
        """First forgotten, then let go: what is let go may come by here again."""
        kept, self._kept = self._kept, []
        self._is_drowning = False
        self._begin_row()
        for event in kept:
            self._let_go(event)

    def _begin_row(self) -> None:
        self._text = self._us = ""
        self._last = self._gaps = self._quick = 0
