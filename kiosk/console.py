"""How the command line opens a home, who acts there, and how trouble is said."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.config import HomeFolder
from kiosk.domain.texts import clean_line
from kiosk.domain.times import moment
from kiosk.domain.trouble import KioskError
from kiosk.reports.trouble import sentence, trouble_text

if TYPE_CHECKING:
    from kiosk.services.registry import Actor
    from kiosk.station import Station

WRONG_USE = 2
Lang = Annotated[str, typer.Option("--lang", help="zh or en")]


@contextmanager
def speaking(lang: str = "zh") -> Iterator[None]:
    """Trouble is said in one sentence; wrong use, home or store: exit 2."""
    try:
        yield
    except KioskError as error:
        typer.echo(trouble_text(error, lang), err=True)
        raise typer.Exit(WRONG_USE) from error


def station_of(folder: HomeFolder) -> "Station":
    """Loads SQLAlchemy and all services only now: the screens do so on their worker, while Qt starts."""
    from kiosk.station import Station

    return Station(folder)


def kiosk_of(folder: HomeFolder) -> "Station":
    """The station for screens; what it is called is kept for their next start."""
    from kiosk.commands.station import HomePage
    from kiosk.welcome import keep_welcome

    station = station_of(folder)
    keep_welcome(folder, station.ask(HomePage()))
    return station


@contextmanager
def open_station(context: typer.Context) -> Iterator["Station"]:
    """The station of the home that --home names."""
    folder: HomeFolder = context.obj
    station = station_of(folder)
    log_to(folder)
    if station.has_moved:
        typer.echo(sentence("care", "home_moved", {}), err=True)
    try:
        yield station
    finally:
        station.close()


def log_to(folder: HomeFolder) -> None:
    logging.basicConfig(
        filename=folder.log, encoding="utf-8", format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )


def wanted_actor(station: "Station", who: str | None) -> "Actor | None":
    if who is None:
        return None
    actor = actor_finder(station)(clean_line(who))
    if actor is None:
        raise KioskError("unknown_actor", who=who)
    return actor


def wanted_moment(at: str | None) -> datetime | None:
    try:
        return moment(at) if at is not None else None
    except ValueError as error:
        raise KioskError("bad_moment", at=str(at)) from error


def actor_finder(station: "Station") -> "Callable[[str], Actor | None]":
    """Names become actors; in service each name's password (or PIN) is asked once."""
    known: dict[str, Actor | None] = {}

    def find(who: str) -> "Actor | None":
        if who not in known:
            actor = station.find_actor(who)
            if actor is not None and not station.settings.demo:
                _check_secret(station, who, actor)
            known[who] = actor
        return known[who]

    return find


def _check_secret(station: "Station", who: str, actor: "Actor") -> None:
    try:
        secret = typer.prompt(who, hide_input=True, err=True)
    except typer.Abort as error:  # nobody sits there to be asked
        raise KioskError("wrong_password", who=who) from error
    if actor.resident:
        if not station.knows_secret(who, secret):
            raise KioskError("wrong_password", who=who)
        return
    signed = station.sign_in(who, secret)
    if signed.reason == "too_many_tries":
        raise KioskError("password_wait", who=who, seconds=str(signed.wait_seconds))
    if signed.actor is None:
        raise KioskError("wrong_password", who=who)


def check_choice(option: str, value: str, *choices: str) -> None:
    if value not in choices:
        raise KioskError("bad_choice", option=option, value=value, choices=", ".join(choices))
