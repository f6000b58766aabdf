"""Outbox rows as they travel, and as they keep the hub's word."""

from typing import Any

from kiosk.sync.messages import Decided, SentCommand


def sent(row: Any) -> SentCommand:
    """An outbox row as it travels."""
    return SentCommand(
        row.command_id, row.n, row.seq, row.kind, row.version, row.actor, row.payload, row.made_at, row.rehearsal,
        row.uncertain, row.subject, row.told or {}, row.sealed,
    )  # fmt: skip


def outcome_values(decided: Decided) -> dict[str, Any]:
    """The hub's word as an outbox row keeps it."""
    return {
        "key": decided.id, "v_state": decided.status, "v_reason": decided.reason, "v_detail": decided.detail,
        "v_result": decided.result, "v_revision": decided.revision,
    }  # fmt: skip
