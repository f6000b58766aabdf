"""The verb `labels`: sheets of labels for books, to print and stick."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.console import check_choice, open_station, speaking
from kiosk.domain.codes import read_copy_number
from kiosk.domain.trouble import KioskError
from kiosk.reports.trouble import sentence

labels = typer.Typer()
MOST = 5000
FIELDS = ("title", "location", "numbers")


@labels.command("labels")
def make_labels(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The PDF.")],
    where: Annotated[
        list[str] | None, typer.Option("--where", help="title=, location= or numbers=S1,S2")
    ] = None,
    first: Annotated[str | None, typer.Option("--from", help="The first copy number.")] = None,
    last: Annotated[str | None, typer.Option("--to", help="The last copy number.")] = None,
    sheet: Annotated[str, typer.Option("--sheet", help="Columns x rows of an A4 sheet.")] = "3x8",
    code: Annotated[str, typer.Option("--code", help="bars, qr or both")] = "both",
    skip: Annotated[
        int, typer.Option("--skip", min=0, help="Labels that are gone from the first sheet.")
    ] = 0,
) -> None:
    """Labels for books as PDF: number, bar code, QR, title, class and shelf."""
    from kiosk.commands.labels import LabelsOf

    with speaking(), open_station(context) as station:
        check_choice("--code", code, "bars", "qr", "both")
        from kiosk.reports.labels import Layout, label_sheets, write_labels

        layout = Layout.read(sheet)
        chosen = dict(_pair(text) for text in where or [])
        wanted = LabelsOf(
            title=chosen.get("title"), location=chosen.get("location"), numbers=_numbers(chosen.get("numbers", "")),
            first=_number(first), last=_number(last), most=MOST + 1,
        )  # fmt: skip
        found = station.ask(wanted)
        if not found or len(found) > MOST:
            raise KioskError("labels_too_many" if found else "labels_none", most=str(MOST))
        write_labels(file, label_sheets(found, layout, bars=code != "qr", qr=code != "bars", skip=skip))
        typer.echo(sentence("care", "labels_made", {"count": len(found), "file": str(file)}))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or name not in FIELDS:
        raise KioskError("labels_bad_where", where=text)
    return name, value.strip()


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(
        number for part in text.replace("，", ",").split(",") if part.strip() and (number := _number(part))
    )


def _number(text: str | None) -> str | None:
    if text is None:
        return None
    number = read_copy_number(text)
    if number is None:
        raise KioskError("labels_bad_number", number=text)
    return number
