"""What `show` tells of the sync: outbox, inbox, outcomes, terminals."""

from typing import Any

from db import home as rows
from db import inbox as inbox_rows
from db.work import Work
from kiosk.commands.base import to_json
from kiosk.commands.station import SyncState
from kiosk.domain.reasons import Reason
from kiosk.services.registry import ANSWERERS, Asking, lists


@lists("sync")
def sync(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """How this terminal stands with its hub. Who only shows has not asked it, and does not know whether it is there."""
    state = to_json(ANSWERERS[SyncState](work, SyncState(), asking))
    is_known = asking.stage is not None or asking.trouble is not None
    return [state | {"online": state["online"] if is_known else None}]


@lists("outbox")
def outbox(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """This home's own commands and what became of them."""
    return [
        _command(row) | {"seq": row.seq, "revision": row.revision}
        for row in rows.outbox_rows(work.connection)
    ]


@lists("inbox")
def inbox(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """What the hub said when nobody stood there: refused wishes, facts with a flag, and what it says otherwise since
    it was put back; `told` is what had been said before.
    """
    changes = {row.command_id: row for row in inbox_rows.own_changes(work)}
    heard = [_heard(row, changes.pop(row.id, None)) for row in inbox_rows.inbox(work)]
    return heard + [_changed(row) for row in changes.values()]


def _heard(row: Any, change: Any) -> dict[str, Any]:
    flags = list(row.flags or [])
    if change is not None and Reason.STORE_RESTORED not in flags:
        flags.append(Reason.STORE_RESTORED.value)
    return {
        "id": row.id, "kind": row.kind, "status": row.status, "reason": row.reason, "detail": row.detail or {},
        "flags": flags, "told": _without_hash(row.told), "result": row.result or {}, "actor": row.actor,
        "resident": row.subject, "made_at": row.made_at, "decided_at": row.decided_at, "explained_at": row.explained_at,
    }  # fmt: skip


def _changed(row: Any) -> dict[str, Any]:
    """`detail` says what the answer had been, and why it is another now."""
    return {
        "id": row.command_id, "kind": row.kind, "status": row.state, "reason": Reason.STORE_RESTORED.value,
        "detail": {"before": row.before["status"], "reason": row.reason}, "flags": [], "told": _without_hash(row.told),
        "result": row.result or {}, "actor": row.actor, "resident": row.subject, "made_at": row.made_at,
        "decided_at": None, "explained_at": row.explained_at,
    }  # fmt: skip


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
        {"id": row.id, "name": row.name, "role": row.role, "place": row.place, "revoked": row.revoked}
        for row in work.all(rows.TERMINALS)
    ]


def _without_hash(told: dict[str, Any] | None) -> dict[str, Any]:
    """A code's hash is for finding, not for showing."""
    return {name: value for name, value in (told or {}).items() if name != "code_hash"}


def _command(row: Any) -> dict[str, Any]:
    return {
        "id": row.command_id, "kind": row.kind, "status": row.state, "reason": row.reason, "detail": row.detail or {},
        "result": row.result or {}, "actor": row.actor, "made_at": row.made_at,
    }  # fmt: skip
