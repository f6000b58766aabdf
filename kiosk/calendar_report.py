"""`import calendar` as a person reads it: what counts otherwise now, and whose bookings that concerns."""

from pathlib import Path

from kiosk.calendar_import import import_calendar
from kiosk.domain.trouble import KioskError
from kiosk.import_report import bad_line
from kiosk.importing.rows import UnreadableTable
from kiosk.reports.trouble import sentence
from kiosk.services.registry import Actor
from kiosk.station import Station


def import_calendar_aloud(station: Station, file: Path, actor: Actor) -> None:
    """Each year with how many days count otherwise now, and the bookings that it concerns. Raises KioskError."""
    try:
        report = import_calendar(station, file, actor)
    except UnreadableTable as error:
        raise KioskError(f"import_{_of_calendars(error.reason)}", file=str(file), why=error.text) from error
    for row in report.bad:
        print(bad_line(row, "row"))
    for year in report.years:
        print(sentence("import", "year_refused" if year.refused else "year", vars(year)))
        for booking in year.affected:
            print(sentence("import", "affected", booking))


def _of_calendars(reason: str) -> str:
    return "no_dates" if reason in ("missing_columns", "no_days") else reason
