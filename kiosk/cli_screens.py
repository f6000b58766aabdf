"""The verbs that show screens: the kiosk, the desk, the check-in stand, the calling board."""

from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.config import HomeFolder
from kiosk.console import Lang, check_choice, kiosk_of, log_to, speaking
from kiosk.domain.trouble import KioskError
from kiosk.reports.trouble import sentence

if TYPE_CHECKING:
    from ui.app import Look

screens = typer.Typer()

InWindow = Annotated[bool, typer.Option("--window", help="In a window, not on the whole screen.")]
IsLarge = Annotated[bool, typer.Option("--large", help="Begin with 长辈版.")]


@screens.command("run")
def run_kiosk(
    context: typer.Context, window: InWindow = False, large: IsLarge = False, lang: Lang = "zh"
) -> None:
    """The kiosk on this screen."""
    from ui.app import Look

    with speaking():
        check_choice("--lang", lang, "zh", "en")
    _show(context.obj, "kiosk", Look(window=window, large=large, language=lang))


@screens.command("desk")
def run_desk(context: typer.Context, window: InWindow = False, lang: Lang = "zh") -> None:
    """The front desk on this screen."""
    from ui.app import Look

    with speaking():
        check_choice("--lang", lang, "zh", "en")
        if context.obj.load().role != "desk":
            raise KioskError("not_a_desk")
    _show(context.obj, "desk", Look(window=window, language=lang))


@screens.command("board")
def run_board(context: typer.Context, window: InWindow = False, lang: Lang = "zh") -> None:
    """The calling board on this screen: a second screen or a television."""
    from ui.app import Look

    with speaking():
        check_choice("--lang", lang, "zh", "en")
    _show(context.obj, "board", Look(window=window, language=lang))


@screens.command("stand")
def run_stand(
    context: typer.Context,
    window: InWindow = False,
    large: Annotated[bool, typer.Option("--large", help="In the size of 长辈版.")] = False,
    lang: Annotated[str, typer.Option("--lang", help="zh, en, or both in turn.")] = "both",
    set_pin: Annotated[
        bool, typer.Option("--set-pin", help="Choose the PIN that ends the full screen; shows nothing.")
    ] = False,
) -> None:
    """The check-in stand on this screen, beside the door."""
    from kiosk import exit_pin

    folder: HomeFolder = context.obj
    with speaking():
        check_choice("--lang", lang, "zh", "en", "both")
        settings = folder.load()
        if set_pin:
            typed = typer.prompt("PIN", hide_input=True, confirmation_prompt=True, err=True)
            exit_pin.keep(folder, str(typed))
            typer.echo(sentence("care", "exit_pin_kept", {"home": str(folder.path)}))
            return
        is_pin = exit_pin.checker(settings)
        if is_pin is None and not settings.demo and not window:
            raise KioskError("no_exit_pin", home=str(folder.path))
    from ui.app import Look

    alternates, language = lang == "both", "zh" if lang == "both" else lang
    _show(folder, "stand", Look(window, large, language, alternates=alternates, is_pin=is_pin))


def _show(folder: HomeFolder, role: str, look: "Look") -> None:
    """Until the window is closed. A terminal's role says which screens it may have: people's data goes to desks only."""
    from kiosk.welcome import read_welcome
    from ui.app import has_display, run

    with speaking():
        devices = folder.load().devices
        if not has_display():
            raise KioskError("no_display")
        log_to(folder)
        raise typer.Exit(run(lambda: kiosk_of(folder), role, look, read_welcome(folder), devices))
