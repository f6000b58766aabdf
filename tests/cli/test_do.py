"""`yizhan do` and `show`, as scripts use them: real processes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from tests.builders import DemoStation


def yizhan(home: Path, *words: str, lines: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "kiosk", "--home", str(home), *words]
    return subprocess.run(command, input=lines, capture_output=True, check=False, timeout=60)


class Said(Protocol):
    @property
    def stdout(self) -> bytes: ...


def answers(run: Said) -> list[dict[str, object]]:
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture
def home(demo: DemoStation) -> Path:
    return demo.folder.path


def test_one_command_answers_in_one_line_with_its_id_and_result(home: Path) -> None:
    run = yizhan(home, "do", "call_help", '{"page": "home"}')
    (answer,) = answers(run)
    assert run.returncode == 0
    assert answer["status"] == "accepted"
    assert answer["result"] == {"help_call": answer["id"]}


def test_a_refused_command_exits_with_3(home: Path) -> None:
    run = yizhan(home, "do", "override_day", '{"date": "2026-12-01", "working": false}')
    assert run.returncode == 3
    assert answers(run)[0]["reason"] == "not_allowed"


def test_every_line_that_is_not_empty_gets_one_answer_in_order(home: Path) -> None:
    lines = [
        b'{"kind": "call_help", "page": "1"}',
        b"",
        b"not json",
        b"[1, 2]",
        b'{"kind": "no_such_thing"}',
        b'{"kind": "call_help"}',
        b'{"kind": "call_help", "page": 5}',
        b'{"kind": "call_help", "page": "x", "extra": 1}',
        b'{"kind": "call_help", "page": "x", "at": "yesterday"}',
        b'{"kind": "call_help", "page": "x", "as": "nobody"}',
        b'{"kind": "call_help", "page": "\xff\xfe"}',
        b"[" * 100_000,
        b'{"kind": "call_help", "page": "2"}',
    ]
    run = yizhan(home, "do", "-", lines=b"\n".join(lines))
    assert run.returncode == 2
    assert run.stderr == b""
    assert [answer["reason"] or answer["status"] for answer in answers(run)] == [
        "accepted", "bad_json", "bad_json", "unknown_kind", "missing_field", "bad_field", "bad_field", "bad_field",
        "bad_field", "bad_json", "bad_json", "accepted",
    ]  # fmt: skip


def test_what_a_terminal_said_cannot_be_put_into_its_mouth(home: Path) -> None:
    fields = '{"item": "gaoling", "told": {"number": "Z999", "day": "2026-11-23", "code_hash": ""}}'
    run = yizhan(home, "do", "open_ticket", fields)
    assert run.returncode == 2
    assert answers(run)[0]["detail"] == {"field": "told", "problem": "Object contains unknown field `told`"}


def test_show_lists_what_was_done(home: Path) -> None:
    yizhan(home, "do", "call_help", '{"page": "home"}')
    run = yizhan(home, "show", "outbox", "--where", "kind=call_help")
    (row,) = json.loads(run.stdout)
    assert row["status"] == "accepted"


def test_wrong_use_is_one_sentence_and_exit_2(home: Path, tmp_path: Path) -> None:
    for words in (
        ["show", "nothing"],
        ["show", "outbox", "--where", "x"],
        ["show", "outbox", "--as", "nobody"],
    ):
        run = yizhan(home, *words)
        assert run.returncode == 2
        assert len(run.stderr.decode().splitlines()) == 1
    assert yizhan(tmp_path / "nowhere", "show", "outbox").returncode == 2


def test_do_and_show_import_no_qt(home: Path) -> None:
    code = "import sys, kiosk.cli, kiosk.station, kiosk.scripting; sys.exit(any('PySide6' in m for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
