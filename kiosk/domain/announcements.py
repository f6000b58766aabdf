"""What a station tells everybody in its hall: a sentence that is shown from a day to a day."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import AnnouncementState
from kiosk.domain.station_names import bad_field
from kiosk.domain.texts import clean_line

MOST = 48
MOST_ENGLISH = 96
"""Two lines on the calling board, in letters that can be read across the hall."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """Both days belong to it."""

    text: str
    text_en: str
    from_day: date
    until_day: date


def judge(text: str, text_en: str, from_day: date, until_day: date, today: date) -> Announcement | Refused:
    """As it is kept; one that would never be seen again is refused."""
    zh, en = clean_line(text), clean_line(text_en)
    if not zh:
        return bad_field("announcement", empty=True)
    for field, said, most in (("announcement", zh, MOST), ("announcement_en", en, MOST_ENGLISH)):
        if len(said) > most:
            return bad_field(field, long=True, most=most)
    if until_day < from_day:
        return bad_field("until_day", order=True)
    if until_day < today:
        return Refused.because(Reason.PAST_DATE)
    return Announcement(zh, en, from_day, until_day)


def state_of(from_day: date, until_day: date, *, withdrawn: bool, today: date) -> AnnouncementState:
    if withdrawn:
        return AnnouncementState.WITHDRAWN
    if today > until_day:
        return AnnouncementState.OVER
    return AnnouncementState.SHOWN if today >= from_day else AnnouncementState.COMING
