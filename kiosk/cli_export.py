"""What goes out of a station into other programs."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.console import open_station, speaking, wanted_actor, wanted_moment
from kiosk.domain.trouble import KioskError

exporting = typer.Typer()


@exporting.command("export")
def export_file(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help="calendar")],
    file: Path,
    room: Annotated[str | None, typer.Option("--room", help="One room's code.")] = None,
    who: Annotated[str | None, typer.Option("--as", help="An operator's login: then with names.")] = None,
    at: Annotated[str | None, typer.Option("--at", help="ISO time, in a demo home.")] = None,
) -> None:
    """The rooms' bookings and classes as an iCalendar file; without anybody's name, unless staff ask for it."""
    from kiosk.commands.bookings import CalendarEvents
    from kiosk.reports.calendar_file import calendar_file

    with speaking(), open_station(context) as station:
        if what != "calendar":
            raise KioskError("unknown_export", what=what)
        if at is not None and not station.settings.demo:
            raise KioskError("not_a_demo")
        found = station.ask(CalendarEvents(room=room), wanted_actor(station, who), wanted_moment(at))
        if found is None:
            raise KioskError("no_such_room", room=room or "")
        _write(file, calendar_file(found))
        typer.echo(f"{file}: {len(found.events)}")


def _write(file: Path, text: bytes) -> None:
    try:
        file.write_bytes(text)
    except OSError as error:
        raise KioskError("cannot_export", file=str(file), error=error.strerror or str(error)) from error
