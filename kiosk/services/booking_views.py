"""What screens ask about rooms and bookings: days, slots, parties, one booking, its slip."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from db import bookings as rows
from db import tables as t
from db.book import Book
from db.work import AnyRow, Work
from kiosk.commands import bookings as ask
from kiosk.commands import records
from kiosk.domain.availability import DayAnswer, DayStatus, SlotStatus, day_answers, slot_answers
from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.bookings import is_overdue, state_at
from kiosk.domain.calendar import WorkingCalendar, days_between
from kiosk.domain.hours import open_intervals
from kiosk.domain.integrity import party_key, suspended_until
from kiosk.domain.notice import NoticeKind, earliest_day, latest_day
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import BookingState, PartyKind
from kiosk.domain.times import clock_text
from kiosk.services.booking_finder import any_booking
from kiosk.services.booking_parties import strike_of
from kiosk.services.booking_rooms import occupations_between
from kiosk.services.booking_waitlist import place_of
from kiosk.services.house import booking_policy_of, calendar_of, hours_of, room_hours_of, salt_of
from kiosk.services.registry import Asking, answers
from kiosk.services.suspensions import last_day_of, suspensions

LOOK_AHEAD = 60  # days, where a room has no longest advance
SHOWN = {DayStatus.AVAILABLE: "free", DayStatus.PARTLY: "partly", DayStatus.UNAVAILABLE: "none"}
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@answers(ask.Rooms)
def rooms(work: Work, question: ask.Rooms, asking: Asking) -> list[records.Room]:
    found = [
        row for row in work.book.all(t.rooms) if row.active and question.bookable in (None, row.bookable)
    ]
    return [room_record(work, row, asking) for row in sorted(found, key=lambda row: not row.bookable)]


@answers(ask.RoomDays)
def room_days(work: Work, question: ask.RoomDays, asking: Asking) -> records.RoomDays | None:
    """From today to the Sunday after the last day that may be asked for; None for an unknown room."""
    row = work.book.find(t.rooms, question.room)
    if row is None:
        return None
    policy, today = booking_policy_of(work.book, row.id), asking.now.date()
    latest = last_day(policy, asking)
    sunday = latest + timedelta(days=7 - latest.isoweekday())
    days = judged_days(work, row, asking, today, sunday)
    earliest = next((day.date for day in days if day.status != "none"), None) if row.bookable else None
    return records.RoomDays(
        room=_record(work.book, row, earliest), today=today, earliest=earliest, latest=latest,
        days=tuple(days), notice_days=policy.notice.days,
        working_days=policy.notice.kind is NoticeKind.WORKING,
    )  # fmt: skip


@answers(ask.RoomSlots)
def room_slots(work: Work, question: ask.RoomSlots, asking: Asking) -> list[records.Slot]:
    row = work.book.find(t.rooms, question.room)
    return slots_of(work, row, question.date, asking) if row is not None else []


@answers(ask.EarliestDay)
def earliest_of_all(work: Work, question: ask.EarliestDay, asking: Asking) -> date | None:
    best: date | None = None
    for row in work.book.all(t.rooms):
        if row.bookable:
            best = earliest_free(work, row, asking, before=best) or best
    return best


@answers(ask.BookingRulesOf)
def booking_rules(work: Work, question: ask.BookingRulesOf, asking: Asking) -> records.BookingRules | None:
    row = work.book.find(t.rooms, question.room)
    return _rules(booking_policy_of(work.book, row.id)) if row is not None else None


@answers(ask.Parties)
def parties(work: Work, question: ask.Parties, asking: Asking) -> list[records.PartyChoice]:
    """Verified ones first. Only who has a credit code can be seen to be suspended before a phone is typed."""
    found = rows.all_organisations(work)
    ends = _suspensions(work, found, asking)
    ends |= {
        key: last_day_of(row) for key, row in suspensions(work, [one.id for one in found], asking.now).items()
    }
    return [
        records.PartyChoice(
            id=row.id, kind=PartyKind(row.kind), name=row.name, uscc=row.uscc, verified=row.verified,
            suspended=row.id in ends, suspended_until=ends.get(row.id),
        )
        for row in found
    ]  # fmt: skip


@answers(ask.BookingOf)
def booking_of(work: Work, question: ask.BookingOf, asking: Asking) -> records.Booking | None:
    """By id, booking number or the slip's code; nothing personal is in it."""
    row = _found(work, question.booking, asking)
    return booking_record(work, row, asking) if row is not None else None


