"""People at the command line: who may do what, what is masked, and the calendar file that a manager brings."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.base import HUB, KINDS, spec_of
from kiosk.services import load_services
from tests.builders import DemoStation
from tests.cli.test_do import answers
from tests.cli.verbs import yizhan
from tests.services.people import OUYANG, ZHANG

load_services()
STAFF = "clerk librarian manager"
ROLES = {
    "issue_card": STAFF, "block_card": f"resident {STAFF}", "unblock_card": STAFF, "reissue_card": STAFF,
    "change_pin": "resident", "reset_pin": STAFF, "record_consent": f"resident {STAFF}",
    "withdraw_consent": f"resident {STAFF}", "set_guardian": STAFF, "merge_residents": STAFF,
    "correct_details": f"resident {STAFF}", "request_correction": f"resident {STAFF}",
    "request_erasure": f"resident {STAFF}", "withdraw_data_wish": f"resident {STAFF}", "erase_resident": "manager",
    "add_membership": STAFF, "end_membership": STAFF, "import_calendar": "manager",
}  # fmt: skip
NEED_HUB = {"merge_residents", "erase_resident", "import_calendar"}
LIST = """日期,类型,名称
2027-01-01,放假,元旦
2027-02-05,放假,春节
2027-02-06,放假,春节
2027-02-07,放假,春节
2027-02-08,放假,春节
2027-02-09,放假,春节
2027-02-10,放假,春节
2027-04-05,放假,清明节
2027-05-03,放假,劳动节
2027-06-09,放假,端午节
2027-10-01,放假,国庆节
2027-02-20,上班,春节
2027-13-01,放假,没有这天
2027-03-08,也许,妇女节
"""


@pytest.mark.parametrize("kind", ROLES)
def test_whoever_may_do_it_stands_in_the_book_and_nobody_else(kind: str) -> None:
    assert {role.value for role in spec_of(KINDS[kind]).by - HUB} == set(ROLES[kind].split())
    assert spec_of(KINDS[kind]).needs_hub is (kind in NEED_HUB)


def run(home: Path, *lines: dict[str, Any]) -> list[Any]:
    text = b"\n".join(json.dumps(line, ensure_ascii=False).encode() for line in lines)
    return answers(yizhan(home, "do", "-", lines=text))


def shown(home: Path, what: str, *words: str) -> list[dict[str, Any]]:
    done = yizhan(home, "show", what, *words)
    assert done.returncode == 0, done.stderr.decode()
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def home(desk_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """After a morning of people."""
    desk = DemoStation(desk_template, tmp_path_factory.mktemp("people") / "desk")
    desk.close()
    at = {"at": "2026-11-23T09:41"}
    heard = run(
        desk.folder.path,
        {"kind": "change_pin", "old_pin": "1234", "new_pin": "7305", "as": ZHANG, **at},
        {"kind": "correct_details", "phone": "13811112222", "as": ZHANG, **at},
        {"kind": "correct_details", "name": "张三", "as": ZHANG, **at},
        {"kind": "request_correction", "what": "name", "as": ZHANG, **at},
        {"kind": "request_erasure", "as": OUYANG, **at},
        {"kind": "block_card", "card": OUYANG, "as": "clerk", **at},
        {"kind": "request_correction", "what": "name", "as": OUYANG, **at},
        {"kind": "reissue_card", "card": OUYANG, "as": "clerk", **at},
        {"kind": "request_correction", "what": "hair", "as": ZHANG, **at},
        {
            "kind": "add_membership",
            "resident": ZHANG,
            "organisation": "墨香社",
            "tags": ["Chief!"],
            "as": "clerk",
            **at,
        },
    )
    assert [one["reason"] or one["status"] for one in heard] == [
        "accepted", "accepted", "not_allowed", "accepted", "accepted", "accepted", "revoked_card", "accepted", "bad_field",
        "bad_field",
    ]  # fmt: skip
    return desk.folder.path


def test_lists_of_people_are_masked_but_for_staff(home: Path) -> None:
    staff = shown(home, "residents", "--where", f"card={ZHANG}", "--as", "clerk")[0]
    masked = shown(home, "residents", "--where", f"card={ZHANG}")[0]
    assert (staff["name"], staff["phone"], masked["name"], masked["phone"]) == (
        "张示明", "13811112222", "张*明", "138****2222",
    )  # fmt: skip
    for what in ("erasure_requests", "correction_requests", "consents", "my", "kept"):
        assert shown(home, what) == []
    assert [row["name"] for row in shown(home, "erasure_requests", "--as", "clerk")] == ["欧阳试演"]
    assert [row["name"] for row in shown(home, "correction_requests", "--as", ZHANG)] == ["张*明"]
    assert all(row["resident"] is None for row in shown(home, "memberships"))
    assert "1234" not in json.dumps(shown(home, "cards"))


def test_my_own_is_shown_to_me_by_my_card(home: Path) -> None:
    sections = {row["section"] for row in shown(home, "my", "--as", ZHANG)}
    assert sections == {"memberships", "wishes"}
    kept = {row["kind"]: row for row in shown(home, "kept", "--as", ZHANG)}
    assert kept["details"]["shown"] == ["张*明", "138****2222"]
    states = {row["number"]: row["state"] for row in shown(home, "cards")}
    assert (states[ZHANG], states[OUYANG]) == ("good", "replaced")


def test_a_calendar_file_says_what_it_changed_whom_it_concerns_and_which_lines_were_odd(
    home: Path, tmp_path: Path
) -> None:
    request = {
        "kind": "request_booking", "room": "huiyishi", "date": "2027-02-08", "start": "08:30", "end": "10:00",
        "party": {"kind": "group", "name": "墨香社"}, "contact_phone": "13490000003", "purpose": "练字", "people": 5,
        "at": "2027-01-25T09:00",
    }  # fmt: skip
    (booking,) = run(home, request)
    number = shown(home, "bookings", "--where", f"id={booking['result']['booking']}")[0]["number"]
    file = tmp_path / "放假.csv"
    file.write_text(LIST, encoding="gb18030")
    done = yizhan(home, "import", "calendar", str(file))
    text = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert "第 14 行没收（bad_date）" in text and "第 15 行没收（bad_kind）" in text
    assert "2027 年：12 天，和原来不同的有 10 天。" in text
    assert f"受影响的预约：{number} 2027-02-08 08:30–10:00 huiyishi" in text
    again = yizhan(home, "import", "calendar", str(file)).stdout.decode()
    assert "2027 年：12 天，和原来不同的有 0 天。" in again
    assert [row["year"] for row in shown(home, "calendar_years")] == [2027]


@pytest.mark.parametrize(
    ("content", "who"),
    [(b"", ()), (b"PK\x03\x04", ()), (b"hello\n", ()), (b"date,kind\n2027-01-01,holiday\n", ()),
     (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", ()), (LIST.encode(), ("--as", "clerk"))],
)  # fmt: skip
def test_a_calendar_that_cannot_be_taken_is_one_sentence_and_exit_2(
    home: Path, tmp_path: Path, content: bytes, who: tuple[str, ...]
) -> None:
    (tmp_path / "file").write_bytes(content)
    done = yizhan(home, "import", "calendar", str(tmp_path / "file"), *who)
    assert done.returncode == 2 and len(done.stderr.decode().strip().splitlines()) == 1
    assert "Traceback" not in done.stderr.decode()
