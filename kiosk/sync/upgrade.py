"""Opening a home or a store: an older one is brought to this version first, a newer one is left alone."""

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, select, text, update

from db import tables as t
from db.engines import Database, StoreTrouble, file_of, sqlite_url
from db.schema import create_replica
from kiosk.config import HomeFolder
from kiosk.domain.trouble import KioskError
from kiosk.sync.stages import Stage


def open_home(folder: HomeFolder) -> Database:
    """Raises KioskError: home_incomplete, made_by_newer, store trouble."""
    if not folder.database.exists():
        raise KioskError("home_incomplete", home=str(folder.path))
    database = Database(sqlite_url(folder.database))
    try:
        if _is_older(database, t.home, str(folder.path)):
            upgrade_home(folder)
    except BaseException:
        database.close()
        raise
    return database


def ready_store(database: Database) -> None:
    """Migrate an older store. A newer one declines by itself: its hub is another program."""
    try:
        if _is_older(database, t.store, database.url):
            upgrade_store(database.url)
    except KioskError as error:
        if error.key != "made_by_newer":
            raise


def upgrade_store(url: str) -> None:
    """Migrate a store to this version; nothing happens to a current one. Raises KioskError: made_by_newer."""
    file = file_of(url)
    if file and not Path(file).exists():
        raise StoreTrouble("store_missing", store=file)
    with closing(Database(url)) as database, database.write() as connection:
        if _older(connection, t.store, url):
            _migrate(connection, "store")
            connection.execute(update(t.store).values(schema=t.SCHEMA))


def upgrade_home(folder: HomeFolder) -> None:
    """Migrate the home's own tables; its replica is pulled anew, but for rows that wait for the hub."""
    with closing(Database(sqlite_url(folder.database))) as database, database.write() as connection:
        if _older(connection, t.home, str(folder.path)):
            waiting = _waiting_rows(connection)
            _drop_replica(connection)
            _migrate(connection, "home")
            create_replica(connection)
            for table, row in waiting:
                connection.execute(insert(table), row)
            own = t.home.c
            connection.execute(update(t.home).values(schema=t.SCHEMA, cursor=0, seen=None, book=own.book + 1))
            walks = update(t.home).where(own.stage == Stage.NORMAL.value).values(stage=Stage.WALKING.value)
            connection.execute(walks)


def _migrate(connection: Connection, side: str) -> None:
    from db.migrations import migrate  # Alembic takes longer to import than a home to open

    migrate(connection, side)


def _is_older(database: Database, table: Table, where: str) -> bool:
    with database.read() as connection:
        return _older(connection, table, where)


def _older(connection: Connection, table: Table, where: str) -> bool:
    schema = int(connection.execute(select(table.c.schema)).scalar_one())
    if schema > t.SCHEMA:
        raise KioskError("made_by_newer", home=where)
    return schema < t.SCHEMA


def _waiting_rows(connection: Connection) -> list[tuple[Table, dict[str, Any]]]:
    """Rows that only this home has: what its older tables and ours have in common."""
    found = []
    for mark in connection.execute(select(t.pending.c.tab, t.pending.c.id)).all():
        if (table := t.REPLICATED.get(mark.tab)) is not None:
            row = (
                connection.execute(_common(connection, table).where(table.c.id == mark.id)).mappings().first()
            )
            found += [(table, dict(row))] if row is not None else []
    return found


def _common(connection: Connection, table: Table) -> Select[Any]:
    names = {row.name for row in connection.execute(text(f'PRAGMA table_info("{table.name}")'))}
    return select(*(column for column in table.columns if column.name in names))


def _drop_replica(connection: Connection) -> None:
    """All but the home's own tables; virtual tables go first and take their shadows with them."""
    for name in _names(connection, "type = 'trigger'"):
        connection.execute(text(f'DROP TRIGGER "{name}"'))
    for name in _names(connection, "sql LIKE 'CREATE VIRTUAL%'"):
        connection.execute(text(f'DROP TABLE "{name}"'))
    own = {*t.home_side.tables, "alembic_version"}
    for name in _names(connection, "type = 'table' AND name NOT LIKE 'sqlite_%'"):
        if name not in own:
            connection.execute(text(f'DROP TABLE "{name}"'))


def _names(connection: Connection, where: str) -> list[str]:
    return list(connection.execute(text(f"SELECT name FROM sqlite_master WHERE {where}")).scalars())
