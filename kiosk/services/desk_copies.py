"""One copy in the librarian's hand, what has become of it, and the shelves where copies stand."""

from typing import Any

from db import desk_library as rows
from db import library as library_rows
from db import tables as t
from db.work import Work
from kiosk.commands import records as r
from kiosk.commands.desk_library import CopyHistory, DeskCopy, ShelvesHere, StockOf, Stocktakes
from kiosk.domain.states import CopyState, HoldState, LoanState
from kiosk.services.copies import copies_meant
from kiosk.services.desk_library import desk_hold, desk_loan
from kiosk.services.registry import Asking, answers
from kiosk.services.shelves import Shelves


@answers(DeskCopy)
def desk_copy(work: Work, question: DeskCopy, asking: Asking) -> r.DeskCopy | None:
    """By an ISBN that several copies have: the first, with all of them to choose from."""
    found = copies_meant(work, question.copy)
    if not found or not asking.sees_persons:
        return None
    copy, shelves = found[0], Shelves(work)
    title = work.row(t.titles, copy.title)
    loan = rows.open_loan(work, copy.id)
    hold = rows.ready_hold(work, copy.title, copy.id) if copy.state == CopyState.ON_HOLD else None
    live = library_rows.live_holds(work.connection, copy.title)
    return r.DeskCopy(
        copy=shelves.copy(copy, loan), location_code=copy.location or "", title=title.title if title else "",
        title_id=copy.title, author=title.author if title else "", isbn=title.isbn if title else None,
        loan=desk_loan(loan, asking) if loan is not None else None,
        hold=desk_hold(work, hold, asking) if hold is not None else None,
        waiting=sum(one.state == HoldState.WAITING for one in live),
        choices=tuple(shelves.copy(one, library_rows.open_loan(work.connection, one.id)) for one in found)
        if len(found) > 1
        else (),
    )  # fmt: skip


@answers(CopyHistory)
def copy_history(work: Work, question: CopyHistory, asking: Asking) -> list[r.CopyEvent]:
    copy = work.row(t.copies, question.copy)
    if copy is None or not asking.sees_persons:
        return []
    events = [event for loan in rows.loans_of_copy(work, copy.id) for event in _events_of(loan)]
    events += [
        r.CopyEvent(at=row.made_at, what=row.kind, who=row.name or "")
        for row in rows.care_of_copy(work, copy.id)
    ]
    return sorted(events, key=lambda event: event.at, reverse=True)


def _events_of(loan: Any) -> list[r.CopyEvent]:
    who = loan.masked_name or ""
    events = [r.CopyEvent(at=loan.lent_at, what="lent", who=who)]
    if loan.returned_at is not None and loan.state == LoanState.RETURNED:
        events.append(r.CopyEvent(at=loan.returned_at, what="returned", who=who))
    return events


@answers(ShelvesHere)
def shelves_here(work: Work, question: ShelvesHere, asking: Asking) -> list[r.ShelfHere]:
    return [
        r.ShelfHere(
            location=row.location or "", name=name, name_en=name_en, shelf=row.shelf or "", copies=row.copies
        )
        for row in rows.places(work)
        for name, name_en in [_names(work, row.location or "")]
    ]


@answers(StockOf)
def stock_of(work: Work, question: StockOf, asking: Asking) -> list[r.StockCopy]:
    return [
        r.StockCopy(
            id=row.id, number=row.number, title=row.title_name or "", state=row.state, shelf=row.shelf or ""
        )
        for row in rows.stock_of(work, question.location, question.shelf)
    ]


@answers(Stocktakes)
def stocktakes(work: Work, question: Stocktakes, asking: Asking) -> list[r.StocktakeDone]:
    return [_done(work, row) for row in rows.stocktakes(work)]


def _done(work: Work, row: Any) -> r.StocktakeDone:
    name, name_en = _names(work, row.result.get("location", ""))
    counts = {key: int(row.result.get(key, 0)) for key in ("expected", "seen", "missing", "misplaced")}
    return r.StocktakeDone(
        id=row.id, location=name, location_en=name_en, shelf=row.result.get("shelf", ""), finished_at=row.made_at,
        by=row.name or "", **counts,
    )  # fmt: skip


def _names(work: Work, code: str) -> tuple[str, str]:
    """Of a location; one that the station does not know as the catalogue spelt it."""
    known = work.book.find(t.locations, code) if code else None
    return (known.name, known.name_en) if known is not None else (code, code)
