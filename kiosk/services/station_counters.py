"""Counters: added, renamed, closed for good and opened again."""

import msgspec

from db import tables as t
from db import tickets as rows
from db.work import AnyRow, Work
from kiosk.commands.house import AddCounter, ChangeCounter
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.station_parts import change_part, new_code, next_place, read_fields
from kiosk.services.ticket_references import open_counters


@handles(AddCounter)
def add_counter(work: Work, wish: AddCounter, made: Made) -> Outcome:
    code = new_code(work, t.counters, wish.code)
    values = read_fields(wish, ("name", "name_en"))
    if isinstance(code, Refused):
        return code
    if isinstance(values, Refused):
        return values
    work.add(t.counters, made.id, code=code, sort=next_place(work, t.counters), **values)
    return Accepted({"counter": made.id, "code": code})


@completes(ChangeCounter)
def know_counter(work: Work, wish: ChangeCounter, made: Made, drawer: Drawer) -> Completed | Refused:
    row = work.book.find(t.counters, wish.counter)
    if row is None:
        return Refused.because(Reason.UNKNOWN_COUNTER)
    return Completed(msgspec.structs.replace(wish, counter=row.id))


@handles(ChangeCounter)
def change_counter(work: Work, wish: ChangeCounter, made: Made) -> Outcome:
    row = work.book.get(t.counters, wish.counter)
    if row is None:
        return Refused.because(Reason.UNKNOWN_COUNTER)
    values = read_fields(wish, ("name", "name_en"), ("active",))
    if isinstance(values, Refused):
        return values
    if row.active and wish.active is False and (refused := _why_not_closed(work, row, made)):
        return refused
    return change_part(work, t.counters, row, "counter", values)


def _why_not_closed(work: Work, row: AnyRow, made: Made) -> Refused | None:
    if len(open_counters(work)) == 1:
        return Refused.because(Reason.BAD_SETTING, last=True)
    served = work.one(rows.AT_COUNTER, counter=row.id, day=made.made_at.date())
    return (
        Refused.because(Reason.BAD_SETTING, busy=True, number=served.number) if served is not None else None
    )
