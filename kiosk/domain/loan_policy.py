"""The numbers of lending as data: the station's, overlaid by those of a card's kind, and of a book's kind on top."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kiosk.domain.people import CardKind

BOOK = "book"
"""The kind of an ordinary book; further kinds are those that the policy names."""
Numbers = Mapping[str, Any]


class ChildrenOverdue(StrEnum):
    """What a guardian hears who borrows while a child's book is late."""

    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class LoanTerms:
    """What one card and one copy come to. `limit`: books at once, of any kind; `kind_limit`: of this kind among them."""

    days: int = 30
    limit: int = 5
    renewals: int = 1
    renewal_days: int = 15
    hold_open_days: int = 3
    lendable: bool = True
    kind_limit: int | None = None


@dataclass(frozen=True, slots=True)
class LoanPolicy:
    """`cards` and `kinds` hold only what differs from the station's own numbers."""

    common: Numbers = field(default_factory=dict)
    cards: Mapping[str, Numbers] = field(default_factory=dict)
    kinds: Mapping[str, Numbers] = field(default_factory=dict)
    children_overdue: ChildrenOverdue = ChildrenOverdue.WARN

    @classmethod
    def from_data(cls, data: Numbers) -> "LoanPolicy":
        """`[loan]` with its `[loan.cards.KIND]` and `[loan.kinds.KIND]`. Unknown keys or wrong values: ValueError."""
        own = dict(data)
        cards, kinds = (_layers(name, own.pop(name, {})) for name in ("cards", "kinds"))
        warn = ChildrenOverdue(own.pop("children_overdue", ChildrenOverdue.WARN))
        return cls(_checked("loan", own), cards, kinds, warn)

    def terms(self, card: str = CardKind.ADULT, kind: str = BOOK) -> LoanTerms:
        """The book's kind has the last word, but for `limit`: there it counts books of that kind alone."""
        of_kind = dict(self.kinds.get(kind, {}))
        kind_limit = of_kind.pop("limit", None)
        layers = {**self.common, **self.cards.get(card, {}), **of_kind}
        return LoanTerms(**layers, kind_limit=kind_limit)

    def limit_for(self, card: str) -> int:
        return self.terms(card).limit

    @property
    def known_kinds(self) -> frozenset[str]:
        return frozenset({BOOK, *self.kinds})


def _layers(name: str, layers: Any) -> dict[str, Numbers]:
    if not isinstance(layers, Mapping):
        raise ValueError(f"{name}: not a table of kinds: {layers!r}")
    return {kind: _checked(f"{name}.{kind}", numbers) for kind, numbers in layers.items()}


def _checked(where: str, numbers: Any) -> Numbers:
    if not isinstance(numbers, Mapping):
        raise ValueError(f"{where}: not a table of numbers: {numbers!r}")
    for key, value in numbers.items():
        _check(f"{where}.{key}", key, value)
    return dict(numbers)


def _check(where: str, key: str, value: Any) -> None:
    if key not in _KEYS:
        raise ValueError(f"unknown key of a loan policy: {where}")
    is_good = isinstance(value, bool) if key == "lendable" else _is_count(value)
    if not is_good:
        raise ValueError(f"{where}: not a value that makes sense: {value!r}")


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000


_KEYS = frozenset({"days", "limit", "renewals", "renewal_days", "hold_open_days", "lendable"})
