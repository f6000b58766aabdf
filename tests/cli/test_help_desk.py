"""The help desk by command line: a day at the counter in processes, and an attachment out again."""

import json
from pathlib import Path

import pytest

from tests.builders import DemoStation
from tests.cli.test_do import answers
from tests.cli.verbs import yizhan

AT = ("--at", "2026-11-23T10:00")


@pytest.fixture
def home(desk: DemoStation) -> Path:
    return desk.folder.path


def do(home: Path, *lines: dict[str, object]) -> list[dict[str, object]]:
    text = "\n".join(json.dumps({"as": "clerk", "at": AT[1]} | line) for line in lines)
    return answers(yizhan(home, "do", "-", lines=text.encode()))


def test_a_case_from_number_to_second_rating_and_its_events(home: Path) -> None:
    said = do(
        home,
        {"kind": "open_ticket", "item": "canbao"},
        {"kind": "call_number", "counter": "1", "number": "A001"},
        {"kind": "start_ticket", "ticket": "A001"},
        {"kind": "add_item", "ticket": "A001", "item": "baoxiao"},
        {"kind": "request_materials", "ticket": "A001"},
        {"kind": "materials_received", "ticket": "A001"},
        {"kind": "resolve_ticket", "ticket": "A001"},
        {"kind": "rate_ticket", "ticket": "A001", "stars": 1},
        {"kind": "uphold_complaint", "ticket": "A001"},
        {"kind": "fix_complaint", "ticket": "A001"},
        {"kind": "rate_ticket", "ticket": "A001", "stars": 4},
    )
    assert [answer["status"] for answer in said] == ["accepted"] * 11
    events = json.loads(yizhan(home, "show", "events", "--where", "number=A001").stdout)
    assert [event["what"] for event in events] == [
        "open", "call", "start", "add_item", "await_materials", "receive_materials", "resolve", "rate",
        "uphold_complaint", "fix_complaint", "rate",
    ]  # fmt: skip
    (rating,) = json.loads(yizhan(home, "show", "ratings").stdout)
    assert (rating["stars"], rating["first_stars"]) == (4, 1)
    assert yizhan(home, "verify").returncode == 0


def test_an_attachment_goes_in_and_comes_out_again_for_staff_alone(home: Path, tmp_path: Path) -> None:
    paper = tmp_path / "证明.pdf"
    paper.write_bytes(b"%PDF-1.4\n%\xe2\xe3\n1 0 obj")
    do(home, {"kind": "open_ticket", "item": "canbao"})
    (attached,) = do(home, {"kind": "attach_file", "ticket": "A001", "file": str(paper)})
    key = attached["result"]["attachment"]  # type: ignore[index]
    out = tmp_path / "out.pdf"
    assert yizhan(home, "attachment", key, str(out)).returncode == 2
    assert not out.exists()
    assert yizhan(home, "attachment", key, str(out), "--as", "clerk").returncode == 0
    assert out.read_bytes() == paper.read_bytes()
    assert yizhan(home, "attachment", key, str(out), "--as", "clerk").returncode == 2
    (listed,) = json.loads(yizhan(home, "show", "attachments").stdout)
    assert (listed["name"], listed["type"]) == (None, "application/pdf")


def test_the_lists_of_the_desk_answer_when_there_is_nothing(home: Path) -> None:
    for what in ("tickets", "events", "visits", "attachments", "ratings", "callbacks"):
        assert json.loads(yizhan(home, "show", what).stdout) == []
