"""What the desk asks of the library beside its long tables."""

from kiosk.commands.base import Question, Reference, ShortText


class DeskReader(Question, frozen=True):
    """-> records.DeskReader | None, by card or id: what they have, what waits for them, how many more they may take."""

    reader: Reference


class DeskCopy(Question, frozen=True):
    """-> records.DeskCopy | None, by copy number, id or ISBN: where it is, who has it, for whom it is kept."""

    copy: Reference


class CopyHistory(Question, frozen=True):
    """-> list[records.CopyEvent], the latest first: loans as long as they are remembered, and what staff found out."""

    copy: Reference


class ShelvesHere(Question, frozen=True):
    """-> list[records.ShelfHere]: every place where copies stand."""


class StockOf(Question, frozen=True):
    """-> list[records.StockCopy] by number: what belongs to a place; an empty shelf means all of the location."""

    location: ShortText = ""
    shelf: ShortText = ""


class Stocktakes(Question, frozen=True):
    """-> list[records.StocktakeDone], the latest first."""
