"""From a name on a command to who that is now: the rows say the role, on the terminal and again at the hub."""

from db import tables as t
from db.people import find_card, kept_resident
from db.work import Work
from kiosk.domain.states import Role
from kiosk.services.registry import Actor

SETUP = "setup"
HUB = Actor(Role.HUB, "hub")


def actor_of(work: Work, reference: str) -> Actor | None:
    """`operator:ID`, `resident:ID`, `terminal:NAME` or `hub:hub` as commands carry it; None: no such one any more."""
    kind, _, key = reference.partition(":")
    if kind == "operator":
        row = work.book.get(t.operators, key)
        return Actor(Role(row.role), key) if row is not None and row.active else None
    if kind == "resident":
        resident = work.row(t.residents, kept_resident(work.connection, key))
        return Actor(Role.RESIDENT, resident.id) if resident is not None and not resident.erased else None
    if kind == "hub":
        return HUB
    if kind == "setup":
        return None if work.book.is_filled else Actor(Role.MANAGER, SETUP)
    return Actor(Role.TERMINAL, key)


def find_actor(work: Work, who: str) -> Actor | None:
    """An operator by login, or a resident by card."""
    operator = work.book.find(t.operators, who)
    if operator is not None:
        return actor_of(work, f"operator:{operator.id}")
    card = find_card(work.connection, who)
    return actor_of(work, f"resident:{card.resident}") if card is not None and not card.blocked else None


def is_blocked(work: Work, who: str) -> bool:
    """Whether this is a card that was stopped."""
    card = find_card(work.connection, who)
    return card is not None and bool(card.blocked)


def reference_of(actor: Actor) -> str:
    if actor.id == SETUP:
        return f"setup:{SETUP}"
    if actor.role is Role.HUB:
        return f"hub:{actor.id}"
    if actor.role is Role.TERMINAL:
        return f"terminal:{actor.id}"
    return f"{'resident' if actor.role is Role.RESIDENT else 'operator'}:{actor.id}"
