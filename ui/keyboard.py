"""The on-screen keyboard's surroundings: where its style, layouts and learned words are; forgetting."""

import os
from pathlib import Path

_QML = Path(__file__).parent / "qml"


def prepare() -> None:
    """Before the application object is made: Qt reads these once."""
    os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
    os.environ["QT_VIRTUALKEYBOARD_DESKTOP_DISABLE"] = "1"
    os.environ["QT_VIRTUALKEYBOARD_STYLE"] = "yizhan"
    os.environ["QT_VIRTUALKEYBOARD_LAYOUT_PATH"] = str(_QML / "layouts")


def forget_learned_words() -> None:
    """Placeholder until the keyboard has been opened once."""
