"""Who has which room when: one overlap rule for bookings, classes and maintenance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Why
from kiosk.domain.times import clock_text

Parents = Mapping[str, str | None]
"""Room -> the room that it is part of."""


@dataclass(frozen=True, slots=True)
class Occupied:
    """A room from minute `start` to just before `end` of a day. `undecided`: a request that holds its slot
    until staff answer.
    """

    room: str
    day: date
    start: int
    end: int
    why: Why
    title: str = ""
    undecided: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """What comes back every week: `weekdays` are isoweekdays (1 is Monday), `until` is its last possible
    day, None for open end.
    """

    room: str
    weekdays: frozenset[int]
    start: int
    end: int
    first: date
    until: date | None = None
    except_days: frozenset[date] = frozenset()
    why: Why = Why.CLASS
    title: str = ""
    id: str = ""

    def on(self, day: date) -> Occupied | None:
        if day.isoweekday() not in self.weekdays or day < self.first or day in self.except_days:
            return None
        if self.until is not None and day > self.until:
            return None
        return Occupied(self.room, day, self.start, self.end, self.why, self.title, id=self.id)


def overlaps(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Half-open: one that ends at 10:00 leaves the room to one that starts at 10:00."""
    return max(first[0], second[0]) < min(first[1], second[1])


def related_rooms(room: str, parents: Parents) -> frozenset[str]:
    """The rooms that cannot be used beside this one: itself, all that it is part of, all its parts. Not its
    sisters.
    """
    wholes = set(wholes_of(room, parents))
    parts = {other for other in parents if room in wholes_of(other, parents)}
    return frozenset({room} | wholes | parts)


def wholes_of(room: str, parents: Parents) -> list[str]:
    """What it is part of, the nearest first."""
    found: list[str] = []
    whole = parents.get(room)
    while whole and whole != room and whole not in found:
        found.append(whole)
        whole = parents.get(whole)
    return found


def conflicts(wanted: Occupied, other: Occupied, related: frozenset[str]) -> bool:
    return (
        wanted.day == other.day
        and other.room in related
        and overlaps((wanted.start, wanted.end), (other.start, other.end))
    )


def first_conflict(
    wanted: Occupied, occupied: Iterable[Occupied], parents: Parents | None = None
) -> Occupied | None:
    """The earliest of those that are in the way; a thing is never in its own way (same `id`)."""
    related = related_rooms(wanted.room, parents or {})
    found = (
        other
        for other in occupied
        if conflicts(wanted, other, related) and not (wanted.id and wanted.id == other.id)
    )
    return min(found, key=lambda other: (other.start, other.end), default=None)


def judge_free(
    wanted: Occupied, occupied: Iterable[Occupied], parents: Parents | None = None
) -> Refused | None:
    """Another booking is `slot_taken`; a class or maintenance is `occupied`, and says by what."""
    conflict = first_conflict(wanted, occupied, parents)
    if conflict is None:
        return None
    span = {"start": clock_text(conflict.start), "end": clock_text(conflict.end)}
    if conflict.why is Why.BOOKING:
        return Refused.because(Reason.SLOT_TAKEN, **span)
    return Refused.because(Reason.OCCUPIED, why=conflict.why.value, title=conflict.title, **span)
