"""`yizhan run`: what is wrong is said before anything is shown, and a signal ends it cleanly."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def start(home: Path, **environment: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "kiosk", "--home", str(home), "run"]
    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=os.environ | environment)


@pytest.mark.parametrize("spoilt", ["nothing", "home.db", "yizhan.toml"])
def test_a_home_that_cannot_be_used_is_one_sentence(demo_template: Path, tmp_path: Path, spoilt: str) -> None:
    home = tmp_path / "home"
    if spoilt != "nothing":
        shutil.copytree(demo_template, home)
        (home / spoilt).write_text("not = [this", encoding="utf-8")
    running = start(home)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 2
    assert len(said.splitlines()) == 1 and "Traceback" not in said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_screens(demo_template: Path, tmp_path: Path, number: signal.Signals) -> None:
    home = tmp_path / "home"
    shutil.copytree(demo_template, home)
    running = start(home)
    wait_for_screens(running)
    running.send_signal(number)
    _, said = running.communicate(timeout=60)
    assert (running.returncode, said) == (0, "")


def wait_for_screens(running: "subprocess.Popen[str]") -> None:
    """Until the process has its own answer to signals: Python's default would end it at once."""
    caught = 1 << (signal.SIGTERM - 1)
    for _ in range(600):
        status = Path(f"/proc/{running.pid}/status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("SigCgt"))
        if int(line.split()[1], 16) & caught:
            return
        time.sleep(0.1)
    raise AssertionError("the screens did not come")
