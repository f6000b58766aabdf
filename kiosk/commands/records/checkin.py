"""What a code is, what it stands for, and what would come of it now."""

from datetime import date, datetime
from typing import Any

from kiosk.commands.records.base import Record
from kiosk.domain.codes import CodeKind, CodeState
from kiosk.domain.foreign import Foreign
from kiosk.domain.states import BookingState


class CodeBooking(Record, frozen=True):
    """A booking as anybody at the door may see it: `party` and `leader` are masked where they are persons.

    `in_at`, `in_on`, `in_place`: when, on which terminal and where they checked in. `opens_at`, `until`: from when to when
    one can check in. `provisional`: the hub has not confirmed the request. `people`: as asked for; `attended`: as counted.
    """

    id: str
    number: str
    status: BookingState
    room: str
    room_name: str
    room_name_en: str
    way: str
    way_en: str
    date: date
    start: int
    end: int
    party: str
    leader: str
    people: int
    attended: int | None
    seats: int | None
    opens_at: datetime
    until: datetime
    provisional: bool
    in_at: datetime | None = None
    in_on: str | None = None
    in_place: str = ""


class CodeRead(Record, frozen=True):
    """`value`: the card, copy or book number in the spelling that the store keeps, the code of a slip; empty for others.

    `sentence` names the words in assets/texts/codes.toml (`kiosk.reports.code_words.told`), `detail` fills them in.
    `ticket`: its id; `title`: of a book, its id. `sort`: what a thing that is not ours is.
    """

    kind: CodeKind
    state: CodeState
    sentence: str
    detail: dict[str, Any]
    value: str = ""
    sort: Foreign | None = None
    booking: CodeBooking | None = None
    ticket: str | None = None
    title: str | None = None

    @property
    def lets_in(self) -> bool:
        """Whether `CheckIn(code=...)` would be accepted now."""
        return self.booking is not None and self.state in (CodeState.OK, CodeState.LATE)
