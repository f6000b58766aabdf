"""One announcement after the other, whatever the loudspeaker does."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest

from kiosk.devices.announcer import Announcement, Announcer
from kiosk.devices.speaker import SimulatedSpeaker
from ui.app import application

A, B = (Announcement(number, {"zh": f"请{number}", "en": f"Number {number}"}) for number in ("A001", "B002"))


@pytest.fixture(autouse=True)
def a_running_application() -> None:
    application()


def wait(reached: Callable[[], bool]) -> None:
    for _ in range(600):
        if reached():
            return
        QTest.qWait(5)
    raise AssertionError("it did not come")


def announcer(speaker: SimulatedSpeaker | None, shortest_ms: int = 0, longest_ms: int = 60_000) -> Announcer:
    return Announcer(speaker, shortest_ms, longest_ms)


def play(speaker: SimulatedSpeaker, until: Callable[[], bool]) -> None:
    """Let each sound end at its time."""

    def done() -> bool:
        if speaker.is_busy:
            speaker.end()
        return until()

    wait(done)


def test_two_calls_in_the_same_second_are_announced_one_after_the_other() -> None:
    speaker = SimulatedSpeaker()
    announcements = announcer(speaker)
    announcements.announce(A)
    announcements.announce(B)
    assert (speaker.heard, announcements.now) == (["chime"], A)
    speaker.end()
    assert (speaker.heard, announcements.now) == (["chime", "请A001"], A)
    play(speaker, lambda: announcements.now is None)
    assert speaker.heard == ["chime", "请A001", "chime", "请B002"]


@settings(max_examples=40)
@given(st.lists(st.booleans(), max_size=25), st.sampled_from([("zh",), ("en",), ("en", "zh"), ()]))
def test_no_order_of_calls_and_ends_lets_two_sounds_overlap(
    steps: list[bool], voices: tuple[str, ...]
) -> None:
    """The simulated loudspeaker complains of any sound that begins over another."""
    speaker = SimulatedSpeaker(voices=voices)
    announcements = announcer(speaker)
    announcements._seen.setInterval(0)
    for calls in steps:
        if calls:
            announcements.announce(A)
        elif speaker.is_busy:
            speaker.end()
        announcements._seen.stop()  # the eye has had it
        announcements._end()
    while announcements.now is not None:
        if speaker.is_busy:
            speaker.end()
        announcements._seen.stop()
        announcements._end()
    each = 2 if voices else 1
    assert len(speaker.heard) == each * sum(steps)


@pytest.mark.parametrize(
    "speaker", [None, SimulatedSpeaker(can_play=False)], ids=["no loudspeaker", "unplugged"]
)
def test_without_a_sound_each_number_is_seen_for_a_while(speaker: SimulatedSpeaker | None) -> None:
    announcements = announcer(speaker, shortest_ms=40)
    seen: list[str] = []
    announcements.began.connect(lambda one: seen.append(one.number))
    announcements.announce(A)
    announcements.announce(B)
    assert seen == ["A001"]
    wait(lambda: announcements.now is None)
    assert seen == ["A001", "B002"]


def test_where_there_is_no_voice_the_chime_is_all() -> None:
    speaker = SimulatedSpeaker(voices=())
    announcements = announcer(speaker)
    announcements.announce(A)
    play(speaker, lambda: announcements.now is None)
    assert speaker.heard == ["chime"]


def test_a_voice_that_never_ends_does_not_keep_the_next_one_waiting() -> None:
    speaker = SimulatedSpeaker()
    announcements = announcer(speaker, longest_ms=30)
    announcements.announce(A)
    announcements.announce(B)
    wait(lambda: announcements.now is None)
    assert speaker.heard == ["chime", "chime"]


def test_a_loudspeaker_that_is_pulled_out_in_the_middle_is_let_go() -> None:
    first, second = SimulatedSpeaker(), SimulatedSpeaker(prompt=True)
    announcements = announcer(first)
    announcements.announce(A)
    announcements.announce(B)
    announcements.use(second)
    wait(lambda: announcements.now is None)
    assert (first.heard, second.heard[-1]) == (["chime"], "请B002")


def test_whoever_stands_there_now_is_answered_at_once() -> None:
    """What was being said and what waited is cut short; the simulated loudspeaker complains of any overlap."""
    speaker = SimulatedSpeaker()
    announcements = announcer(speaker)
    announcements.announce(A)
    announcements.announce(A)
    speaker.end()
    announcements.announce_instead(Announcement("B002", B.words, sound="success"))
    assert (speaker.heard, announcements.now is not None) == (["chime", "请A001", "success"], True)
    play(speaker, lambda: announcements.now is None)
    assert speaker.heard[-1] == "请B002"
