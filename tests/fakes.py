"""Small real classes that stand for what is outside: a station without a database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kiosk.commands import records
from kiosk.commands.base import Command, Question
from kiosk.commands.station import HomePage, SyncState


@dataclass
class FakeAnswer:
    status: str = "accepted"
    reason: str | None = None
    detail: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)
    id: str = "00000000-0000-0000-0000-000000000000"


@dataclass
class FakeStation:
    """Answers the shell's questions; `answers` and `shows` say more, by name of command or question."""

    answers: dict[str, FakeAnswer] = field(default_factory=dict)
    shows: dict[str, Any] = field(default_factory=dict)
    done: list[Command] = field(default_factory=list)
    trouble: Exception | None = None
    online: bool = True
    news: Callable[[], None] = lambda: None

    def do(self, command: Command, actor: Any = None) -> FakeAnswer:
        if self.trouble:
            raise self.trouble
        self.done.append(command)
        return self.answers.get(type(command).__name__, FakeAnswer())

    def follow(self, on_change: Callable[[], None]) -> None:
        """`news()` tells the screens that something has changed."""
        self.news = on_change

    def close(self) -> None: ...

    def ask(self, question: Question) -> Any:
        name = type(question).__name__
        if name in self.shows:
            return self.shows[name]
        return _SHELL[name](self)


def _home_page(_: FakeStation) -> records.HomePage:
    return records.HomePage(
        name="华垦社区党群服务驿站", name_en="Huaken Community Service Station", short_name="华垦驿站",
        phone="", opens="08:30", closes="21:00", waiting=3, wait_minutes=12, counters_open=True,
        earliest=date(2026, 11, 26), titles=95,
    )  # fmt: skip


def _sync_state(station: FakeStation) -> records.SyncState:
    return records.SyncState(
        terminal="A", letter="A", place="一楼大厅", online=station.online, waiting=0, last_exchange=None
    )


_SHELL: dict[str, Callable[[FakeStation], Any]] = {
    HomePage.__name__: _home_page,
    SyncState.__name__: _sync_state,
}
