"""`show titles copies loans holds classes locations`."""

from typing import Any

from db import library as rows
from db import tables as t
from db.classes import count_classes
from db.search import search_titles
from db.work import Work
from kiosk.commands.base import to_json
from kiosk.domain.classification import MAIN_CLASSES
from kiosk.domain.lending import hold_over
from kiosk.domain.states import HoldState
from kiosk.services.loan_views import place_in_queue
from kiosk.services.readers import has_expired
from kiosk.services.registry import Asking, lists
from kiosk.services.shelves import Shelves

ALL = 1_000_000
PAGE = 500  # ids in one query


@lists("titles")
def titles(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """`q` searches as the screen does, the best hit first."""
    ids = search_titles(work.connection, where.get("q", ""), cap=ALL).ids
    shelves = Shelves(work)
    pages = (ids[start : start + PAGE] for start in range(0, len(ids), PAGE))
    return [_plain(title) for page in pages for title in shelves.titles(page)]


def _plain(title: Any) -> dict[str, Any]:
    shown: dict[str, Any] = to_json(title)
    del shown["copies"]
    shown["class"] = title.class_number[:1].upper()
    return shown


@lists("copies")
def copies(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id, "number": row.number, "title": row.title_name, "title_id": row.title,
            "state": row.state, "kind": row.kind,
            "location": row.location, "shelf": row.shelf, "due": row.due,
            "pending": asking.is_pending("copies", row.id),
        }
        for row in rows.all_copies(work.connection)
    ]  # fmt: skip


@lists("loans")
def loans(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """Who has a book is for staff, and for the reader."""
    return [_loan(row, asking) for row in rows.named_loans(work.connection)]


def _loan(row: Any, asking: Asking) -> dict[str, Any]:
    sees = _sees(asking, row)
    return {
        "id": row.id, "copy": row.number, "title": row.title_name, "title_id": row.title, "status": row.state,
        "resident": row.resident if sees else None, "borrower": (sees and row.name) or row.masked_name,
        "guardian": row.guardian if sees else None,
        "lent_at": row.lent_at, "due": row.due, "renewals": row.renewals, "returned_at": row.returned_at,
        "overdue": row.state == "open" and row.due < asking.now.date(), "pending": asking.is_pending("loans",
        row.id),
    }  # fmt: skip


def _sees(asking: Asking, row: Any) -> bool:
    """Staff, the reader, and a child's guardian."""
    own = asking.actor.resident
    return asking.sees_persons or (own is not None and own in (row.resident, row.guardian))


@lists("holds")
def holds(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """For whom what lies on the hold shelf, and who waits at which place."""
    return [_hold(work, row, asking) for row in rows.all_holds(work.connection)]


def _hold(work: Work, row: Any, asking: Asking) -> dict[str, Any]:
    sees, state = _sees(asking, row), _hold_state(row, asking)
    ended_at = hold_over(row.ready_until) if state == HoldState.EXPIRED else row.ended_at
    return {
        "id": row.id, "title": row.title_name, "title_id": row.title, "copy": row.number,
        "status": state, "position": place_in_queue(work, row) or None,
        "resident": row.resident if sees else None, "reader": (sees and row.name) or row.masked_name,
        "made_at": row.made_at, "ready_until": row.ready_until, "ended_at": ended_at,
        "pending": asking.is_pending("holds", row.id),
    }  # fmt: skip


def _hold_state(row: Any, asking: Asking) -> str:
    has_ended = row.state == HoldState.READY and has_expired(row, asking.now.date())
    return HoldState.EXPIRED if has_ended else row.state


@lists("classes")
def classes(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """All main classes of the Chinese Library Classification, with how many titles of each are here."""
    counts = count_classes(work.connection)
    return [
        {"id": one.letter, "code": one.letter, "name": one.name, "name_en": one.name_en, "titles": counts.get(one.letter, 0)}
        for one in MAIN_CLASSES
    ]  # fmt: skip


@lists("locations")
def locations(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {"id": row.id, "code": row.code, "name": row.name, "name_en": row.name_en}
        for row in work.book.all(t.locations)
    ]
