"""The librarian's long tables: titles, copies, loans, holds; and the reader who stands at the desk."""

from typing import Any

from db import desk_library as rows
from db import library as library_rows
from db.search import search_titles
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import LIBRARIAN
from kiosk.commands.desk_library import DeskReader
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.library import HoldsOf, LoansOf
from kiosk.domain.codes import read_copy_number
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import HoldState
from kiosk.services.house import loan_policy_of
from kiosk.services.loan_views import holds_of, loans_of, place_in_queue
from kiosk.services.people import find_resident
from kiosk.services.readers import borrower_of, has_expired
from kiosk.services.registry import Asking, answers, pages
from kiosk.services.shelves import Shelves

FOUND = 1000
"""Titles that a search looks at: whoever means more types on."""


@pages("titles", by=LIBRARIAN)
def titles(work: Work, wanted: DeskList, asking: Asking) -> r.DeskPage:
    """As the kiosk finds them, the best hit first unless an order is asked for."""
    ids = _searched(work, wanted.q)
    if ids is not None and not wanted.sort and not wanted.where:
        part = ids[wanted.offset : wanted.offset + wanted.limit]
        return r.DeskPage(total=len(ids), rows=Shelves(work).titles(part))
    total, part = rows.titles_page(
        work, wanted.where, wanted.sort, wanted.down, wanted.offset, wanted.limit, ids
    )
    return r.DeskPage(total=total, rows=Shelves(work).titles(part))


@pages("copies", by=LIBRARIAN)
def copies(work: Work, wanted: DeskList, asking: Asking) -> r.DeskPage:
    """A whole number means that copy alone."""
    total, found = rows.copies_page(
        work,
        wanted.where,
        wanted.q,
        _meant(work, wanted.q),
        wanted.down,
        wanted.offset,
        wanted.limit,
    )
    shelves = Shelves(work)
    lent = library_rows.open_loans_on(work.connection, [row.id for row in found])
    return r.DeskPage(total=total, rows=tuple(_copy_row(shelves, row, lent.get(row.id)) for row in found))


@pages("loans", by=LIBRARIAN)
def loans(work: Work, wanted: DeskList, asking: Asking) -> r.DeskPage:
    """Those that are out, the longest due first."""
    total, found = rows.loans_page(
        work, wanted.where, wanted.q, _meant(work, wanted.q), asking.now.date(), wanted.down,
        wanted.offset, wanted.limit,
    )  # fmt: skip
    return r.DeskPage(total=total, rows=tuple(desk_loan(row, asking) for row in found))


@pages("holds", by=LIBRARIAN)
def holds(work: Work, wanted: DeskList, asking: Asking) -> r.DeskPage:
    """What lies ready by the day until when, else the longest waiting first."""
    total, found = rows.holds_page(
        work,
        wanted.where,
        wanted.q,
        _meant(work, wanted.q),
        wanted.down,
        wanted.offset,
        wanted.limit,
    )
    return r.DeskPage(total=total, rows=tuple(desk_hold(work, row, asking) for row in found))


@answers(DeskReader)
def desk_reader(work: Work, question: DeskReader, asking: Asking) -> r.DeskReader | None:
    resident = find_resident(work, question.reader)
    if isinstance(resident, Refused) or not asking.sees_persons:
        return None
    borrower = borrower_of(work, resident.id)
    cards = sorted(library_rows.cards_of(work.connection, resident.id), key=lambda card: card.blocked)
    today = asking.now.date()
    return r.DeskReader(
        id=resident.id,
        reader=resident.masked_name,
        card=cards[0].number if cards else "",
        card_kind=str(borrower.kind),
        stopped=borrower.revoked,
        most=loan_policy_of(work.book).limit_for(borrower.kind),
        late=sum(due < today for due in borrower.dues),
        children_late=borrower.children_overdue(today),
        loans=tuple(loans_of(work, LoansOf(resident=resident.id), asking)),
        holds=tuple(holds_of(work, HoldsOf(resident=resident.id), asking)),
    )


def desk_loan(row: AnyRow, asking: Asking) -> r.DeskLoan:
    """Of a row of db/desk_library."""
    return r.DeskLoan(
        id=row.id, copy=row.number or "", title=row.title_name or "", resident=row.resident, reader=row.masked_name or "",
        lent_at=row.lent_at, due=row.due, days_late=max(0, (asking.now.date() - row.due).days),
        renewals=row.renewals, pending=asking.is_pending("loans", row.id),
    )  # fmt: skip


def desk_hold(work: Work, row: AnyRow, asking: Asking) -> r.DeskHold:
    """Of a row of db/desk_library."""
    over = row.state == HoldState.READY and has_expired(row, asking.now.date())
    return r.DeskHold(
        id=row.id, title=row.title_name or "", title_id=row.title, copy=row.number,
        status=HoldState.EXPIRED if over else row.state, position=place_in_queue(work, row), resident=row.resident,
        reader=row.masked_name or "", made_at=row.made_at, ready_until=row.ready_until,
        pending=asking.is_pending("holds", row.id),
    )  # fmt: skip


def _copy_row(shelves: Shelves, row: Any, loan: Any) -> r.DeskCopyRow:
    shown = shelves.copy(row, loan)
    return r.DeskCopyRow(
        id=row.id, number=row.number, title=row.title_name or "", title_id=row.title, state=row.state,
        kind=shown.kind, location=shown.location, location_en=shown.location_en, shelf=row.shelf, due=shown.due,
    )  # fmt: skip


def _meant(work: Work, q: str) -> list[str]:
    """Titles beside numbers and names that begin so; a copy's own number means no other of its title."""
    return [] if read_copy_number(q) else _searched(work, q) or []


def _searched(work: Work, q: str) -> list[str] | None:
    """Titles for what was typed; None: nothing was."""
    return list(search_titles(work.connection, q, cap=FOUND).ids) if q.strip() else None
