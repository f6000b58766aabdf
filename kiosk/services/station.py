"""The station itself: filling it, its calendar, its terminals."""

from typing import Any

from db import tables as t
from db.work import Work
from kiosk.commands.house import ChangeStation
from kiosk.commands.station import JoinTerminal, OverrideDay, SeedStation
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.services.registry import Asking, Made, handles, lists
from kiosk.services.station_parts import SAME, read_fields

SEEDED = frozenset(t.REPLICATED) - {"tickets", "bookings", "loans", "holds"}


@handles(SeedStation)
def seed_station(work: Work, wish: SeedStation, made: Made) -> Outcome:
    """The station's own row comes last: from then on it is open and cannot be seeded again.

    Rows that are there already come from a filling that was cut off.
    """
    if work.book.is_filled:
        return Refused.because(Reason.ALREADY_DONE)
    for name, rows in wish.rows.items():
        if name not in SEEDED:
            return Refused.because(Reason.NOT_ALLOWED, table=name)
        work.add_missing(t.REPLICATED[name], [_typed(name, row) for row in rows])
    return Accepted({"rows": sum(map(len, wish.rows.values()))})


def _typed(name: str, row: dict[str, Any]) -> dict[str, Any]:
    """JSON has no dates: columns know which of its texts are some."""
    columns = t.REPLICATED[name].columns
    return {key: _value(columns[key].type.python_type, value) for key, value in row.items()}


def _value(kind: type, value: Any) -> Any:
    if isinstance(value, str) and hasattr(kind, "fromisoformat"):
        return kind.fromisoformat(value)
    return value


@handles(OverrideDay)
def override_day(work: Work, wish: OverrideDay, made: Made) -> Outcome:
    key = f"day:{wish.date.isoformat()}"
    values = {"day": wish.date, "working": wish.working, "open": wish.open, "note": wish.note}
    if work.row(t.calendar_days, key) is None:
        work.add(t.calendar_days, key, **values)
    else:
        work.change(t.calendar_days, key, **values)
    return Accepted({"date": wish.date.isoformat()})


@handles(JoinTerminal)
def join_terminal(work: Work, wish: JoinTerminal, made: Made) -> Outcome:
    known, values = work.row(t.terminals, made.terminal), {"name": wish.name, "place": wish.place}
    if known is None:
        work.add(t.terminals, made.terminal, role=wish.role.value, **values)
    elif known.revoked:  # another one has its letter now
        work.change(t.terminals, made.terminal, role=wish.role.value, revoked=False, **values)
    else:
        return Refused.because(Reason.ALREADY_DONE)
    return Accepted({"terminal": made.terminal})


_TEXTS = ("name", "name_en", "short_name", "address", "phone")


@handles(ChangeStation)
def change_station(work: Work, wish: ChangeStation, made: Made) -> Outcome:
    values = read_fields(wish, _TEXTS)
    if isinstance(values, Refused):
        return values
    station = work.book.station
    if all(getattr(station, name) == value for name, value in values.items()):
        return SAME
    work.change(t.station, station.id, **values)
    return Accepted({"station": station.id})


@lists("station")
def list_station(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    station = work.book.station
    return [{"id": station.id} | {name: getattr(station, name) for name in _TEXTS}]
