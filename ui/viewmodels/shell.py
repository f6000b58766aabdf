"""What surrounds every page: language, 长辈版, clock, connection, where we are, and the wipe at the end."""

import logging
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlSingleton, qmlEngine

from kiosk.commands.station import SyncState
from ui import context
from ui.viewmodels import load_all
from ui.viewmodels.base import ViewModel, all_made, shown
from ui.viewmodels.days import clock_words, day_words
from ui.words import translator

log = logging.getLogger(__name__)
QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Shell(ViewModel):
    """Pages go through here: open, back, home, finish. The page host listens."""

    changed = Signal()
    opened = Signal(str)
    replaced = Signal(str)
    finished = Signal(str)
    went_back = Signal()
    went_home = Signal()
    wiped = Signal()

    language = shown(str, "language", changed)
    english = shown(bool, "english", changed)
    large = shown(bool, "large", changed)
    online = shown(bool, "online", changed)
    waiting = shown(int, "waiting_commands", changed)
    terminal = shown(str, "terminal", changed)
    place = shown(str, "place", changed)
    page = shown(str, "page", changed)
    form = shown(bool, "form", changed)
    clock_text = shown(str, "clock_text", changed)
    date_text = shown(str, "date_text", changed)
    sorry = shown(bool, "sorry", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        begin = context.current()
        self._language, self._large = begin.language, begin.large
        self._english = begin.language == "en"
        self._online, self._waiting_commands, self._terminal, self._place = True, 0, "", ""
        self._tick_timer = QTimer(self, singleShot=True)
        self._tick_timer.timeout.connect(self.tick)
        begin.background.news.connect(self.look_at_line, Qt.ConnectionType.QueuedConnection)
        self._translate()
        self.tick()
        self.look_at_line()

    def fresh(self) -> dict[str, Any]:
        return {"page": "home", "form": False, "sorry": False}

    @Slot(str)
    def open(self, page: str) -> None:
        """Push a page, by its path under ui/qml/Yizhan: `kiosk/rooms/RoomsPage.qml`."""
        load_all()  # whoever touches within the first moments would come before them
        self.opened.emit(page)

    @Slot(str)
    def replace(self, page: str) -> None:
        """Show a page instead of the one in front: back leads to where that one was opened."""
        self.replaced.emit(page)

    @Slot(str)
    def finish(self, page: str) -> None:
        """Show a result: back from it leads home, not into the form."""
        self.finished.emit(page)

    @Slot()
    def back(self) -> None:
        self.went_back.emit()

    @Slot()
    def home(self) -> None:
        """The home button: what was typed is dropped, the chosen language and size stay."""
        self._forget()
        self.went_home.emit()

    @Slot(str, bool)
    def enter(self, page: str, form: bool) -> None:
        """A page has come to the front."""
        self.put(page=page, form=form)

    @Slot()
    def wipe(self) -> None:
        """结束并清除: pages, what was typed, the clipboard, language and size. The keyboard never learns."""
        self._forget()
        self.wiped.emit()
        self.went_home.emit()
        self._restore_choices()

    @Slot()
    def toggle_language(self) -> None:
        self._choose_language("zh" if self._english else "en")

    @Slot()
    def toggle_large(self) -> None:
        self.put(large=not self._large)

    @Slot()
    def apologise(self) -> None:
        """Our mistake: say where help is, then go home."""
        self.put(sorry=True)
        QTimer.singleShot(int(context.current().patience.apology * 1000), self._end_apology)

    @Slot()
    def tick(self) -> None:
        now = context.current().clock()
        self._tick_timer.start((60 - now.second) * 1000)
        self.put(clock_text=clock_words(now), date_text=day_words(now))

    def retranslate(self) -> None:
        self.tick()

    @Slot()
    def look_at_line(self) -> None:
        """Whether the hub is there, and what waits for it: after every wish, and when there is news."""
        context.current().background.run(
            lambda station: station.ask(SyncState()), self.show_connection, self._line_failed, aside=True
        )

    def show_connection(self, state: Any) -> None:
        """`state` is a records.SyncState."""
        shown = (state.online, state.waiting, state.letter, state.place)
        if shown != (self._online, self._waiting_commands, self._terminal, self._place):
            self.put(online=shown[0], waiting_commands=shown[1], terminal=shown[2], place=shown[3])

    def _line_failed(self, error: Exception) -> None:
        if self._online:
            log.error("the state of the line is not known", exc_info=error)
        self.put(online=False)

    def _forget(self) -> None:
        QGuiApplication.inputMethod().hide()
        context.current().background.forget()
        for model in all_made():
            model.reset()
        QGuiApplication.clipboard().clear()

    def _choose_language(self, language: str) -> None:
        if language == self._language:
            return
        self._language, self._english = language, language == "en"
        self._translate()
        engine = qmlEngine(self)
        if engine:
            engine.retranslate()
        for model in all_made():
            model.retranslate()

    def _translate(self) -> None:
        app = QCoreApplication.instance()
        if app and self._english:
            app.installTranslator(translator())
        elif app:
            app.removeTranslator(translator())

    def _restore_choices(self) -> None:
        begin = context.current()
        self._large = begin.large
        self._choose_language(begin.language)
        self.changed.emit()

    def _end_apology(self) -> None:
        if self._sorry:
            self.wipe()
