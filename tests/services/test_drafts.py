"""What was being typed survives a crash, for a day, and nobody else reads it."""

import stat
import sys
from pathlib import Path

import pytest

from kiosk.drafts import Drafts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "drafts.json"


def test_a_draft_is_there_for_the_next_start_and_gone_when_sent(file: Path) -> None:
    Drafts(file).keep("clerk", "add_note", {"note": "还差户口本"})
    assert Drafts(file).of("clerk") == {"add_note": {"note": "还差户口本"}}
    assert Drafts(file).of("manager") == {}
    Drafts(file).keep("clerk", "add_note", {})
    assert Drafts(file).of("clerk") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_its_owner_reads_it(file: Path) -> None:
    Drafts(file).keep("clerk", "add_note", {"note": "还差户口本"})
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_draft_nobody_came_back_to_is_dropped(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Drafts(file).keep("clerk", "add_note", {"note": "还差户口本"})
    monkeypatch.setattr("kiosk.drafts.time.time", lambda: 9e9)
    Drafts(file).keep("manager", "add_note", {"note": "新的"})
    assert Drafts(file).of("clerk") == {}
    assert "还差户口本" not in file.read_text("utf-8")


@pytest.mark.parametrize("held", ["", "{", "[]", '{"clerk": 3}'])
def test_a_spoilt_file_is_begun_anew(file: Path, held: str) -> None:
    file.write_text(held)
    drafts = Drafts(file)
    assert drafts.of("clerk") == {}
    drafts.keep("clerk", "add_note", {"note": "x"})
    assert drafts.of("clerk") == {"add_note": {"note": "x"}}
