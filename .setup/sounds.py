#!/usr/bin/env python3
"""Makes assets/sounds: bell tones, sines with their octave, fading as a struck bar does. `bell.wav` is not of these."""

from __future__ import annotations

import math
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "assets" / "sounds"
RATE = 22_050
ATTACK = 0.008  # seconds


@dataclass(frozen=True)
class Sound:
    """`tones`: (begins at, hertz); `fade`: until a tone has 1/e of its loudness; `loud`: of full scale. Seconds."""

    tones: tuple[tuple[float, float], ...]
    seconds: float
    fade: float
    loud: float = 0.55

    def at(self, second: float) -> float:
        """Between -1 and 1; the last tenth fades to silence, without a click."""
        tail = min(1.0, (self.seconds - second) / 0.1)
        return tail * sum(tone(second - begin, hertz, self.fade) for begin, hertz in self.tones) / 1.6


SOUNDS = {
    "chime": Sound(((0.0, 659.26), (0.42, 523.25)), 1.4, 0.38),  # E5, C5: the board calls
    "success": Sound(((0.0, 783.99), (0.11, 1046.5)), 0.6, 0.16),  # G5 up to C6: come in
    "attention": Sound(((0.0, 587.33), (0.2, 587.33)), 0.7, 0.14),  # D5 twice: please read
    "refusal": Sound(((0.0, 261.63), (0.18, 196.0)), 0.8, 0.2, 0.65),  # C4 down to G3: this does not open
}


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for name, sound in SOUNDS.items():
        path = OUT / f"{name}.wav"
        frames = range(round(RATE * sound.seconds))
        samples = array("h", (round(32_767 * sound.loud * sound.at(n / RATE)) for n in frames))
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())
        print(f"{path.name}: {path.stat().st_size} bytes")


def tone(second: float, hertz: float, fade: float) -> float:
    if second < 0:
        return 0.0
    loudness = min(1.0, second / ATTACK) * math.exp(-second / fade)
    turn = 2 * math.pi * hertz * second
    return loudness * (0.8 * math.sin(turn) + 0.2 * math.sin(2 * turn))


if __name__ == "__main__":
    main()
