"""Which copies want a label, and what it says."""

from db import tables as t
from db.labels import copies_to_label
from db.search import search_titles
from db.work import Work
from kiosk.commands import records
from kiosk.commands.labels import LabelsOf
from kiosk.services.registry import Asking, answers


@answers(LabelsOf)
def labels_of(work: Work, question: LabelsOf, asking: Asking) -> list[records.CopyLabel]:
    names = {one.code: one.name for one in work.book.all(t.locations)}
    found = copies_to_label(
        work.connection,
        titles=None if question.title is None else _titles(work, question.title),
        locations=None if question.location is None else _codes(names, question.location),
        numbers=question.numbers,
        first=question.first,
        last=question.last,
        most=question.most,
    )
    return [
        records.CopyLabel(
            number=row.number, title=row.title, class_number=row.class_number, shelf=row.shelf,
            location=names.get(row.location, row.location or ""),
        )
        for row in found
    ]  # fmt: skip


def _titles(work: Work, wanted: str) -> list[str]:
    """By id, or what the search finds."""
    return [wanted] if work.row(t.titles, wanted) else list(search_titles(work.connection, wanted).ids)


def _codes(names: dict[str, str], wanted: str) -> list[str]:
    return [code for code, name in names.items() if wanted in (code, name)] or [wanted]
