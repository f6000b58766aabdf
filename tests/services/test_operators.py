"""Who works here: taken in and changed by a manager, with passwords that stand nowhere."""

from pathlib import Path
from typing import Any

import pytest

from db import tables as t
from kiosk.services.secrets import is_secret
from tests.builders import DemoStation, beside
from tests.services.people import ZHANG, show, stored

GOOD, OTHER = "kaimen-0830", "guanmen-2100"
NOT_STAFF = (None, ZHANG)
OTHERS = ("clerk", "librarian", "volunteer")
HE = {"login": "he", "name": "何试工", "role": "clerk"}


def operator(demo: DemoStation, login: str) -> dict[str, Any]:
    return show(demo, "operators", login=login)[0]


def knows(demo: DemoStation, login: str, password: str) -> bool:
    return is_secret(stored(demo, t.operators, operator(demo, login)["id"]).password_hash, password)


@pytest.mark.parametrize("who", [*NOT_STAFF, *OTHERS])
@pytest.mark.parametrize(
    ("kind", "fields"), [("add_operator", HE), ("change_operator", {"operator": "clerk", "name": "周试试"})]
)
def test_managers_alone_say_who_works_here(
    demo: DemoStation, who: str | None, kind: str, fields: dict[str, str]
) -> None:
    assert demo.do(kind, who=who, **fields).reason == "not_allowed"


@pytest.mark.parametrize("role", ["clerk", "librarian", "volunteer", "manager"])
def test_whoever_is_taken_in_may_do_what_the_role_may(demo: DemoStation, role: str) -> None:
    result = demo.accept("add_operator", who="manager", login="He", name="何试工", role=role)
    assert result["login"] == "he"
    wanted = {"login": "he", "name": "何试工", "role": role, "active": True, "has_password": False}
    assert operator(demo, "he") == wanted | {"id": result["operator"]}
    actor = demo.station.find_actor("he")
    assert actor is not None and actor.role == role


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"login": "clerk"}, "login_taken"),
        ({"login": "CLERK"}, "login_taken"),
        ({"login": ZHANG}, "bad_login"),
        ({"login": ""}, "bad_login"),
        ({"name": "何"}, "bad_name"),
        ({"name": "12345"}, "bad_name"),
    ],
)
def test_an_operator_that_cannot_be_is_refused_by_name(
    demo: DemoStation, fields: dict[str, str], reason: str
) -> None:
    answer = demo.do("add_operator", who="manager", **HE | fields)
    assert (answer.status, answer.reason) == ("refused", reason)


@pytest.mark.parametrize("kind", ["add_operator", "change_operator"])
def test_without_the_hub_nobody_says_who_works_here(demo: DemoStation, kind: str) -> None:
    fields = HE if kind == "add_operator" else {"operator": "clerk", "active": False}
    with demo.cut_off():
        assert demo.do(kind, who="manager", **fields).reason == "hub_unreachable"


@pytest.mark.parametrize(
    "change",
    [{"name": "周改名"}, {"role": "librarian"}, {"active": False}, {"role": "manager", "active": True}],
)
def test_what_is_not_said_stays_as_it_was(demo: DemoStation, change: dict[str, Any]) -> None:
    before = operator(demo, "clerk")
    demo.accept("change_operator", who="manager", operator="clerk", **change)
    assert operator(demo, "clerk") == before | change


@pytest.mark.parametrize("change", [{}, {"name": "周示岚"}, {"role": "clerk"}, {"active": True}])
def test_nothing_to_change_is_said_so(demo: DemoStation, change: dict[str, Any]) -> None:
    assert demo.do("change_operator", who="manager", operator="clerk", **change).reason == "already_done"


@pytest.mark.parametrize("change", [{"active": False}, {"role": "clerk"}, {"role": "clerk", "active": False}])
def test_the_last_manager_cannot_go_before_there_is_another(
    demo: DemoStation, change: dict[str, Any]
) -> None:
    refused = demo.do("change_operator", who="manager", operator="manager", **change)
    assert (refused.status, refused.reason) == ("refused", "last_manager")
    demo.accept("change_operator", who="manager", operator="clerk", role="manager", active=False)
    assert demo.do("change_operator", who="manager", operator="manager", **change).reason == "last_manager"
    demo.accept("change_operator", who="manager", operator="clerk", active=True)
    demo.accept("change_operator", who="manager", operator="manager", **change)
    assert demo.do("change_operator", who="clerk", operator="clerk", active=False).reason == "last_manager"


