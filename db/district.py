"""A place for one more station on a PostgreSQL server: a schema, and a role that sees nothing else."""

import re
import secrets

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from db.engines import Database
from db.postgres import is_postgres
from kiosk.domain.trouble import KioskError

NAME = re.compile(r"[a-z][a-z0-9_]{0,30}")
MOST_CONNECTIONS = 50


def create_station(url: str, name: str) -> str:
    """Make schema, role and grants; -> the URL for the station's terminals, its new password in it.

    `url` is that of somebody who may make roles. Raises KioskError: bad_store, bad_station_name, station_exists, and
    StoreTrouble when the server is away or does not let them in.
    """
    server = _server(url)
    if not NAME.fullmatch(name) or name.startswith("pg_"):
        raise KioskError("bad_station_name", name=name)
    role, password = f"yizhan_{name}", secrets.token_urlsafe(24)
    database = Database(url)
    try:
        with database.write() as connection:
            if _is_taken(connection, role):
                raise KioskError("station_exists", name=name)
            _make(connection, role, password, server.database or "postgres")
    finally:
        database.close()
    return server.set(drivername="postgresql", username=role, password=password).render_as_string(False)


def _server(url: str) -> URL:
    try:
        server = make_url(url)
    except ArgumentError as error:
        raise KioskError("bad_store", store=url) from error
    if not is_postgres(server):
        raise KioskError("bad_store", store=url)
    return server


def _is_taken(connection: Connection, role: str) -> bool:
    known = (
        "SELECT 1 FROM pg_roles WHERE rolname = :role UNION SELECT 1 FROM pg_namespace WHERE nspname = :role"
    )
    return connection.execute(text(known), {"role": role}).first() is not None


def _make(connection: Connection, role: str, password: str, database: str) -> None:
    """Names are checked and the password is of URL-safe letters: nothing in them can end a quotation."""
    quoted = database.replace('"', '""')
    for statement in (
        f"CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT CONNECTION LIMIT {MOST_CONNECTIONS} "
        f"PASSWORD '{password}'",
        f"CREATE SCHEMA {role}",
        f"REVOKE ALL ON SCHEMA {role} FROM PUBLIC",
        f"GRANT USAGE, CREATE ON SCHEMA {role} TO {role}",
        f'ALTER ROLE {role} IN DATABASE "{quoted}" SET search_path = {role}',
    ):
        connection.exec_driver_sql(statement)
