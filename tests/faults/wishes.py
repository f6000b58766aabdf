"""What people wish at the terminals of the town: kind, fields, who; None where there is nothing to wish for."""

from collections.abc import Callable
from typing import Any

from db import tables as t

CARD, OTHER_CARD = "3709152841", "5281639400"
Rows = Callable[[Any], list[Any]]
Wish = tuple[str, dict[str, Any], str | None] | None


def _number(luck: int, rows: Rows) -> Wish:
    return "open_ticket", {"item": "gaoling"}, None


def _help(luck: int, rows: Rows) -> Wish:
    return "call_help", {"page": str(luck)}, None


def _come(luck: int, rows: Rows) -> Wish:
    """Also where somebody else goes already."""
    calls, kind = rows(t.help_calls), ("answer_help", "close_help")[luck % 2]
    return (
        (kind, {"call": calls[luck % len(calls)].id}, ("clerk", "volunteer")[luck // 2 % 2])
        if calls
        else None
    )


def _room(luck: int, rows: Rows) -> Wish:
    starts = ("08:30", "10:00", "14:00")
    ends = ("10:00", "11:30", "15:30")
    fields = {
        "room": "huiyishi", "date": f"2026-12-{1 + luck % 6:02}", "start": starts[luck % 3], "end": ends[luck % 3],
        "people": 5, "contact_name": "李丽", "contact_phone": "13800000000", "party": {"kind": "group", "name": "太极队"},
    }  # fmt: skip
    return "request_booking", fields, None


def _call_off(luck: int, rows: Rows) -> Wish:
    """Also what the hub will not have heard of, or refuses."""
    bookings = rows(t.bookings)
    return ("cancel_booking", {"booking": bookings[luck % len(bookings)].id}, "clerk") if bookings else None


def _book(luck: int, rows: Rows) -> Wish:
    return "check_out_copy", {"copy": f"S000000{1 + luck % 4}"}, CARD


def _back(luck: int, rows: Rows) -> Wish:
    return "return_copy", {"copy": f"S000000{1 + luck % 4}"}, None


def _hold(luck: int, rows: Rows) -> Wish:
    copies = {row.number: row.title for row in rows(t.copies)}
    return "place_hold", {"title": copies[f"S000000{1 + luck % 4}"]}, (CARD, OTHER_CARD)[luck % 2]


def _care(luck: int, rows: Rows) -> Wish:
    """Also what cannot be: the rule says so at once, or the hub notes it."""
    kinds = ("report_lost", "found_copy", "mark_damaged", "repair_copy", "renew_loans", "cancel_hold")
    kind, holds = kinds[luck % len(kinds)], rows(t.holds)
    if kind == "cancel_hold":
        return (kind, {"hold": holds[luck % len(holds)].id}, "librarian") if holds else None
    if kind == "renew_loans":
        return kind, {"resident": CARD}, "librarian"
    return kind, {"copy": f"S000000{1 + luck % 4}"}, "librarian"


def _register(luck: int, rows: Rows) -> Wish:
    fields = {"name": "买买提·吐尔逊", "phone": "13812345678", "birth_month": "1950-03", "consent": "zh-1"}
    return "register_resident", fields, "clerk"


def _erase(luck: int, rows: Rows) -> Wish:
    """Whoever was registered last."""
    last = max(rows(t.residents), key=lambda row: str(row.consented_at), default=None)
    return (
        ("erase_resident", {"resident": last.id}, "manager") if last is not None and not last.erased else None
    )


def _holiday(luck: int, rows: Rows) -> Wish:
    return "override_day", {"date": f"2027-01-{1 + luck % 28:02}", "working": bool(luck % 2)}, "manager"


WISHES: dict[str, Callable[[int, Rows], Wish]] = {
    "number": _number, "help": _help, "come": _come, "room": _room, "call_off": _call_off, "book": _book, "back": _back,
    "hold": _hold, "care": _care, "register": _register, "erase": _erase, "holiday": _holiday,
}  # fmt: skip
