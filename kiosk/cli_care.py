"""The verbs of care: exchange, prove, look over, back up, restore; and those of a shared store."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.config import HomeFolder
from kiosk.console import Lang, check_choice, open_station, speaking, wanted_moment
from kiosk.domain.trouble import KioskError
from kiosk.reports.trouble import sentence, trouble_text

if TYPE_CHECKING:
    from kiosk.sync.hub import StoreHub

care = typer.Typer()
store_verbs = typer.Typer(no_args_is_help=True, help="The shared store of a station.")
WRONG = {
    "store_missing", "store_broken", "store_unwritable", "store_unreachable", "store_denied", "store_nowhere",
    "store_foreign", "wrong_station", "schema_mismatch", "unknown_terminal",
}  # fmt: skip
"""Troubles that somebody must put right; the others pass by themselves."""


@care.command("sync")
def sync_now(context: typer.Context, lang: Lang = "zh") -> None:
    """One exchange now: exit 0 online, 1 the hub is busy, 2 it cannot be reached or is the wrong one."""
    with speaking(lang), open_station(context) as station:
        decided = station.exchange()
        typer.echo(f"{'online' if station.online else 'offline'}, {len(decided)} decided")
        if station.trouble:
            typer.echo(trouble_text(station.trouble, lang), err=True)
        raise typer.Exit(_exit_code(station.trouble))


def _exit_code(trouble: KioskError | None) -> int:
    """1: it may pass by itself; 2: the address or the store is wrong."""
    return 0 if trouble is None else 2 if trouble.key in WRONG else 1


@care.command("housekeeping")
def keep_house(
    context: typer.Context,
    at: Annotated[str | None, typer.Option("--at", help="ISO time, for rehearsals in a demo home.")] = None,
    lang: Lang = "zh",
) -> None:
    """Write down what the clock has decided: exit 0 done, 1 the hub is away."""
    from kiosk.reports.housekeeping import done_text

    with speaking():
        check_choice("--lang", lang, "zh", "en")
    with speaking(lang), open_station(context) as station:
        done = station.keep_house(wanted_moment(at), most=None)
        if station.trouble:
            typer.echo(trouble_text(station.trouble, lang), err=True)
            raise typer.Exit(1)
        typer.echo(done_text(done, lang))


@care.command("verify")
def verify_promises(
    context: typer.Context,
    homes: Annotated[list[Path] | None, typer.Argument(help="Homes; without any: this one.")] = None,
    store: Annotated[str | None, typer.Option("--store", help="URL of the shared store.")] = None,
    lang: Lang = "zh",
) -> None:
    """Prove the promises: exit 0 well, 1 something found, 2 wrong home or store."""
    from kiosk.sync.verify import store_url, verify_home, verify_store

    folders = [HomeFolder(path.absolute()) for path in homes or []]
    if not folders and store is None:
        folders = [context.obj]
    with speaking(lang):
        urls = {store: None} if store else dict.fromkeys(map(store_url, folders))
        places = [(url, verify_store(url)) for url in urls]
        places += [(str(folder.path), verify_home(folder, store)) for folder in folders]
        for place, findings in places:
            for finding in findings:
                detail = finding.detail | {"where": finding.where}
                typer.echo(sentence("findings", finding.code, detail, lang))
            if not findings:
                typer.echo(sentence("findings", "well", {"where": place}, lang))
    raise typer.Exit(int(any(findings for _, findings in places)))


@store_verbs.command("create-station")
def create_station_place(
    url: Annotated[str, typer.Argument(help="URL of a PostgreSQL server, as somebody who may make roles.")],
    name: Annotated[str, typer.Argument(help="Small letters, digits and _.")],
) -> None:
    """A schema of its own for one more station; prints the URL for its terminals."""
    from db.district import create_station

    with speaking():
        typer.echo(create_station(url, name))


@care.command("doctor")
def look_over(
    context: typer.Context,
    mend: Annotated[bool, typer.Option("--mend", help="Make a damaged home anew from its store.")] = False,
    lang: Lang = "zh",
) -> None:
    """Find and explain what is wrong: exit 0 well, 1 something found, 2 the home cannot be worked with."""
    from kiosk.domain.times import station_now
    from kiosk.sync.doctor import examine, exit_code
    from ui.device_notes import examine_devices

    with speaking(lang):
        if mend:
            _mend(context.obj, lang)
        notes = [*examine(context.obj, station_now()), *examine_devices(context.obj)]
    for note in notes:
        typer.echo(f"[{sentence('doctor', note.state.value, {}, lang)}] {note.text(lang)}")
    raise typer.Exit(exit_code(notes))


def _mend(folder: HomeFolder, lang: str) -> None:
    from kiosk.sync.mending import mend, needs_mending

    if not needs_mending(folder):
        _say("nothing_to_mend", lang)
        return
    done = mend(folder)
    _say("mended", lang, letter=done.letter, saved=done.saved, last=done.last_seq)
    if done.aside is not None:
        _say("kept_before", lang, file=done.aside)


@care.command("backup")
def back_up_home(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A new file.")],
    lang: Lang = "zh",
) -> None:
    """Copy the home, and the store in it, into one file, while they are in use."""
    from kiosk.domain.times import station_now
    from kiosk.sync.backups import back_up

    with speaking(lang):
        about = back_up(context.obj, file.absolute(), station_now())
        key = "backed_up" if about.revision is not None else "backed_up_home"
        _say(key, lang, file=file, revision=about.revision)


@care.command("restore")
def restore_home(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="A backup.")], lang: Lang = "zh"
) -> None:
    """Bring a backup back: the store, and the home where there is none that works."""
    from kiosk.sync.backups import restore

    with speaking(lang):
        done = restore(context.obj, file.absolute())
        if done.store:
            _say("restored_store", lang, made_at=done.about.made_at, revision=done.about.revision)
        if done.home:
            _say("restored_home", lang, made_at=done.about.made_at)
        if done.lost:
            _say("restored_lost", lang, count=done.lost, last=done.last_seq)
        if done.kept is not None:
            _say("kept_before", lang, file=done.kept)


@store_verbs.command("write-off")
def write_off_terminal(
    url: Annotated[str, typer.Argument(help="URL of the store.")],
    terminal: Annotated[str, typer.Argument(help="The terminal's letter.")],
    lang: Lang = "zh",
) -> None:
    """A terminal is gone for good: nothing more is taken from it, and nobody waits for it."""
    from kiosk.sync.hub import StoreHub
    from kiosk.sync.setup import shared_url

    with speaking(lang), closing(StoreHub(shared_url(url))) as hub:
        for row in hub.write_off(terminal):
            last = row.last_exchange.isoformat(" ", "minutes") if row.last_exchange else "-"
            _say("written_off", lang, terminal=row.letter or row.terminal, last=last, seq=row.last_seq)


@store_verbs.command("restored")
def begin_recovery(
    url: Annotated[str, typer.Argument(help="URL of a store that its server put back.")], lang: Lang = "zh"
) -> None:
    """Say that a store was put back to an earlier state: terminals report what it has forgotten."""
    from kiosk.sync.hub import StoreHub
    from kiosk.sync.setup import shared_url

    with speaking(lang), closing(StoreHub(shared_url(url))) as hub:
        hub.reach()
        hub.begin_recovery()
        _say_recovery(hub, lang)


@store_verbs.command("recovery")
def show_recovery(
    url: Annotated[str, typer.Argument(help="URL of the store.")],
    without: Annotated[str | None, typer.Option("--without", help="Do not wait for this terminal.")] = None,
    lang: Lang = "zh",
) -> None:
    """For whom a restored store still waits; `--without` goes on without one of them."""
    from kiosk.sync.hub import StoreHub
    from kiosk.sync.setup import shared_url

    with speaking(lang), closing(StoreHub(shared_url(url))) as hub:
        if without is not None:
            hub.go_on_without(without)
        _say_recovery(hub, lang)


def _say_recovery(hub: "StoreHub", lang: str) -> None:
    """Exit 1 while terminals are missing."""
    missing = hub.awaited()
    for row in missing:
        last = row.last_exchange.isoformat(" ", "minutes") if row.last_exchange else "-"
        _say("recovery_waits", lang, terminal=row.letter or row.terminal, last=last)
    if not missing:
        _say("recovery_done", lang)
    raise typer.Exit(int(bool(missing)))


def _say(key: str, lang: str, **detail: object) -> None:
    typer.echo(sentence("care", key, detail, lang))
