"""Station time: a day, minutes after its midnight, and the two spellings people and scripts use.

A moment is a naive station-local `datetime`; a time of day is an `int` of minutes, 0..1440, so that an end
may be 24:00.
"""

import re
from datetime import date, datetime, timedelta, timezone

MIDNIGHT = 24 * 60
FIRST_YEAR, LAST_YEAR = 1900, 9000
STATION_ZONE = timezone(timedelta(hours=8), "Asia/Shanghai")
_TIME = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")


def minutes(text: str) -> int:
    """`"14:30"` -> 870. Raises ValueError for anything that is not HH:MM up to 24:00."""
    match = _TIME.fullmatch(text)
    if not match or not text.isascii():
        raise ValueError(f"not a time of day: {text!r}")
    total = int(match[1]) * 60 + int(match[2])
    if total > MIDNIGHT:
        raise ValueError(f"not a time of day: {text!r}")
    return total


def clock_text(minute: int) -> str:
    """870 -> `"14:30"`."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def at(day: date, minute: int) -> datetime:
    """The moment of a minute of a day; 1440 is the next midnight."""
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute)


def minute_of(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def station_now() -> datetime:
    """Now, as the station's clock on the wall shows it, whatever zone the machine is set to."""
    return datetime.now(STATION_ZONE).replace(tzinfo=None)


RELEASED = datetime(2026, 1, 1)
"""No clock that is right shows an earlier time than this program's first year."""
_SLIP = timedelta(days=1)


def in_station_time(moment: datetime) -> datetime:
    return moment.astimezone(STATION_ZONE).replace(tzinfo=None)


def believed(wall: datetime, latest: datetime | None) -> datetime:
    """What a clock shows, beside the latest time that is known to have been.

    Time does not go back: neither an hour, nor to 2020 because a battery is empty. If it seems to go back by days to a
    time that may well be, the clock was wrong before and has been put right.
    """
    if latest is None or wall >= latest:
        return wall
    return latest if wall < RELEASED or latest - wall <= _SLIP else wall


def moment(text: str) -> datetime:
    """An ISO moment; one without offset is station time. Raises ValueError, also where no calendar reaches."""
    parsed = datetime.fromisoformat(text)
    if not FIRST_YEAR <= parsed.year <= LAST_YEAR:
        raise ValueError(f"not a year from {FIRST_YEAR} to {LAST_YEAR}: {parsed.year}")
    return parsed.astimezone(STATION_ZONE).replace(tzinfo=None) if parsed.tzinfo else parsed
