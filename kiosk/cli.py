"""The command line: each verb a few lines. `do` and `show` import no Qt."""

import json
import os
import re
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli_care import care, store_verbs
from kiosk.cli_export import exporting
from kiosk.cli_labels import labels
from kiosk.cli_managers import managers
from kiosk.cli_screens import screens
from kiosk.config import HomeFolder, Settings, default_home
from kiosk.console import (
    actor_finder,
    check_choice,
    open_station,
    speaking,
    wanted_actor,
    wanted_moment,
)  # fmt: skip
from kiosk.domain.states import TerminalRole
from kiosk.domain.trouble import KioskError
from kiosk.reports.trouble import sentence

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="驿站 Yizhan"
)

app.add_typer(care)
app.add_typer(exporting)
app.add_typer(labels)
app.add_typer(managers)
app.add_typer(screens)
app.add_typer(store_verbs, name="store")

_NOT_PLAIN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

As = Annotated[str | None, typer.Option("--as", help="An operator's login or a resident's card.")]
At = Annotated[str | None, typer.Option("--at", help="ISO time, for rehearsals in a demo home.")]


@app.callback()
def choose_home(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option("--home", help="This terminal's home folder.")] = None,
) -> None:
    """The screens of a neighbourhood service station."""
    context.obj = HomeFolder(home.absolute()) if home else default_home()


@app.command("init")
def init_home(
    context: typer.Context,
    demo: Annotated[bool, typer.Option("--demo", help="Fill the station of assets/demo.")] = False,
    terminal: Annotated[str | None, typer.Option("--terminal", help="Its letter.")] = None,
    role: Annotated[TerminalRole, typer.Option("--role")] = TerminalRole.KIOSK,
    store: Annotated[str | None, typer.Option("--store", help="URL of the shared store.")] = None,
    fresh: Annotated[
        bool, typer.Option("--renew", help="Keep a demo home that works, mend any other.")
    ] = False,
) -> None:
    """Make a home."""
    from kiosk.station_setup import init, renew
    from kiosk.sync.places import is_on_network

    folder: HomeFolder = context.obj
    settings = Settings(terminal="", role=role.value, demo=demo, store=store)
    with speaking():
        if fresh and not demo:
            raise KioskError("renew_demo_only", home=str(folder.path))
        station = renew(folder, settings) if fresh else init(folder, settings, terminal)
        if store is not None and is_on_network(str(station.settings.store)):
            typer.echo(sentence("doctor", "network_share", {"store": store}), err=True)
        typer.echo(
            f"{folder.path}: terminal {station.settings.terminal}, {role.value}{', demo' if demo else ''}"
        )
        if station.needs_manager:
            typer.echo(sentence("care", "no_manager_yet", {"home": str(folder.path)}), err=True)
        station.close()


@app.command("do")
def do_command(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="The command's kind, or - for JSON lines on standard input.")],
    fields: Annotated[str, typer.Argument(help="Its fields as a JSON object.")] = "{}",
    who: As = None,
    at: At = None,
) -> None:
    """One command, or one JSON object per line."""
    from kiosk import scripting

    with speaking(), open_station(context) as station:
        find = actor_finder(station)
        if kind == "-":
            answers = scripting.answer_lines(station, sys.stdin.buffer, find)
        else:
            text = fields.encode("utf-8", "surrogateescape")
            answers = iter(
                [
                    scripting.answer_line(
                        station,
                        lambda: scripting.parse(kind, scripting.parse_fields(kind, text), who, at),
                        find,
                    )
                ]
            )
        code = 0
        for answer in answers:
            typer.echo(_json(answer))
            sys.stdout.flush()
            code = max(code, scripting.exit_code([answer], kind != "-"))
    raise typer.Exit(code)


@app.command("show")
def show_records(
    context: typer.Context,
    what: str,
    where: Annotated[list[str] | None, typer.Option("--where", help="FIELD=VALUE")] = None,
    who: As = None,
    at: At = None,
) -> None:
    """Records as a JSON array."""
    from kiosk.commands.station import Listing
    from kiosk.scripting import matches
    from kiosk.services.registry import LISTINGS

    with speaking(), open_station(context) as station:
        if what not in LISTINGS:
            raise KioskError("unknown_listing", what=what, known=" ".join(sorted(LISTINGS)))
        if at is not None and not station.settings.demo:
            raise KioskError("not_a_demo")
        wanted = dict(_pair(text) for text in where or [])
        actor = wanted_actor(station, who)
        records = station.ask(Listing(what=what, where=wanted), actor, wanted_moment(at))
        found = [record for record in _plain(records) if matches(record, wanted)]
        typer.echo("[" + ",\n ".join(_json(record) for record in found) + "]")


