"""What the hub said when nobody stood there to hear it: refused wishes, flagged facts, and who has been told since."""

from typing import Any

from sqlalchemy import Row, bindparam, or_, select, text

from db import tables as t
from db.work import Work

AnyRow = Row[Any]
_o, _e = t.outcomes.c, t.explanations.c

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
_UNEXPLAINED_TO = _INBOX.where(
    _e.id.is_(None),
    text("outcomes.status = 'refused'"),
    or_(_o.subject == bindparam("resident"), _o.actor == bindparam("actor")),
)


def refused_with_code(work: Work, code_hash: str) -> AnyRow | None:
    """The refused request whose slip has this code."""
    return work.one(_REFUSED_WITH_CODE, code_hash=code_hash)


def inbox(work: Work) -> list[AnyRow]:
    """Oldest first, with when and by whom it was explained."""
    return work.all(_INBOX)


def unexplained_to(work: Work, resident: str) -> list[AnyRow]:
    """Refused wishes of a resident that nobody has explained yet."""
    return work.all(_UNEXPLAINED_TO, resident=resident, actor=f"resident:{resident}")