@answers(ask.BookingSlipOf)
def booking_slip_of(work: Work, question: ask.BookingSlipOf, asking: Asking) -> records.BookingSlip | None:
    row = _found(work, question.booking, asking)
    if row is None:
        return None
    room, station = work.book.get(t.rooms, row.room), work.book.station
    spans = open_intervals(hours_of(work.book, "station"), row.day)
    return records.BookingSlip(
        booking=booking_record(work, row, asking),
        way=room.way if room else "", way_en=room.way_en if room else "",
        station=station.name, station_en=station.name_en, terminal=asking.terminal, place=asking.place,
        opens=clock_text(spans[0][0]) if spans else "", closes=clock_text(spans[-1][1]) if spans else "",
        rules=_rules(booking_policy_of(work.book, row.room)),
    )  # fmt: skip


def room_record(work: Work, row: AnyRow, asking: Asking) -> records.Room:
    return _record(work.book, row, earliest_free(work, row, asking) if row.bookable else None)


def earliest_free(work: Work, row: AnyRow, asking: Asking, before: date | None = None) -> date | None:
    """The first day with a slot left, looked for a week at a time: mostly the first one has it.

    `before`: only an earlier day than this is of interest.
    """
    policy = booking_policy_of(work.book, row.id)
    first = earliest_day(policy.notice, calendar_of(work.book), asking.now)
    latest = min(last_day(policy, asking), (before or date.max) - _DAY)
    while first <= latest:
        until = min(first + _WEEK - _DAY, latest)
        if found := _first_free(work, row, asking, first, until):
            return found
        first = until + _DAY
    return None


def judged_days(work: Work, row: AnyRow, asking: Asking, first: date, last: date) -> list[records.Day]:
    calendar = calendar_of(work.book)
    return [_day(answer, calendar) for answer in _judge_days(work, row, asking, first, last)]


def slots_of(work: Work, row: AnyRow, day: date, asking: Asking) -> list[records.Slot]:
    policy, hours = booking_policy_of(work.book, row.id), room_hours_of(work.book, row.id)
    held = occupations_between(work, row.id, day, day, asking.now)
    found = slot_answers(policy, calendar_of(work.book), hours, asking.now, day, held)
    return [records.Slot(start=s.start, end=s.end, status=s.status.value, title=s.title) for s in found]


def last_day(policy: BookingPolicy, asking: Asking) -> date:
    return latest_day(policy.notice, asking.now) or asking.now.date() + timedelta(days=LOOK_AHEAD)


def booking_record(work: Work, row: AnyRow, asking: Asking) -> records.Booking:
    room = work.book.get(t.rooms, row.room)
    return records.Booking(
        id=row.id, number=row.number, room=room.code if room else row.room, room_id=row.room,
        room_name=room.name if room else "", room_name_en=room.name_en if room else "", date=row.day,
        start=row.start, end=row.end, status=shown_state(row, asking), pending=is_pending(row, asking),
        party_kind=PartyKind(row.party_kind), party=row.party, people=row.people, made_at=row.made_at,
        decide_by=row.decide_by, expires_at=row.expires_at, unofficial=row.unofficial, why=row.why,
        overdue=is_overdue(shown_state(row, asking), row.decide_by, asking.now), **_beside(work, row, asking),
    )  # fmt: skip


def _beside(work: Work, row: AnyRow, asking: Asking) -> dict[str, Any]:
    """What most bookings do not have: further rooms, other dates, a place in the queue."""
    also = [room for key in row.also or () if (room := work.book.get(t.rooms, key)) is not None]
    dates = rows.of_series(work, row.series) if row.series else []
    waits = shown_state(row, asking) is BookingState.WAITLISTED
    return {
        "also": tuple(room.name for room in also),
        "also_en": tuple(room.name_en for room in also),
        "series": tuple(records.SeriesDate(date=one.day, status=shown_state(one, asking)) for one in dates),
        "place": place_of(work, row, asking.now) if waits else 0,
    }


