#!/usr/bin/env python3
"""Makes assets/sounds/chime.wav, the board's two bell tones: sines with their octave, fading as a struck bar does."""

from __future__ import annotations

import math
import wave
from array import array
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "assets" / "sounds" / "chime.wav"
RATE = 22_050
SECONDS = 1.4
TONES = ((0.0, 659.26), (0.42, 523.25))  # begin in seconds, hertz: E5, C5
ATTACK, FADE = 0.008, 0.38  # seconds
LOUD = 0.55  # of full scale


def main() -> None:
    samples = array("h", (round(32_767 * LOUD * heard(n / RATE)) for n in range(round(RATE * SECONDS))))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(OUT), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    print(f"{OUT.name}: {OUT.stat().st_size} bytes")


def heard(second: float) -> float:
    """Between -1 and 1; the last hundredth fades to silence, without a click."""
    tail = min(1.0, (SECONDS - second) / 0.1)
    return tail * sum(tone(second - begin, hertz) for begin, hertz in TONES) / 1.6


def tone(second: float, hertz: float) -> float:
    if second < 0:
        return 0.0
    loudness = min(1.0, second / ATTACK) * math.exp(-second / FADE)
    turn = 2 * math.pi * hertz * second
    return loudness * (0.8 * math.sin(turn) + 0.2 * math.sin(2 * turn))


if __name__ == "__main__":
    main()
