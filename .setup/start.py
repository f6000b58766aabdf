"""`make run`: the demo station in build/demo, on the screen if there is one, else as pictures of the tour."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = "build/demo"
PICTURES = "build/tour"


def main(arguments: list[str]) -> int:
    made = yizhan("--home", HOME, "init", "--demo", "--renew")
    if made:
        return made
    if has_display():
        return yizhan("--home", HOME, "run", *arguments)
    print("No display here (no DISPLAY, no WAYLAND_DISPLAY): taking the tour instead.", flush=True)
    toured = yizhan("tour", "--out", PICTURES)
    print(f"The pictures of every screen are in {ROOT / PICTURES}", flush=True)
    return toured


def yizhan(*words: str) -> int:
    return subprocess.run([sys.executable, "-m", "kiosk", *words], cwd=ROOT).returncode


def has_display() -> bool:
    """On Linux: X, Wayland, or a way out that someone named (eglfs, linuxfb, vnc)."""
    if not sys.platform.startswith("linux"):
        return True
    named = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if named:
        return named not in ("offscreen", "minimal")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
