"""What people may have changed of their data: corrected by the desk, their phone by themselves, or all of it gone."""

from collections.abc import Iterable
from typing import Any

import msgspec

from db import people as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.people_data import CorrectDetails, RequestCorrection, RequestErasure, WithdrawDataWish
from kiosk.domain.names import check_name, check_phone, mask_name
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import GUARDIAN_UNTIL, CardKind, card_kind, check_birth_month
from kiosk.domain.reasons import Reason
from kiosk.domain.states import WishState
from kiosk.services.people import own_or_named
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

ERASURE, CORRECTION = "erasure", "correction"


@completes(CorrectDetails)
@completes(RequestCorrection)
@completes(RequestErasure)
def know_whose(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    resident = own_or_named(work, wish.resident, made.actor)
    if isinstance(resident, Refused):
        return resident
    return Completed(msgspec.structs.replace(wish, resident=resident.id))


@handles(CorrectDetails)
def correct_details(work: Work, wish: CorrectDetails, made: Made) -> Outcome:
    resident = own_or_named(work, wish.resident, made.actor)
    if isinstance(resident, Refused):
        return resident
    if made.actor.resident and (wish.name is not None or wish.birth_month is not None):
        return Refused.because(Reason.NOT_ALLOWED, role=made.actor.role.value)
    good = _checked(wish, made)
    if isinstance(good, Refused):
        return good
    if refused := _judge_age(resident, good, made):
        return refused
    _write(work, resident, good, made)
    _close(work, resident.id, CORRECTION, good, made)
    return Accepted({"resident": resident.id, "corrected": sorted(good)})


def _checked(wish: CorrectDetails, made: Made) -> dict[str, str | None] | Refused:
    """Field -> what is kept of it."""
    kept: dict[str, str | Refused | None] = {}
    if wish.name is not None:
        kept["name"] = check_name(wish.name)
    if wish.phone is not None:
        kept["phone"] = check_phone(wish.phone) if wish.phone else None
    if wish.birth_month is not None:
        kept["birth_month"] = check_birth_month(wish.birth_month, made.made_at.date())
    for one in kept.values():
        if isinstance(one, Refused):
            return one
    if not kept:
        return Refused.because(Reason.BAD_FORM, field="name", label="要改的资料", label_en="What to correct")
    return {name: one for name, one in kept.items() if not isinstance(one, Refused)}


def _judge_age(resident: AnyRow, good: dict[str, str | None], made: Made) -> Refused | None:
    kind = card_kind(good.get("birth_month"), made.made_at.date())
    if kind is CardKind.CHILD and resident.guardian is None:
        return Refused.because(Reason.GUARDIAN_NEEDED, under=GUARDIAN_UNTIL)
    return None


def _write(work: Work, resident: AnyRow, good: dict[str, str | None], made: Made) -> None:
    """A kiosk holds no details to write to: there the command alone carries them."""
    if work.row(t.resident_details, resident.id) is not None:
        work.change(t.resident_details, resident.id, **good)
    if good.get("name"):
        work.change(t.residents, resident.id, masked_name=mask_name(good["name"] or ""))
    if good.get("birth_month"):
        child = card_kind(good["birth_month"], made.made_at.date()) is CardKind.CHILD
        work.change(t.residents, resident.id, child=child)


@handles(RequestErasure)
def request_erasure(work: Work, wish: RequestErasure, made: Made) -> Outcome:
    """Listed at the desk; the person may still use everything until it is done."""
    return _wish(work, wish.resident, ERASURE, "", made)


@handles(RequestCorrection)
def request_correction(work: Work, wish: RequestCorrection, made: Made) -> Outcome:
    return _wish(work, wish.resident, CORRECTION, wish.what, made)


def _wish(work: Work, whose: str | None, kind: str, what: str, made: Made) -> Outcome:
    resident = own_or_named(work, whose, made.actor)
    if isinstance(resident, Refused):
        return resident
    if any((one.kind, one.what) == (kind, what) for one in _open_wishes(work, resident.id)):
        return Refused.because(Reason.ALREADY_DONE)
    work.add(
        t.data_wishes, made.id, resident=resident.id, kind=kind, what=what, made_at=made.made_at,
        state=WishState.OPEN.value,
    )  # fmt: skip
    return Accepted({"resident": resident.id, "wish": made.id})


@handles(WithdrawDataWish)
def withdraw_data_wish(work: Work, wish: WithdrawDataWish, made: Made) -> Outcome:
    row = work.row(t.data_wishes, wish.wish)
    if row is None:
        return Refused.because(Reason.UNKNOWN_WISH)
    if made.actor.resident not in (None, row.resident):
        return Refused.because(Reason.NOT_ALLOWED, role=made.actor.role.value)
    if row.state != WishState.OPEN:
        return Refused.because(Reason.WRONG_STATE, state=row.state, of="wish")
    work.change(t.data_wishes, row.id, state=WishState.WITHDRAWN.value, closed_at=made.made_at)
    return Accepted({"wish": row.id})


def close_wishes(work: Work, resident: str, made: Made) -> None:
    """Their data is gone: nothing is left to be wished for."""
    for row in _open_wishes(work, resident):
        work.change(t.data_wishes, row.id, state=WishState.DONE.value, closed_at=made.made_at)


def _close(work: Work, resident: str, kind: str, done: Iterable[str], made: Made) -> None:
    """What staff have corrected answers the wish for that; what was wished for something else stays."""
    if made.actor.resident is not None:
        return
    for row in _open_wishes(work, resident):
        if row.kind == kind and row.what in {*done, "other"}:
            work.change(t.data_wishes, row.id, state=WishState.DONE.value, closed_at=made.made_at)


def _open_wishes(work: Work, resident: str) -> list[AnyRow]:
    return [row for row in rows.wishes_of(work, resident) if row.state == WishState.OPEN]
