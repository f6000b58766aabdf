"""The desk's bell. A machine without sound stays silent and says so once, in the log."""

import logging
from functools import cache
from typing import Any

from PySide6.QtCore import QUrl

import assets

log = logging.getLogger(__name__)
_BELL = assets.FOLDER / "sounds" / "bell.wav"


def ring(loudness: float) -> None:
    """`loudness` from 0 to 1."""
    effect = _effect()
    if effect is not None:
        effect.setVolume(loudness)
        effect.play()


@cache
def _effect() -> Any:
    """Made with the first ring: Qt's sound library takes a while to load, and looks for a device."""
    try:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
    except ImportError as error:
        log.warning("no sound here: %s", error)
        return None
    if QMediaDevices.defaultAudioOutput().isNull():
        log.warning("no sound here: no device to play on")
        return None
    effect = QSoundEffect()
    effect.setSource(QUrl.fromLocalFile(str(_BELL)))
    return effect


def drop() -> None:
    """Before the application ends: Qt's sound does not outlive it."""
    _effect.cache_clear()
