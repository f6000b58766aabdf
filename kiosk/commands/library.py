"""The library: lend, return, renew, hold, catalogue."""

from typing import Annotated

import msgspec

from kiosk.commands.base import (
    ANYONE,
    LIBRARIAN,
    OWNER,
    Command,
    LongText,
    Question,
    Reference,
    ShortText,
    command,
)  # fmt: skip

PAGE_ROWS = 250
PAGE_CHANGES = 500
BookText = Annotated[str, msgspec.Meta(min_length=1, max_length=2000)]
BookNumber = Annotated[int, msgspec.Meta(ge=0, le=10**9)]


@command("check_out_copy", by=OWNER | LIBRARIAN, fact=True)
class CheckOutCopy(Command, frozen=True):
    """`resident` defaults to the one who acts."""

    copy: Reference
    resident: Reference | None = None


@command("return_copy", by=ANYONE, fact=True)
class ReturnCopy(Command, frozen=True):
    copy: Reference


@command("renew_loan", by=OWNER | LIBRARIAN, about=("copy",))
class RenewLoan(Command, frozen=True):
    copy: Reference


@command("place_hold", by=OWNER | LIBRARIAN, about=("title",))
class PlaceHold(Command, frozen=True):
    title: Reference
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


class TitleOf(Question, frozen=True):
    """-> records.Title with its copies, by id or ISBN."""

    title: str


class CopyOf(Question, frozen=True):
    """-> records.CopyFound, by copy number or ISBN: what it is and whether it can be lent."""

    copy: str


class LoansOf(Question, frozen=True):
    """-> list[records.Loan], open ones of the resident who asks, next due first."""

    resident: str


class Locations(Question, frozen=True):
    """-> list[records.Location]"""
