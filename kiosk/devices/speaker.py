"""A loudspeaker: short sounds and a voice, whichever of them this machine has."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLocale, QObject, QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

log = logging.getLogger(__name__)
_SOUNDS = Path(__file__).parents[2] / "assets" / "sounds"
LANGUAGES = {"zh": QLocale.Language.Chinese, "en": QLocale.Language.English}
_SILENT_ENGINE = "mock"  # Qt's own for tests: it says nothing
_CALM = -0.1  # a little slower than usual, of -1 to 1

Done = Callable[[], None]


class Speaker(Protocol):
    """`done` is called once for each sound, also when it could not be heard. One sound at a time: the caller waits."""

    @property
    def can_play(self) -> bool:
        """Whether any sound can be heard now."""
        ...

    @property
    def voices(self) -> tuple[str, ...]:
        """The languages it can speak, the preferred one first: zh, en or none."""
        ...

    def play(self, sound: str, done: Done) -> None:
        """A file of assets/sounds, by its name without the ending: chime, success, attention, refusal."""
        ...

    def speak(self, words: str, language: str, done: Done) -> None: ...

    def stop(self) -> None:
        """Silence at once; `done` of what was heard is not called any more."""
        ...


class MachineSpeaker(QObject):
    """This machine's. A device may be plugged in at any time; a voice is looked for at the start."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: Done | None = None
        self._speaks = (
            False  # the voice has begun: what its engine said before that is not the end of a sound
        )
        self._effects: dict[str, QSoundEffect] = {}
        self._effect: QSoundEffect | None = None
        self._engine = self._find_engine()

    @property
    def can_play(self) -> bool:
        return not QMediaDevices.defaultAudioOutput().isNull()

    @property
    def voices(self) -> tuple[str, ...]:
        if self._engine is None or self._engine.state() is QTextToSpeech.State.Error:
            return ()
        return tuple(language for language in LANGUAGES if self._voices(language))

    def play(self, sound: str, done: Done) -> None:
        self._done = done
        if not self.can_play:
            return self._finish()
        if sound not in self._effects:
            self._effects[sound] = self._load(sound)
        self._effect = self._effects[sound]
        if self._effect.audioDevice() != QMediaDevices.defaultAudioOutput():
            self._effect.setAudioDevice(QMediaDevices.defaultAudioOutput())
        self._begin()

    def speak(self, words: str, language: str, done: Done) -> None:
        self._done, self._speaks = done, False
        voices = self._voices(language)
        if self._engine is None or not voices:
            return self._finish()
        self._engine.setVoice(voices[0])
        self._engine.say(words)

    def stop(self) -> None:
        self._done = None
        if self._effect is not None:
            self._effect.stop()
        if self._engine is not None:
            self._engine.stop()

    def _load(self, sound: str) -> QSoundEffect:
        """Only where there is a device: Qt warns on standard error of every sound that it cannot play."""
        effect = QSoundEffect(self)
        effect.playingChanged.connect(self._played)
        effect.statusChanged.connect(self._begin)
        effect.setSource(QUrl.fromLocalFile(str(_SOUNDS / f"{sound}.wav")))
        return effect

    def _find_engine(self) -> QTextToSpeech | None:
        if all(name == _SILENT_ENGINE for name in QTextToSpeech.availableEngines()):
            return None
        engine = QTextToSpeech(self)
        if engine.state() is QTextToSpeech.State.Error:
            log.warning("no voice here: %s", engine.errorString())
            return None
        engine.setRate(_CALM)
        engine.stateChanged.connect(self._spoke)
        return engine

    def _voices(self, language: str) -> list[QVoice]:
        if self._engine is None:
            return []
        for locale in self._engine.availableLocales():
            if locale.language() == LANGUAGES[language]:
                self._engine.setLocale(locale)
                return list(self._engine.availableVoices())
        return []

    def _begin(self) -> None:
        """As soon as it is loaded; at once over where it cannot be."""
        effect = self._effect
        if effect is None or self._done is None:
            return
        if effect.status() is QSoundEffect.Status.Error:
            self._finish()
        elif effect.status() is QSoundEffect.Status.Ready and not effect.isPlaying():
            effect.play()

    def _played(self) -> None:
        if self._effect is not None and not self._effect.isPlaying():
            self._finish()

    def _spoke(self, state: QTextToSpeech.State) -> None:
        if state is QTextToSpeech.State.Speaking:
            self._speaks = True
        elif state is QTextToSpeech.State.Error or (self._speaks and state is QTextToSpeech.State.Ready):
            self._speaks = False
            self._finish()

    def _finish(self) -> None:
        done, self._done = self._done, None
        if done is not None:
            done()


class SimulatedSpeaker:
    """Its twin: keeps in `heard` what would be heard, and complains if two sounds overlap. `end` ends the sound of now."""

    def __init__(
        self, can_play: bool = True, voices: tuple[str, ...] = ("zh",), prompt: bool = False
    ) -> None:
        """`prompt`: each sound is over at once."""
        self.can_play = can_play
        self.voices = voices
        self.heard: list[str] = []
        self._prompt = prompt
        self._done: Done | None = None

    @property
    def is_busy(self) -> bool:
        return self._done is not None

    def play(self, sound: str, done: Done) -> None:
        self._begin(sound, done)

    def speak(self, words: str, language: str, done: Done) -> None:
        self._begin(words, done)

    def stop(self) -> None:
        self._done = None

    def end(self) -> None:
        """Raises AssertionError if nothing is heard."""
        assert self._done is not None, "nothing is heard"
        done, self._done = self._done, None
        done()

    def _begin(self, sound: str, done: Done) -> None:
        assert self._done is None, f"{sound} over {self.heard[-1]}"
        self.heard.append(sound)
        self._done = done
        if self._prompt:
            self.end()
