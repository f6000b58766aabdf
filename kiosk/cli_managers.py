"""Managers and passwords at the command line: secrets are asked for, never arguments."""

from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.console import WRONG_USE, Lang, check_choice, open_station, speaking, wanted_actor
from kiosk.reports.sentences import sentence as reason_text
from kiosk.reports.trouble import sentence

if TYPE_CHECKING:
    from kiosk.station import Answer

managers = typer.Typer()


@managers.command("manager")
def make_first_manager(
    context: typer.Context,
    login: Annotated[str, typer.Argument(help="Small letters and digits.")],
    name: Annotated[str, typer.Argument(help="As colleagues read it.")],
    lang: Lang = "zh",
) -> None:
    """The first manager of a station in service; prints a recovery code, once."""
    with speaking():
        check_choice("--lang", lang, "zh", "en")
    with speaking(lang), open_station(context) as station:
        password = _asked("password", twice=True)
        _say(station.first_manager(login, name, password), "manager_made", lang)


@managers.command("recover")
def recover_manager(context: typer.Context, login: str, lang: Lang = "zh") -> None:
    """A new password for a manager, by the recovery code; prints the next one."""
    with speaking():
        check_choice("--lang", lang, "zh", "en")
    with speaking(lang), open_station(context) as station:
        code, password = _asked("recovery code"), _asked("new password", twice=True)
        _say(station.recover(login, code, password), "manager_back", lang)


@managers.command("password")
def set_password(
    context: typer.Context,
    login: Annotated[str, typer.Argument(help="Whose password is set.")],
    who: Annotated[str, typer.Option("--as", help="Oneself, or a manager.")],
    lang: Lang = "zh",
) -> None:
    """A new password for oneself, or by a manager for somebody else."""
    from kiosk.commands.operators import SetPassword

    with speaking():
        check_choice("--lang", lang, "zh", "en")
    with speaking(lang), open_station(context) as station:
        actor = wanted_actor(station, who)
        old = _asked("old password") if station.find_actor(login) == actor else ""
        wish = SetPassword(operator=login, old=old, password=_asked("new password", twice=True))
        _say(station.do(wish, actor), "password_set", lang)


def _asked(what: str, *, twice: bool = False) -> str:
    return str(typer.prompt(what, hide_input=True, confirmation_prompt=twice, err=True))


def _say(answer: "Answer", done: str, lang: str) -> None:
    if answer.is_refused:
        typer.echo(reason_text(str(answer.reason), answer.detail, lang), err=True)
        raise typer.Exit(WRONG_USE)
    said = {"login": answer.result["login"], "code": answer.result.get("recovery_code", "")}
    typer.echo(sentence("care", done, said, lang))
