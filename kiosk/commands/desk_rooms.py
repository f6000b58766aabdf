"""What the desk asks of its rooms."""

from datetime import date as Day

from kiosk.commands.base import Question, Reference


class RoomWeekOf(Question, frozen=True):
    """-> records.RoomWeek: what is in all rooms in the week of a day, for staff."""

    date: Day


class DeskBookingOf(Question, frozen=True):
    """-> records.DeskBooking | None: by id or number, for staff."""

    booking: Reference
