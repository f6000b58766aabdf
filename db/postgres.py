"""PostgreSQL as a station's shared store: one schema a station, found through its role's search_path."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

DRIVER = "postgresql+psycopg"
CONNECT_SECONDS = 2
"""The least that libpq waits for."""
# A cable that was pulled says nothing: by itself the system would wait a quarter of an hour for the answer to a statement,
# and for ever where none is asked. With this (milliseconds, seconds) it fails within two seconds, a silent line within ten.
_LINE = {
    "connect_timeout": CONNECT_SECONDS, "tcp_user_timeout": 1500,
    "keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 2,
}  # fmt: skip

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_KEYS = {
    "53100": "disk_full", "53": "store_busy", "55P03": "store_busy", "57014": "store_busy", "40": "store_busy",
    "57P": "store_unreachable", "08": "store_unreachable", "28": "store_denied", "3D000": "store_nowhere",
    "3F000": "store_foreign", "42P01": "store_foreign", "42501": "store_denied", "25006": "store_unwritable",
    "58": "store_trouble", "XX": "store_trouble",
}  # fmt: skip


def is_postgres(url: URL) -> bool:
    return url.get_backend_name() == "postgresql"


def open_postgres(url: URL, patience: float, to_json: Any) -> Engine:
    """`patience`: seconds to wait for the store's lock."""
    engine = create_engine(
        url.set(drivername=DRIVER), poolclass=NullPool, connect_args=dict(_LINE),
        json_serializer=to_json, json_deserializer=msgspec.json.decode, hide_parameters=True,
    )  # fmt: skip

    def prepare(connection: Any, _record: Any) -> None:
        connection.autocommit = True
        connection.execute(f"SET lock_timeout = {int(patience * 1000)}")
        connection.execute("SET client_min_messages = warning")

    event.listen(engine, "connect", prepare)
    return engine


def trouble_key(error: object) -> str | None:
    """The key of trouble with the server, nobody's fault; None for a mistake in what was asked of it."""
    if type(error).__module__.split(".")[0] != "psycopg":
        return None
    state = getattr(error, "sqlstate", None)
    if not state:
        name = type(error).__name__
        return (
            _unreached(str(error))
            if name in {"OperationalError", "ConnectionTimeout", "InterfaceError"}
            else None
        )
    return next((_KEYS[state[:n]] for n in (5, 3, 2) if state[:n] in _KEYS), None)


def _unreached(said: str) -> str:
    """A connection that was not made has no code: the server's own words are all there is."""
    if "authentication failed" in said or "no password supplied" in said:
        return "store_denied"
    return "store_nowhere" if "does not exist" in said else "store_unreachable"


def lock_store(connection: Connection) -> None:
    """The first statement of whoever writes, before it has read anything.

    Locked after the handler's reads, two processes decide on what neither of them sees of the other. Where no store is
    yet, those who make one take turns.
    """
    if connection.execute(text("SELECT to_regclass('store')")).scalar() is None:
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('yizhan ' || current_schema()))"))
    else:
        connection.execute(text("SELECT one FROM store FOR UPDATE"))
