"""Service areas in the design's own colours, and the texts that people agree to."""

import re
from typing import Any

import msgspec

from assets import FOLDER
from db import tables as t
from db.work import Work
from kiosk.commands.house import AddArea, AddConsent, ChangeArea
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.palette import PALETTE
from kiosk.domain.reasons import Reason
from kiosk.domain.station_names import bad_field, consent_version
from kiosk.services.consents import consent_texts
from kiosk.services.registry import Asking, Completed, Drawer, Made, completes, handles, lists
from kiosk.services.station_parts import change_part, new_code, next_place, read_fields

_TEXTS = ("name", "name_en", "about", "about_en")
_CONSENT = ("title", "title_en", "text", "text_en", "agree", "agree_en")
_ICON = re.compile(r"[a-z0-9-]{1,40}", re.ASCII)


@handles(AddArea)
def add_area(work: Work, wish: AddArea, made: Made) -> Outcome:
    code, values = new_code(work, t.areas, wish.code), read_fields(wish, ("name", "name_en"))
    for refused in (code, values, _judge_look(wish.colour, wish.icon)):
        if isinstance(refused, Refused):
            return refused
    assert isinstance(values, dict)
    sort = next_place(work, t.areas)
    work.add(t.areas, made.id, code=code, sort=sort, colour=wish.colour, icon=wish.icon, **values)
    return Accepted({"area": made.id, "code": code})


@completes(ChangeArea)
def know_area(work: Work, wish: ChangeArea, made: Made, drawer: Drawer) -> Completed | Refused:
    row = work.book.find(t.areas, wish.area)
    if row is None:
        return Refused.because(Reason.UNKNOWN_AREA)
    return Completed(msgspec.structs.replace(wish, area=row.id))


@handles(ChangeArea)
def change_area(work: Work, wish: ChangeArea, made: Made) -> Outcome:
    row = work.book.get(t.areas, wish.area)
    if row is None:
        return Refused.because(Reason.UNKNOWN_AREA)
    values = read_fields(wish, _TEXTS, ("colour", "icon"))
    if isinstance(values, Refused):
        return values
    if refused := _judge_look(wish.colour, wish.icon):
        return refused
    return change_part(work, t.areas, row, "area", values)


@handles(AddConsent)
def add_consent(work: Work, wish: AddConsent, made: Made) -> Outcome:
    """Its id is the next of zh-1, zh-2 ..."""
    values = read_fields(wish, _CONSENT)
    if isinstance(values, Refused):
        return values
    known = consent_texts(work)
    consent = f"zh-{1 + (consent_version(known[-1].id) if known else 0)}"
    work.add(t.consents, consent, **values)
    return Accepted({"consent": consent})


def _judge_look(colour: str | None, icon: str | None) -> Refused | None:
    """A colour of the design, and a drawing that every screen has."""
    if colour is not None and colour not in PALETTE:
        return bad_field("colour", choice=True)
    if icon is None or (_ICON.fullmatch(icon) and (FOLDER / "icons" / f"{icon}.svg").exists()):
        return None
    return bad_field("icon", choice=True)


@lists("consent_texts")
def list_consent_texts(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """Every version of what people agree to, the newest last."""
    return [{"id": row.id} | {name: getattr(row, name) for name in _CONSENT} for row in consent_texts(work)]
