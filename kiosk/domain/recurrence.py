"""Repeated use: an RRULE (RFC 5545) read as a short list of days, whatever is written in it.

Only rules by days, weeks, months and years, and only what can be counted: a rule without an end takes the days that may
be asked for and no more. A day that a month or year does not have is left out (RFC 5545, 3.3.10), so that 29 February
comes back in leap years alone.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.times import STATION_ZONE, at

HORIZON = timedelta(days=3653)
"""How far a rule is followed; 29 February is at most eight years away."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = rf"({'|'.join(_WEEKDAYS)})"
_SOME_DAY = rf"([+-]?[1-5]?\d)?{_DAY}"
_PLAIN = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY", "COUNT": r"[1-9]\d{0,5}", "UNTIL": r"\d{8}(T\d{6}Z?)?", "WKST": _DAY,
    "INTERVAL": r"[1-9]\d{0,2}", "BYDAY": rf"{_DAY}(,{_DAY})*", "BYMONTH": r"([1-9]|1[0-2])(,([1-9]|1[0-2]))*",
}  # fmt: skip
_NUMBERS = r"[+-]?[1-9]\d{0,2}(,[+-]?[1-9]\d{0,2})*"
_WIDE = _PLAIN | {
    "BYDAY": rf"{_SOME_DAY}(,{_SOME_DAY})*", "BYMONTHDAY": _NUMBERS, "BYYEARDAY": _NUMBERS, "BYWEEKNO": _NUMBERS,
    "BYSETPOS": _NUMBERS,
}  # fmt: skip
_PARTS = {"DAILY": _PLAIN, "WEEKLY": _PLAIN, "MONTHLY": _WIDE, "YEARLY": _WIDE}
_LIMITS = {"DAILY": ("BYDAY", "BYMONTH"), "WEEKLY": ("BYMONTH",)}
"""Parts that only leave days out. They are applied here: dateutil looks at every day for one that fits."""
_BAD = Refused.because(Reason.BAD_RULE)


def days_of(rule: str, first: date, start: int, latest: date | None, most: int) -> tuple[date, ...] | Refused:
    """The days of a rule that begins on `first` at minute `start`.

    Without an end: those up to `latest` (at least one, so that it can be said why not), and at most `most`. With one it
    may have no more than `most` days.
    """
    parts = _parts(rule)
    if isinstance(parts, Refused):
        return parts
    begin = at(first, start)
    try:
        days = list(islice(_days(parts, begin), most + 1))
    except (ValueError, IndexError):
        return _BAD
    if not days:
        return _BAD
    if "COUNT" in parts or "UNTIL" in parts:
        too_many = Refused.because(Reason.LIMIT_REACHED, what="dates", limit=most)
        return tuple(days) if len(days) <= most else too_many
    return tuple(day for day in days[:most] if latest is None or day <= latest) or (days[0],)


def _parts(rule: str) -> dict[str, str] | Refused:
    """Each part once and well formed; a number of times and a last day exclude each other."""
    text = rule.strip().upper().removeprefix("RRULE:").strip(";")
    pairs = [part.partition("=") for part in text.split(";")]
    parts = {name: value for name, _, value in pairs}
    known = _PARTS.get(parts.get("FREQ", ""), {})
    good = all(re.fullmatch(known.get(name, "(?!)"), value, re.ASCII) for name, value in parts.items())
    if not good or not parts or len(parts) < len(pairs) or {"COUNT", "UNTIL"} <= parts.keys():
        return _BAD
    return parts


def _days(parts: dict[str, str], begin: datetime) -> Iterator[date]:
    limits = _LIMITS.get(parts["FREQ"], ())
    last = min(_until(parts), begin + HORIZON if begin.year < date.max.year - 10 else datetime.max)
    kept = [f"{name}={value}" for name, value in parts.items() if name not in ("COUNT", "UNTIL", *limits)]
    found = rrulestr(
        f"{';'.join(kept)};UNTIL={_late(last, begin):%Y%m%dT%H%M%S}", dtstart=_late(begin, begin)
    )
    days = (day.replace(year=day.year - _cycles(begin)) for moment in found if (day := moment.date()))
    fitting = (day for day in days if all(_fits(day, name, parts.get(name)) for name in limits))
    return islice(fitting, int(parts["COUNT"]) if "COUNT" in parts else None)


def _cycles(begin: datetime) -> int:
    """Years after which all days and weekdays are the same again, as many as fit: a rule that no day fits is searched for
    until year 9999.
    """
    return max((date.max.year - 11 - begin.year) // 400 * 400, 0)


def _late(moment: datetime, begin: datetime) -> datetime:
    return moment.replace(year=moment.year + _cycles(begin))


def _fits(day: date, name: str, wanted: str | None) -> bool:
    own = _WEEKDAYS[day.weekday()] if name == "BYDAY" else str(day.month)
    return wanted is None or own in wanted.split(",")


def _until(parts: dict[str, str]) -> datetime:
    """A day is meant whole; a Z at the end is Greenwich's time."""
    text = parts.get("UNTIL")
    if text is None:
        return datetime.max
    if len(text) == len("20261231"):
        return datetime.combine(datetime.strptime(text, "%Y%m%d").date(), datetime.max.time())
    moment = datetime.strptime(text.removesuffix("Z"), "%Y%m%dT%H%M%S")
    return moment + STATION_ZONE.utcoffset(None) if text.endswith("Z") else moment
