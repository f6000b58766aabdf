"""Signing in: whose password it is, and how long to wait after wrong ones, which this home counts."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from db import tables as t
from db import wrong_passwords as rows
from db.book import Book
from db.work import AnyRow, Work
from kiosk.commands.base import tidy
from kiosk.domain.operators import spelt_login
from kiosk.domain.reasons import Reason
from kiosk.domain.sign_in import FORGOTTEN_AFTER, wait_left, whole_seconds
from kiosk.domain.states import Role
from kiosk.services.registry import Actor
from kiosk.services.secrets import hash_secret, is_secret, sha256


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who has signed in; or `reason` wrong_password or too_many_tries, and the seconds until the next try counts."""

    actor: Actor | None = None
    name: str = ""
    role: Role | None = None
    reason: Reason | None = None
    wait_seconds: int = 0


def admit(operator: AnyRow) -> SignedIn:
    role = Role(operator.role)
    return SignedIn(Actor(role, operator.id), operator.name, role)


def operator_with(book: Book, login: str, password: str) -> AnyRow | None:
    """Who may sign in so. Whoever is unknown, has no password or has left takes as long to be told no as anybody.

    In a demo nobody needs a password.
    """
    row, typed = _operator(book, login), tidy(password)
    if not typed and book.is_filled and book.station.demo:
        return row if row is not None and row.active else None
    if row is None or not row.password_hash:
        hash_secret(typed)
        return None
    return row if is_secret(row.password_hash, typed) and row.active else None


def _operator(book: Book, login: str) -> AnyRow | None:
    """By login alone: whoever had two names here could try twice as often."""
    row = book.find(t.operators, spelt_login(login))
    return row if row is not None and row.login == spelt_login(login) else None


def wait_of(work: Work, login: str, now: datetime) -> timedelta:
    tried = rows.tries_of(work.connection, _mark(work, login))
    return wait_left(tried.wrong, tried.last, now) if tried is not None else timedelta(0)


def count_try(work: Work, login: str, now: datetime) -> None:
    rows.forget_before(work.connection, now - FORGOTTEN_AFTER)
    rows.count(work.connection, _mark(work, login), now)


def forget_tries(work: Work, login: str) -> None:
    rows.forget(work.connection, _mark(work, login))


def told_wrong(work: Work, login: str, now: datetime) -> SignedIn:
    """The same for all who may not: nobody learns which logins there are."""
    wait = wait_of(work, login, now)
    return SignedIn(reason=Reason.WRONG_PASSWORD, wait_seconds=whole_seconds(wait))


def must_wait(wait: timedelta) -> SignedIn:
    return SignedIn(reason=Reason.TOO_MANY_TRIES, wait_seconds=whole_seconds(wait))


def _mark(work: Work, login: str) -> str:
    salt = work.book.station.salt if work.book.is_filled else ""
    return sha256(f"{salt}:{spelt_login(login)}")
