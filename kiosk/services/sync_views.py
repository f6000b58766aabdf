"""What `show` tells of the sync: outbox, inbox, outcomes, terminals."""

from typing import Any

from db import home as rows
from db.work import Work
from kiosk.services.registry import Asking, lists


@lists("outbox")
def outbox(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """This home's own commands and what became of them."""
    return [
        _command(row) | {"seq": row.seq, "revision": row.revision}
        for row in rows.outbox_rows(work.connection)
    ]


@lists("inbox")
def inbox(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """Wishes that this terminal had stored and the hub then refused."""
    return [_command(row) for row in work.all(rows.REFUSED)]


@lists("outcomes")
def outcomes(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id, "kind": row.kind, "status": row.status, "reason": row.reason, "flags": row.flags, "result": row.result,
            "actor": row.actor, "made_at": row.made_at, "decided_at": row.decided_at, "revision": row.revision,
        }
        for row in work.all(rows.OUTCOMES)
    ]  # fmt: skip


@lists("terminals")
def terminals(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {"id": row.id, "name": row.name, "role": row.role, "place": row.place}
        for row in work.all(rows.TERMINALS)
    ]


def _command(row: Any) -> dict[str, Any]:
    return {
        "id": row.command_id, "kind": row.kind, "status": row.state, "reason": row.reason, "detail": row.detail or {},
        "result": row.result or {}, "actor": row.actor, "made_at": row.made_at,
    }  # fmt: skip
