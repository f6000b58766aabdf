"""Refused wishes are explained: which ones to whom, and that it was done."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from db import inbox
from db import tables as t
from db.people import kept_resident, merged_into
from db.work import AnyRow, Work
from kiosk.commands import records
from kiosk.commands.explanations import ExplainOutcome, ExplainTold, Explanations
from kiosk.domain.codes import code_hash, parse_code
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.times import minutes
from kiosk.services.actors import reference_of
from kiosk.services.people import find_resident
from kiosk.services.registry import Actor, Asking, Completed, Drawer, Made, answers, completes, handles


@completes(ExplainOutcome)
def complete_explanation(work: Work, wish: ExplainOutcome, made: Made, drawer: Drawer) -> Completed | Refused:
    """The code itself goes no further: what is stored says that it was shown."""
    code = parse_code(wish.code or wish.outcome or "")
    if code is None:
        return Refused.because(Reason.UNKNOWN_CODE) if wish.code else _completed(wish, wish.outcome)
    found = inbox.refused_with_code(work, code_hash(code))
    if found is None or wish.outcome not in (None, wish.code, code, found.id):
        return Refused.because(Reason.UNKNOWN_CODE)
    return _completed(wish, found.id, by_code=True)


def _completed(wish: ExplainOutcome, outcome: str | None, *, by_code: bool = False) -> Completed:
    return Completed(
        msgspec.structs.replace(wish, outcome=outcome, code=None, told=ExplainTold(by_code=by_code))
    )


@handles(ExplainOutcome)
def explain_outcome(work: Work, wish: ExplainOutcome, made: Made) -> Outcome:
    """A fact: where two terminals have explained the same, the first one stands and nobody need hear of the second."""
    outcome = inbox.outcome(work, wish.outcome or "")
    if outcome is None:
        return Refused.because(Reason.UNKNOWN_OUTCOME)
    by_code = wish.told is not None and wish.told.by_code
    if not (by_code or _concerns(work, outcome, made.actor)):
        return Refused.because(Reason.NOT_ALLOWED, role=made.actor.role.value)
    if not note_explained(work, outcome.id, made) and not made.at_hub:
        return Refused.because(Reason.ALREADY_DONE)
    return Accepted({"outcome": outcome.id})


def note_explained(work: Work, outcome: str, made: Made) -> bool:
    """False where somebody has noted it before."""
    if work.row(t.explanations, outcome) is not None:
        return False
    work.add(t.explanations, outcome, at=made.made_at, by=reference_of(made.actor))
    return True


@answers(Explanations)
def explanations(work: Work, question: Explanations, asking: Asking) -> list[records.Explained]:
    """One's own, or anyone's for staff."""
    resident = find_resident(work, question.resident)
    if isinstance(resident, Refused) or not (asking.sees_persons or asking.actor.resident == resident.id):
        return []
    rows = (resident.id, *merged_into(work, resident.id))
    return [explained(work, outcome) for key in rows for outcome in inbox.unexplained_to(work, key)]


def explained(work: Work, outcome: AnyRow) -> records.Explained:
    """What was wished, what had been said of it, and why it did not work out."""
    told = outcome.told or {}
    return records.Explained(
        id=outcome.id, kind=outcome.kind, reason=outcome.reason, detail=outcome.detail or {},
        flags=tuple(outcome.flags or ()), made_at=outcome.made_at, number=told.get("number"),
        due=_day(told.get("due")), scans=tuple(_scans(work, outcome)), **_meant(work, told),
    )  # fmt: skip


def _scans(work: Work, outcome: AnyRow) -> Iterator[records.DoorScan]:
    for scan in (outcome.result or {}).get("scans", ()):
        stand = work.row(t.terminals, scan["on"])
        place = stand.place if stand is not None else ""
        yield records.DoorScan(at=datetime.fromisoformat(scan["at"]), on=scan["on"] or "", place=place)


def resident_of(outcome: AnyRow) -> str | None:
    """Whose wish it was, if it was anybody's with a card."""
    kind, _, key = (outcome.actor or "").partition(":")
    return outcome.subject or (key if kind == "resident" else None)


def _concerns(work: Work, outcome: AnyRow, actor: Actor) -> bool:
    own = actor.resident is not None and actor.resident == kept_resident(
        work.connection, outcome.subject or ""
    )
    return actor.is_staff or own or outcome.actor == reference_of(actor)


def _meant(work: Work, told: dict[str, Any]) -> dict[str, Any]:
    """The room and its time, or the book, by what had been said; nothing where that is not known any more."""
    booking = work.row(t.bookings, told.get("booking"))
    if booking is not None:
        return _room(work, booking.room) | {"day": booking.day, "start": booking.start, "end": booking.end}
    if "room" in told:
        times = {name: minutes(told[name]) for name in ("start", "end") if name in told}
        return _room(work, told["room"]) | times | {"day": _day(told.get("date"))}
    return _book(work, told)


def _room(work: Work, key: str) -> dict[str, Any]:
    room = work.book.get(t.rooms, key)
    return {"about": room.name, "about_en": room.name_en} if room is not None else {}


def _book(work: Work, told: dict[str, Any]) -> dict[str, Any]:
    copy = work.row(t.copies, told.get("copy"))
    title = work.row(t.titles, told.get("title") or (copy.title if copy is not None else None))
    return {"about": title.title} if title is not None else {}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
