"""The calling board: numbers that are called, and between calls what the day brings."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from db import board as rows
from db import home as home_rows
from db import tables as t
from db.announcements import announcements_shown
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.board import BoardNow
from kiosk.commands.tickets import QueueNow
from kiosk.domain.states import TicketState
from kiosk.services.home_views import hours_today
from kiosk.services.house import calendar_of, series_of, staffed_hours_of
from kiosk.services.registry import ANSWERERS, Asking, answers

SHUT_DAYS_AHEAD = 7
_CALLS_OF_ONE = 4  # a number may have been called this often among the latest


@answers(BoardNow)
def board_now(work: Work, question: BoardNow, asking: Asking) -> r.BoardNow:
    station, now = work.book.station, asking.now
    opens, closes = hours_today(work, now.date())
    queue: r.Queue = ANSWERERS[QueueNow](work, QueueNow(), asking)
    return r.BoardNow(
        name=station.name,
        name_en=station.name_en,
        calls=_calls(work, now, question.most),
        waiting=queue.ahead,
        counters_open=queue.open,
        counters_from=queue.opens,
        opens=opens,
        closes=closes,
        rooms=tuple(sorted([*_booked(work, now), *_classes(work, now)], key=_in_order)),
        shut=_shut(work, now),
        said=tuple(
            r.BoardSaid(text=row.text, text_en=row.text_en) for row in announcements_shown(work, now.date())
        ),
        online=asking.online,
        updated=home_rows.read_home(work.connection).last_exchange,
    )


def _calls(work: Work, now: datetime, most: int) -> tuple[r.BoardCall, ...]:
    midnight = datetime.combine(now.date(), time.min)
    latest: dict[str, r.BoardCall] = {}
    for row in rows.latest_calls(work, midnight, now, _CALLS_OF_ONE * most):
        if row.number not in latest:
            latest[row.number] = _call(work, row)
    return tuple(latest.values())[:most]


def _call(work: Work, row: AnyRow) -> r.BoardCall:
    counter = work.book.get(t.counters, row.counter)
    return r.BoardCall(
        id=row.id,
        number=row.number,
        code=counter.code if counter else "",
        counter=counter.name if counter else "",
        counter_en=counter.name_en if counter else "",
        at=row.at,
        calling=row.state == TicketState.CALLED,
    )


def _booked(work: Work, now: datetime) -> Iterable[r.BoardRoom]:
    for row in rows.in_use(work, now.date(), now.hour * 60 + now.minute):
        yield _room(work, row.room, (row.start, row.end), row.why, "", "")


def _classes(work: Work, now: datetime) -> Iterable[r.BoardRoom]:
    english = {row.id: row.title_en for row in work.book.all(t.series)}
    for one in series_of(work.book):
        if one.on(now.date()) and one.end > now.hour * 60 + now.minute:
            span = (one.start, one.end)
            yield _room(work, one.room, span, one.why.value, one.title, english.get(one.id, ""))


def _room(work: Work, room: str, span: tuple[int, int], why: str, title: str, title_en: str) -> r.BoardRoom:
    row = work.book.get(t.rooms, room)
    return r.BoardRoom(
        room=row.name if row else "",
        room_en=row.name_en if row else "",
        start=span[0],
        end=span[1],
        why=why,
        title=title,
        title_en=title_en,
    )


def _in_order(one: r.BoardRoom) -> tuple[int, int, str]:
    return one.start, one.end, one.room


def _shut(work: Work, now: datetime) -> tuple[r.ShutDay, ...]:
    calendar, hours = calendar_of(work.book), staffed_hours_of(work.book, "station")
    days = (now.date() + timedelta(days=ahead) for ahead in range(SHUT_DAYS_AHEAD + 1))
    return tuple(
        r.ShutDay(day=day, why=calendar.name(day) or "", why_en=calendar.name(day, "en") or "")
        for day in days
        if day in hours.closed
    )
