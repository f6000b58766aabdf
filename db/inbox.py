"""What the hub said when nobody stood there to hear it: refused wishes, flagged facts, and who has been told since."""

from typing import Any

from sqlalchemy import Row, bindparam, or_, select, text

from db import tables as t
from db.work import Work

AnyRow = Row[Any]
_o, _e, _own = t.outcomes.c, t.explanations.c, t.outbox.c

_OUTCOME = select(t.outcomes).where(_o.id == bindparam("key"))
_REFUSED_WITH_CODE = (
    select(t.outcomes)
    .where(text("outcomes.status = 'refused'"), _o.told["code_hash"].as_string() == bindparam("code_hash"))
    .order_by(_o.revision.desc())
    .limit(1)
)
_INBOX = (
    select(t.outcomes, _e.at.label("explained_at"), _e.by.label("explained_by"))
    .outerjoin(t.explanations, _e.id == _o.id)
    .where(text("outcomes.attention"))
    .order_by(_o.revision)
)
_UNEXPLAINED = _INBOX.where(_e.id.is_(None))
_UNEXPLAINED_TO = _INBOX.where(
    _e.id.is_(None),
    text("outcomes.status = 'refused'"),
    or_(_o.subject == bindparam("resident"), _o.actor == bindparam("actor")),
)
_CHECK_INS = (
    select(t.outcomes).where(_o.kind == "check_in", text("status = 'accepted'")).order_by(_o.revision)
)
_OWN_CHANGES = (
    select(t.outbox, _e.at.label("explained_at"))
    .outerjoin(t.explanations, _e.id == _own.command_id)
    .where(_own.state != "pending", _own.before["status"].as_string() != _own.state)
    .order_by(_own.n)
)


def outcome(work: Work, command_id: str) -> AnyRow | None:
    return work.one(_OUTCOME, key=command_id)


def refused_with_code(work: Work, code_hash: str) -> AnyRow | None:
    """The refused request whose slip has this code."""
    return work.one(_REFUSED_WITH_CODE, code_hash=code_hash)


def inbox(work: Work) -> list[AnyRow]:
    """Oldest first, with when and by whom it was explained."""
    return work.all(_INBOX)


def check_ins(work: Work) -> list[AnyRow]:
    """Every scan that let somebody in, as it was decided; the oldest decision first."""
    return work.all(_CHECK_INS)


def unexplained(work: Work) -> list[AnyRow]:
    """Those that nobody has explained yet, oldest first."""
    return work.all(_UNEXPLAINED)


def own_changes(work: Work) -> list[AnyRow]:
    """This home's commands that were decided otherwise after a restore than before."""
    return work.all(_OWN_CHANGES)


def unexplained_to(work: Work, resident: str) -> list[AnyRow]:
    """Refused wishes of a resident that nobody has explained yet."""
    return work.all(_UNEXPLAINED_TO, resident=resident, actor=f"resident:{resident}")
