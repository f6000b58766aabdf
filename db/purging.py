"""Forgetting for good what was deleted long ago."""

from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update

from db import tables as t


def purge(connection: Connection, before: datetime) -> int:
    """Rows whose deletion was decided before that are gone; `purged_to` says whose replica may still hold them."""
    o = t.outcomes.c
    upto = connection.execute(select(func.max(o.revision)).where(o.decided_at < before)).scalar() or 0
    store = connection.execute(select(t.store)).one()
    if upto <= store.purged_to:
        return 0
    if gone := _forget(connection, upto):
        connection.execute(update(t.store).values(purged_to=upto))
    return gone


def purge_home(connection: Connection, upto: int) -> None:
    """The same in a home that has seen all of it; what waits for the hub has no revision that old."""
    _forget(connection, upto)
    connection.execute(update(t.home).values(purged_to=upto))


def _forget(connection: Connection, upto: int) -> int:
    return sum(
        connection.execute(
            delete(table).where(table.c.deleted.is_(True), table.c.revision.between(1, upto))
        ).rowcount
        for table in t.REPLICATED.values()
    )