def test_who_has_left_can_act_no_more_and_come_back(demo: DemoStation) -> None:
    clerk = demo.station.find_actor("clerk")
    demo.accept("change_operator", who="manager", operator="clerk", active=False)
    assert demo.station.find_actor("clerk") is None
    demo.accept("change_operator", who="manager", operator="clerk", active=True)
    assert demo.station.find_actor("clerk") == clerk


@pytest.mark.parametrize("who", [*OTHERS, "manager"])
def test_everybody_changes_their_own_password_with_the_old_one(demo: DemoStation, who: str) -> None:
    demo.accept("set_password", who=who, password=GOOD, old="demo")
    assert knows(demo, who, GOOD) and not knows(demo, who, "demo")


@pytest.mark.parametrize("who", NOT_STAFF)
def test_who_does_not_work_here_has_no_password(demo: DemoStation, who: str | None) -> None:
    assert demo.do("set_password", who=who, password=GOOD, operator="clerk").reason == "not_allowed"


@pytest.mark.parametrize("who", OTHERS)
def test_managers_alone_reset_somebody_elses(demo: DemoStation, who: str) -> None:
    answer = demo.do("set_password", who=who, password=GOOD, old="demo", operator="manager")
    assert answer.reason == "not_allowed"
    assert demo.do("set_password", who=who, password=GOOD, operator="nobody").reason == "not_allowed"
    demo.accept("set_password", who="manager", password=GOOD, operator=who)
    assert knows(demo, who, GOOD)


@pytest.mark.parametrize(
    ("fields", "reason", "detail"),
    [
        ({"password": GOOD}, "wrong_password", {"login": "clerk"}),
        ({"password": GOOD, "old": "Demo"}, "wrong_password", {"login": "clerk"}),
        ({"old": "demo"}, "weak_password", {"least": 8}),
        ({"password": "1234567", "old": "demo"}, "weak_password", {"least": 8}),
        ({"password": "  1234567  ", "old": "demo"}, "weak_password", {"least": 8}),
        ({"password": "11111111", "old": "demo"}, "weak_password", {"easy": True}),
    ],
)
def test_a_password_that_will_not_do_is_refused_by_name(
    demo: DemoStation, fields: dict[str, str], reason: str, detail: dict[str, Any]
) -> None:
    answer = demo.do("set_password", who="clerk", **fields)
    assert (answer.reason, answer.detail) == (reason, detail)
    assert knows(demo, "clerk", "demo")


def test_a_manager_needs_the_old_one_for_their_own_and_nobody_keeps_the_same(demo: DemoStation) -> None:
    assert (
        demo.do("set_password", who="manager", password=GOOD, operator="manager").reason == "wrong_password"
    )
    demo.accept("set_password", who="manager", password=GOOD, old="demo")
    again = demo.do("set_password", who="manager", password=GOOD, old=GOOD)
    assert (again.reason, again.detail) == ("weak_password", {"same": True})


def test_a_password_is_changed_with_the_line_cut(demo: DemoStation) -> None:
    with demo.cut_off():
        demo.do("set_password", who="manager", password=OTHER, operator="clerk")
        assert demo.do("set_password", who="clerk", password=GOOD, old=OTHER).status == "pending"
    assert knows(demo, "clerk", GOOD)


def test_an_old_password_that_was_reset_meanwhile_proves_nothing(demo: DemoStation, tmp_path: Path) -> None:
    """The clerk's wish waits at a desk without a line; the hub has the manager's word by then."""
    desk = beside(demo, tmp_path / "desk")
    with demo.cut_off():
        assert desk.do("set_password", who="clerk", password=GOOD, old="demo").status == "pending"
    demo.accept("set_password", who="manager", password=OTHER, operator="clerk")
    desk.station.exchange()
    assert knows(desk, "clerk", OTHER)
    assert [row["reason"] for row in show(desk, "outbox", kind="set_password")] == ["wrong_password"]
    desk.close()


def test_no_password_stands_in_any_file(demo: DemoStation) -> None:
    demo.accept("add_operator", who="manager", **HE)
    with demo.cut_off():
        demo.do("set_password", who="manager", password=GOOD, operator="he")
        demo.do("set_password", who="he", password=OTHER, old=GOOD)
        assert not found_in(demo.folder.path, GOOD, OTHER)
    assert knows(demo, "he", OTHER)
    assert not found_in(demo.folder.path, GOOD, OTHER)


def found_in(folder: Path, *words: str) -> bool:
    files = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    return any(word.encode() in file for file in files for word in words)
