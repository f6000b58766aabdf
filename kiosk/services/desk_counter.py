"""What a counter sees: whom it serves, whom it put aside, who waits."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from db import desk as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.desk import CounterNow, DeskHouse
from kiosk.domain.states import Mode, TicketState
from kiosk.services.registry import Asking, answers
from kiosk.services.service_times import wait_minutes
from kiosk.services.ticket_references import open_counters
from kiosk.services.waiting import waiting_line

_AT_COUNTER = (TicketState.SERVING, TicketState.CALLED)
_ASIDE = frozenset({TicketState.HELD, TicketState.AWAITING_MATERIALS})
_DONE = frozenset({TicketState.RESOLVED, TicketState.CLOSED})


@answers(DeskHouse)
def desk_house(work: Work, question: DeskHouse, asking: Asking) -> r.DeskHouse:
    station = work.book.station
    return r.DeskHouse(
        name=station.name,
        name_en=station.name_en,
        short_name=station.short_name or station.name,
        demo=station.demo,
        counters=tuple(
            r.Counter(code=row.code, name=row.name, name_en=row.name_en) for row in open_counters(work)
        ),
    )


@answers(CounterNow)
def counter_now(work: Work, question: CounterNow, asking: Asking) -> r.CounterNow:
    today = {row.id: row for row in rows.tickets_on(work, asking.now.date())}
    counter = work.book.find(t.counters, question.counter)
    here = [row for row in today.values() if counter is not None and row.counter == counter.id]
    line = waiting_line(work, asking.now)
    return r.CounterNow(
        serving=_serving(work, here, asking),
        aside=_listed(work, (row for row in here if row.state in _ASIDE), asking),
        waiting=_listed(work, (today[one.id] for one in line), asking),
        missed=_listed(work, (row for row in here if row.state == TicketState.NO_SHOW), asking),
        minutes=wait_minutes(work, line, asking.now),
        done=sum(row.state in _DONE for row in today.values()),
        usual=_usual(today.values()),
        elsewhere=_elsewhere(work, today.values(), counter.id if counter else None, asking),
    )


def _elsewhere(
    work: Work, today: Iterable[AnyRow], here: str | None, asking: Asking
) -> tuple[r.Counter, ...]:
    """The same person signed in at a second desk, or left one in the middle of something."""
    busy = {row.counter for row in today if row.state in _AT_COUNTER and row.operator == asking.actor.id} - {
        here
    }
    return tuple(_counter(row) for row in work.book.all(t.counters) if row.id in busy)


def _counter(row: AnyRow) -> r.Counter:
    return r.Counter(code=row.code, name=row.name, name_en=row.name_en)


def _serving(work: Work, here: list[AnyRow], asking: Asking) -> r.QueueRow | None:
    """Who sits there; else who was called."""
    for state in _AT_COUNTER:
        found = [row for row in here if row.state == state]
        if found:
            return _row(work, max(found, key=_since), asking)
    return None


def _listed(work: Work, found: Iterable[AnyRow], asking: Asking) -> tuple[r.QueueRow, ...]:
    return tuple(_row(work, row, asking) for row in found)


def _row(work: Work, row: AnyRow, asking: Asking) -> r.QueueRow:
    item, counter = work.book.get(t.items, row.item), work.book.get(t.counters, row.counter)
    return r.QueueRow(
        ticket=row.id,
        number=row.number,
        item=item.name if item else "",
        item_en=item.name_en if item else "",
        state=TicketState(row.state),
        since=_since(row),
        priority=row.priority,
        pending=asking.is_pending("tickets", row.id),
        person=(row.masked_name or "") if asking.sees_persons else "",
        counter=counter.code if counter else None,
    )


def _since(row: AnyRow) -> datetime:
    began = {
        TicketState.CALLED: row.called_at, TicketState.SERVING: row.started_at,
        TicketState.NO_SHOW: row.missed_at,
    }  # fmt: skip
    moment: datetime = began.get(row.state) or row.queued_at or row.made_at
    return moment


def _usual(today: Iterable[Any]) -> int | None:
    """Minutes that a number took today, on average."""
    took = [
        (row.ended_at - row.started_at).total_seconds() / 60
        for row in today
        if row.mode == Mode.COUNTER and row.state in _DONE and row.started_at and row.ended_at
    ]
    return max(1, round(sum(took) / len(took))) if took else None
