"""The check-in stand between two scans: which rooms are free, which are in use, who may check in now."""

from collections.abc import Iterable, Sequence, Set
from datetime import datetime

from db import home as home_rows
from db import stand as rows
from db import tables as t
from db.book import Book
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.stand import StandNow
from kiosk.domain.bookings import check_in_from, no_show_from
from kiosk.domain.stand import UseState, in_front, use_state
from kiosk.domain.states import BookingState, Why
from kiosk.services.booking_rooms import classes_on
from kiosk.services.home_views import hours_today
from kiosk.services.house import booking_policy_of, stand_policy_of
from kiosk.services.registry import Asking, answers


@answers(StandNow)
def stand_now(work: Work, question: StandNow, asking: Asking) -> r.StandNow:
    station, now = work.book.station, asking.now
    opens, closes = hours_today(work, now.date())
    uses = sorted([*_held(work, now), *_classes(work.book, now)], key=lambda use: (use.start, use.room))
    policy = stand_policy_of(work.book)
    rooms = _rooms(work.book, {use.room for use in uses})
    return r.StandNow(
        name=station.name,
        name_en=station.name_en,
        rooms=tuple(_room(row, [use for use in uses if use.room == row.id]) for row in rooms),
        uses=tuple(uses),
        opens=opens,
        closes=closes,
        phone=station.phone,
        answer_seconds=policy.answer_seconds,
        repeat_seconds=policy.repeat_seconds,
        online=asking.online,
        updated=home_rows.read_home(work.connection).last_exchange,
    )


def _rooms(book: Book, used: Set[str]) -> list[AnyRow]:
    """Those that can be booked, and those that are used today."""
    shown = (row for row in book.all(t.rooms) if row.bookable or row.id in used)
    return sorted(shown, key=lambda row: (row.sort, row.code))


def _room(row: AnyRow, uses: Sequence[r.StandUse]) -> r.StandRoom:
    front = in_front([use.state for use in uses])
    first = None if front is None else uses[front]
    is_on = first is not None and first.state is not UseState.LATER
    now = first if is_on else None
    return r.StandRoom(
        id=row.id, name=row.name, name_en=row.name_en, way=row.way, way_en=row.way_en, now=now,
        next=next((use for use in uses if use is not now and use.state is not UseState.IN_USE), None),
    )  # fmt: skip


def _held(work: Work, now: datetime) -> Iterable[r.StandUse]:
    for row in rows.held_today(work, now.date(), _minute(now)):
        opens = shuts = None
        if row.state == BookingState.APPROVED:
            policy = booking_policy_of(work.book, row.room)
            opens = _minute(check_in_from(policy, now.date(), row.start), now)
            shuts = _minute(no_show_from(policy, now.date(), row.start), now)
        yield r.StandUse(
            id=row.booking or row.id, room=row.room, start=row.start, end=row.end, why=row.why, title=row.party or row.title,
            title_en=row.party or row.title, state=use_state(_minute(now), row.start, row.end, opens, shuts), opens=opens,
        )  # fmt: skip


def _classes(book: Book, now: datetime) -> Iterable[r.StandUse]:
    english = {row.id: row.title_en for row in book.all(t.series)}
    every = [row.id for row in book.all(t.rooms)]
    for one in classes_on(book, every, [now.date()]):
        state = use_state(_minute(now), one.start, one.end, None, None)
        if state is not UseState.OVER:
            yield r.StandUse(
                id=one.id, room=one.room, start=one.start, end=one.end, why=Why(one.why).value, title=one.title,
                title_en=english.get(one.id, "") or one.title, state=state,
            )  # fmt: skip


def _minute(moment: datetime, today: datetime | None = None) -> int:
    """Of its day; before today's midnight 0, after today 1440."""
    days = 0 if today is None else (moment.date() - today.date()).days
    return max(0, min(24 * 60, days * 24 * 60 + moment.hour * 60 + moment.minute))
