"""Wrong passwords tried at this home: how many one after the other, and when the last."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from db import tables as t
from db.prepared import fetch, run

_OF = select(t.wrong_passwords).where(t.wrong_passwords.c.login == bindparam("key"))
_COUNT = upsert(t.wrong_passwords).values(login=bindparam("login"), wrong=1, last=bindparam("last"))
_COUNT = _COUNT.on_conflict_do_update(
    index_elements=["login"], set_={"wrong": t.wrong_passwords.c.wrong + 1, "last": bindparam("last")}
)
_FORGET = delete(t.wrong_passwords).where(t.wrong_passwords.c.login == bindparam("key"))
_FORGET_OLD = delete(t.wrong_passwords).where(t.wrong_passwords.c.last < bindparam("before"))


def tries_of(connection: Connection, login: str) -> Row[Any] | None:
    return fetch(connection, _OF, {"key": login}).first()


def count(connection: Connection, login: str, at: datetime) -> None:
    connection.execute(_COUNT, {"login": login, "last": at})


def forget(connection: Connection, login: str) -> None:
    run(connection, _FORGET, {"key": login})


def forget_before(connection: Connection, moment: datetime) -> None:
    run(connection, _FORGET_OLD, {"before": moment})
