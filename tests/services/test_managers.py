"""A station in service gets its first manager, who finds the way back by a printed code."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.managers import DrawRecovery
from kiosk.commands.operators import AddOperator, ChangeOperator
from kiosk.commands.station import Listing
from kiosk.config import HomeFolder, Settings
from kiosk.domain.states import OperatorRole
from kiosk.station import Answer, Station
from kiosk.station_setup import init
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import MONDAY, SUNDAY, DemoStation
from tests.services.people import ZHANG
from tests.services.test_operators import found_in

GOOD, OTHER, THIRD = "kaimen-0830", "guanmen-2100", "xiawucha-1530"
NO_CODE = "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF"


def opened(path: Path, store: str | None = None) -> Station:
    settings = Settings(terminal="", role="desk", demo=False, store=store)
    init(HomeFolder(path), settings, clock=lambda: SUNDAY).close()
    return Station(HomeFolder(path), clock=lambda: MONDAY)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Station]:
    with closing(opened(tmp_path / "service")) as station:
        yield station


@pytest.fixture
def code(service: Station) -> str:
    """Of the manager that the station has by then."""
    return said(service.first_manager("He", "何试工", GOOD))


def said(answer: Answer) -> str:
    assert answer.status == "accepted", answer
    return str(answer.result["recovery_code"])


def signs_in(station: Station, password: str, login: str = "he") -> bool:
    return station.sign_in(login, password).actor is not None


def operators(station: Station) -> list[Any]:
    found = station.ask(Listing(what="operators"))
    return [(row["login"], row["name"], row["role"], row["active"]) for row in found]


def test_a_station_in_service_begins_with_nobody_and_no_password(service: Station) -> None:
    assert operators(service) == []
    assert service.needs_manager
    assert service.find_actor("manager") is None


def test_the_first_manager_signs_in_and_takes_others_in(service: Station, code: str) -> None:
    assert operators(service) == [("he", "何试工", "manager", True)]
    assert not service.needs_manager
    manager = service.sign_in("he", GOOD).actor
    assert manager is not None
    wish = AddOperator(login="zhou", name="周示岚", role=OperatorRole.CLERK)
    assert service.do(wish, manager).status == "accepted"


def test_there_is_one_first_manager(service: Station, code: str) -> None:
    assert service.first_manager("zhou", "周示岚", OTHER).reason == "already_done"


def test_of_two_terminals_one_is_first(service: Station, tmp_path: Path) -> None:
    with closing(opened(tmp_path / "second", store_url(service.folder))) as second:
        said(service.first_manager("he", "何试工", GOOD))
        late = second.first_manager("zhou", "周示岚", OTHER)  # it has not heard of the first
        assert (late.status, late.reason, late.result) == ("refused", "already_done", {})
        assert operators(second) == [("he", "何试工", "manager", True)]


@pytest.mark.parametrize(
    ("login", "name", "password", "reason"),
    [
        ("何", "何试工", GOOD, "bad_login"),
        ("he", "何", GOOD, "bad_name"),
        ("he", "何试工", "", "weak_password"),
        ("he", "何试工", "1234567", "weak_password"),
        ("hehehehe", "何试工", "HeHeHeHe", "weak_password"),
    ],
)
def test_what_will_not_do_is_refused_by_name(
    service: Station, login: str, name: str, password: str, reason: str
) -> None:
    assert service.first_manager(login, name, password).reason == reason
    assert service.needs_manager


def test_a_demo_has_its_managers_already(demo: DemoStation) -> None:
    assert not demo.station.needs_manager
    assert demo.station.first_manager("he", "何试工", GOOD).reason == "already_done"


@pytest.mark.parametrize("who", [None, ZHANG, "clerk", "librarian", "volunteer", "manager"])
@pytest.mark.parametrize(
    ("kind", "reasons"),
    [
        ("first_manager", {None: "already_done"}),
        ("recover_manager", {None: "unknown_code"}),
        ("draw_recovery", {"manager": None}),
    ],
)
def test_who_has_signed_in_needs_no_way_in(
    demo: DemoStation, who: str | None, kind: str, reasons: dict[str | None, str | None]
) -> None:
    fields: dict[str, dict[str, str]] = {
        "first_manager": {"login": "he", "name": "何试工", "password": GOOD},
        "recover_manager": {"login": "manager", "code": NO_CODE, "password": GOOD},
    }
    assert demo.do(kind, who=who, **fields.get(kind, {})).reason == reasons.get(who, "not_allowed")


def test_a_code_gives_a_new_password_once_and_the_next_code(service: Station, code: str) -> None:
    for _ in range(3):
        service.sign_in("he", "forgotten")
    following = said(service.recover(" HE", code.lower(), OTHER))
    assert signs_in(service, OTHER)  # and need not wait for what went wrong before
    assert not signs_in(service, GOOD)
    assert service.recover("he", code, THIRD).reason == "unknown_code"
    said(service.recover("he", following, THIRD))
    assert signs_in(service, THIRD)


@pytest.mark.parametrize("login", ["he", "nobody", ""])
@pytest.mark.parametrize("typed", ["", "no code", NO_CODE])
def test_a_wrong_code_changes_nothing(service: Station, code: str, login: str, typed: str) -> None:
    answer = service.recover(login, typed, OTHER)
    assert (answer.reason, answer.detail) == ("unknown_code", {"recovery": True})
    assert signs_in(service, GOOD)


def test_a_weak_password_leaves_the_code_good(service: Station, code: str) -> None:
    assert service.recover("he", code, "short").reason == "weak_password"
    said(service.recover("he", code, OTHER))


@pytest.mark.parametrize("change", [{"active": False}, {"role": OperatorRole.CLERK}])
def test_a_code_is_for_managers_on_duty(service: Station, code: str, change: dict[str, Any]) -> None:
    manager = service.find_actor("he")
    service.do(AddOperator(login="zhou", name="周示岚", role=OperatorRole.MANAGER), manager)
    assert service.do(ChangeOperator(operator="he", **change), service.find_actor("zhou")).reason is None
    assert service.recover("he", code, OTHER).reason == "unknown_code"


def test_a_manager_draws_a_new_code_when_the_paper_is_lost(service: Station, code: str) -> None:
    drawn = said(service.do(DrawRecovery(), service.find_actor("he")))
    assert service.recover("he", code, OTHER).reason == "unknown_code"
    said(service.recover("he", drawn, OTHER))


def test_without_the_hub_nobody_becomes_a_manager(service: Station, code: str, tmp_path: Path) -> None:
    away = tmp_path / "away.db"
    service.folder.own_store.rename(away)
    assert service.first_manager("zhou", "周示岚", OTHER).reason == "hub_unreachable"
    assert service.recover("he", code, OTHER).reason == "hub_unreachable"
    away.rename(service.folder.own_store)


def test_neither_codes_nor_passwords_stand_in_any_file(service: Station, code: str) -> None:
    following = said(service.recover("he", code, OTHER))
    assert not found_in(service.folder.path, GOOD, OTHER, code, following)
    assert verify_store(store_url(service.folder)) == verify_home(service.folder) == []
