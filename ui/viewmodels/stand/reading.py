"""A code at the stand: asked of the station, checked in if that is what it is for, and answered in words."""

from dataclasses import dataclass
from typing import Any

from kiosk.code_reading import read_code
from kiosk.commands import records
from kiosk.commands.bookings import CheckIn
from kiosk.domain.states import OutcomeStatus
from ui import context
from ui.viewmodels.sentences import sentence
from ui.viewmodels.stand.answer import Answer
from ui.viewmodels.stand.booking_answers import booking_answer, refused, welcome
from ui.viewmodels.stand.other_answers import other_answer


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the code was before, and what became of its check-in; None where it let nobody in."""

    read: records.CodeRead
    told: Any = None


def read_at_door(station: Any, text: str) -> Scanned:
    """On the worker."""
    read = read_code(station, text)
    return Scanned(read, station.do(CheckIn(code=read.value)) if read.lets_in else None)


def scanned_answer(scanned: Scanned) -> Answer:
    read, told, now = scanned.read, scanned.told, context.current().clock()
    if read.booking is None:
        return other_answer(read)
    if told is None:
        return booking_answer(read.state, read.booking, now)
    if told.status == OutcomeStatus.REFUSED:
        return refused(read.booking, now, sentence(told.reason, told.detail))
    return welcome(read.booking, now, told.status == OutcomeStatus.PENDING)
