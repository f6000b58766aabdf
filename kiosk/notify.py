"""How people are told: a port. As shipped it prints a list to call from; a gateway is one more class, named in the settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from kiosk.commands.desk import DeskHouse
from kiosk.commands.notices import NoticesOpened, OpenNotices, TellNotice
from kiosk.config import HomeFolder
from kiosk.domain.trouble import KioskError
from kiosk.reports.call_sheet import Message, call_sheet
from kiosk.reports.notices import notice_name, notice_text
from kiosk.station import Answer, Station

PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Notified:
    """`told`: the notices that have reached whom they concern; `file`: a list that somebody calls from."""

    told: tuple[str, ...] = ()
    file: Path | None = None


class Notify(Protocol):
    """A way to tell people. `words`: what its button says, by language."""

    words: dict[str, str]

    def notify(self, messages: Sequence[Message], station: str, now: datetime, lang: str) -> Notified:
        """Raises KioskError when nothing was sent."""
        ...


class CallSheet:
    """A PDF in the home, for somebody who calls; it has reached nobody by itself."""

    def __init__(self, folder: HomeFolder) -> None:
        self.words = {"zh": "打印名单", "en": "Print the list"}
        self._folder = folder

    def notify(self, messages: Sequence[Message], station: str, now: datetime, lang: str) -> Notified:
        file = self._folder.lists / f"calls-{now:%Y%m%d-%H%M%S}.pdf"
        try:
            file.parent.mkdir(mode=0o700, exist_ok=True)
            for old in file.parent.glob("calls-*.pdf"):  # phones lie around no longer than they are used
                old.unlink()
            file.write_bytes(call_sheet(messages, station, now, lang))
        except OSError as error:
            raise KioskError("list_not_written", file=str(file), why=error.strerror or str(error)) from error
        return Notified(file=file)


def notifier_of(folder: HomeFolder) -> Notify:
    """As the settings name it: `paper`, or `package.module:Class`, made with the home's folder. Raises KioskError."""
    name = folder.load().notify
    if name == PAPER:
        return CallSheet(folder)
    module, _, found = name.partition(":")
    try:
        return cast(Notify, getattr(import_module(module), found)(folder))
    except (ImportError, AttributeError, ValueError) as error:
        raise KioskError("bad_settings", home=str(folder.path), why=f"notify = {name}: {error}") from error


def notify(station: Station, notices: Sequence[str], actor: Any, lang: str) -> Notified | Answer:
    """Tell these by whatever way the settings name: it is noted that they were opened, and who has been told by it. An
    answer where that was refused. Raises KioskError.
    """
    answer = station.do(OpenNotices(notices=tuple(notices)), actor)
    if answer.status == "refused":
        return answer
    lines = station.ask(NoticesOpened(notices=tuple(notices)), actor)
    house = station.ask(DeskHouse(), actor)
    messages = [
        Message(
            line.id,
            notice_name(line.what, lang),
            line.who,
            line.phone,
            notice_text(line.what, line.detail, lang),
        )
        for line in lines
    ]
    name = house.name_en if lang == "en" else house.name
    done = notifier_of(station.folder).notify(messages, name, station.now(), lang)
    for notice in done.told:
        station.do(TellNotice(notice=notice), actor)
    return done
