"""What every view-model needs of the running application: worker, clock, patience; set at the start."""

from dataclasses import dataclass, field
from typing import Protocol

from kiosk.domain.devices import Devices
from ui.background import Background, Clock


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds without a touch before the idle warning, on plain pages and on forms, and to answer it."""

    page: float = 90
    form: float = 150
    warning: float = 20
    large_factor: float = 2
    apology: float = 6


class WelcomeLike(Protocol):
    """What home says of the station before the worker has told it more (kiosk/welcome.py)."""

    @property
    def name(self) -> str: ...
    @property
    def name_en(self) -> str: ...
    @property
    def opens(self) -> str: ...
    @property
    def closes(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Context:
    background: Background
    clock: Clock
    patience: Patience = field(default_factory=Patience)
    language: str = "zh"
    large: bool = False
    welcome: WelcomeLike | None = None
    devices: Devices = field(default_factory=Devices)


_current: list[Context] = []


def use(context: Context) -> None:
    _current[:] = [context]


def current() -> Context:
    """Raises IndexError before the application has started."""
    return _current[0]
