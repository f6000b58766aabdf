"""From a name on a command to who that is now: the rows say the role, on the terminal and again at the hub."""

from db import tables as t
from db.work import Work
from kiosk.domain.states import Role
from kiosk.services.registry import Actor


def actor_of(work: Work, reference: str) -> Actor | None:
    """`operator:ID`, `resident:ID` or `terminal:NAME` as outbox rows carry it; None when there is no such one any more."""
    kind, _, key = reference.partition(":")
    if kind == "operator":
        row = work.book.get(t.operators, key)
        return Actor(Role(row.role), key) if row is not None and row.active else None
    if kind == "resident":
        resident = work.row(t.residents, key)
        return Actor(Role.RESIDENT, key) if resident is not None and not resident.erased else None
    return Actor(Role.MANAGER if kind == "setup" else Role.TERMINAL, key)


def reference_of(actor: Actor) -> str:
    if actor.role is Role.TERMINAL:
        return f"terminal:{actor.id}"
    return f"{'resident' if actor.role is Role.RESIDENT else 'operator'}:{actor.id}"
