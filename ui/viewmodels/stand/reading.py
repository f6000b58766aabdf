"""A code at the stand: asked of the station, checked in if that is what it is for, and answered in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.commands import records
from kiosk.commands.bookings import CheckIn
from kiosk.commands.station import SlipOf
from kiosk.domain.states import BookingState, OutcomeStatus
from ui import context
from ui.viewmodels.sentences import sentence
from ui.viewmodels.stand import booking_answers as of_booking
from ui.viewmodels.stand.answer import Answer
from ui.viewmodels.stand.spoken import spoken
from ui.words import say


@dataclass(frozen=True, slots=True)
class Scanned:
    slip: records.Slip
    told: Any = None


def read_code(station: Any, text: str) -> Scanned:
    """On the worker: what the code is, and the check-in if it is one."""
    slip: records.Slip = station.ask(SlipOf(code=text))
    booking = slip.booking.booking if slip.booking else None
    if booking is None or booking.status is not BookingState.APPROVED:
        return Scanned(slip)
    return Scanned(slip, station.do(CheckIn(code=text)))


def scanned_answer(scanned: Scanned) -> Answer:
    slip, told, now = scanned.slip, scanned.told, context.current().clock()
    if slip.booking is None:
        return unknown_answer()
    booking = slip.booking.booking
    if booking.status is BookingState.CHECKED_IN:
        return of_booking.already_in(slip.booking, now, None, "", None)
    if told is None:
        return of_booking.not_to_be_used(slip.booking, now)
    if told.status != OutcomeStatus.REFUSED:
        return of_booking.welcome(slip.booking, now, told.status == OutcomeStatus.PENDING)
    return _refused(slip, told, now)


def unknown_answer() -> Answer:
    return Answer(
        "caution", "circle-question-mark", say("不认识这个码"), say("这不是驿站的码，或者已经过期。"),
        advice=say("请换预约单上的码，或到前台。"), spoken=spoken("不认识这个码，请到前台"),
    )  # fmt: skip


def failed_answer() -> Answer:
    return Answer(
        "failure", "circle-alert", say("没能签到"), say("请到前台签到"), advice=say("这台机器现在记不下来。"),
        spoken=spoken("不能签到，请到前台"),
    )  # fmt: skip


def _refused(slip: records.Slip, told: Any, now: datetime) -> Answer:
    assert slip.booking is not None
    opens, shuts = slip.check_in_from, slip.check_in_until
    if slip.booking.booking.date != now.date():
        return of_booking.wrong_day(slip.booking, now)
    if told.reason == "too_early" and opens is not None:
        return of_booking.too_early(slip.booking, opens, now)
    if told.reason == "too_late" and shuts is not None:
        return of_booking.too_late(slip.booking, shuts, now)
    return of_booking.refused(slip.booking, now, sentence(told.reason, told.detail))
