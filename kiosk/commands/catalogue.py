"""The catalogue by hand: a book that was given, more copies, corrections, where a copy stands, a shelf that was counted."""

from datetime import datetime
from typing import Annotated

import msgspec

from kiosk.commands.base import LIBRARIAN, Command, LongText, Reference, ShortText, command
from kiosk.commands.library import BookNumber, BookText

Copies = Annotated[int, msgspec.Meta(ge=1, le=200)]
Counted = Annotated[int, msgspec.Meta(ge=0, le=10**7)]
Audience = Annotated[str, msgspec.Meta(pattern="^(|children|teens|adults)$")]


@command("add_book", by=LIBRARIAN, needs_hub=True)
class AddBook(Command, frozen=True):
    """A book that came: by ISBN a title that is here gets more copies, else `title` is needed. The hub gives the numbers.

    `book` is whichever of the two somebody has typed or scanned.
    """

    book: LongText = ""
    isbn: ShortText = ""
    title: LongText = ""
    author: LongText = ""
    copies: Copies = 1
    publisher: LongText = ""
    year: BookNumber | None = None
    price_fen: BookNumber | None = None
    pages: BookNumber | None = None
    class_number: ShortText = ""
    large_print: bool = False
    audience: Audience = ""
    location: ShortText = ""
    shelf: ShortText = ""


@command("add_copies", by=LIBRARIAN, needs_hub=True, about=("title",))
class AddCopies(Command, frozen=True):
    """More copies of a title that is here."""

    title: Reference
    copies: Copies = 1
    location: ShortText = ""
    shelf: ShortText = ""


@command("edit_title", by=LIBRARIAN, about=("title",))
class EditTitle(Command, frozen=True):
    """What is None stays as it is; an empty text empties the field, 0 a number."""

    title: Reference
    name: BookText | None = None
    author: LongText | None = None
    publisher: LongText | None = None
    year: BookNumber | None = None
    isbn: ShortText | None = None
    price_fen: BookNumber | None = None
    pages: BookNumber | None = None
    class_number: ShortText | None = None
    large_print: bool | None = None
    audience: Audience | None = None


@command("move_copy", by=LIBRARIAN, about=("copy",))
class MoveCopy(Command, frozen=True):
    """Where it stands from now on: a location's code, and the shelf as it is written there."""

    copy: Reference
    location: ShortText = ""
    shelf: ShortText = ""


@command("finish_stocktake", by=LIBRARIAN, fact=True, about=("location", "shelf"))
class FinishStocktake(Command, frozen=True):
    """A place was counted: what was found, and what was done about it. The corrections are commands of their own."""

    begun_at: datetime
    expected: Counted
    seen: Counted
    missing: Counted
    misplaced: Counted
    unknown: Counted = 0
    location: ShortText = ""
    shelf: ShortText = ""
