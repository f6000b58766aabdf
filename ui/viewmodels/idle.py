"""Nobody touches: warn, then wipe. Never while something is being done or someone was called."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlSingleton

from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.help import Help
from ui.viewmodels.shell import Shell

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

TOUCHES = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)


@QmlElement
@QmlSingleton
class Idle(ViewModel):
    """`warning` opens the dialog; `left` counts its seconds."""

    changed = Signal()
    warning = shown(bool, "warning", changed)
    left = shown(int, "left", changed)
    share = shown(float, "share", changed)

    def __init__(self) -> None:
        super().__init__()
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self.elapse)
        self._second = QTimer(self)
        self._second.timeout.connect(self._count_down)
        app = QGuiApplication.instance()
        if app:
            app.installEventFilter(self)
        Shell.the().changed.connect(self._page_changed)
        self.touched()

    def fresh(self) -> dict[str, Any]:
        return {"warning": False, "left": 0, "share": 1.0}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES and not self._warning:
            self.touched()
        return False

    @Slot()
    def touched(self) -> None:
        """Someone is there: begin anew."""
        self._quiet.start(int(self.patience() * 1000))

    @Slot()
    def stay(self) -> None:
        """还在: the warning goes, all stays."""
        self._second.stop()
        self.put(warning=False)
        self.touched()

    @Slot()
    def elapse(self) -> None:
        """The quiet time is over."""
        if self._nothing_to_wipe() or context.current().background.busy or Help.the().is_open():
            return self.touched()
        seconds = int(context.current().patience.warning)
        self.put(warning=True, left=seconds, share=1.0)
        self._second.start(1000)

    def _nothing_to_wipe(self) -> bool:
        shell, begin = Shell.the(), context.current()
        return bool(
            shell._page == "home" and shell._large == begin.large and shell._language == begin.language
        )

    def reset(self) -> None:
        self._second.stop()
        super().reset()
        self.touched()

    def patience(self) -> float:
        shell, patience = Shell.the(), context.current().patience
        seconds = patience.form if shell._form else patience.page
        return seconds * (patience.large_factor if shell._large else 1)

    def _count_down(self) -> None:
        whole = max(1.0, context.current().patience.warning)
        self.put(left=self._left - 1, share=(self._left - 1) / whole)
        if self._left <= 0:
            self._second.stop()
            Shell.the().wipe()

    def _page_changed(self) -> None:
        changed = self._quiet.interval() != int(self.patience() * 1000)
        if changed and not self._warning and self._quiet.isActive():
            self.touched()
