"""Service items and their forms: what the counter does, what it asks, how long it promises to take."""

from typing import Any

import msgspec

from db import tables as t
from db.work import Work
from kiosk.commands.house import AddServiceItem, ChangeServiceItem, SetItemForm, plain
from kiosk.domain.form_design import form_at, judge_form, with_old
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Mode
from kiosk.domain.station_names import bad_field
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.station_parts import SAME, change_part, new_code, next_place, read_fields

_TEXTS = ("name", "name_en", "short", "short_en", "about", "about_en", "guide", "guide_en")
_NUMBERS = ("promised_days", "minutes")
UNKNOWN_AREA = Refused.because(Reason.UNKNOWN_AREA)
UNKNOWN_ITEM = Refused.because(Reason.UNKNOWN_ITEM)


def form_of(work: Work, item: str, version: int | None) -> list[dict[str, Any]]:
    """The questions that an answer was given to: `version` as its ticket's details have it (None: the form of today)."""
    row = work.book.get(t.items, item)
    return list(form_at(row.form, row.form_version, row.old_forms, version)) if row is not None else []


@completes(AddServiceItem)
def know_area(work: Work, wish: AddServiceItem, made: Made, drawer: Drawer) -> Completed | Refused:
    area = work.book.find(t.areas, wish.area)
    return UNKNOWN_AREA if area is None else Completed(msgspec.structs.replace(wish, area=area.id))


@handles(AddServiceItem)
def add_service_item(work: Work, wish: AddServiceItem, made: Made) -> Outcome:
    """Items stand under their area's code."""
    code, area = new_code(work, t.items, wish.code), work.book.get(t.areas, wish.area)
    values = read_fields(wish, ("name", "name_en"), ("promised_days",))
    for refused in (code, values, _judge_modes(wish.modes)):
        if isinstance(refused, Refused):
            return refused
    if area is None:
        return UNKNOWN_AREA
    assert isinstance(values, dict)
    work.add(
        t.items, made.id, code=code, area=area.code, sort=next_place(work, t.items), short=values["name"][:8],
        short_en=values["name_en"][:24], materials=[], form=[], modes=_modes(wish.modes), **values,
    )  # fmt: skip
    return Accepted({"item": made.id, "code": code})


@completes(ChangeServiceItem)
def know_item(work: Work, wish: ChangeServiceItem, made: Made, drawer: Drawer) -> Completed | Refused:
    row, area = work.book.find(t.items, wish.item), work.book.find(t.areas, wish.area or "")
    if row is None:
        return Refused.because(Reason.UNKNOWN_ITEM, item=wish.item)
    if wish.area is not None and area is None:
        return UNKNOWN_AREA
    return Completed(msgspec.structs.replace(wish, item=row.id, area=area.id if area is not None else None))


@handles(ChangeServiceItem)
def change_service_item(work: Work, wish: ChangeServiceItem, made: Made) -> Outcome:
    row, area = work.book.get(t.items, wish.item), work.book.get(t.areas, wish.area)
    if row is None:
        return UNKNOWN_ITEM
    if wish.area is not None and area is None:
        return UNKNOWN_AREA
    values = read_fields(wish, _TEXTS, (*_NUMBERS, "active"))
    if isinstance(values, Refused):
        return values
    if refused := _judge_modes(wish.modes) or _judge_papers(wish):
        return refused
    if area is not None:
        values["area"] = area.code
    if wish.modes is not None:
        values["modes"] = _modes(wish.modes)
    if wish.materials is not None:
        values["materials"] = [
            {"name": one.name, "name_en": one.name_en, "required": one.required} for one in wish.materials
        ]
    return change_part(work, t.items, row, "item", values)


@completes(SetItemForm)
def know_item_of_form(work: Work, wish: SetItemForm, made: Made, drawer: Drawer) -> Completed | Refused:
    row = work.book.find(t.items, wish.item)
    if row is None:
        return Refused.because(Reason.UNKNOWN_ITEM, item=wish.item)
    return Completed(msgspec.structs.replace(wish, item=row.id))


@handles(SetItemForm)
def set_item_form(work: Work, wish: SetItemForm, made: Made) -> Outcome:
    row = work.book.get(t.items, wish.item)
    if row is None:
        return UNKNOWN_ITEM
    form = judge_form([plain(question) for question in wish.fields])
    if isinstance(form, Refused):
        return form
    if form == [_whole(field) for field in row.form]:
        return SAME
    version = row.form_version + 1
    old = with_old(row.old_forms, row.form_version, row.form)
    work.change(t.items, row.id, form=form, form_version=version, old_forms=old)
    return Accepted({"item": row.id, "code": row.code, "version": version})


def _whole(field: dict[str, Any]) -> dict[str, Any]:
    """As `judge_form` would keep it."""
    kept = judge_form([field])
    return field if isinstance(kept, Refused) else kept[0]


def _modes(modes: tuple[Mode, ...]) -> list[str]:
    return [mode.value for mode in dict.fromkeys(modes)]


def _judge_modes(modes: tuple[Mode, ...] | None) -> Refused | None:
    """A call back is offered when the counters are closed, with any item."""
    is_good = modes is None or (len(modes) > 0 and Mode.CALLBACK not in modes)
    return None if is_good else bad_field("modes", choice=True)


def _judge_papers(wish: ChangeServiceItem) -> Refused | None:
    return None if all(one.name for one in wish.materials or ()) else bad_field("materials", empty=True)