def shown_state(row: AnyRow, asking: Asking) -> BookingState:
    return state_at(BookingState(row.state), row.expires_at, asking.now)


def is_pending(row: AnyRow, asking: Asking) -> bool:
    """Only what this home wrote itself and the hub has not stamped can be waiting for its word."""
    return row.revision == 0 and asking.is_pending("bookings", row.id)


def _first_free(work: Work, row: AnyRow, asking: Asking, first: date, last: date) -> date | None:
    """Of days that are all far enough ahead and near enough: only slots are left to judge."""
    policy, hours = booking_policy_of(work.book, row.id), room_hours_of(work.book, row.id)
    held = defaultdict(list)
    for other in occupations_between(work, row.id, first, last, asking.now):
        held[other.day].append(other)
    for day in [first, *days_between(first, last)]:
        slots = slot_answers(policy, calendar_of(work.book), hours, asking.now, day, held[day])
        if any(slot.status is SlotStatus.FREE for slot in slots):
            return day
    return None


def _judge_days(work: Work, row: AnyRow, asking: Asking, first: date, last: date) -> tuple[DayAnswer, ...]:
    policy, hours = booking_policy_of(work.book, row.id), room_hours_of(work.book, row.id)
    held = occupations_between(work, row.id, first, last, asking.now)
    days = [first, *days_between(first, last)]
    return day_answers(policy, calendar_of(work.book), hours, asking.now, days, held)


def _day(answer: DayAnswer, calendar: WorkingCalendar) -> records.Day:
    return records.Day(
        date=answer.day, status=SHOWN[answer.status], reason=answer.reason.value if answer.reason else None,
        free=answer.slots_left, unofficial=not answer.official, holiday=calendar.name(answer.day) or "",
        holiday_en=calendar.name(answer.day, "en") or "",
    )  # fmt: skip


def _record(book: Book, row: AnyRow, earliest: date | None) -> records.Room:
    whole = book.get(t.rooms, row.part_of)
    return records.Room(
        id=row.id, code=row.code, name=row.name, name_en=row.name_en, about=row.about, about_en=row.about_en,
        way=row.way, way_en=row.way_en, icon=row.icon, indoor=row.indoor, seats=row.seats,
        area_m2=row.area_m2 or 0.0, bookable=row.bookable, part_of=whole.code if whole else None,
        equipment=tuple(equipment_in(row)), earliest=earliest,
    )  # fmt: skip


def equipment_in(row: AnyRow) -> Iterator[records.Equipment]:
    for thing in row.equipment:
        yield records.Equipment(
            name=thing["name"], name_en=thing.get("name_en", ""), count=thing.get("count", 1)
        )


def _rules(policy: BookingPolicy) -> records.BookingRules:
    strikes = policy.strikes
    return records.BookingRules(
        late_cancel_hours=policy.late_cancel_hours, strikes_limit=strikes.limit or 0,
        strikes_days=strikes.days, suspend_days=strikes.suspend_days, check_in_before=policy.check_in_before,
        check_in_after=policy.check_in_after,
    )  # fmt: skip


def _found(work: Work, reference: str, asking: Asking) -> AnyRow | None:
    key = any_booking(work, reference, asking.now.date())
    return None if isinstance(key, Refused) else work.row(t.bookings, key)


def _suspensions(work: Work, found: list[AnyRow], asking: Asking) -> dict[str, date | None]:
    """Organisation id -> the day its suspension for strikes ends."""
    keys = {row.id: _key(work, row) for row in found if row.uscc}
    policy = BookingPolicy.from_data(work.book.numbers("booking")).strikes
    strikes = rows.strikes_of(work, {key for key in keys.values() if key})
    ends = {
        row: suspended_until(policy, [strike_of(s) for s in strikes if s.subject == key], asking.now)
        for row, key in keys.items()
    }
    return {row: end.date() for row, end in ends.items() if end is not None}


def _key(work: Work, organisation: AnyRow) -> str | None:
    kind = PartyKind(organisation.kind)
    return party_key(kind, organisation.name, organisation.uscc, None, salt_of(work.book))
