"""What fills the stand's screen after a scan: a colour, an icon and words, and what is said aloud."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """`outcome` is success, caution or failure. `chip` says how sure it is: confirmed, pending, valid or nothing.

    `count` and `advice` stand below the card; `booking` is the one that the list below marks as one's own.
    `countable`: how many have come may be said, at most `seats` if that is known.
    `spoken` is said aloud, by language: rooms and times, never a name.
    """

    outcome: str
    icon: str
    title: str
    sub: str = ""
    room: str = ""
    when: str = ""
    way: str = ""
    party: str = ""
    chip: str = ""
    count: str = ""
    advice: str = ""
    booking: str = ""
    people: int = 0
    seats: int = 0
    countable: bool = False
    spoken: dict[str, str] = field(default_factory=dict)

    @property
    def sound(self) -> str:
        """Told apart without looking."""
        return {"success": "success", "caution": "attention"}.get(self.outcome, "refusal")

    def as_map(self) -> dict[str, Any]:
        return asdict(self)


NOTHING = Answer("", "", "").as_map()
