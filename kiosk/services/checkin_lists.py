"""What `show` tells of people coming in: every scan that let somebody in, and codes that were used at two doors."""

from typing import Any

from db import inbox
from db.work import Work
from kiosk.services.registry import Asking, lists

Listed = list[dict[str, Any]]


@lists("check_ins")
def list_check_ins(work: Work, where: dict[str, str], asking: Asking) -> Listed:
    """As the hub has decided them, the earliest decision first; a second one of a booking has the arrival `again`."""
    return [
        {
            "id": row.id, "booking": result["booking"], "room_id": result["room"], "at": result["at"], "on": result["on"],
            "arrival": result["arrival"], "actor": row.actor, "decided_at": row.decided_at,
        }
        for row in inbox.check_ins(work)
        if (result := row.result or {}).get("arrival")
    ]  # fmt: skip


@lists("duplicates")
def list_duplicates(work: Work, where: dict[str, str], asking: Asking) -> Listed:
    """One code at two doors that did not know of each other: both scans, the earlier one first."""
    return [
        {
            "id": row.id, "booking": row.result["booking"], "number": row.result["number"], "room_id": row.result["room"],
            "first_at": first["at"], "first_on": first["on"], "second_at": second["at"], "second_on": second["on"],
            "explained_at": row.explained_at,
        }
        for row in inbox.inbox(work)
        if (row.result or {}).get("scans")
        for first, second in [row.result["scans"]]
    ]  # fmt: skip
