"""What goes out of a station into other programs."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.console import check_choice, open_station, speaking, wanted_actor, wanted_moment
from kiosk.domain.trouble import KioskError

if TYPE_CHECKING:
    from kiosk.services.registry import Actor
    from kiosk.station import Station

exporting = typer.Typer()
_PART = 2000
Lang = Annotated[str, typer.Option("--lang", help="Of figures and audit: zh or en.")]


@exporting.command("export")
def export_file(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help="calendar, figures (.xlsx or .pdf) or audit (.csv)")],
    file: Path,
    room: Annotated[str | None, typer.Option("--room", help="One room's code, of a calendar.")] = None,
    who: Annotated[
        str | None, typer.Option("--as", help="An operator's login; in a demo home the manager, else.")
    ] = None,
    at: Annotated[str | None, typer.Option("--at", help="ISO time, in a demo home.")] = None,
    first: Annotated[str | None, typer.Option("--from", help="The first day; else this month's.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The last day; else today.")] = None,
    lang: Lang = "zh",
) -> None:
    """The rooms' bookings and classes as iCalendar, without anybody's name unless staff ask for it; what the station
    counts, as a spreadsheet or a report to print; who did what when."""
    with speaking(), open_station(context) as station:
        if what not in ("calendar", "figures", "audit"):
            raise KioskError("unknown_export", what=what)
        check_choice("--lang", lang, "zh", "en")
        if at is not None and not station.settings.demo:
            raise KioskError("not_a_demo")
        if what == "calendar":
            content, count = _calendar(station, room, who, at)
        else:
            actor = wanted_actor(station, who or ("manager" if station.settings.demo else None))
            days = _days(station, at, first, last)
            make = _figures if what == "figures" else _audit
            content, count = make(station, file, actor, days, at, lang)
        _write(file, content)
        typer.echo(f"{file}: {count}")


def _calendar(station: "Station", room: str | None, who: str | None, at: str | None) -> tuple[bytes, int]:
    from kiosk.commands.bookings import CalendarEvents
    from kiosk.reports.calendar_file import calendar_file

    found = station.ask(CalendarEvents(room=room), wanted_actor(station, who), wanted_moment(at))
    if found is None:
        raise KioskError("no_such_room", room=room or "")
    return calendar_file(found), len(found.events)


def _figures(
    station: "Station", file: Path, actor: "Actor | None", days: tuple[date, date], at: str | None, lang: str
) -> tuple[bytes, int]:
    """And how many days they are about."""
    from kiosk.commands.figures import FiguresOf
    from kiosk.reports.figures_tables import figure_tables
    from kiosk.reports.month_report import month_report
    from kiosk.reports.spreadsheet import spreadsheet

    _check_ending(file, ".xlsx", ".pdf")
    found = station.ask(FiguresOf(first=days[0], last=days[1]), actor, wanted_moment(at))
    if found is None:
        raise KioskError("export_not_allowed")
    is_report = file.suffix.lower() == ".pdf"
    return (
        month_report(found, lang) if is_report else spreadsheet(figure_tables(found, lang)),
        len(found.days),
    )


def _audit(
    station: "Station", file: Path, actor: "Actor | None", days: tuple[date, date], at: str | None, lang: str
) -> tuple[bytes, int]:
    """And how many commands were decided."""
    from kiosk.commands.base import MANAGER
    from kiosk.commands.figures import AuditPart
    from kiosk.commands.records import AuditRow
    from kiosk.reports.audit_file import audit_file
    from kiosk.reports.audit_table import audit_table

    _check_ending(file, ".csv")
    if actor is None or actor.role not in MANAGER:
        raise KioskError("export_not_allowed")
    where = {"first": days[0].isoformat(), "last": days[1].isoformat()}
    rows: list[AuditRow] = []
    while found := station.ask(
        AuditPart(where=where, offset=len(rows), most=_PART), actor, wanted_moment(at)
    ):
        rows += found
    return audit_file(audit_table(rows, lang)), len(rows)


def _check_ending(file: Path, *endings: str) -> None:
    if file.suffix.lower() not in endings:
        raise KioskError("export_ending", file=str(file), endings=" ".join(endings))


def _days(station: "Station", at: str | None, first: str | None, last: str | None) -> tuple[date, date]:
    """Both included. Raises KioskError: bad_period."""
    from kiosk.domain.figures import is_period

    today = (wanted_moment(at) or station.now()).date()
    try:
        until = date.fromisoformat(last) if last else today
        since = date.fromisoformat(first) if first else until.replace(day=1)
    except ValueError as error:
        raise KioskError("bad_period") from error
    if not is_period(since, until):
        raise KioskError("bad_period")
    return since, until


def _write(file: Path, text: bytes) -> None:
    try:
        file.write_bytes(text)
    except OSError as error:
        raise KioskError("cannot_export", file=str(file), error=error.strerror or str(error)) from error
