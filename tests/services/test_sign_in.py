"""Operators sign in at a desk: with their password, and ever more slowly without it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.config import HomeFolder, Settings
from kiosk.services.sign_in import SignedIn
from kiosk.station import Station
from kiosk.station_setup import init
from tests.builders import MONDAY, SUNDAY, DemoStation
from tests.services.people import ZHANG
from tests.services.test_operators import found_in

GOOD, OTHER = "kaimen-0830", "guanmen-2100"
Try = Callable[..., SignedIn]


class Watch:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def sign_in(demo: DemoStation, watch: Watch) -> Try:
    return lambda login, password: demo.station.sign_in(login, password, watch.now)


def reason(signed: SignedIn) -> tuple[str | None, int]:
    return signed.reason, signed.wait_seconds


@pytest.mark.parametrize("typed", ["clerk", " Clerk ", "ｃｌｅｒｋ"])
def test_the_right_password_lets_in_whoever_that_is(sign_in: Try, demo: DemoStation, typed: str) -> None:
    signed = sign_in(typed, "demo")
    assert signed.actor == demo.station.find_actor("clerk")
    assert (signed.name, signed.role, signed.reason, signed.wait_seconds) == ("周示岚", "clerk", None, 0)


@pytest.mark.parametrize("login", ["clerk", "librarian", "manager", "volunteer"])
def test_in_a_demo_nobody_needs_a_password(sign_in: Try, login: str) -> None:
    signed = sign_in(login, "")
    assert signed.actor is not None and signed.role == login


@pytest.mark.parametrize(
    ("login", "password"),
    [("clerk", "Demo"), ("nobody", "demo"), ("nobody", ""), ("", ""), (ZHANG, "1234"), ("clerk'; --", "demo"),
     ("𠮷", "demo"), ("clerk", "x" * 10_000)],
)  # fmt: skip
def test_all_others_hear_the_same(sign_in: Try, login: str, password: str) -> None:
    assert reason(sign_in(login, password)) == ("wrong_password", 0)


def test_an_operators_id_is_no_login(sign_in: Try, demo: DemoStation) -> None:
    clerk = demo.station.find_actor("clerk")
    assert clerk is not None
    assert reason(sign_in(clerk.id, "demo")) == ("wrong_password", 0)


@pytest.mark.parametrize("password", ["demo", ""])
def test_whoever_has_left_is_unknown(sign_in: Try, demo: DemoStation, password: str) -> None:
    demo.accept("change_operator", who="manager", operator="clerk", active=False)
    assert reason(sign_in("clerk", password)) == ("wrong_password", 0)


@pytest.mark.parametrize("login", ["clerk", "nobody"])
def test_the_wait_grows_with_every_wrong_one_and_a_right_one_ends_it(
    sign_in: Try, watch: Watch, login: str
) -> None:
    assert [reason(sign_in(login, "no"))[1] for _ in range(3)] == [0, 0, 5]
    for wait, then in ((5, 10), (10, 20), (20, 40), (40, 80), (80, 160), (160, 300), (300, 300)):
        assert reason(sign_in(login, "demo")) == ("too_many_tries", wait)
        watch.wait(wait - 0.5)
        assert reason(sign_in(login, "demo")) == ("too_many_tries", 1)
        watch.wait(0.5)
        assert reason(sign_in(login, "no")) == ("wrong_password", then)
    watch.wait(300)
    if login == "clerk":
        assert sign_in(login, "demo").actor is not None
        assert reason(sign_in(login, "no")) == ("wrong_password", 0)


def test_one_login_does_not_wait_for_another(sign_in: Try) -> None:
    for _ in range(3):
        sign_in("clerk", "no")
    assert reason(sign_in("CLERK", "demo"))[0] == "too_many_tries"
    assert sign_in("librarian", "demo").actor is not None


def test_a_restart_does_not_forget(sign_in: Try, demo: DemoStation, watch: Watch) -> None:
    for _ in range(3):
        sign_in("clerk", "no")
    with closing(Station(demo.folder)) as again:
        assert reason(again.sign_in("clerk", "demo", watch.now)) == ("too_many_tries", 5)


def test_after_a_day_it_is_forgotten(sign_in: Try, watch: Watch) -> None:
    for _ in range(3):
        sign_in("clerk", "no")
    watch.wait(86_401)
    assert [reason(sign_in("clerk", "no"))[1] for _ in range(3)] == [0, 0, 5]


def test_what_is_typed_as_a_login_is_kept_nowhere(sign_in: Try, demo: DemoStation) -> None:
    sign_in(GOOD, OTHER)
    assert not found_in(demo.folder.path, GOOD, OTHER)


def test_guessing_the_old_password_is_signing_in_too(sign_in: Try, demo: DemoStation) -> None:
    answers = [demo.do("set_password", who="clerk", password=GOOD, old="no") for _ in range(4)]
    assert [answer.reason for answer in answers] == ["wrong_password"] * 3 + ["too_many_tries"]
    assert answers[3].detail == {"seconds": 5}
    assert reason(sign_in("clerk", "demo")) == ("too_many_tries", 5)


def test_a_password_is_the_same_however_its_signs_are_composed(sign_in: Try, demo: DemoStation) -> None:
    demo.accept("set_password", who="clerk", password="caf\u00e9-0830", old="demo")
    assert sign_in("clerk", " cafe\u0301-0830").actor is not None


@pytest.fixture
def service(tmp_path: Path, watch: Watch) -> Iterator[Station]:
    """A station in service, where nobody works yet."""
    settings = Settings(terminal="", role="desk", demo=False)
    init(HomeFolder(tmp_path / "service"), settings, clock=lambda: SUNDAY).close()
    with closing(Station(HomeFolder(tmp_path / "service"), clock=watch)) as station:
        yield station


def test_in_service_nobody_signs_in_without_a_password(service: Station) -> None:
    for login in ("clerk", "librarian", "manager", ""):
        assert reason(service.sign_in(login, "")) == ("wrong_password", 0), login
