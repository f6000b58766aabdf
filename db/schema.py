"""Making the tables: unique indexes in the store only; stamped as if migrated to the newest."""

from functools import cache

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    insert,
)

from db import tables as t
from db.person_index import create_person_index
from db.search_index import create_search

HEADS = {"store": "store_0001", "home": "home_0001"}
"""The newest migration of each side (db/migrations); a new one comes with a new `tables.SCHEMA`."""

_stamps = MetaData()
alembic_version = Table(
    "alembic_version",
    _stamps,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def create_store(connection: Connection) -> None:
    metadata = store_metadata()
    if connection.dialect.name == "postgresql":
        metadata = _boundless(metadata)
    metadata.create_all(connection)
    _stamp(connection, "store")


def create_home(connection: Connection) -> None:
    t.home_side.create_all(connection)
    create_replica(connection)
    _stamp(connection, "home")


def create_replica(connection: Connection) -> None:
    """The part of a home that can be pulled again."""
    t.domain.create_all(connection)
    create_search(connection)
    create_person_index(connection)


@cache
def store_metadata() -> MetaData:
    """The tables of a store, with the unique indexes that a home must not have in place of its plain ones."""
    found = MetaData()
    for table in (*t.domain.sorted_tables, *t.store_side.sorted_tables):
        table.to_metadata(found)
    for name, *columns in t.UNIQUE_IN_STORE:
        own = found.tables[name]
        own.indexes -= {
            plain for plain in own.indexes if [column.name for column in plain.columns] == columns
        }
        Index(f"one_{name}_{'_'.join(columns)}", *(own.c[column] for column in columns), unique=True)
    return found


def _boundless(metadata: MetaData) -> MetaData:
    """PostgreSQL would hold texts to their lengths and numbers to 32 bits; SQLite, and so every home, does not.

    Ids stand in the order of their bytes, as in a home: replicas are walked in it.
    """
    found = MetaData()
    for table in metadata.sorted_tables:
        for column in table.to_metadata(found).columns:
            if type(column.type) is String:
                column.type = Text(collation="C" if column.name == "id" else None)
            elif type(column.type) is Integer:
                column.type = BigInteger()
    return found


def _stamp(connection: Connection, side: str) -> None:
    """What Alembic would have written, without the time its import takes."""
    _stamps.create_all(connection)
    connection.execute(insert(alembic_version), {"version_num": HEADS[side]})
