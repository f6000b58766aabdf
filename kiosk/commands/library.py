"""The library: lend, return, renew, hold, catalogue."""

from typing import Annotated

import msgspec

from kiosk.commands.base import (
    ANYONE,
    LIBRARIAN,
    OWNER,
    STAFF,
    VOLUNTEER,
    Command,
    LongText,
    Question,
    Reference,
    ShortText,
    command,
)  # fmt: skip

PAGE_ROWS = 1000
PAGE_CHANGES = 2000
BookText = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
MainClass = Annotated[str, msgspec.Meta(pattern="^[A-Z]$")]
BookNumber = Annotated[int, msgspec.Meta(ge=0, le=10**9)]


@command("check_out_copy", by=OWNER | LIBRARIAN, fact=True)
class CheckOutCopy(Command, frozen=True):
    """`resident` defaults to the one who acts."""

    copy: Reference
    resident: Reference | None = None


@command("return_copy", by=ANYONE, fact=True)
class ReturnCopy(Command, frozen=True):
    copy: Reference


@command("undo_return", by=VOLUNTEER)
class UndoReturn(Command, frozen=True):
    """The wrong book was scanned: the same day, and as long as nothing else has happened to it, its loan goes on as it was."""

    loan: Reference


@command("renew_loan", by=OWNER | LIBRARIAN, about=("copy",))
class RenewLoan(Command, frozen=True):
    copy: Reference


@command("place_hold", by=OWNER | LIBRARIAN, about=("title",))
class PlaceHold(Command, frozen=True):
    title: Reference
    resident: Reference | None = None


@command("cancel_hold", by=OWNER | LIBRARIAN)
class CancelHold(Command, frozen=True):
    """By id. A book that lay ready for it goes to whoever waits next."""

    hold: Reference


class RenewalsTold(Command, frozen=True):
    """The loans that the terminal could renew, and said so."""

    loans: tuple[str, ...]


@command("renew_loans", by=OWNER | LIBRARIAN)
class RenewLoans(Command, frozen=True):
    """All that can be renewed at once: `resident`'s, by default of whoever acts, with `children` also their children's."""

    resident: Reference | None = None
    children: bool = False
    told: RenewalsTold | None = None


@command("keep_history", by=OWNER | STAFF)
class KeepHistory(Command, frozen=True):
    """Whether what a reader had is remembered after it came back; nobody's is, unless they say so."""

    on: bool
    resident: Reference | None = None


class CatalogueRow(Command, frozen=True):
    """One bibliographic record with the copies that came with it; by its `key` a second import knows it."""

    key: BookText
    title: BookText
    author: LongText = ""
    publisher: LongText = ""
    year: BookNumber | None = None
    isbn: ShortText | None = None
    bad_isbn: LongText | None = None
    price_fen: BookNumber | None = None
    pages: BookNumber | None = None
    class_number: LongText = ""
    large_print: bool = False
    audience: ShortText = ""
    copies: tuple["CatalogueCopy", ...] = ()


class CatalogueCopy(Command, frozen=True):
    """`number` is None where the station gives the next one."""

    number: LongText | None = None
    location: LongText | None = None
    shelf: LongText = ""


@command("import_books", by=LIBRARIAN, needs_hub=True)
class ImportBooks(Command, frozen=True):
    """A page of catalogue rows; copy numbers that are missing are filled in before it is stored."""

    rows: Annotated[tuple[CatalogueRow, ...], msgspec.Meta(max_length=PAGE_ROWS)]


class SearchTitles(Question, frozen=True):
    """-> records.TitlesFound: any part of title or author, full pinyin, initials, ISBN or copy number."""

    q: str
    limit: int = 30
    only_in: bool = False
    location: str | None = None
    large_print: bool = False
    children: bool = False
    main_class: MainClass | None = None


class TitleOf(Question, frozen=True):
    """-> records.Title with its copies, by id or ISBN."""

    title: str


class CopyOf(Question, frozen=True):
    """-> records.CopyFound, by copy number or ISBN: what it is and whether it can be lent."""

    copy: str


class HistoryOf(Question, frozen=True):
    """-> records.ReadingHistory | None: one's own; what staff may see they list."""

    resident: str


class LoansOf(Question, frozen=True):
    """-> list[records.Loan], open ones of the resident who asks, next due first; then, if wished, those of their children.

    A guardian may ask for a child's.
    """

    resident: str
    children: bool = False


class HoldsOf(Question, frozen=True):
    """-> list[records.Hold], live ones: what lies ready first. For the same people as LoansOf."""

    resident: str
    children: bool = False


class Facets(Question, frozen=True):
    """-> records.Facets: by what else books can be looked for here."""


class Classes(Question, frozen=True):
    """-> list[records.MainClass]: the main classes of the Chinese Library Classification that have titles here."""


class Locations(Question, frozen=True):
    """-> list[records.Location]"""
