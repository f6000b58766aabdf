"""Thirty days without the hub, then back: everything is decided once and in order, and nobody else has to wait for it.

`make faults` makes it 5,000 commands (YIZHAN_SCHEDULES), `make test` a few hundred.
"""

import os
from datetime import datetime, timedelta
from typing import Any

from db import tables as t
from kiosk.commands.base import from_fields
from kiosk.commands.tickets import CallHelp
from kiosk.sync.hub import StoreHub
from tests.stores import Clock, Shared

COUNT = 5000 if int(os.environ.get("YIZHAN_SCHEDULES", "40")) >= 1000 else 150
FIRST_DAY = datetime(2026, 11, 23, 9)
DAYS = 30
CARD = "3709152841"


def month_of_wishes(count: int) -> list[tuple[datetime, str, dict[str, Any], str | None]]:
    """A number, a room, a book, a call for help, and so on; spread over the open hours of the month."""
    per_day = -(-count // DAYS)
    found = []
    for n in range(count):
        day, k = divmod(n, per_day)
        at = FIRST_DAY + timedelta(days=day, seconds=k * (8 * 3600 // per_day))
        found.append((at, *a_wish(n, at)))
    return found


def a_wish(n: int, at: datetime) -> tuple[str, dict[str, Any], str | None]:
    if n % 4 == 0:
        return "open_ticket", {"item": "gaoling"}, None
    if n % 4 == 1:
        fields = {
            "room": "huiyishi", "date": (at + timedelta(days=10)).date().isoformat(), "start": "08:30", "end": "10:00",
            "people": 5, "contact_name": "李丽", "contact_phone": "13800000000",
            "party": {"kind": "group", "name": f"太极{n}队"},
        }  # fmt: skip
        return "request_booking", fields, None
    if n % 4 == 2:
        kind = "return_copy" if n % 8 == 6 else "check_out_copy"
        return kind, {"copy": "S0000001"}, CARD if kind == "check_out_copy" else None
    return "call_help", {"page": str(n)}, None


class BusyHub(StoreHub):
    """Between any two messages of the terminal that is back, somebody else asks for something, too."""

    def __init__(self, shared: Shared, clock: Clock) -> None:
        super().__init__(shared.url, clock)
        self._shared = shared
        self.answered: list[str] = []

    def exchange(self, request: Any) -> Any:
        reply = super().exchange(request)
        if request.commands:
            self.answered.append(self._shared["b"].do(CallHelp(page="b")).status)
        return reply


def test_what_was_done_in_a_month_is_decided_in_order_while_others_are_served(shared: Shared) -> None:
    clock = Clock(FIRST_DAY)
    hub = BusyHub(shared, clock)
    away = shared.open("a", hub=hub, clock=clock)
    shared.open("b", clock=clock)
    away.exchange()
    shared.hide()
    kept: list[str] = []
    for clock.now, kind, fields, who in month_of_wishes(COUNT):
        answer = away.do(from_fields(kind, fields), away.find_actor(who) if who else None)
        assert answer.status == "pending" or answer.reason in {"slot_taken", "books_out"}, answer
        kept += [answer.id] if answer.status == "pending" else []
    shared.show()
    clock.now += timedelta(hours=1)
    decided = away.exchange()
    assert len(kept) > COUNT / 2 and list(decided) == kept
    assert {one.reason for one in decided.values()} == {None, "too_late"}  # the room's day may have gone by
    assert set(hub.answered) == {"accepted"} and len(hub.answered) >= len(kept) / 200
    own = [row for row in shared.stored(t.outcomes) if row.id in decided]
    in_order = sorted(own, key=lambda row: row.revision)
    assert [row.id for row in in_order] == kept
    assert [row.made_at for row in in_order] == sorted(row.made_at for row in own)
    assert shared.wrongs() == []
