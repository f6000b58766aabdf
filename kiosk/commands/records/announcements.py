"""Announcements as the desk lists them."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.domain.states import AnnouncementState


class AnnouncementRow(Record, frozen=True):
    """Shown from `from_day` to `until_day`, both included. `posted_by` is an operator's name."""

    id: str
    text: str
    text_en: str
    from_day: date
    until_day: date
    state: AnnouncementState
    posted_at: datetime
    posted_by: str
    pending: bool
