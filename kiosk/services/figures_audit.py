"""Who did what when, from the outcomes that the hub has given; only a manager is told."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from db import figures as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import KINDS, MANAGER
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.figures import AuditChoices, AuditPart
from kiosk.services.registry import Asking, answers, pages

_DAYS = ("first", "last")


@pages("audit", by=MANAGER)
def audit_page(work: Work, asked: DeskList, asking: Asking) -> r.DeskPage:
    where, q = _checked(asked.where), _number(asked.q)
    oldest_first = bool(asked.sort) and not asked.down
    found = rows.audited(work, q, where, asked.offset, asked.limit, oldest_first=oldest_first)
    return r.DeskPage(total=rows.audited_count(work, q, where), rows=tuple(_rows(work, found)))


@answers(AuditPart)
def audit_part(work: Work, question: AuditPart, asking: Asking) -> list[r.AuditRow]:
    if asking.actor.role not in MANAGER:
        return []
    where = _checked(question.where)
    found = rows.audited(work, _number(question.q), where, question.offset, question.most)
    return list(_rows(work, found))


@answers(AuditChoices)
def audit_choices(work: Work, question: AuditChoices, asking: Asking) -> r.AuditChoices:
    if asking.actor.role not in MANAGER:
        return r.AuditChoices(operators=(), kinds=())
    return r.AuditChoices(
        operators=tuple(
            r.Named(code=f"operator:{row.id}", name=row.name, name_en=row.name)
            for row in work.book.all(t.operators)
        ),
        kinds=tuple(sorted(KINDS)),
    )


def _checked(where: dict[str, str]) -> dict[str, str]:
    """A day that is none limits nothing."""
    return {name: value for name, value in where.items() if name not in _DAYS or _is_day(value)}


def _number(q: str) -> str:
    """What may be looked for: a queue or booking number, which begins with a letter; nobody's card."""
    q = q.strip().upper()
    return q if q[:1].isalpha() or not q else "-"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text) is not None
    except ValueError:
        return False


def _rows(work: Work, found: Iterable[AnyRow]) -> Iterable[r.AuditRow]:
    names = {row.id: row.name for row in work.book.all(t.operators)}
    places = {row.id: row.name for row in work.book.all(t.rooms)}
    for row in found:
        role, _, key = (row.actor or "").partition(":")
        who = names.get(key, "") if role == "operator" else key if role == "terminal" else ""
        yield r.AuditRow(
            id=row.id, made_at=row.made_at, decided_at=row.decided_at, role=role, who=who, kind=row.kind,
            about=_about((row.result or {}) | (row.told or {}), places), status=row.status, reason=row.reason,
            flags=tuple(row.flags or ()),
        )  # fmt: skip


def _about(said: dict[str, Any], places: dict[str, str]) -> str:
    """A queue or booking number, else a room with its day: nothing that somebody typed, and no card's number."""
    number = str(said.get("number") or "")
    if number[:1].isalpha():
        return number
    return " ".join(str(part) for part in (places.get(str(said.get("room"))), said.get("date")) if part)
