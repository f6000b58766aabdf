"""The library on the command line: one command for all renewals, its listings, what bad words get."""

import json
from pathlib import Path

import pytest

from tests.builders import DemoStation
from tests.cli.test_do import answers
from tests.cli.verbs import yizhan
from tests.services.library import BOOK, CHILD, COPY, GUARDIAN, OUYANG, ZHANG

AT = "2026-11-23T09:41"


@pytest.fixture
def home(demo: DemoStation) -> Path:
    return demo.folder.path


def test_a_day_at_the_library_line_by_line(home: Path) -> None:
    lines = "\n".join(
        f'{{"kind": "{kind}", "as": "{who}", "at": "{AT}", {fields}}}'
        for kind, who, fields in (
            ("check_out_copy", ZHANG, f'"copy": "{COPY}"'),
            ("check_out_copy", CHILD, '"copy": "S0000004"'),
            ("renew_loans", GUARDIAN, '"children": true'),
            ("place_hold", OUYANG, f'"title": "{BOOK}"'),
            ("report_lost", ZHANG, f'"copy": "{BOOK}"'),
            ("found_copy", "volunteer", f'"copy": "{COPY}"'),
            ("set_copy_kind", "librarian", '"copy": "S0000005", "copy_kind": "reference"'),
            ("keep_history", ZHANG, '"on": true'),
            ("cancel_hold", OUYANG, '"hold": "none"'),
        )
    )
    told = answers(yizhan(home, "do", "-", lines=lines.encode()))
    assert [answer["status"] for answer in told] == ["accepted"] * 8 + ["refused"]
    renewed = told[2]["result"]["renewed"]  # type: ignore[index]
    assert [(one["copy"], one["due"]) for one in renewed] == [("S0000004", "2027-01-07")]
    assert told[5]["result"] == {"copy": COPY, "status": "on_hold", "loan": told[0]["id"]}
    assert told[8]["reason"] == "unknown_hold"


def test_the_listings_say_places_kinds_and_classes(home: Path) -> None:
    yizhan(home, "do", "check_out_copy", f'{{"copy": "{COPY}"}}', "--as", ZHANG, "--at", AT)
    yizhan(home, "do", "place_hold", f'{{"title": "{BOOK}"}}', "--as", OUYANG, "--at", AT)
    (hold,) = answers_in(yizhan(home, "show", "holds").stdout)
    assert (hold["status"], hold["position"], hold["reader"]) == ("waiting", 1, "欧阳*演")
    (copy,) = answers_in(yizhan(home, "show", "copies", "--where", "kind=reference").stdout)
    assert copy["state"] == "on_shelf"
    classes = answers_in(yizhan(home, "show", "classes").stdout)
    assert len(classes) == 22 and {one["code"]: one["titles"] for one in classes}["I"] == 70
    (title,) = answers_in(yizhan(home, "show", "titles", "--where", "class=Q").stdout)
    assert title["title"] == "生命是什么"


def answers_in(listing: bytes) -> list[dict[str, object]]:
    return list(json.loads(listing))


@pytest.mark.parametrize(
    ("kind", "fields", "reason"),
    [
        ("renew_loans", '{"children": "yes"}', "bad_field"),
        ("keep_history", "{}", "missing_field"),
        ("cancel_hold", '{"hold": ""}', "bad_field"),
        ("report_lost", '{"copy": null}', "bad_field"),
        ("set_copy_kind", '{"copy": "S0000001"}', "missing_field"),
        ("renew_loans", '{"told": {"loans": []}}', "bad_field"),
    ],
)
def test_what_is_no_wish_is_invalid(home: Path, kind: str, fields: str, reason: str) -> None:
    run = yizhan(home, "do", kind, fields, "--as", ZHANG)
    assert (run.returncode, answers(run)[0]["reason"]) == (2, reason)
