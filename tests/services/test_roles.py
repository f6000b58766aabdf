"""Every command and every long table by every role, straight at the handlers: a terminal may lie about who asks."""

from typing import Any

import msgspec
import pytest

from kiosk.commands.base import ANYONE, HUB, KINDS, VOLUNTEER, spec_of
from kiosk.commands.desk import CounterNow, DeskToday, RequestsToDecide
from kiosk.commands.desk_lists import DeskList
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Role
from kiosk.services import load_services
from kiosk.services.registry import HANDLERS, PAGES, Actor, Made, complete, run
from tests.builders import MONDAY, DemoStation
from tests.services.people import ZHANG

load_services()
VOLUNTEERS_OWN = {"answer_help", "close_help", "found_copy", "set_password", "undo_return"}
"""Beside what anybody may do at a screen, such as checking in by a code and bringing a book back."""
PRIVATE = {
    "room": "huiyishi", "date": "2026-11-30", "start": "14:00", "end": "15:30", "people": 3, "purpose": "孙女生日",
    "party": {"kind": "person", "name": "张小明"}, "contact_name": "张小明", "contact_phone": "13812341234",
}  # fmt: skip
WORKERS = {role: role.value for role in VOLUNTEER}


class Untouched:
    """Stands for the rows and the drawer: whoever may not do it has nothing looked up, drawn or written."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{name} was used for somebody who may not")


def made_by(role: Role, *, at_hub: bool) -> Made:
    actor = Actor(role, "somebody")
    return Made("0" * 8, actor, "A", MONDAY, MONDAY, at_hub=at_hub)


def empty(cls: Any) -> Any:
    """A command of which nothing is read."""
    return cls(**{one.name: None for one in msgspec.structs.fields(cls) if one.required})


@pytest.mark.parametrize("role", Role)
def test_a_role_that_may_not_is_refused_on_the_terminal_and_at_the_hub(role: Role) -> None:
    nothing: Any = Untouched()
    for kind, cls in KINDS.items():
        if role in spec_of(cls).by:
            continue
        wish = empty(cls)
        here = complete(nothing, wish, made_by(role, at_hub=False), nothing)
        there = run(nothing, wish, made_by(role, at_hub=True))
        for outcome in (here, there):
            assert isinstance(outcome, Refused) and outcome.reason is Reason.NOT_ALLOWED, kind


def test_every_command_has_a_handler_and_somebody_who_may_send_it() -> None:
    assert set(HANDLERS) == set(KINDS.values())
    assert all(spec_of(cls).by and spec_of(cls).by <= ANYONE | HUB for cls in KINDS.values())


def test_what_a_volunteer_may_do_is_a_short_list() -> None:
    may = {kind: spec_of(cls).by for kind, cls in KINDS.items() if Role.VOLUNTEER in spec_of(cls).by}
    assert {kind for kind, by in may.items() if by != ANYONE} == VOLUNTEERS_OWN


def test_a_long_table_is_empty_for_a_role_that_may_not_see_it(desk: DemoStation) -> None:
    for what, (by, _) in PAGES.items():
        for role, login in WORKERS.items():
            if role not in by:
                page = desk.ask(DeskList(what=what), who=login)
                assert (page.total, page.rows) == (0, ()), (what, role)
        for who in (None, ZHANG):
            assert desk.ask(DeskList(what=what), who=who).total == 0, (what, who)


def test_a_volunteer_hears_no_name_and_no_purpose(desk: DemoStation) -> None:
    desk.accept("open_ticket", item="gaoling", resident=ZHANG, who="clerk")
    desk.accept("request_booking", who="clerk", **PRIVATE)
    questions = (RequestsToDecide(), CounterNow(counter="1"), DeskToday())
    told = {who: str([desk.ask(one, who=who) for one in questions]) for who in ("clerk", "volunteer")}
    for secret in ("张*明", "张小明", "孙女生日"):
        assert secret in told["clerk"] and secret not in told["volunteer"], secret
