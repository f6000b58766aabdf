"""The catalogue by hand: what a librarian enters, corrects, moves and counts."""

import re
from typing import Any

import msgspec

from db import library as rows
from db import tables as t
from db.work import Work
from kiosk.commands.catalogue import AddBook, AddCopies, EditTitle, FinishStocktake, MoveCopy
from kiosk.domain.catalogue import book_key, copy_id, title_id
from kiosk.domain.codes import COPY_DIGITS, copy_number
from kiosk.domain.isbn import isbn13
from kiosk.domain.loan_policy import BOOK
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.search_keys import normal
from kiosk.domain.states import CopyState
from kiosk.services.copies import UNKNOWN_COPY, copies_meant, title_meant
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

YEARS = range(1000, 2101)


@completes(AddCopies)
@completes(EditTitle)
def know_title(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    title = title_meant(work, wish.title)
    return title if isinstance(title, Refused) else Completed(msgspec.structs.replace(wish, title=title.id))


@completes(MoveCopy)
def know_copy(work: Work, wish: MoveCopy, made: Made, drawer: Drawer) -> Completed | Refused:
    copies = copies_meant(work, wish.copy)
    if len(copies) > 1:
        return Refused.because(Reason.AMBIGUOUS_REFERENCE, copies=[copy.number for copy in copies])
    return Completed(msgspec.structs.replace(wish, copy=copies[0].id)) if copies else UNKNOWN_COPY


@handles(AddBook)
def add_book(work: Work, wish: AddBook, made: Made) -> Outcome:
    """At the hub alone, which gives the numbers: they are said only when it has answered."""
    wish = _read(wish)
    refusal = _bad_isbn(wish.isbn) or _bad_year(wish.year) or _bad_place(work, wish.location)
    if refusal is not None:
        return refusal
    isbn = isbn13(wish.isbn) if wish.isbn else None
    known = _known(work, wish, isbn)
    if isinstance(known, Refused):
        return known
    if known is None and not wish.title:
        return _bad("title", "书名", "Title")
    if not made.at_hub:
        return Accepted({})
    title = known or _add_title(work, wish, isbn)
    return _with_copies(work, title, wish, known=known is not None)


@handles(AddCopies)
def add_copies(work: Work, wish: AddCopies, made: Made) -> Outcome:
    if work.row(t.titles, wish.title) is None:
        return Refused.because(Reason.UNKNOWN_TITLE)
    if refusal := _bad_place(work, wish.location):
        return refusal
    return _with_copies(work, wish.title, wish, known=True) if made.at_hub else Accepted({})


def _read(wish: AddBook) -> AddBook:
    """Digits that could be an ISBN are meant as one, right or wrong."""
    if not wish.book:
        return wish
    digits = re.sub(r"[\s\-‐–xX]", "", wish.book)
    name = "isbn" if isbn13(wish.book) or (digits.isdigit() and len(digits) >= 9) else "title"
    return msgspec.structs.replace(wish, **{name: wish.book}, book="")


def _known(work: Work, wish: AddBook, isbn: str | None) -> str | Refused | None:
    """The title that is meant, by its ISBN and, where several books bear it, by its name; or the same description."""
    named = normal(wish.title)
    found = rows.titles_by_isbn(work.connection, isbn) if isbn else []
    alike = [row for row in found if not named or named in normal(row.title) or normal(row.title) in named]
    if len(alike) == 1:
        return str(alike[0].id)
    if len(alike) > 1 and not named:
        return Refused.because(Reason.AMBIGUOUS_REFERENCE, titles=[row.id for row in alike])
    key = title_id(book_key(wish.title, wish.author, wish.publisher, wish.year, isbn))
    return key if wish.title and work.row(t.titles, key) is not None else None


def _add_title(work: Work, wish: AddBook, isbn: str | None) -> str:
    key = title_id(book_key(wish.title, wish.author, wish.publisher, wish.year, isbn))
    work.add(
        t.titles, key, title=wish.title, author=wish.author, publisher=wish.publisher, year=wish.year or None,
        isbn=isbn, price_fen=wish.price_fen, pages=wish.pages or None, class_number=wish.class_number.upper(),
        large_print=wish.large_print, audience=wish.audience,
    )  # fmt: skip
    return key


def _with_copies(work: Work, title: str, wish: AddBook | AddCopies, *, known: bool) -> Outcome:
    """Numbers above the highest that was ever given."""
    highest = rows.highest_copy_number(work.connection)
    if highest + wish.copies >= 10**COPY_DIGITS:
        return _bad("copies", "册数", "Copies")
    numbers = [copy_number(highest + n + 1) for n in range(wish.copies)]
    for number in numbers:
        work.add(
            t.copies, copy_id(number), number=number, title=title, location=wish.location or None,
            shelf=wish.shelf, kind=BOOK, state=CopyState.ON_SHELF.value,
        )  # fmt: skip
    return Accepted({"title": title, "copies": numbers, "known": known})


@handles(EditTitle)
def edit_title(work: Work, wish: EditTitle, made: Made) -> Outcome:
    """The title keeps its id: what was lent and is waited for stays with it."""
    if work.row(t.titles, wish.title) is None:
        return Refused.because(Reason.UNKNOWN_TITLE)
    if refusal := _bad_isbn(wish.isbn or "") or _bad_year(wish.year):
        return refusal
    said = {
        name: getattr(wish, name) for name in wish.__struct_fields__ if name not in {"title", "name", "isbn"}
    }
    changes = {name: value for name, value in said.items() if value is not None}
    changes |= {name: changes[name] or None for name in ("year", "pages", "price_fen") if name in changes}
    if wish.name is not None:
        changes["title"] = wish.name
    if wish.isbn is not None:
        changes |= {"isbn": isbn13(wish.isbn), "bad_isbn": None}
    if changes:
        work.change(t.titles, wish.title, **changes)
    return Accepted({"title": wish.title, "changed": sorted(changes)})


@handles(MoveCopy)
def move_copy(work: Work, wish: MoveCopy, made: Made) -> Outcome:
    copy = work.row(t.copies, wish.copy)
    if copy is None:
        return UNKNOWN_COPY
    if refusal := _bad_place(work, wish.location, copy.location):
        return refusal
    work.change(t.copies, copy.id, location=wish.location or None, shelf=wish.shelf, shelf_en="")
    return Accepted({"copy": copy.number, "location": wish.location, "shelf": wish.shelf})


@handles(FinishStocktake)
def finish_stocktake(work: Work, wish: FinishStocktake, made: Made) -> Outcome:
    """Nothing but the count is kept, as the hub's answer."""
    counted = ("location", "shelf", "expected", "seen", "missing", "misplaced", "unknown")
    return Accepted({name: getattr(wish, name) for name in counted})


def _bad_place(work: Work, location: str, now: str | None = None) -> Refused | None:
    """A location of the station, or the one that an old catalogue gave it."""
    if not location or location == now or work.book.find(t.locations, location) is not None:
        return None
    return _bad("location", "馆藏地", "Location")


def _bad_isbn(isbn: str) -> Refused | None:
    return _bad("isbn", "ISBN", "ISBN") if isbn and isbn13(isbn) is None else None


def _bad_year(year: int | None) -> Refused | None:
    return _bad("year", "出版年", "Year") if year and year not in YEARS else None


def _bad(field: str, label: str, label_en: str) -> Refused:
    return Refused.because(Reason.BAD_FORM, field=field, label=label, label_en=label_en)
