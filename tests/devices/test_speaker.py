"""This machine's loudspeaker, with Qt's own silent voice (it speaks English and takes its time)."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.devices import speaker as module
from kiosk.devices.speaker import MachineSpeaker
from ui.app import application


def test_a_voice_tells_once_when_it_has_said_all(monkeypatch: pytest.MonkeyPatch) -> None:
    application()
    monkeypatch.setattr(module, "_SILENT_ENGINE", "none")
    monkeypatch.setattr(module, "QTextToSpeech", _Mock)
    speaker, heard = MachineSpeaker(), list[str]()
    assert speaker.voices == ("en",)
    speaker.speak("A 0 1 2", "en", lambda: heard.append("said"))
    assert heard == []
    for _ in range(200):
        QTest.qWait(20)
        if heard:
            break
    QTest.qWait(100)
    assert heard == ["said"]
    speaker.speak("请", "zh", lambda: heard.append("no such voice"))
    assert heard == ["said", "no such voice"]


class _Mock(QTextToSpeech):
    def __init__(self, parent: MachineSpeaker) -> None:
        super().__init__("mock", parent)
