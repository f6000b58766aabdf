"""Which copy, title or reader a command means: on the terminal, references become ids here."""

from datetime import date
from typing import Any

from db import library as rows
from db import tables as t
from db.work import Work
from kiosk.commands.library import CheckOutCopy, PlaceHold, RenewLoan, ReturnCopy
from kiosk.domain.codes import read_copy_number
from kiosk.domain.isbn import isbn13
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState
from kiosk.services.people import resident_named
from kiosk.services.readers import acts_for, held_for
from kiosk.services.registry import Actor, Completed, Drawer, Made, completes

_IN_THE_ROOM = frozenset({CopyState.ON_SHELF, CopyState.ON_HOLD})
UNKNOWN_COPY = Refused.because(Reason.UNKNOWN_COPY)


@completes(CheckOutCopy)
def know_copy_to_lend(work: Work, wish: CheckOutCopy, made: Made, drawer: Drawer) -> Completed | Refused:
    reader = _reader(work, wish.resident, made.actor)
    if isinstance(reader, Refused):
        return reader
    copy = copy_to_lend(work, wish.copy, reader, made.made_at.date())
    return copy if isinstance(copy, Refused) else Completed(CheckOutCopy(copy=copy.id, resident=reader))


@completes(ReturnCopy)
def know_copy_to_return(work: Work, wish: ReturnCopy, made: Made, drawer: Drawer) -> Completed | Refused:
    copy = copy_out(work, wish.copy, made.actor)
    return copy if isinstance(copy, Refused) else Completed(ReturnCopy(copy=copy.id))


@completes(RenewLoan)
def know_copy_to_renew(work: Work, wish: RenewLoan, made: Made, drawer: Drawer) -> Completed | Refused:
    copy = copy_out(work, wish.copy, made.actor)
    return copy if isinstance(copy, Refused) else Completed(RenewLoan(copy=copy.id))


@completes(PlaceHold)
def know_title(work: Work, wish: PlaceHold, made: Made, drawer: Drawer) -> Completed | Refused:
    reader = _reader(work, wish.resident, made.actor)
    if isinstance(reader, Refused):
        return reader
    title = title_meant(work, wish.title)
    return title if isinstance(title, Refused) else Completed(PlaceHold(title=title.id, resident=reader))


def title_meant(work: Work, reference: str) -> Any:
    """The row of a title by id or ISBN, or Refused."""
    isbn = isbn13(reference)
    found = rows.titles_by_isbn(work.connection, isbn) if isbn else []
    if len(found) > 1:
        return Refused.because(Reason.AMBIGUOUS_REFERENCE, titles=[title.id for title in found])
    title = found[0] if found else work.row(t.titles, reference)
    return title if title is not None else Refused.because(Reason.UNKNOWN_TITLE)


def copies_meant(work: Work, reference: str) -> list[Any]:
    """One copy by its number or id, or all copies with this ISBN."""
    number = read_copy_number(reference)
    copy = rows.copy_numbered(work.connection, number) if number else work.row(t.copies, reference)
    if copy is not None:
        return [copy]
    isbn = isbn13(reference)
    return rows.copies_by_isbn(work.connection, isbn) if isbn else []


def copy_to_lend(work: Work, reference: str, reader: str | None, today: date) -> Any:
    """The copy's row, or Refused. By ISBN the only one on the shelf, or the one kept for this reader."""
    copies = copies_meant(work, reference)
    if len(copies) < 2:
        return copies[0] if copies else UNKNOWN_COPY
    waits = {copy.id: held_for(work, copy, today) for copy in copies}
    kept = [copy for copy in copies if reader is not None and waits[copy.id] == reader]
    here = [copy for copy in copies if copy.state in _IN_THE_ROOM and waits[copy.id] is None]
    if kept or here:
        return _only(kept or here)
    return Refused.because(Reason.COPY_HELD if any(waits.values()) else Reason.COPY_ON_LOAN)


def copy_out(work: Work, reference: str, actor: Actor) -> Any:
    """By ISBN the only one on loan; a resident means their own, or a child's. Or Refused."""
    copies = copies_meant(work, reference)
    if len(copies) < 2:
        return copies[0] if copies else UNKNOWN_COPY
    borrowers = {
        copy.id: loan.resident for copy in copies if (loan := rows.open_loan(work.connection, copy.id))
    }
    lent = [copy for copy in copies if copy.id in borrowers]
    own = [copy for copy in lent if borrowers[copy.id] == actor.resident]
    theirs = [copy for copy in lent if acts_for(actor, work.row(t.residents, borrowers[copy.id]))]
    return _only(own or theirs or lent) if lent else Refused.because(Reason.NOT_ON_LOAN)


def _only(copies: list[Any]) -> Any:
    if len(copies) == 1:
        return copies[0]
    return Refused.because(Reason.AMBIGUOUS_REFERENCE, copies=[copy.number for copy in copies])


def _reader(work: Work, reference: str | None, actor: Actor) -> str | Refused | None:
    """The id behind a card; None: whoever acts."""
    return resident_named(work, reference) if reference else actor.resident
