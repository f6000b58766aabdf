"""The answer to a wish, as a value with a name."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Accepted:
    """It is done; `result` holds ids and what was told, nothing personal. `flags` are for the desk: a fact
    that policy would have refused.
    """

    result: dict[str, Any] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot be done, for one named reason; `detail` says what would help (`earliest`, `limit` ...)."""

    reason: Reason
    detail: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def because(cls, reason: Reason, **detail: Any) -> "Refused":
        return cls(reason, detail)


Outcome = Accepted | Refused
