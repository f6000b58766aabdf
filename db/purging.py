"""Forgetting for good what was deleted long ago, and who wished what."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, case, delete, null, select, text, update

from db import tables as t

KEPT = timedelta(days=60)
"""So long a terminal may be away and still need no walk; so long an outcome names whom it was about."""
RESIDENT = "resident:%"


def purge(connection: Connection, before: datetime) -> int:
    """Rows whose deletion was decided before that are gone; `purged_to` says whose replica may still hold them."""
    forget_who(connection, before)
    upto = _decided_before(connection, before)
    store = connection.execute(select(t.store)).one()
    if upto <= store.purged_to:
        return 0
    if gone := _forget(connection, upto):
        connection.execute(update(t.store).values(purged_to=upto))
    return gone


def forget_who(connection: Connection, before: datetime) -> None:
    """Whom a command of a resident was about: its id is that of the loan, the hold or the ticket that it made. Operators
    stay, and so does whoever must still be told of a refusal. No revision changes: homes do the same by themselves.
    """
    o, e = t.outcomes.c, t.explanations.c
    actor = case((o.actor.like(RESIDENT), null()), else_=o.actor)
    told = select(e.id)
    connection.execute(
        update(t.outcomes)
        .where(text("outcomes.subject IS NOT NULL"), o.revision <= _decided_before(connection, before))
        .where(o.attention.is_(False) | o.id.in_(told))
        .values(actor=actor, subject=None)
    )
    connection.execute(update(t.explanations).where(e.at < before, e.by.like(RESIDENT)).values(by=None))


def _decided_before(connection: Connection, before: datetime) -> int:
    """The last revision of that time, found from the newest on."""
    o = t.outcomes.c
    latest = select(o.revision).where(o.decided_at < before).order_by(o.revision.desc()).limit(1)
    return connection.execute(latest).scalar() or 0


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
