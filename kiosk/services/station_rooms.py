"""Rooms and courts: added, changed, retired. What was booked stays; nothing is called off by it."""

from typing import Any

import msgspec

from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.house import AddRoom, ChangeRoom, Thing
from kiosk.domain.occupation import related_rooms
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.station_names import bad_field
from kiosk.services.house import parents_of
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.station_parts import Values, change_part, new_code, next_place, read_fields

_TEXTS = ("name", "name_en", "about", "about_en", "way", "way_en")
_PLAIN = ("seats", "area_m2", "indoor", "bookable", "active")
_ICON = "building"


@completes(AddRoom)
def know_whole(work: Work, wish: AddRoom, made: Made, drawer: Drawer) -> Completed | Refused:
    whole = _find(work, wish.part_of)
    return whole if isinstance(whole, Refused) else Completed(msgspec.structs.replace(wish, part_of=whole))


@handles(AddRoom)
def add_room(work: Work, wish: AddRoom, made: Made) -> Outcome:
    code = new_code(work, t.rooms, wish.code)
    values = read_fields(wish, ("name", "name_en"), ("seats", "area_m2"))
    for refused in (code, values):
        if isinstance(refused, Refused):
            return refused
    assert isinstance(values, dict)
    if wish.part_of is not None and work.book.get(t.rooms, wish.part_of) is None:
        return Refused.because(Reason.UNKNOWN_ROOM)
    work.add(
        t.rooms, made.id, code=code, sort=next_place(work, t.rooms), icon=_ICON, equipment=[], part_of=wish.part_of,
        indoor=wish.indoor, bookable=wish.bookable, **values,
    )  # fmt: skip
    return Accepted({"room": made.id, "code": code})


@completes(ChangeRoom)
def know_room(work: Work, wish: ChangeRoom, made: Made, drawer: Drawer) -> Completed | Refused:
    room, whole = _find(work, wish.room), _find(work, wish.part_of)
    for refused in (room, whole):
        if isinstance(refused, Refused):
            return refused
    part_of = wish.part_of and whole
    return Completed(msgspec.structs.replace(wish, room=room, part_of=part_of))


@handles(ChangeRoom)
def change_room(work: Work, wish: ChangeRoom, made: Made) -> Outcome:
    row = work.book.get(t.rooms, wish.room)
    if row is None:
        return Refused.because(Reason.UNKNOWN_ROOM)
    values = read_fields(wish, _TEXTS, _PLAIN)
    if isinstance(values, Refused):
        return values
    if wish.icon is not None:
        values["icon"] = wish.icon
    if wish.equipment is not None:
        values["equipment"] = [_thing(one) for one in wish.equipment]
    if refused := _judge_equipment(wish) or _judge_whole(work, row, wish.part_of) or _retire(row, values):
        return refused
    if wish.part_of is not None:
        values["part_of"] = wish.part_of or None
    return change_part(work, t.rooms, row, "room", values)


def _find(work: Work, reference: str | None) -> str | Refused | None:
    if not reference:
        return None
    row = work.book.find(t.rooms, reference)
    return row.id if row is not None else Refused.because(Reason.UNKNOWN_ROOM, room=reference)


def _thing(one: Thing) -> dict[str, Any]:
    return {"name": one.name, "name_en": one.name_en, "count": one.count}


def _judge_equipment(wish: ChangeRoom) -> Refused | None:
    names = [one.name for one in wish.equipment or ()]
    is_good = all(names) and len(set(names)) == len(names)
    return None if is_good else bad_field("equipment")


def _judge_whole(work: Work, row: AnyRow, part_of: str | None) -> Refused | None:
    if not part_of:
        return None
    if work.book.get(t.rooms, part_of) is None:
        return Refused.because(Reason.UNKNOWN_ROOM)
    parents = {room: whole for room, whole in parents_of(work.book).items() if room != row.id}
    is_own_part = part_of == row.id or part_of in related_rooms(row.id, parents)
    return Refused.because(Reason.BAD_SETTING, whole=True) if is_own_part else None


def _retire(row: AnyRow, values: Values) -> Refused | None:
    """A retired room is not for booking either, until it is brought back and opened anew."""
    active = values.get("active", row.active)
    if not active and values.get("bookable"):
        return Refused.because(Reason.BAD_SETTING, retired=True)
    if not active:
        values["bookable"] = False
    return None
