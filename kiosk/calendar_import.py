"""A calendar file into the station: a command for each year that it lists, what is odd named by its line."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.commands.calendar import MOST_DAYS, ImportCalendar, OfficialDay
from kiosk.commands.station import Listing
from kiosk.domain.trouble import KioskError
from kiosk.importing.calendar import ListedDay, read_calendar
from kiosk.importing.rows import BadRow, UnreadableTable
from kiosk.reports.sentences import sentence
from kiosk.services.registry import Actor
from kiosk.station import Station

FEWEST = 10
DECEMBER = 12


@dataclass
class YearReport:
    """`changed`: how many days count otherwise than before; `affected`: bookings as they are listed; `refused`: why not."""

    year: int
    days: int
    changed: int = 0
    affected: list[dict[str, Any]] = field(default_factory=list)
    refused: str = ""


@dataclass
class CalendarReport:
    years: list[YearReport] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)


def import_calendar(station: Station, path: Path, actor: Actor) -> CalendarReport:
    """Raises UnreadableTable, KioskError: import_refused where no year of the file could be taken."""
    report = CalendarReport()
    for year, days in sorted(by_year(_good(read_calendar(path), report)).items()):
        report.years.append(_send(station, year, days, actor))
    report.bad.sort(key=lambda row: row.line)
    if not report.years:
        raise UnreadableTable("no_days")
    if all(year.refused for year in report.years):
        raise KioskError("import_refused", why=report.years[-1].refused, rows="0")
    return report


def _good(found: Iterable[ListedDay | BadRow], report: CalendarReport) -> list[ListedDay]:
    """Each day once: said twice alike it is one, said otherwise the second is odd."""
    days: dict[Any, ListedDay] = {}
    for row in found:
        if isinstance(row, BadRow):
            report.bad.append(row)
        elif days.setdefault(row.date, row).working is not row.working:
            report.bad.append(BadRow(row.line, "day_twice", f"{row.date.isoformat()} {row.name}"))
    return list(days.values())


def by_year(days: Iterable[ListedDay]) -> dict[int, list[ListedDay]]:
    """The last days of a December that stand alone belong to the year after: its notice begins with them."""
    years: dict[int, list[ListedDay]] = defaultdict(list)
    for day in days:
        years[day.date.year].append(day)
    for year in sorted(years):
        alone = len(years[year]) < FEWEST and all(day.date.month == DECEMBER for day in years[year])
        if alone and year + 1 in years:
            years[year + 1] += years.pop(year)
    return years


def _send(station: Station, year: int, days: list[ListedDay], actor: Actor) -> YearReport:
    report = YearReport(year, len(days))
    if not 2000 <= year <= 2100 or len(days) > MOST_DAYS:
        report.refused = sentence("bad_calendar", {"year": str(year)}, "zh")
        return report
    listed = tuple(OfficialDay(date=day.date, working=day.working, name=day.name) for day in days)
    answer = station.do(ImportCalendar(year=year, days=listed), actor)
    if answer.is_refused:
        report.refused = f"{answer.reason}：{sentence(str(answer.reason), answer.detail, 'zh')}"
        return report
    report.changed = answer.result["changed"]
    wanted = set(answer.result["affected"])
    if wanted:
        bookings = station.ask(Listing(what="bookings"), actor)
        report.affected = [booking for booking in bookings if booking["id"] in wanted]
    return report
