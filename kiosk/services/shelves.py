"""Titles and copies as records: what is on the shelf, where, and when the next one comes back."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from db import library as rows
from db import tables as t
from db.work import Work
from kiosk.commands import records
from kiosk.domain.loan_policy import BOOK
from kiosk.domain.states import CopyState
from kiosk.services.house import loan_policy_of

HERE = CopyState.ON_SHELF.value
GONE = frozenset({CopyState.LOST.value, CopyState.WITHDRAWN.value})


class Shelves:
    """Reads many titles at once: one query each for titles, copies and holds."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def titles(self, ids: Iterable[str], with_copies: bool = False) -> tuple[records.Title, ...]:
        """In the order asked for."""
        wanted = list(ids)
        if not wanted:
            return ()
        connection = self._work.connection
        found = rows.titles_shown(connection, wanted)
        holds = rows.holds_shown(connection, wanted)
        copies: dict[str, list[Any]] = defaultdict(list)
        for copy in rows.copies_shown(connection, wanted):
            copies[copy.title].append(copy)
        return tuple(
            self._title(found[key], copies[key], holds.get(key, 0), with_copies)
            for key in wanted
            if key in found
        )

    def _title(self, row: Any, copies: list[Any], holds: int, with_copies: bool) -> records.Title:
        kept = [copy for copy in copies if copy.state not in GONE]
        here = [copy for copy in kept if copy.state == HERE and self._lendable(copy)]
        dues = [copy.due for copy in kept if copy.due is not None]
        shown = next(iter(here or kept), None)
        place = self._place(shown.location if shown is not None else None)
        return records.Title(
            id=row.id, title=row.title, author=row.author, publisher=row.publisher, year=row.year,
            isbn=row.isbn, pages=row.pages, location=place[0], location_en=place[1],
            shelf=shown.shelf if shown is not None else "",
            shelf_en=shown.shelf_en if shown is not None else "", available=len(here), total=len(kept),
            due=min(dues) if dues and not here else None, holds=holds,
            copies=tuple(self._copy(copy, copy.due) for copy in copies) if with_copies else (),
            class_number=row.class_number, large_print=row.large_print, audience=row.audience,
            lendable=not kept or any(self._lendable(copy) for copy in kept),
        )  # fmt: skip

    def copy(self, row: Any, loan: Any = None) -> records.Copy:
        return self._copy(row, loan.due if loan is not None else None)

    def _copy(self, row: Any, due: Any) -> records.Copy:
        location, location_en = self._place(row.location)
        return records.Copy(
            id=row.id, number=row.number, state=row.state, location=location, location_en=location_en,
            shelf=row.shelf,
            shelf_en=row.shelf_en, due=due, kind=row.kind or BOOK,
        )  # fmt: skip

    def _lendable(self, copy: Any) -> bool:
        return loan_policy_of(self._work.book).terms(kind=copy.kind or BOOK).lendable

    def _place(self, code: str | None) -> tuple[str, str]:
        """The location's names; one that the station does not know is shown as the catalogue spelt it."""
        known = self._work.book.find(t.locations, code) if code else None
        return (known.name, known.name_en) if known is not None else (code or "", code or "")
