"""One queue of announcements for one loudspeaker: a sound, then speech, and never two at a time."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.devices.speaker import Done, Speaker

LONGEST_SOUND_MS = 15_000  # a voice that never says that it is done must not keep the others waiting
SHORTEST_MS = 4_000  # also without a sound each number is seen as long as that


@dataclass(frozen=True, slots=True)
class Announcement:
    """`number` is what it is about; `words` says it, by language; `sound` comes first."""

    number: str
    words: dict[str, str] = field(default_factory=dict)
    sound: str = "chime"


class Announcer(QObject):
    """`began` tells which one is being announced, `fell_silent` that none is left."""

    began = Signal(object)
    fell_silent = Signal()

    def __init__(
        self,
        speaker: Speaker | None = None,
        shortest_ms: int = SHORTEST_MS,
        longest_ms: int = LONGEST_SOUND_MS,
    ) -> None:
        super().__init__()
        self._speaker = speaker
        self._queue: deque[Announcement] = deque()
        self._now: Announcement | None = None
        self._after: Callable[[], None] | None = None  # the sound that is heard; None while there is none
        self._seen = QTimer(self, singleShot=True, interval=shortest_ms)
        self._seen.timeout.connect(self._end)
        self._limit = QTimer(self, singleShot=True, interval=longest_ms)
        self._limit.timeout.connect(self._give_up)

    @property
    def now(self) -> Announcement | None:
        """What is being announced."""
        return self._now

    def use(self, speaker: Speaker | None) -> None:
        """Another loudspeaker from now on; what the old one says is cut short."""
        self._give_up()
        self._speaker = speaker

    def announce_instead(self, one: Announcement) -> None:
        """At once: whoever stands there now is answered, what was being said to the one before is cut short."""
        self._queue.clear()
        self._seen.stop()
        self._give_up()
        self._now = None
        self.announce(one)

    def announce(self, one: Announcement) -> None:
        """After all that wait already."""
        self._queue.append(one)
        if self._now is None:
            self._begin()

    def _begin(self) -> None:
        self._now = self._queue.popleft()
        self._seen.start()
        self.began.emit(self._now)
        if self._speaker is not None and self._speaker.can_play:
            speaker, sound = self._speaker, self._now.sound
            self._hear(lambda done: speaker.play(sound, done), self._speak)

    def _speak(self) -> None:
        """In the first language that there are words and a voice for; else the chime was all."""
        speaker, one = self._speaker, self._now
        assert speaker is not None and one is not None
        language = next((each for each in speaker.voices if each in one.words), None)
        if language is None:
            return self._end()
        words = one.words[language]
        self._hear(lambda done: speaker.speak(words, language, done), self._end)

    def _hear(self, sound: Callable[[Done], None], after: Callable[[], None]) -> None:
        """Goes on when the sound is over, or has lasted too long; only the first of the two counts."""
        self._after = after
        self._limit.start()
        sound(lambda: self._go_on(after))

    def _go_on(self, after: Callable[[], None]) -> None:
        if self._after == after:
            self._after = None
            self._limit.stop()
            after()

    def _give_up(self) -> None:
        """The sound of now goes no further: what comes after it is dropped as well."""
        if self._after is not None and self._speaker is not None:
            self._after = None
            self._limit.stop()
            self._speaker.stop()
            self._end()

    def _end(self) -> None:
        """Both the ear and the eye have had it."""
        if self._after is not None or self._seen.isActive():
            return
        self._now = None
        if self._queue:
            self._begin()
        else:
            self.fell_silent.emit()