@app.command("import")
def import_file(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help="books or calendar")],
    file: Path,
    who: As = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map", help="FIELD=COLUMN where the guess is wrong: title=题名, in MARC author='701$a 200$f'."
        ),
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="Of a spreadsheet with several.")] = None,
    dialect: Annotated[
        str, typer.Option("--dialect", help="Of MARC: cnmarc or marc21, where the guess is wrong.")
    ] = "",
    encoding: Annotated[
        str, typer.Option("--encoding", help="Of MARC: utf-8, gb18030, big5, marc-8, latin-1.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the guess and the first rows, store nothing.")
    ] = False,
) -> None:
    """A catalogue (CSV, XLSX, MARC), or a year's official holidays: bad rows are listed, good ones kept, nothing twice."""
    from kiosk.calendar_report import import_calendar_aloud
    from kiosk.catalogue_import import Wishes
    from kiosk.import_report import import_books_aloud, preview_aloud

    with speaking(), open_station(context) as station:
        if what not in ("books", "calendar"):
            raise KioskError("unknown_import", what=what)
        wishes = Wishes(dict(_column(text) for text in columns or []), sheet, dialect, encoding)
        if dry_run and what == "books":
            preview_aloud(file, wishes)
            return
        who = who or ("manager" if station.settings.demo else None)
        actor = wanted_actor(station, who) or station.walk_in
        if what == "calendar":
            import_calendar_aloud(station, file, actor)
        else:
            import_books_aloud(station, file, actor, wishes)


@app.command("attachment")
def save_attachment(
    context: typer.Context,
    attachment: Annotated[str, typer.Argument(help="Its id, as show attachments tells it.")],
    file: Annotated[Path, typer.Argument(help="Where its content goes; nothing may be there.")],
    who: As = None,
) -> None:
    """What somebody attached to a ticket, into a file: for staff."""
    from kiosk.commands.ticket_desk import AttachmentOf

    with speaking(), open_station(context) as station:
        found = station.ask(AttachmentOf(attachment=attachment), wanted_actor(station, who))
        content = station.content(found.hash) if found else None
        if content is None:
            raise KioskError("no_attachment", attachment=attachment)
        try:
            with file.open("xb") as out:
                out.write(content)
        except OSError as error:
            raise KioskError("file_unwritable", file=str(file), why=str(error.strerror)) from error
        typer.echo(f"{found.type} {found.size}")


@app.command("tour")
def take_tour(
    out: Annotated[Path, typer.Option("--out", help="Where the pictures go.")] = Path("build/tour"),
    who: Annotated[str, typer.Option("--who", help="kiosk, desk, stand, board or all")] = "all",
    lang: Annotated[str, typer.Option("--lang", help="zh, en or all")] = "all",
    at: Annotated[str, typer.Option("--at", help="ISO time on the screens' clock.")] = "2026-11-23T09:41",
    only: Annotated[
        list[str] | None, typer.Option("--only", help="This journey; may be given again.")
    ] = None,
) -> None:
    """Every journey on the real screens, by real touches, kept as pictures; needs no display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    from kiosk.rehearsal import rehearsals
    from ui.tour.tour import run_tour, variants

    with speaking():
        check_choice("--lang", lang, "zh", "en", "all")
        check_choice("--who", who, "kiosk", "desk", "stand", "board", "all")
        moment_shown = wanted_moment(at)
        assert moment_shown is not None
        langs = ("zh", "en") if lang == "all" else (lang,)
        with rehearsals(moment_shown) as homes:
            raise typer.Exit(run_tour(homes, out, variants(langs), moment_shown, who, only or ()))


def _column(text: str) -> tuple[str, str]:
    name, equals, column = text.partition("=")
    if not equals:
        raise KioskError("import_bad_map", map=text)
    return name.strip(), column.strip()


def _pair(text: str) -> tuple[str, str]:
    from kiosk.commands.base import tidy

    name, equals, value = text.partition("=")
    if not equals:
        raise KioskError("bad_where", where=text)
    return name, tidy(value)


def _plain(records: Any) -> list[dict[str, Any]]:
    from kiosk.commands.base import to_json

    return [to_json(record) for record in records]


def _json(value: Any) -> str:
    """On one line whoever reads it: what some programs take for a line's end, or turns text around, is escaped."""
    return _NOT_PLAIN.sub(lambda char: f"\\u{ord(char[0]):04x}", json.dumps(value, ensure_ascii=False))
