"""Drives the real screens through every journey, keeps pictures, and writes what happened to tour.json."""

import json
import logging
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from ui.app import Look, Screens
from ui.context import Patience
from ui.tour.camera import Camera
from ui.tour.finger import Finger
from ui.tour.guard import Guard
from ui.tour.journey import Complaints, Drive, Journey, Stage, all_journeys

_SIZES = {"kiosk": (1080, 1920), "desk": (1366, 768), "stand": (1080, 1920), "board": (1920, 1080)}
_PATIENCE = Patience(apology=3)
_NOT_HERE = (
    "QRhiGles2: Failed to create",
    "PulseAudioService: pa_context_connect",
    "QUnifiedTimer::stopAnimationDriver: driver is not running",
)
"""Qt looks for a graphics card and a sound server, says that there is none, and goes on all the same. On a busy machine it
now and then stops its clock of animations a second time, and says so."""


@dataclass(frozen=True, slots=True)
class Variant:
    """In which language and size a journey is made."""

    language: str
    large: bool

    @property
    def tag(self) -> str:
        return f"{self.language}-large" if self.large else self.language


@dataclass(slots=True)
class Entry:
    """One journey x language x size, as tour.json tells it."""

    journey: str
    lang: str
    large: bool
    touches: int = 0
    seconds: float = 0.0
    outcome: str = "ok"
    failed: str = ""
    screens: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        row = {
            "journey": self.journey, "lang": self.lang, "large": self.large, "touches": self.touches,
            "seconds": round(self.seconds, 2), "outcome": self.outcome, "screens": self.screens,
        }  # fmt: skip
        return row | {"failed": self.failed} if self.failed else row


def variants(langs: Sequence[str]) -> list[Variant]:
    """Every language in the normal size, and Chinese (or the only language) as 长辈版."""
    large = "zh" if "zh" in langs else langs[0]
    return [*(Variant(language, False) for language in langs), Variant(large, True)]


def run_tour(
    stage: Stage,
    out: Path,
    chosen: Sequence[Variant],
    at: datetime,
    who: str = "all",
    only: Sequence[str] = (),
) -> int:
    """0 when every journey went well, 1 otherwise. The screens' clock stands at `at`."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    entries = []
    for journey in _chosen(who, only):
        for variant in _offered(journey, chosen):
            entry = _make(journey, variant, stage, out, at)
            entries.append(entry)
            _tell(entry)
    text = json.dumps([entry.as_json() for entry in entries], ensure_ascii=False, indent=1)
    (out / "tour.json").write_text(text + "\n", encoding="utf-8")
    return int(any(entry.outcome != "ok" for entry in entries))


def _chosen(who: str, only: Sequence[str]) -> list[Journey]:
    return [
        journey
        for journey in all_journeys()
        if who in ("all", journey.who) and (not only or journey.name in only)
    ]


def _offered(journey: Journey, chosen: Sequence[Variant]) -> list[Variant]:
    """长辈版 is the kiosk's and the stand's."""
    return [variant for variant in chosen if journey.who in ("kiosk", "stand") or not variant.large]


def _make(journey: Journey, variant: Variant, stage: Stage, out: Path, at: datetime) -> Entry:
    entry = Entry(journey.name, variant.language, variant.large)
    begin = time.monotonic()
    with _complaints() as complaints:
        look = Look(large=variant.large, language=variant.language, size=_SIZES[journey.who], pace=0)
        screens = Screens(lambda: stage.open(journey.who), journey.who, look, lambda: at, _PATIENCE)
        finger = Finger(screens.window)
        guard = Guard(screens.window, desk=journey.who == "desk", board=journey.who == "board")
        camera = Camera(screens.window, screens.background, out, f"{journey.name}-{variant.tag}", guard)
        try:
            camera.rest()
            journey.steps(Drive(finger, camera, variant.language, variant.large, stage, complaints))
        except Exception as trouble:
            entry.failed = f"{type(trouble).__name__}: {trouble}"
            _keep_evidence(camera)
        screens.close()
    if complaints.heard and not entry.failed:
        entry.failed = complaints.heard[0]
    entry.outcome = "failed" if entry.failed else "ok"
    entry.touches, entry.screens = finger.touches, camera.pictures
    entry.seconds = time.monotonic() - begin
    return entry


def _keep_evidence(camera: Camera) -> None:
    """The last picture shows where it went wrong, if one can still be made."""
    try:
        camera.keep(guarded=False)
    except Exception as error:
        print(f"no last picture: {error}", file=sys.stderr)


def _tell(entry: Entry) -> None:
    line = f"{entry.journey:<14} {entry.lang} {'长辈版' if entry.large else '     '} {entry.seconds:5.1f} s"
    print(f"{line}  {entry.touches:3} touches  {len(entry.screens):2} screens  {entry.outcome}", flush=True)
    if entry.failed:
        print(f"{entry.journey} ({entry.lang}): {entry.failed}", file=sys.stderr, flush=True)


@contextmanager
def _complaints() -> Iterator[Complaints]:
    """What Qt and our own log complain of meanwhile; a tour has none but those it has asked for."""
    complaints = Complaints()

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        warnings = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
        if kind in warnings and not text.startswith(_NOT_HERE):
            complaints.heard.append(f"Qt warned: {text}")

    root, before = logging.getLogger(), qInstallMessageHandler(hear)
    root.addHandler(complaints)
    try:
        yield complaints
    finally:
        root.removeHandler(complaints)
        qInstallMessageHandler(before)
