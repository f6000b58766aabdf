"""The journeys a tour makes, and what a journey can do: tap, type, scan, look, keep a picture."""

import logging
import pkgutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt

from ui import context
from ui.tour.camera import Camera
from ui.tour.finger import Finger, Missing
from ui.viewmodels.idle import Idle
from ui.viewmodels.shell import Shell
from ui.words import say

_KEYBOARD_MODES = {"zh": ("中 / 英", "英 / 中"), "en": ("英 / 中", "中 / 英")}


class Stage(Protocol):
    """Where the tour plays: a fresh station for each journey, and the line between the last one and its store."""

    def open(self, role: str = "kiosk") -> Any: ...
    def promise_too_late(self, first: Sequence[Any], promised: Sequence[Any]) -> list[Any]: ...
    def cut_line(self) -> None: ...
    def join_line(self) -> None: ...


class Complaints(logging.Handler):
    """Errors that came while the journey was made, but for those it has caused on purpose."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.heard: list[str] = []
        self.expected: list[Exception] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        purpose = record.args[0] if isinstance(record.args, tuple) and record.args else None
        if error not in self.expected and purpose not in self.expected:
            self.heard.append(f"{record.getMessage()}: {error!r}")


@dataclass(frozen=True, slots=True)
class Journey:
    name: str
    who: str
    steps: Callable[["Drive"], None]


_JOURNEYS: dict[str, Journey] = {}


def journey(
    name: str, who: str = "kiosk"
) -> Callable[[Callable[["Drive"], None]], Callable[["Drive"], None]]:
    """Enter a journey into the book; `who` is the role whose screens it drives."""

    def enter(steps: Callable[["Drive"], None]) -> Callable[["Drive"], None]:
        _JOURNEYS[name] = Journey(name, who, steps)
        return steps

    return enter


def all_journeys() -> list[Journey]:
    from ui.tour import journeys

    for module in pkgutil.iter_modules(journeys.__path__):
        import_module(f"{journeys.__name__}.{module.name}")
    return list(_JOURNEYS.values())


class Drive:
    """What a person does at the screen. Names are Chinese source texts, translated by itself in English."""

    def __init__(
        self,
        finger: Finger,
        camera: Camera,
        language: str,
        large: bool,
        stage: Stage | None = None,
        complaints: Complaints | None = None,
    ) -> None:
        self._finger = finger
        self._camera = camera
        self.language = language
        self.large = large
        self._stage = stage
        self._complaints = complaints or Complaints()

    def tap(self, name: str, english: str = "") -> None:
        """Press what has this name. Raises Missing. `english` is for the station's own data."""
        wanted = self._words(name, english)
        self._camera.rest()
        hidden = self._finger.find_anywhere(wanted)
        if hidden is not None:
            self._finger.scroll_into_view(hidden)
            self._camera.rest()
        self._finger.tap(self._finger.find(wanted))
        self._camera.rest()

    def can(self, name: str, english: str = "") -> bool:
        """Whether something of this name can be pressed now."""
        self._camera.rest()
        return self._words(name, english) in self._finger.names()

    def sees(self, text: str, english: str = "") -> None:
        """Some visible text contains this. Raises Missing."""
        self._camera.rest()
        wanted = self._words(text, english)
        if not any(wanted in shown for shown in self._finger.texts()):
            raise Missing(f"“{wanted}” is not to be read; there is: {' | '.join(self._finger.texts())}")

    def looks_at(self, text: str, english: str = "") -> None:
        """Like `sees`, and where it is further down the page is slid to it."""
        self.sees(text, english)
        self._finger.scroll_into_view(self._finger.find_text(self._words(text, english)))
        self._camera.rest()

    def waits_for(self, text: str, english: str = "") -> None:
        """Like `sees`, but what comes by itself may take some seconds."""
        wanted = self._words(text, english)
        self._camera.until(
            lambda: any(wanted in shown for shown in self._finger.texts()), f"“{wanted}” did not come"
        )

    def waits_until_gone(self, text: str, english: str = "") -> None:
        """It goes by itself."""
        wanted = self._words(text, english)
        self._camera.until(
            lambda: not any(wanted in shown for shown in self._finger.texts()), f"“{wanted}” did not go"
        )
        self._camera.rest()

    def digits(self, number: str) -> None:
        """On our number pad."""
        for digit in number:
            self._finger.tap(self._finger.find(digit))
        self._camera.rest()

    def type(self, letters: str, into: str = "", english: str = "") -> None:
        """On the on-screen keyboard, letter by letter; `into` first touches the field of that label."""
        if into:
            self.tap(into, english)
        for letter in letters:
            self._press_letter(letter)
        self._camera.rest()

    def candidate(self, word: str) -> None:
        """Take a word that the pinyin keyboard offers."""
        self._finger.tap(self._finger.candidate(word))
        self._camera.rest()

    def enter(self) -> None:
        """The big key of the keyboard: 搜索 or 完成."""
        self._finger.tap(self._finger.special_key(Qt.Key.Key_Return))
        self._camera.rest()

    def hit(self, key: str) -> None:
        """A key of the desk's keyboard."""
        self._camera.rest()
        self._finger.hit(key)
        self._camera.rest()

    def write(self, text: str, into: str = "") -> None:
        """On the desk's keyboard; `into` first touches the field of that label."""
        if into:
            self.tap(into)
        self._finger.write(text)
        self._camera.rest()

    def scan(self, code: str) -> None:
        """When the screen is at rest: keys that come late are no scan."""
        self._camera.rest()
        self._finger.scan(code)
        self._camera.rest()

    def shot(self) -> None:
        self._camera.shoot()

    def wait_idle(self) -> None:
        """The quiet time passes without a touch."""
        Idle.the().elapse()
        self._camera.rest()

    def cut_line(self) -> None:
        """The line to the hub is cut; the screens notice it by themselves, here at once."""
        assert self._stage is not None
        self._stage.cut_line()
        self._exchange()

    def promise_too_late(self, first: Sequence[Any], promised: Sequence[Any]) -> list[Any]:
        """Wishes (kind, fields, who) of two other terminals, the second one cut off: what it had answered."""
        assert self._stage is not None
        answers = self._stage.promise_too_late(first, promised)
        self._exchange()
        return answers

    def at_station(self, act: Callable[[Any], Any]) -> None:
        """Somebody else does something at this station meanwhile; what they could not do is an error of the journey."""
        done: list[Any] = []
        context.current().background.run(act, done.append, done.append, aside=True)
        self._camera.until(lambda: bool(done), "what was done at the station did not end")
        if isinstance(done[0], Exception):
            raise done[0]
        self._camera.rest()

    def join_line(self) -> None:
        assert self._stage is not None
        self._stage.join_line()
        self._exchange()

    def _exchange(self) -> None:
        context.current().background.run(
            lambda station: station.exchange(), lambda decided: Shell.the().look_at_line(), aside=True
        )

    @contextmanager
    def held(self) -> Iterator[None]:
        """The worker stands still: what is tapped inside stays busy."""
        go_on = threading.Event()
        context.current().background.run(lambda station: go_on.wait(20), lambda _: None, aside=True)
        try:
            yield
        finally:
            go_on.set()
            self._camera.rest()

    def press(self, name: str, english: str = "") -> None:
        """Tap, as soon as it can be, without waiting for what comes of it."""
        wanted = self._words(name, english)
        self._camera.until(lambda: self._finger.can_reach(wanted), f"“{wanted}” cannot be pressed")
        self._finger.tap(self._finger.find(wanted))

    def shot_busy(self) -> None:
        """A picture while something is on its way."""
        self._camera.keep()

    def break_down(self, trouble: Exception) -> None:
        """The next wish fails like this: trouble one can hear about, or a mistake of ours."""

        def spoil(station: Any) -> None:
            def fail(*_: Any) -> None:
                del station.do
                raise trouble

            station.do = fail

        self._complaints.expected.append(trouble)
        context.current().background.run(spoil, lambda _: None, aside=True)

    def use_language(self, language: str) -> None:
        """What the journey's texts are in from now on, after it has pressed the language button itself."""
        self.language = language

    @property
    def page(self) -> str:
        return str(Shell.the()._page)

    @property
    def touches(self) -> int:
        return self._finger.touches

    def _press_letter(self, letter: str) -> None:
        if letter == " ":
            self._finger.tap(self._finger.special_key(Qt.Key.Key_Space))
        elif letter.isdigit():
            self._with_symbols(letter)
        else:
            self._finger.tap(self._finger.key(letter))
        QCoreApplication.processEvents()

    def _with_symbols(self, letter: str) -> None:
        try:
            self._finger.tap(self._finger.key(letter))
        except Missing:
            self._finger.tap(self._finger.key("123"))
            self._camera.rest()
            self._finger.tap(self._finger.key(letter))

    def _words(self, chinese: str, english: str) -> str:
        if self.language == "en":
            return english or say(chinese)
        return chinese
