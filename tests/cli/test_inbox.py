"""`yizhan show inbox`: what was refused when nobody stood there, what had been said before, and who explained it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import DemoStation, beside
from tests.cli.test_contract import shown
from tests.cli.test_do import answers
from tests.cli.verbs import yizhan
from tests.services.bookings import OUYANG, ZHANG, ask_for_room

AT = ("--at", "2026-11-23T10:00")


@pytest.fixture
def refused(demo: DemoStation, tmp_path: Path) -> Any:
    """The answer that was given offline to a request for a room that somebody else had taken."""
    rival = beside(demo, tmp_path / "rival")
    ask_for_room(rival)
    rival.close()
    with demo.cut_off():
        return ask_for_room(demo, who=ZHANG)


def inbox(home: Path) -> list[dict[str, Any]]:
    return shown(home, "inbox")


def explain(home: Path, outcome: str, *words: str) -> dict[str, object]:
    run = yizhan(home, "do", "explain_outcome", json.dumps({"outcome": outcome}), *AT, *words)
    return answers(run)[0]


def test_it_tells_what_had_been_said_and_what_became_of_it(demo: DemoStation, refused: Any) -> None:
    (row,) = inbox(demo.folder.path)
    assert (row["id"], row["kind"]) == (refused.id, "request_booking")
    assert (row["status"], row["reason"]) == ("refused", "slot_taken")
    (room,) = (room["id"] for room in shown(demo.folder.path, "rooms") if room["code"] == "huiyishi")
    assert row["told"] == {
        "booking": refused.id, "number": refused.result["number"], "room": room, "date": "2026-11-26",
        "start": "08:30", "end": "10:00",
    }  # fmt: skip
    assert row["actor"] == f"resident:{row['resident']}"
    assert row["explained_at"] is None


def test_who_may_not_see_it_may_not_say_that_it_was_explained(demo: DemoStation, refused: Any) -> None:
    home = demo.folder.path
    assert explain(home, refused.id)["reason"] == "not_allowed"
    assert explain(home, refused.id, "--as", OUYANG)["reason"] == "not_allowed"
    assert explain(home, refused.id, "--as", ZHANG)["status"] == "accepted"
    assert explain(home, refused.id, "--as", "clerk")["reason"] == "already_done"
    (row,) = inbox(home)
    assert row["explained_at"] == "2026-11-23T10:00:00"
