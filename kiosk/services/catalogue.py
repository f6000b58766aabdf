"""The catalogue: pages of titles with their copies, nothing imported twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from db import library as rows
from db import tables as t
from db.work import Work
from kiosk.commands.library import PAGE_CHANGES, CatalogueCopy, CatalogueRow, ImportBooks
from kiosk.domain.catalogue import copy_id, title_id
from kiosk.domain.codes import copy_number, read_copy_number
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState
from kiosk.services.registry import Completed, Drawer, Made, completes, handles


@completes(ImportBooks)
def number_copies(work: Work, wish: ImportBooks, made: Made, drawer: Drawer) -> Completed | Refused:
    """Copies of new titles without a number get the next ones above the highest known."""
    if sum(1 + len(row.copies) for row in wish.rows) > PAGE_CHANGES:
        return Refused.because(Reason.TOO_LONG, field="rows", most=PAGE_CHANGES)
    known = rows.known_titles(work.connection, [title_id(row.key) for row in wish.rows])
    given = [_highest(wish), rows.highest_copy_number(work.connection)]
    numbers = map(copy_number, range(max(given) + 1, 10**7))
    page: list[CatalogueRow] = []
    for row in wish.rows:
        key = title_id(row.key)
        page.append(msgspec.structs.replace(row, copies=tuple(_numbered(row, numbers, key in known))))
        known.add(key)
    return Completed(ImportBooks(rows=tuple(page)))


def _numbered(row: CatalogueRow, numbers: Iterator[str], is_known: bool) -> Iterator[CatalogueCopy]:
    """A copy without a number of a title that is already there may be one that is already there.

    Once the highest number is given, the others stay without one, and are reported.
    """
    for copy in row.copies:
        if copy.number is not None:
            yield msgspec.structs.replace(copy, number=read_copy_number(copy.number) or copy.number)
        elif not is_known:
            yield CatalogueCopy(number=next(numbers, None), location=copy.location, shelf=copy.shelf)


def _highest(wish: ImportBooks) -> int:
    read = (read_copy_number(copy.number or "") for row in wish.rows for copy in row.copies)
    return max((int(number[1:]) for number in read if number), default=0)


@handles(ImportBooks)
def import_books(work: Work, wish: ImportBooks, made: Made) -> Outcome:
    """At the hub alone: it must be there to take a page at all, and its rows come back with its answer. A terminal that
    imagined them first would write and index each title twice.
    """
    if not made.at_hub:
        return Accepted({})
    page = _Page(work, wish)
    titles = [_title(row) for row in page.new]
    copies = list(page.copies())
    work.add_many(t.titles, titles)
    work.add_many(t.copies, copies)
    return Accepted(
        {"added": len(titles), "known": len(wish.rows) - len(titles), "copies": len(copies), "bad": page.bad}
    )


@dataclass
class _Page:
    """A page beside what is already there. `bad`: copies not taken, with the place of their row."""

    work: Work
    wish: ImportBooks

    def __post_init__(self) -> None:
        self.bad: list[dict[str, Any]] = []
        ids = [title_id(row.key) for row in self.wish.rows]
        known = rows.known_titles(self.work.connection, ids)
        first: dict[str, CatalogueRow] = {}
        for key, row in zip(ids, self.wish.rows, strict=True):
            first.setdefault(key, row)
        self.new = [row for key, row in first.items() if key not in known]
        numbers = [copy.number for row in self.wish.rows for copy in row.copies if copy.number]
        self._owner = rows.known_numbers(self.work.connection, numbers)

    def copies(self) -> Iterator[dict[str, Any]]:
        """Those that are new. A number that another book has already is refused: who came first keeps it."""
        for place, row in enumerate(self.wish.rows):
            title = title_id(row.key)
            for copy in row.copies:
                reason = self._problem(copy, title)
                if reason:
                    self.bad.append({"row": place, "copy": copy.number, "reason": reason})
                elif copy.number and copy.number not in self._owner:
                    self._owner[copy.number] = title
                    yield _copy(copy, title)

    def _problem(self, copy: CatalogueCopy, title: str) -> str | None:
        if not copy.number or read_copy_number(copy.number) != copy.number:
            return "bad_copy_number"
        return "duplicate_copy_number" if self._owner.get(copy.number, title) != title else None


def _title(row: CatalogueRow) -> dict[str, Any]:
    return {
        "id": title_id(row.key), "title": row.title, "author": row.author, "publisher": row.publisher,
        "year": row.year, "isbn": row.isbn, "bad_isbn": row.bad_isbn, "price_fen": row.price_fen,
        "pages": row.pages, "class_number": row.class_number, "large_print": row.large_print,
        "audience": row.audience,
    }  # fmt: skip


def _copy(copy: CatalogueCopy, title: str) -> dict[str, Any]:
    return {
        "id": copy_id(copy.number or ""), "number": copy.number, "title": title,
        "location": copy.location, "shelf": copy.shelf, "kind": "book", "state": CopyState.ON_SHELF.value,
    }  # fmt: skip
