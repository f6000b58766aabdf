"""The on-screen keyboard's surroundings: where its style and layouts are, and that it learns nothing."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QLoggingCategory

_QML = Path(__file__).parent / "qml"

# Qt's own keyboard speaks of its sounds' libraries and of its own QML; nothing there is ours to mend.
_QUIET = """
qt.multimedia.symbolsresolver.warning=false
qt.virtualkeyboard.pinyin.warning=false
qt.qml.propertyCache.append.warning=false
"""


def prepare() -> None:
    """Before the application object is made: Qt reads these once."""
    os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
    os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
    os.environ["QT_VIRTUALKEYBOARD_STYLE"] = "yizhan"
    os.environ["QT_VIRTUALKEYBOARD_LAYOUT_PATH"] = str(_QML / "layouts")
    _teach_nothing()
    QLoggingCategory.setFilterRules(_QUIET)


def _teach_nothing() -> None:
    """The pinyin engine keeps the words it learns in memory and in usr_dict.dat, and offers no way to forget.

    It learns only if it can open that file. A folder of that name cannot be opened, so nothing is ever kept.
    """
    config = Path(tempfile.mkdtemp(prefix="yizhan-keyboard-"))
    (config / "qtvirtualkeyboard" / "pinyin" / "usr_dict.dat").mkdir(parents=True)
    os.environ["XDG_CONFIG_HOME"] = str(config)
    atexit.register(shutil.rmtree, config, ignore_errors=True)
