"""One place being counted: what belongs there, what was scanned, what follows; as text for a draft."""

from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

import msgspec

from kiosk.commands import records
from kiosk.domain.states import CopyState

_ODD = {
    CopyState.ON_LOAN: "on_loan", CopyState.LOST: "lost", CopyState.ON_HOLD: "held", CopyState.DAMAGED: "damaged",
    CopyState.WITHDRAWN: "withdrawn",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """A scanned book. `status`: here, on_loan, lost, held, damaged, withdrawn, elsewhere, unknown."""

    number: str
    copy: str
    title: str
    status: str
    place: str = ""
    settled: bool = False

    @property
    def is_right(self) -> bool:
        return self.settled or self.status == "here"


@dataclass(slots=True)
class Count:
    """`expected` by number: all that belongs to the place, whoever has it now."""

    location: str
    shelf: str
    begun_at: datetime
    seen: dict[str, Seen] = field(default_factory=dict)
    expected: dict[str, records.StockCopy] = field(default_factory=dict)

    def note(self, seen: Seen) -> None:
        """The latest stands last; what was settled stays so."""
        before = self.seen.pop(seen.number, None)
        self.seen[seen.number] = before if before is not None and before.settled else seen

    def settle(self, number: str) -> None:
        """It was set right: it belongs here, and is here."""
        seen = self.seen[number] = replace(self.seen[number], settled=True)
        on_shelf = CopyState.ON_SHELF.value
        self.expected[number] = records.StockCopy(seen.copy, number, seen.title, on_shelf, self.shelf)

    def missing(self) -> list[records.StockCopy]:
        """What should stand here and was not scanned."""
        return [
            one
            for number, one in self.expected.items()
            if one.state == CopyState.ON_SHELF and number not in self.seen
        ]

    def on_shelf(self) -> int:
        return sum(one.state == CopyState.ON_SHELF for one in self.expected.values())

    def right(self) -> int:
        return sum(one.is_right for one in self.seen.values())

    def number_of(self, status: str) -> int:
        return sum(one.status == status for one in self.seen.values())

    def to_text(self) -> str:
        kept: dict[str, Any] = {
            "location": self.location, "shelf": self.shelf, "begun_at": self.begun_at,
            "seen": [asdict(one) for one in self.seen.values()],
        }  # fmt: skip
        return msgspec.json.encode(kept).decode()

    @classmethod
    def from_text(cls, text: str) -> "Count":
        """Raises ValueError."""
        kept = msgspec.json.decode(text, type=_Kept)
        return cls(kept.location, kept.shelf, kept.begun_at, {one.number: one for one in kept.seen})


class _Kept(msgspec.Struct):
    location: str
    shelf: str
    begun_at: datetime
    seen: list[Seen]


def judge(count: Count, text: str, found: records.DeskCopy | None, place: str) -> Seen:
    """What a scan on this place means; `place` is where the book belongs, in words."""
    if found is None:
        return Seen(text, "", "", "unknown")
    copy = found.copy
    odd = _ODD.get(CopyState(copy.state))
    if odd is None and not _belongs(count, found):
        odd = "elsewhere"
    return Seen(copy.number, copy.id, found.title, odd or "here", place)


def _belongs(count: Count, found: records.DeskCopy) -> bool:
    is_shelf = not count.shelf or found.copy.shelf == count.shelf
    return found.copy.number in count.expected or (found.location_code == count.location and is_shelf)
