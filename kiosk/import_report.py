"""An import as the person at the command line sees it: a bar while it runs, then each line that was odd."""

import sys
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from kiosk.calendar_import import import_calendar
from kiosk.catalogue_import import ImportReport, import_books
from kiosk.domain.trouble import KioskError
from kiosk.importing.table import BadRow, UnreadableTable
from kiosk.reports.trouble import sentence
from kiosk.services.registry import Actor
from kiosk.station import Station


def import_books_aloud(station: Station, file: Path, actor: Actor) -> None:
    """Raises KioskError: import_missing_file, import_not_text, import_empty, import_missing_columns, import_refused."""
    report = _import_with_bar(station, file, actor)
    for row in report.bad:
        print(_line(row))
    for row in report.flagged:
        print(_line(row))
    print(
        sentence("import", "summary", vars(report) | {"bad": len(report.bad), "flagged": len(report.flagged)})
    )


def import_calendar_aloud(station: Station, file: Path, actor: Actor) -> None:
    """Each year with how many days count otherwise now, and the bookings that it concerns. Raises KioskError."""
    try:
        report = import_calendar(station, file, actor)
    except UnreadableTable as error:
        raise KioskError(f"import_{_of_calendars(error.reason)}", file=str(file), why=error.text) from error
    for row in report.bad:
        print(_line(row))
    for year in report.years:
        print(sentence("import", "year_refused" if year.refused else "year", vars(year)))
        for booking in year.affected:
            print(sentence("import", "affected", booking))


def _of_calendars(reason: str) -> str:
    return "no_dates" if reason in ("missing_columns", "no_days") else reason


def _import_with_bar(station: Station, file: Path, actor: Actor) -> ImportReport:
    """The bar goes to standard error, and only to a screen."""
    console = Console(file=sys.stderr)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task(file.name, total=100)
        try:
            return import_books(station, file, actor, lambda done: progress.update(bar, completed=done))
        except UnreadableTable as error:
            raise KioskError(f"import_{error.reason}", file=str(file), why=error.text) from error


def _line(row: BadRow) -> str:
    return sentence("import", row.reason, {"line": row.line, "reason": row.reason, "text": row.text})
