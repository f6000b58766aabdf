"""An import as the person at the command line sees it: a bar while it runs, then each line that was odd."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from kiosk.catalogue_import import ImportReport, Preview, Wishes, import_books, preview_books
from kiosk.domain.texts import clean_line
from kiosk.domain.trouble import KioskError
from kiosk.importing.books import BookRow
from kiosk.importing.marc_places import place_words
from kiosk.importing.rows import BadRow, UnreadableTable
from kiosk.reports.trouble import sentence
from kiosk.services.registry import Actor
from kiosk.station import Station


def import_books_aloud(station: Station, file: Path, actor: Actor, wishes: Wishes) -> None:
    """Raises KioskError: import_ and what UnreadableTable names, or refused."""
    report = _import_with_bar(station, file, actor, wishes)
    for row in (*report.bad, *report.flagged):
        print(bad_line(row, report.unit))
    unlisted = report.bad_count + report.flagged_count - len(report.bad) - len(report.flagged)
    if unlisted:
        print(sentence("import", "unlisted", {"count": unlisted}))
    counts = {"bad": report.bad_count, "flagged": report.flagged_count, "unit": _unit(report.unit)}
    print(sentence("import", "summary", vars(report) | counts))


def preview_aloud(file: Path, wishes: Wishes) -> None:
    """What the file is taken for, and its first rows; nothing is stored."""
    with _told(file):
        preview = preview_books(file, wishes)
    print(sentence("import", "preview", {"encoding": preview.encoding}))
    for name, column in preview.columns.items():
        print(f"  {name} = {column}")
    for line in _places(preview):
        print(line)
    if preview.unused:
        print(sentence("import", "unused", {"columns": "，".join(preview.unused)}))
    if preview.other_sheets:
        print(sentence("import", "other_sheets", {"sheets": "，".join(preview.other_sheets)}))
    for row in preview.rows:
        print(bad_line(row, preview.unit) if isinstance(row, BadRow) else _book_line(row, preview))
    print(sentence("import", "nothing_stored", {}))


def _places(preview: Preview) -> Iterator[str]:
    """What stands where in MARC, to choose from with --map."""
    if preview.survey is not None:
        yield sentence("import", "places", {"count": preview.survey.read})
        for one in preview.survey.seen.values():
            yield f"  {place_words(one.place)}  {one.example} ({one.records})"


def _book_line(row: BookRow, preview: Preview) -> str:
    numbers = row.copy_numbers or tuple(one.number for one in row.holdings if one.number)
    facts = (
        row.author, row.publisher, row.year, row.isbn or row.isbn_text, row.class_number, row.location, row.shelf,
        " ".join(numbers), row.audience, row.large_print and "large_print", *row.notes,
    )  # fmt: skip
    told = " · ".join(str(fact) for fact in (row.title, *facts) if fact)
    return sentence("import", "first_row", {"line": row.line, "unit": _unit(preview.unit), "text": told})


def _import_with_bar(station: Station, file: Path, actor: Actor, wishes: Wishes) -> ImportReport:
    """The bar goes to standard error, and only to a screen."""
    console = Console(file=sys.stderr)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress, _told(file):
        bar = progress.add_task(file.name, total=100)
        return import_books(station, file, actor, lambda done: progress.update(bar, completed=done), wishes)


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except UnreadableTable as error:
        raise KioskError(f"import_{error.reason}", file=str(file), why=error.text) from error


def bad_line(row: BadRow, unit: str) -> str:
    detail = {"line": row.line, "reason": row.reason, "text": clean_line(row.text), "unit": _unit(unit)}
    return sentence("import", row.reason, detail)


def _unit(unit: str) -> str:
    return sentence("import", unit, {})
