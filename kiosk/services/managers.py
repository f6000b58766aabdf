"""The first manager of a station, and managers who find their way back by a printed code."""

import msgspec

from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.base import tidy
from kiosk.commands.managers import DrawRecovery, FirstManager, RecoverManager, RecoveryTold
from kiosk.domain.operators import is_managing, judge_password, spelt_login
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.recovery import read_recovery_code
from kiosk.domain.states import Role
from kiosk.services.operators import take_in
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.secrets import hash_secret, sha256

WRONG_CODE = Refused.because(Reason.UNKNOWN_CODE, recovery=True)


def is_unmanned(work: Work) -> bool:
    """Nobody works here yet, nor ever did."""
    return work.book.is_filled and not work.book.all(t.operators)


@completes(FirstManager)
def complete_first(work: Work, wish: FirstManager, made: Made, drawer: Drawer) -> Completed | Refused:
    if not is_unmanned(work):
        return Refused.because(Reason.ALREADY_DONE)
    return _with_password(wish, drawer)


@handles(FirstManager)
def first_manager(work: Work, wish: FirstManager, made: Made) -> Outcome:
    """Two terminals may both have found nobody: the hub knows who was first."""
    if not is_unmanned(work):
        return Refused.because(Reason.ALREADY_DONE)
    assert wish.told is not None
    kept = {"password_hash": wish.told.password_hash, "recovery_hash": wish.told.recovery_hash}
    return take_in(work, wish.login, wish.name, Role.MANAGER.value, made, **kept)


@completes(RecoverManager)
def complete_recovery(work: Work, wish: RecoverManager, made: Made, drawer: Drawer) -> Completed | Refused:
    code = read_recovery_code(wish.code)
    if code is None:
        return WRONG_CODE
    return _with_password(wish, drawer, used=sha256(code))


@handles(RecoverManager)
def recover_manager(work: Work, wish: RecoverManager, made: Made) -> Outcome:
    assert wish.told is not None
    row = _recoverable(work, wish.login)
    if row is None or row.recovery_hash != wish.told.used:
        return WRONG_CODE
    kept = {"password_hash": wish.told.password_hash, "recovery_hash": wish.told.recovery_hash}
    work.change(t.operators, row.id, **kept)
    return Accepted({"operator": row.id, "login": row.login})


@completes(DrawRecovery)
def complete_drawing(work: Work, wish: DrawRecovery, made: Made, drawer: Drawer) -> Completed | Refused:
    code = drawer.recovery_code()
    return Completed(DrawRecovery(told=RecoveryTold(recovery_hash=sha256(code))), {"recovery_code": code})


@handles(DrawRecovery)
def draw_recovery(work: Work, wish: DrawRecovery, made: Made) -> Outcome:
    assert wish.told is not None
    if work.book.get(t.operators, made.actor.id) is None:
        return Refused.because(Reason.UNKNOWN_OPERATOR)
    work.change(t.operators, made.actor.id, recovery_hash=wish.told.recovery_hash)
    return Accepted({"operator": made.actor.id})


def _with_password(
    wish: FirstManager | RecoverManager, drawer: Drawer, used: str = ""
) -> Completed | Refused:
    password = tidy(wish.password)
    if refused := judge_password(password, spelt_login(wish.login)):
        return refused
    code = drawer.recovery_code()
    told = RecoveryTold(password_hash=hash_secret(password), recovery_hash=sha256(code), used=used)
    kept = msgspec.structs.replace(wish, password="", told=told)
    if isinstance(kept, RecoverManager):
        kept = msgspec.structs.replace(kept, code="")
    return Completed(kept, {"recovery_code": code})


def _recoverable(work: Work, login: str) -> AnyRow | None:
    """A manager on duty who has a code."""
    row = work.book.find(t.operators, spelt_login(login))
    is_good = row is not None and bool(row.recovery_hash) and is_managing(row.role, active=row.active)
    return row if is_good else None
