"""The floor: an empty Qt Quick window with the virtual keyboard in it, and nothing else."""

import os
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from tests.bench.started.report import ready

WINDOW = b"""
import QtQuick
import QtQuick.VirtualKeyboard

Window {
    id: window
    width: Screen.width
    height: Screen.height
    visible: true
    InputPanel { width: parent.width; y: active ? parent.height - height : parent.height }
}
"""


def main() -> None:
    os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
    os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
    app = QGuiApplication(sys.argv[:1])
    engine = QQmlApplicationEngine()
    engine.loadData(WINDOW)
    engine.rootObjects()[0].frameSwapped.connect(ready)  # type: ignore[attr-defined]
    app.exec()


if __name__ == "__main__":
    main()
