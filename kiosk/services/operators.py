"""Operators: taken in, changed, given a password; a station never loses its last manager."""

import msgspec

from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.base import tidy
from kiosk.commands.operators import AddOperator, ChangeOperator, PasswordTold, SetPassword
from kiosk.domain.names import check_name
from kiosk.domain.operators import is_managing, judge_change, judge_password, read_login
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.sign_in import whole_seconds
from kiosk.domain.states import Role
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.secrets import hash_secret, is_secret
from kiosk.services.sign_in import wait_of

UNKNOWN = Refused.because(Reason.UNKNOWN_OPERATOR)


@handles(AddOperator)
def add_operator(work: Work, wish: AddOperator, made: Made) -> Outcome:
    return take_in(work, wish.login, wish.name, wish.role, made)


def take_in(work: Work, login: str, name: str, role: str, made: Made, **more: str) -> Outcome:
    """A new operator, under the command's own id."""
    known_as, called = read_login(login), _staff_name(name)
    if isinstance(known_as, Refused):
        return known_as
    if isinstance(called, Refused):
        return called
    if work.book.find(t.operators, known_as) is not None:
        return Refused.because(Reason.LOGIN_TAKEN)
    work.add(t.operators, made.id, login=known_as, name=called, role=role, active=True, **more)
    return Accepted({"operator": made.id, "login": known_as})


@completes(ChangeOperator)
def know_operator(work: Work, wish: ChangeOperator, made: Made, drawer: Drawer) -> Completed | Refused:
    row = work.book.find(t.operators, wish.operator)
    return Completed(msgspec.structs.replace(wish, operator=row.id)) if row is not None else UNKNOWN


@handles(ChangeOperator)
def change_operator(work: Work, wish: ChangeOperator, made: Made) -> Outcome:
    row = work.book.get(t.operators, wish.operator)
    if row is None:
        return UNKNOWN
    name = row.name if wish.name is None else _staff_name(wish.name)
    if isinstance(name, Refused):
        return name
    role = row.role if wish.role is None else wish.role.value
    active = row.active if wish.active is None else wish.active
    if (name, role, active) == (row.name, row.role, row.active):
        return Refused.because(Reason.ALREADY_DONE)
    if refused := _judge_last(work, row, stays=is_managing(role, active=active)):
        return refused
    work.change(t.operators, row.id, name=name, role=role, active=active)
    return Accepted({"operator": row.id, "login": row.login})


def _judge_last(work: Work, row: AnyRow, *, stays: bool) -> Refused | None:
    managing = [one.id for one in work.book.all(t.operators) if is_managing(one.role, active=one.active)]
    others = len(set(managing) - {row.id})
    return judge_change(was_manager=row.id in managing, stays_manager=stays, others=others)


@completes(SetPassword)
def know_passwords(work: Work, wish: SetPassword, made: Made, drawer: Drawer) -> Completed | Refused:
    """The old one is proven here, where it was typed; the hub sees to it that it was still theirs."""
    row = _whose(work, wish, made)
    if isinstance(row, Refused):
        return row
    is_own = row.id == made.actor.id
    old, new = tidy(wish.old), tidy(wish.password)
    if is_own and (wait := wait_of(work, row.login, made.made_at)):
        return Refused.because(Reason.TOO_MANY_TRIES, seconds=whole_seconds(wait))
    if is_own and row.password_hash and not is_secret(row.password_hash, old):
        return Refused.because(Reason.WRONG_PASSWORD, login=row.login)
    if refused := judge_password(new, row.login):
        return refused
    if is_own and new == old:
        return Refused.because(Reason.WEAK_PASSWORD, same=True)
    told = PasswordTold(password_hash=hash_secret(new), was=row.password_hash if is_own else None)
    return Completed(SetPassword(operator=row.id, told=told))


@handles(SetPassword)
def set_password(work: Work, wish: SetPassword, made: Made) -> Outcome:
    row = _whose(work, wish, made)
    if isinstance(row, Refused):
        return row
    assert wish.told is not None
    if row.id == made.actor.id and row.password_hash != wish.told.was:
        return Refused.because(Reason.WRONG_PASSWORD, login=row.login)
    work.change(t.operators, row.id, password_hash=wish.told.password_hash)
    return Accepted({"operator": row.id, "login": row.login})


def _whose(work: Work, wish: SetPassword, made: Made) -> AnyRow | Refused:
    row = work.book.find(t.operators, wish.operator or made.actor.id)
    if made.actor.role is Role.MANAGER or (row is not None and row.id == made.actor.id):
        return row or UNKNOWN
    return Refused.because(Reason.NOT_ALLOWED, role=made.actor.role.value)


def _staff_name(text: str) -> str | Refused:
    """At the desk nobody can send them to the desk."""
    name = check_name(text)
    return Refused(name.reason, {"staff": True} | name.detail) if isinstance(name, Refused) else name
