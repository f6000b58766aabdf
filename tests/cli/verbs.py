"""The command line in the test's own process: a new one costs a second each time. test_do and test_contract use real ones."""

from pathlib import Path
from typing import NamedTuple

from click.testing import Result
from typer.testing import CliRunner

from kiosk.cli import app


class Done(NamedTuple):
    returncode: int
    stdout: bytes
    stderr: bytes


def invoke(*words: str | Path, lines: bytes | None = None) -> Result:
    result = CliRunner().invoke(app, [str(word) for word in words], input=lines)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def yizhan(home: Path, *words: str, lines: bytes | None = None) -> Done:
    """As a process of its own would answer."""
    result = invoke("--home", home, *words, lines=lines)
    return Done(result.exit_code, result.stdout_bytes, result.stderr_bytes)
