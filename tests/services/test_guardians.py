"""A guardian answers for a child's books: sees them, renews them, brings them back, hears that they are late."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from db import tables as t
from kiosk.commands.library import HoldsOf, LoansOf
from tests.builders import DemoStation
from tests.services.bookings import show
from tests.services.housekeeping import in_store, keep_house
from tests.services.library import (
    CHILD,
    COPY,
    FIRST,
    GUARDIAN,
    LATER,
    OUYANG,
    ZHANG,
    holds,
    is_well,
    resident,
    set_loan_rule,
)


def reason(demo: DemoStation, kind: str, **fields: Any) -> str | None:
    answer = demo.do(kind, **fields)
    assert answer.status == "refused", answer
    return answer.reason


@pytest.fixture
def family(demo: DemoStation) -> DemoStation:
    demo.accept("check_out_copy", who=CHILD, copy=COPY)
    demo.accept("check_out_copy", who=GUARDIAN, copy=FIRST)
    return demo


def test_a_guardian_sees_a_childs_books_beside_their_own(family: DemoStation) -> None:
    own = family.ask(LoansOf(resident=GUARDIAN), who=GUARDIAN)
    assert [(loan.copy, loan.reader) for loan in own] == [(FIRST, "")]
    both = family.ask(LoansOf(resident=GUARDIAN, children=True), who=GUARDIAN)
    assert [(loan.copy, loan.reader) for loan in both] == [(FIRST, ""), (COPY, "李*章")]
    assert len(family.ask(LoansOf(resident=CHILD), who=GUARDIAN)) == 1


def test_nobody_else_does_and_a_child_not_the_guardians(family: DemoStation) -> None:
    assert family.ask(LoansOf(resident=CHILD), who=ZHANG) == []
    assert family.ask(LoansOf(resident=GUARDIAN, children=True), who=CHILD) == []
    seen = {row["resident"] for row in show(family, "loans", GUARDIAN)}
    assert seen == {resident(family, card) for card in (CHILD, GUARDIAN)}
    assert [row["resident"] for row in show(family, "loans", ZHANG)] == [None, None]


def test_a_guardian_renews_and_returns_for_a_child(family: DemoStation) -> None:
    assert reason(family, "renew_loan", who=ZHANG, copy=COPY) == "not_for_you"
    assert family.accept("renew_loan", who=GUARDIAN, copy=COPY)["due"] == "2027-01-07"
    assert family.accept("return_copy", who=GUARDIAN, copy=COPY)["hold"] is False


def test_a_guardian_borrows_and_reserves_on_a_childs_card(family: DemoStation) -> None:
    family.accept("check_out_copy", who=GUARDIAN, copy="S0000004", resident=CHILD)
    assert len(family.ask(LoansOf(resident=CHILD), who=CHILD)) == 2
    assert reason(family, "check_out_copy", who=CHILD, copy="S0000007", resident=GUARDIAN) == "not_allowed"
    hold = family.accept("place_hold", who=GUARDIAN, title="9787506365437", resident=CHILD)["hold"]
    (shown,) = family.ask(HoldsOf(resident=GUARDIAN, children=True), who=GUARDIAN)
    assert (shown.id, shown.reader) == (hold, "李*章")
    family.accept("cancel_hold", who=GUARDIAN, hold=hold)
    assert [status for status, *_ in holds(family)] == ["cancelled"]


def test_a_guardian_is_warned_of_a_childs_late_book_and_still_lent_to(family: DemoStation) -> None:
    family.accept("return_copy", copy=FIRST)
    done = family.accept("check_out_copy", who=GUARDIAN, copy="S0000004", at=LATER)
    assert done["children_overdue"] == 1
    assert reason(family, "check_out_copy", who=CHILD, copy="S0000005", at=LATER) == "overdue_items"
    family.accept("return_copy", copy=COPY, at=LATER)
    assert "children_overdue" not in family.accept(
        "check_out_copy", who=GUARDIAN, copy="S0000005", at=LATER + timedelta(hours=1)
    )


def test_where_the_policy_says_so_the_guardian_must_bring_it_first(family: DemoStation) -> None:
    set_loan_rule(family, children_overdue="block")
    family.accept("return_copy", copy=FIRST)
    answer = family.do("check_out_copy", who=GUARDIAN, copy="S0000004", at=LATER)
    assert (answer.reason, answer.detail) == ("overdue_items", {"count": 1, "children": True})


def register(desk: DemoStation, month: str) -> dict[str, Any]:
    return desk.accept(
        "register_resident", who="clerk", name="范小样", birth_month=month, consent="zh-1", guardian=ZHANG
    )


def test_at_eighteen_nobody_answers_for_them_any_more(desk: DemoStation) -> None:
    child = register(desk, "2013-02")
    desk.accept("check_out_copy", who=child["card"], copy=COPY)
    assert len(desk.ask(LoansOf(resident=ZHANG, children=True), who=ZHANG)) == 1
    assert "end_guardianship" not in keep_house(desk, datetime(2031, 2, 28))
    assert keep_house(desk, datetime(2031, 3, 1))["end_guardianship"] == 1
    row = in_store(desk, t.residents, child["resident"])
    assert (row.guardian, row.child) == (None, False)
    assert desk.ask(LoansOf(resident=ZHANG, children=True), who=ZHANG) == []
    (card,) = show(desk, "cards", resident=child["resident"])
    assert card["kind"] == "adult"


def test_staff_may_end_it_from_fourteen_on_and_nobody_else(desk: DemoStation) -> None:
    young, older = register(desk, "2013-02"), register(desk, "2011-02")
    for who in (ZHANG, older["card"], None):
        assert reason(desk, "end_guardianship", who=who, resident=older["card"]) == "not_allowed"
    assert reason(desk, "end_guardianship", who="clerk", resident=young["card"]) == "guardian_needed"
    desk.accept("end_guardianship", who="clerk", resident=older["card"])
    row = in_store(desk, t.residents, older["resident"])
    assert (row.guardian, row.child) == (None, False)
    assert [card["kind"] for card in show(desk, "cards", resident=older["resident"])] == ["adult"]
    assert reason(desk, "end_guardianship", who="clerk", resident=older["card"]) == "already_done"
    assert reason(desk, "end_guardianship", who="clerk", resident="nobody") == "unknown_resident"


def test_where_no_month_is_known_a_child_is_taken_to_be_under_fourteen(demo: DemoStation) -> None:
    assert reason(demo, "end_guardianship", who="clerk", resident=CHILD) == "guardian_needed"


def test_a_guardian_who_is_erased_leaves_the_child_its_books(family: DemoStation) -> None:
    family.accept("return_copy", copy=FIRST)
    family.accept("erase_resident", who="manager", resident=GUARDIAN)
    assert [loan.copy for loan in family.ask(LoansOf(resident=CHILD), who=CHILD)] == [COPY]
    family.accept("renew_loan", who=CHILD, copy=COPY)
    assert is_well(family)


def test_a_childs_hold_is_fetched_by_its_guardian(family: DemoStation) -> None:
    family.accept("check_out_copy", who=OUYANG, copy="S0000004")
    title = show(family, "copies", number="S0000004")[0]["title_id"]
    family.accept("place_hold", who=CHILD, title=title)
    family.accept("return_copy", copy="S0000004")
    assert reason(family, "check_out_copy", who=GUARDIAN, copy="S0000004") == "copy_held"
    family.accept("check_out_copy", who=GUARDIAN, copy="S0000004", resident=CHILD)
    assert holds(family) == [("fulfilled", "S0000004", None)]
