"""The station's rooms as an iCalendar file (RFC 5545), for other programs' calendars.

Times carry the zone Asia/Shanghai with its one rule, UTC+8 and no summer time, so that a weekly class stays on its
weekday wherever it is read.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from kiosk.commands.records import CalendarEvent, RoomsCalendar
from kiosk.domain.times import at

ZONE = "Asia/Shanghai"
_OFFSET = timedelta(hours=8)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PERSON = {"zh": "个人预约", "en": "Private booking"}


def calendar_file(found: RoomsCalendar, lang: str = "zh") -> bytes:
    calendar = Calendar()
    named = ("x-wr-calname", found.name)
    for key, value in (("prodid", "-//Yizhan//yizhan//ZH"), ("version", "2.0"), named):
        calendar.add(key, value)
    calendar.add_component(_zone())
    for event in found.events:
        calendar.add_component(_event(event, found.made_at, lang))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1992, 1, 1))
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(standard)
    return zone


def _event(event: CalendarEvent, now: datetime, lang: str) -> Event:
    found = Event()
    found.add("uid", f"{event.id}@yizhan")
    found.add("dtstamp", _utc(now))
    found.add("dtstart", at(event.day, event.start), parameters={"TZID": ZONE})
    found.add("dtend", at(event.day, event.end), parameters={"TZID": ZONE})
    found.add("summary", f"{event.room} · {event.title or _PERSON[lang]}")
    found.add("location", event.room)
    found.add("status", "TENTATIVE" if event.tentative else "CONFIRMED")
    if event.weekdays:
        found.add("rrule", _rule(event))
    return found


def _rule(event: CalendarEvent) -> dict[str, Any]:
    """The last moment of a rule with a zone is written in Greenwich's time (RFC 5545, 3.3.10)."""
    rule: dict[str, Any] = {"freq": "weekly", "byday": [_WEEKDAYS[day - 1] for day in event.weekdays]}
    return rule | ({"until": _utc(at(event.until, event.start))} if event.until else {})


def _utc(moment: datetime) -> datetime:
    return (moment - _OFFSET).replace(tzinfo=UTC)
