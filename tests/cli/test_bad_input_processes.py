"""The command line as a process that is misused: odd words, odd homes, closed pipes, Ctrl-C, two at once."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.config import HomeFolder, Settings
from kiosk.station_setup import init
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import DemoStation
from tests.cli.test_do import answers, yizhan

HELP = b'{"kind": "call_help", "page": "x"}\n'


@pytest.fixture(scope="module")
def home(desk_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    demo = DemoStation(desk_template, tmp_path_factory.mktemp("odd") / "有 空格 的 家 𠮷")
    demo.close()
    return demo.folder.path


def command(home: Path, *words: str | bytes) -> list[str | bytes]:
    return [sys.executable, "-m", "kiosk", "--home", str(home), *words]


def assert_proven(home: Path) -> None:
    folder = HomeFolder(home)
    assert verify_home(folder) == verify_store(store_url(folder)) == []


@pytest.mark.parametrize(
    "words",
    [
        ["show", "rooms", "--at", "nonsense"],
        ["show", "rooms", "--at", ""],
        ["show", "rooms", "--at", "9999-12-31T23:59"],
        ["show", "rooms", "--as", b"\xff\xfe"],
        ["show", "rooms", "--as", "7823406959"],
        ["show", "rooms", "--where", "x"],
        ["show", b"\xff"],
        ["import", "nonsense", "x"],
        ["import", "books", "/"],
        ["import", "books", "/dev/null"],
    ],
)
def test_nonsense_is_one_sentence_and_exit_2(home: Path, words: list[str | bytes]) -> None:
    run = subprocess.run(command(home, *words), capture_output=True, check=False)
    assert (run.returncode, run.stdout) == (2, b"")
    assert len(run.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "reason", "code"),
    [
        (["call_help", "{}"], "missing_field", 2),
        (["call_help", ""], "bad_json", 2),
        (["call_help", b'{"page": "\xff"}'], "bad_json", 2),
        ([b"\xff", "{}"], "unknown_kind", 2),
        (["call_help", '{"page": "x"}', "--as", b"\xff"], "bad_field", 2),
        (["call_help", '{"page": "x"}', "--at", ""], "bad_field", 2),
        (["call_help", '{"page": "x"}', "--at", "0001-01-01"], "bad_field", 2),
        (["call_help", '{"page": "x"}', "--as", "7823406959"], "revoked_card", 3),
        (["return_copy", '{"copy": "S9999999"}'], "unknown_copy", 3),
    ],
)
def test_a_single_bad_command_is_one_answer_and_its_exit_code(
    home: Path, words: list[str | bytes], reason: str, code: int
) -> None:
    run = subprocess.run(command(home, "do", *words), capture_output=True, check=False)
    (answer,) = answers(run)
    assert (answer["reason"], run.returncode, run.stderr) == (reason, code, b"")


def test_an_answer_is_one_line_for_every_reader(home: Path) -> None:
    line = '{"kind": "a\u2028b\x85c\u202ed"}'.encode()
    out = yizhan(home, "do", "-", lines=line).stdout.decode()
    assert len(out.splitlines()) == 1
    assert json.loads(out)["kind"] == "a\u2028b\x85c\u202ed"


def test_a_time_is_for_demo_homes_only(tmp_path: Path) -> None:
    folder = HomeFolder(tmp_path / "real")
    init(folder, Settings(terminal="", role="kiosk", demo=False)).close()
    at = "2026-11-23T09:41"
    for words in (["do", "call_help", '{"page": "x"}', "--at", at], ["show", "rooms", "--at", at]):
        run = yizhan(folder.path, *words)
        assert (run.returncode, run.stdout) == (2, b"")
        assert len(run.stderr.decode().splitlines()) == 1
    timed = json.dumps({"kind": "call_help", "page": "x", "at": at}).encode() + b"\n"
    run = yizhan(folder.path, "do", "-", lines=timed + HELP)
    assert [answer["reason"] or answer["status"] for answer in answers(run)] == ["bad_field", "accepted"]


@pytest.mark.parametrize("name", ["nowhere", "file", "file/below"])
def test_a_home_that_is_none_is_one_sentence_and_exit_2(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    for words in (["show", "rooms"], ["verify"]):
        run = yizhan(tmp_path / name, *words)
        assert run.returncode == 2
        assert len(run.stderr.decode().splitlines()) == 1


def test_a_closed_pipe_a_full_disk_and_closed_streams_are_no_tracebacks(home: Path) -> None:
    shell = shlex.join([sys.executable, "-m", "kiosk", "--home", str(home)])
    for tail, written in (
        ("show titles | head -1", ""),
        ("show rooms > /dev/full", "读写出了问题"),
        ("show rooms >&-", ""),
        ("do - <&-", ""),
    ):
        run = subprocess.run(f"{shell} {tail}", shell=True, capture_output=True, check=False)
        assert written in run.stderr.decode()
        assert len(run.stderr.splitlines()) <= 1, run.stderr.decode()


@pytest.fixture
def endless(demo: DemoStation) -> Iterator["subprocess.Popen[bytes]"]:
    """`do -` at the keyboard: more may always come."""
    demo.close()
    streams: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    # Unbuffered: what readline would read ahead, communicate would never see.
    process = subprocess.Popen(command(demo.folder.path, "do", "-"), bufsize=0, **streams)
    yield process
    process.kill()
    process.communicate()


def test_ctrl_c_leaves_no_traceback_and_nothing_half_written(
    demo: DemoStation, endless: "subprocess.Popen[bytes]"
) -> None:
    assert endless.stdin is not None and endless.stdout is not None
    endless.stdin.write(HELP * 200)
    endless.stdin.flush()
    first = json.loads(endless.stdout.readline())
    time.sleep(0.05)
    endless.send_signal(signal.SIGINT)
    rest, said = endless.communicate(timeout=20)
    assert first["status"] == "accepted"
    assert endless.returncode not in (0, None)
    assert b"Traceback" not in said and b"Exception" not in said, said.decode()
    heard = 1 + len(rest.splitlines())
    assert heard < 201
    kept = json.loads(yizhan(demo.folder.path, "show", "outbox", "--where", "kind=call_help").stdout)
    assert heard <= len(kept) <= heard + 1
    assert_proven(demo.folder.path)


def test_two_at_once_on_one_home_both_get_every_answer(home: Path) -> None:
    lines = HELP * 25 + b"nonsense\n" + b'{"kind": "return_copy", "copy": "S9999999"}\n'
    streams: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    both = [subprocess.Popen(command(home, "do", "-"), **streams) for _ in range(2)]
    for process in both:
        assert process.stdin is not None
        process.stdin.write(lines)
        process.stdin.close()
        process.stdin = None
    for process in both:
        out, said = process.communicate(timeout=60)
        assert said == b""
        heard = [answer["reason"] or answer["status"] for answer in map(json.loads, out.splitlines())]
        assert heard == ["accepted"] * 25 + ["bad_json", "unknown_copy"]
    assert_proven(home)


def test_a_long_stream_is_answered_line_by_line_in_order(home: Path) -> None:
    """`YIZHAN_LINES=10000` makes it long; the time is printed with -s."""
    count = int(os.environ.get("YIZHAN_LINES", "400"))
    kinds = [HELP, b"\n", b"[]\n", b'{"kind": "open_ticket", "item": "x"}\n', b'{"kind": "zzz"}\n']
    lines = b"".join(kinds[n % 5] for n in range(count))
    began = time.monotonic()
    run = yizhan(home, "do", "-", lines=lines)
    print(f"{(time.monotonic() - began) / count * 1000:.2f} ms a line")
    expected = ["accepted", "bad_json", "unknown_item", "unknown_kind"] * (count // 5)
    assert [answer["reason"] or answer["status"] for answer in answers(run)] == expected
    assert run.returncode == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x00\xff" * 500, 2), ("书名\n" + "x" * 400_000, 0), ('书名\n"乙', 0), ("书名\n甲\x00乙\n", None),
        (b"\xff\xfe\x00", 2), ("书名\n甲\n".encode("utf-16-le"), None), ("书名\n丙𠮷\n".encode("gb18030") + b"\xff\n", None),
    ],
)  # fmt: skip
def test_a_broken_file_is_read_as_far_as_it_goes_or_refused_in_a_sentence(
    home: Path, tmp_path: Path, content: str | bytes, code: int | None
) -> None:
    file = tmp_path / "书 目.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    run = yizhan(home, "import", "books", str(file))
    assert run.returncode in ((code,) if code is not None else (0, 2))
    assert b"Traceback" not in run.stderr and len(run.stderr.splitlines()) <= 1
