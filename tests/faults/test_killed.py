"""kill -9 before every single statement of an exchange and of a command, in real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import DemoStation

STEP = 1 if "YIZHAN_SCHEDULES" in os.environ else 6
"""Before each statement in `make faults`, before one in six in `make test`."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.timeout(300)
@pytest.mark.parametrize("what", ["exchange", "house", "do"])
def test_a_process_killed_before_any_statement_leaves_all_or_nothing(
    demo: DemoStation, tmp_path: Path, what: str
) -> None:
    if what == "exchange":
        hidden = demo.folder.own_store.rename(tmp_path / "away.db")
        for kind, fields in (("open_ticket", {"item": "gaoling"}), ("call_help", {"page": "home"})):
            assert demo.do(kind, **fields).status == "pending"
        hidden.rename(demo.folder.own_store)
    elif what == "house":
        demo.accept("open_ticket", item="gaoling")
    demo.close()
    (tmp_path / "work").mkdir()
    command = [
        sys.executable,
        "-m",
        "tests.faults.killed",
        str(demo.folder.path),
        str(tmp_path / "work"),
        what,
        str(STEP),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["broken"] == []
    assert said["instants"] > 10
