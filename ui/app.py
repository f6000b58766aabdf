"""Starts the screens: application, fonts, engine, the start page of the role."""

import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.devices import Devices
from kiosk.domain.times import station_now
from ui import context, keyboard, viewmodels
from ui.background import Background, Clock, OpenStation
from ui.context import Context, Patience, WelcomeLike
from ui.fonts import use_shipped_fonts
from ui.icons import IconProvider
from ui.slips import SlipProvider

log = logging.getLogger(__name__)
QML = Path(__file__).parent / "qml"
_AFTER_FRAME_MS = 100
_WAKE_MS = 200
_FIRST_FRAME_MS = 50
START_PAGES = {
    "kiosk": "kiosk/KioskMain.qml",
    "desk": "desk/DeskMain.qml",
    "stand": "stand/StandMain.qml",
    "board": "board/BoardMain.qml",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is to be: `window` beside other programs, else the whole screen; `size` for the tour.

    `alternates`: both languages in turn, `is_pin`: whether somebody may leave the full screen; the check-in stand's.
    """

    window: bool = False
    large: bool = False
    language: str = "zh"
    size: tuple[int, int] | None = None
    pace: float = 1.0
    alternates: bool = False
    is_pin: Callable[[str], bool] | None = None


class Screens:
    """One running set of screens. `close` ends it; the application object stays (Qt allows one a process)."""

    def __init__(
        self,
        open_station: OpenStation,
        role: str = "kiosk",
        look: Look | None = None,
        clock: Clock = station_now,
        patience: Patience | None = None,
        welcome: WelcomeLike | None = None,
        devices: Devices | None = None,
    ) -> None:
        look = look or Look()
        self._role = role
        application()
        self.background = Background(open_station)
        context.use(
            Context(
                self.background,
                clock,
                patience or Patience(),
                look.language,
                look.large,
                welcome,
                devices or Devices(),
            )
        )
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(QML))
        self.engine.addImageProvider("icon", IconProvider())
        self.engine.addImageProvider("slip", SlipProvider())
        _know_the_models_of(role)
        if role == "desk":
            _show_papers(self.engine)
        width, height = look.size or _fitting_size(look.window, role)
        self.engine.setInitialProperties({"width": width, "height": height, "pace": look.pace})
        self.engine.load(QUrl.fromLocalFile(str(QML / "Yizhan" / START_PAGES[role])))
        if not self.engine.rootObjects():
            raise RuntimeError("the start page did not load")
        self.window = self._root()
        # opening the database takes as long as Qt's own start: home is seen first
        self._opening = QTimer(interval=0 if look.size else _FIRST_FRAME_MS, singleShot=True)
        self._opening.timeout.connect(self.background.begin)
        self._opening.start()
        self.window.show() if look.window or look.size else self.window.showFullScreen()
        self.background.run(lambda station: None, lambda nothing: self._load_the_rest())

    def _load_the_rest(self) -> None:
        """Home has asked before this and has its data: after its frame there is time for the other pages."""
        QTimer.singleShot(_AFTER_FRAME_MS, self.window, viewmodels.load_all)

    def _root(self) -> QQuickWindow:
        root: QObject = self.engine.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        return root

    def close(self) -> None:
        from ui import bell
        from ui.viewmodels.base import drop_all

        bell.drop()
        self._opening.stop()
        if self._role == "stand":
            from ui.viewmodels.stand.leaving import Leaving

            Leaving.the().let_go()
        end_scanners()
        end_camera()
        self.window.close()
        self.background.close()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        drop_all()


def application() -> QGuiApplication:
    """The one application object, made with our keyboard and fonts."""
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    keyboard.prepare()
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("yizhan")
    use_shipped_fonts(app)
    return app


def run(
    open_station: OpenStation,
    role: str = "kiosk",
    look: Look | None = None,
    welcome: WelcomeLike | None = None,
    devices: Devices | None = None,
) -> int:
    """Until the window is closed, or a signal comes. Raises what keeps the station from being opened."""
    screens = Screens(open_station, role, look, welcome=welcome, devices=devices)
    if role != "board":
        QTimer.singleShot(_AFTER_FRAME_MS, screens.window, begin_scanners)
    if role == "kiosk":
        QTimer.singleShot(_AFTER_FRAME_MS, screens.window, begin_camera)
    if role == "board":
        from ui.viewmodels.board import give_voice

        QTimer.singleShot(_AFTER_FRAME_MS, screens.window, give_voice)
    if role == "stand":
        _begin_stand(screens, look or Look())
    app, background = application(), screens.background
    if role != "stand":  # which says so on its screen, and tries again
        background.broke_down.connect(app.quit)
    sys.excepthook = _mistake
    wake = _end_on_signals(app)
    is_lost = background.trouble is not None and role != "stand"
    code = 0 if is_lost else app.exec()
    wake.stop()
    screens.close()
    if background.trouble and role != "stand":
        raise background.trouble
    return code


def begin_scanners() -> None:
    from ui.viewmodels.scanners import Scanners

    Scanners.the().begin()


def end_scanners() -> None:
    from ui.viewmodels.base import ViewModel
    from ui.viewmodels.scanners import Scanners

    if Scanners in ViewModel._made:
        Scanners.the().end()


def begin_camera() -> None:
    from ui.viewmodels.lens import Lens

    Lens.the().begin()


def end_camera() -> None:
    from ui.viewmodels.base import ViewModel
    from ui.viewmodels.lens import Lens

    if Lens in ViewModel._made:
        Lens.the().end()


def _end_on_signals(app: QGuiApplication) -> QTimer:
    """Ctrl+C and a stopped service close as a closed window does; Python hears signals only when it runs.

    Not with quit(), which asks each window first: the stand's says no.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.exit(0))
    wake = QTimer(app, interval=_WAKE_MS)
    wake.timeout.connect(lambda: None)
    wake.start()
    return wake


def _mistake(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Of a page or view-model, when Qt called it: logged, and the person is sent to the desk."""
    from ui.viewmodels.shell import Shell

    log.error("a screen met a mistake", exc_info=(kind, error, trace))
    Shell.the().apologise()


def has_display() -> bool:
    """Whether Qt could open a window here (a chosen QT_QPA_PLATFORM counts as one)."""
    import os

    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _fitting_size(window: bool, role: str) -> tuple[int, int]:
    screen = application().primaryScreen().availableSize()
    if not window:
        return screen.width(), screen.height()
    if role == "desk":
        return 1366, 768
    if role == "board":
        width = int(screen.width() * 0.9)
        return width, width * 9 // 16
    height = min(int(screen.height() * 0.9), 1920)
    return height * 9 // 16, height


def _know_the_models_of(role: str) -> None:
    """Of the start page. The shell first: it chooses the language before QML reads the first text."""
    from ui.viewmodels import help, home, idle, scan, scanners, shell  # noqa: F401

    shell.Shell.the()
    if role == "desk":
        from ui.viewmodels.desk import load_desk

        load_desk()
    if role == "board":
        from ui.viewmodels.board import load_board

        load_board()
    if role == "stand":
        from ui.viewmodels.stand import load_stand

        load_stand()


def _begin_stand(screens: Screens, look: Look) -> None:
    from ui.viewmodels.stand import begin_stand

    bolted = not look.window
    QTimer.singleShot(
        _AFTER_FRAME_MS, screens.window, lambda: begin_stand(look.alternates, look.is_pin, bolted)
    )


def _show_papers(engine: QQmlApplicationEngine) -> None:
    from ui.viewmodels.desk.papers import PaperProvider

    engine.addImageProvider("paper", PaperProvider())
