"""Operators: what a login is, what is no password, and that a station is never without a manager."""

import re

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Role
from kiosk.domain.texts import narrow

LOGIN_LEAST, LOGIN_MOST = 2, 30
PASSWORD_LEAST = 8
_LOGIN = re.compile(rf"[a-z][a-z0-9._-]{{{LOGIN_LEAST - 1},{LOGIN_MOST - 1}}}", re.ASCII)
_STEPS = ("0123456789", "9876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop")


def spelt_login(text: str) -> str:
    """As it is kept: an input method's wide letters and capitals are the same login."""
    return narrow(text).strip().lower()


def read_login(text: str) -> str | Refused:
    """No login looks like a card's number or an id, for `--as` takes any of them."""
    login = spelt_login(text)
    if _LOGIN.fullmatch(login):
        return login
    return Refused.because(Reason.BAD_LOGIN, least=LOGIN_LEAST, most=LOGIN_MOST)


def judge_password(password: str, login: str) -> Refused | None:
    """Long enough, and not what anybody would try first."""
    if len(password) < PASSWORD_LEAST:
        return Refused.because(Reason.WEAK_PASSWORD, least=PASSWORD_LEAST)
    low = password.lower()
    if len(set(low)) == 1 or low == login or any(low in step * 2 for step in _STEPS):
        return Refused.because(Reason.WEAK_PASSWORD, easy=True)
    return None


def judge_change(*, was_manager: bool, stays_manager: bool, others: int) -> Refused | None:
    """`was_manager`, `stays_manager`: one who is active; `others`: how many more of them there are."""
    if was_manager and not stays_manager and others == 0:
        return Refused.because(Reason.LAST_MANAGER)
    return None


def is_managing(role: str, *, active: bool) -> bool:
    return active and role == Role.MANAGER
