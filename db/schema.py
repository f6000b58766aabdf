"""Making the tables: primary keys everywhere, unique indexes in the store only."""

from sqlalchemy import Connection, Index

from db import tables as t
from db.search_index import create_search


def create_store(connection: Connection) -> None:
    t.domain.create_all(connection)
    t.store_side.create_all(connection)
    for name, *columns in t.UNIQUE_IN_STORE:
        table = t.domain.tables[name]
        index = Index(f"one_{name}_{'_'.join(columns)}", *(table.c[column] for column in columns), unique=True)
        index.create(connection)
        table.indexes.discard(index)


def create_home(connection: Connection) -> None:
    t.domain.create_all(connection)
    t.home_side.create_all(connection)
    create_search(connection)
