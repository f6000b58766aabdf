"""From the start of the process to the first usable frame, and its memory then, beside an empty window's."""

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from tests.bench.table import line, median

pytestmark = pytest.mark.bench
ROUNDS = 7
SCREEN = {"name": "kiosk", "x": 0, "y": 0, "width": 1080, "height": 1920, "logicalDpi": 96, "dpr": 1}
MIB = 1024 * 1024


def test_the_first_usable_frame_comes_soon(demo_template: Path, tmp_path: Path) -> None:
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    surroundings = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}"}
    kiosk = ["tests.bench.started.kiosk", "--home", str(demo_template), "run"]
    empty = ["tests.bench.started.empty_window"]
    _start(kiosk, surroundings), _start(empty, surroundings)  # once, so that both are in the disk's cache
    with_figures = [*kiosk, "--figures"]
    pairs = [
        (_start(kiosk, surroundings), _start(with_figures, surroundings), _start(empty, surroundings))
        for _ in range(ROUNDS)
    ]
    (seconds, _), (figures, memory), (floor_seconds, floor_memory) = (
        [median([run[what] for run in runs]) for what in (0, 1)] for runs in zip(*pairs, strict=True)
    )
    line(
        "start to the first usable frame",
        f"{seconds / floor_seconds:.2f} x an empty window ({seconds:.2f} s; empty {floor_seconds:.2f} s)",
        "at most 3 x",
    )
    line(
        "start to home with today's figures",
        f"{figures / floor_seconds:.2f} x an empty window ({figures:.2f} s)",
        "(shown beside the first frame, for honesty)",
    )
    line(
        "resident memory then",
        f"{memory / floor_memory:.2f} x an empty window ({memory / MIB:.0f} MiB; empty {floor_memory / MIB:.0f} MiB)",
        "at most 2.5 x",
    )


def _start(module: list[str], surroundings: dict[str, str]) -> tuple[float, int]:
    """Seconds, and bytes of resident memory."""
    begin = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", *module], env=surroundings, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        seconds = perf_counter() - begin
    return seconds, int(said)
