"""Books that are lost, found, damaged, repaired, given up: what becomes of the loan and of those who wait."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from db import tables as t
from kiosk.commands.library import HoldsOf, LoansOf
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import show
from tests.services.housekeeping import in_store
from tests.services.library import (
    BOOK,
    CHILD,
    COPY,
    FIRST,
    GUARDIAN,
    OUYANG,
    READING_ROOM,
    TWO_COPIES,
    ZHANG,
    copy_state,
    flags,
    holds,
    is_well,
    resident,
)

SOON = MONDAY + timedelta(days=1)


def reason(demo: DemoStation, kind: str, **fields: Any) -> str | None:
    answer = demo.do(kind, **fields)
    assert answer.status == "refused", answer
    return answer.reason


def loan_row(demo: DemoStation, key: str) -> Any:
    return in_store(demo, t.loans, key)


def test_a_lost_book_ends_its_loan_as_lost_and_keeps_whose_it_was(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    assert demo.accept("report_lost", who=ZHANG, copy=BOOK) == {"copy": COPY, "status": "lost", "loan": loan}
    row = loan_row(demo, loan)
    assert (row.state, row.returned_at, row.resident) == ("lost", None, resident(demo, ZHANG))
    assert demo.ask(LoansOf(resident=ZHANG), who=ZHANG) == []
    assert reason(demo, "check_out_copy", who=OUYANG, copy=COPY) == "copy_lost"
    assert reason(demo, "place_hold", who=OUYANG, title=BOOK) == "copy_lost"
    assert is_well(demo)


@pytest.mark.parametrize(("kind", "who"), [("found_copy", "volunteer"), ("return_copy", None)])
def test_a_lost_book_that_turns_up_settles_its_loan(demo: DemoStation, kind: str, who: str | None) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    demo.accept("report_lost", who=ZHANG, copy=COPY)
    demo.accept(kind, who=who, copy=COPY, at=SOON)
    assert (loan_row(demo, loan).state, loan_row(demo, loan).returned_at) == ("returned", SOON)
    assert copy_state(demo, COPY) == "on_shelf"
    assert is_well(demo)


def test_a_book_that_turns_up_goes_to_whoever_waits(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    demo.accept("place_hold", who=OUYANG, title=BOOK)
    demo.accept("report_lost", who="librarian", copy=COPY)
    assert holds(demo) == [("waiting", None, 1)]
    assert demo.accept("found_copy", who="librarian", copy=COPY)["status"] == "on_hold"
    assert holds(demo) == [("ready", COPY, None)]
    assert is_well(demo)


def test_a_book_that_vanishes_from_the_hold_shelf_sends_its_reader_back_to_the_queue(
    demo: DemoStation,
) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    demo.accept("place_hold", who=OUYANG, title=BOOK)
    demo.accept("return_copy", copy=COPY)
    demo.accept("place_hold", who=CHILD, title=BOOK, at=SOON)
    demo.accept("report_lost", who="librarian", copy=COPY)
    assert holds(demo) == [("waiting", None, 1), ("waiting", None, 2)]
    assert is_well(demo)


def test_only_its_reader_their_guardian_and_staff_report_a_book_lost(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=CHILD, copy=COPY)
    assert reason(demo, "report_lost", who=ZHANG, copy=COPY) == "not_for_you"
    assert reason(demo, "report_lost", who=ZHANG, copy=FIRST) == "not_for_you"
    assert reason(demo, "report_lost", who="clerk", copy=COPY) == "not_allowed"
    assert reason(demo, "report_lost", copy=COPY) == "not_allowed"
    demo.accept("report_lost", who=GUARDIAN, copy=COPY)
    assert reason(demo, "report_lost", who="librarian", copy=COPY) == "already_done"


def test_a_damaged_book_comes_out_of_its_readers_hand_and_nobody_may_have_it(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    done = demo.accept("mark_damaged", who="librarian", copy=COPY)
    assert done == {"copy": COPY, "status": "damaged", "loan": loan}
    assert loan_row(demo, loan).state == "returned"
    assert reason(demo, "check_out_copy", who=OUYANG, copy=COPY) == "wrong_state"
    assert reason(demo, "return_copy", copy=COPY) == "not_on_loan"
    assert is_well(demo)


def test_a_repaired_book_is_back_for_whoever_waits(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    demo.accept("place_hold", who=OUYANG, title=BOOK)
    demo.accept("mark_damaged", who="librarian", copy=COPY)
    assert holds(demo) == [("waiting", None, 1)]
    assert demo.accept("repair_copy", who="librarian", copy=COPY)["status"] == "on_hold"
    assert reason(demo, "repair_copy", who="librarian", copy=COPY) == "already_done"
    assert is_well(demo)


def test_a_book_on_loan_is_not_withdrawn(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    assert reason(demo, "withdraw_copy", who="librarian", copy=COPY) == "copy_on_loan"
    assert reason(demo, "withdraw_copy", who="clerk", copy=FIRST) == "not_allowed"


def test_who_waits_for_the_last_copy_is_told_when_it_is_withdrawn(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    demo.accept("place_hold", who=OUYANG, title=BOOK)
    demo.accept("return_copy", copy=COPY)
    demo.accept("withdraw_copy", who="librarian", copy=COPY)
    assert (holds(demo), flags(demo)) == ([("cancelled", None, None)], ["holds_ended_without_a_copy"])
    assert demo.ask(HoldsOf(resident=OUYANG), who=OUYANG) == []
    assert show(demo, "inbox", "librarian")[-1]["kind"] == "withdraw_copy"
    assert is_well(demo)


def test_who_waits_for_one_of_two_copies_waits_on(demo: DemoStation) -> None:
    for who, copy in ((ZHANG, FIRST), (CHILD, "S0000003")):
        demo.accept("check_out_copy", who=who, copy=copy)
    demo.accept("place_hold", who=OUYANG, title=TWO_COPIES)
    demo.accept("return_copy", copy=FIRST)
    demo.accept("withdraw_copy", who="librarian", copy=FIRST)
    assert (holds(demo), flags(demo)) == ([("waiting", None, 1)], [])
    assert is_well(demo)


def test_a_lost_book_that_is_given_up_is_expected_of_nobody_any_more(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    demo.accept("report_lost", who=ZHANG, copy=COPY)
    demo.accept("withdraw_copy", who="librarian", copy=COPY, at=SOON)
    assert (loan_row(demo, loan).state, loan_row(demo, loan).returned_at) == ("lost", SOON)
    assert reason(demo, "found_copy", who="volunteer", copy=COPY, at=SOON) == "wrong_state"


def test_what_is_known_late_of_a_copy_changes_nothing_and_is_flagged(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    demo.accept("return_copy", copy=COPY)
    early = datetime(2026, 11, 23, 8)
    for kind in ("report_lost", "mark_damaged"):
        demo.accept(kind, who="librarian", copy=COPY, at=early)
        assert (copy_state(demo, COPY), flags(demo)) == ("on_shelf", ["newer_fact_known"])


def test_a_book_for_reading_here_is_not_lent(demo: DemoStation) -> None:
    assert show(demo, "copies", number=READING_ROOM)[0]["kind"] == "reference"
    answer = demo.do("check_out_copy", who=ZHANG, copy=READING_ROOM)
    assert (answer.reason, answer.detail) == ("not_lendable", {"kind": "reference"})
    demo.accept("set_copy_kind", who="librarian", copy=READING_ROOM, copy_kind="book")
    demo.accept("check_out_copy", who=ZHANG, copy=READING_ROOM)


def test_a_kind_that_no_policy_knows_is_not_given(demo: DemoStation) -> None:
    answer = demo.do("set_copy_kind", who="librarian", copy=COPY, copy_kind="scroll")
    assert (answer.reason, answer.detail["kinds"]) == ("bad_form", ["book", "magazine", "reference"])
    assert reason(demo, "set_copy_kind", who="clerk", copy=COPY, copy_kind="book") == "not_allowed"


@pytest.mark.parametrize(
    "kind", ["report_lost", "found_copy", "mark_damaged", "repair_copy", "withdraw_copy"]
)
def test_what_is_no_copy_and_what_may_be_two_is_asked(demo: DemoStation, kind: str) -> None:
    assert reason(demo, kind, who="librarian", copy="S9999999") == "unknown_copy"
    if kind != "report_lost":
        assert demo.do(kind, who="librarian", copy=TWO_COPIES).detail == {"copies": [FIRST, "S0000003"]}


def test_of_two_copies_with_one_isbn_the_one_that_is_out_was_lost(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=FIRST)
    assert demo.accept("report_lost", who=ZHANG, copy=TWO_COPIES)["copy"] == FIRST


def test_whoever_lost_a_book_owes_a_word_before_they_are_erased(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    assert reason(demo, "erase_resident", who="manager", resident=ZHANG) == "books_out"
    demo.accept("report_lost", who=ZHANG, copy=COPY)
    demo.accept("place_hold", who=ZHANG, title=TWO_COPIES)
    demo.accept("erase_resident", who="manager", resident=ZHANG)
    assert [row["status"] for row in show(demo, "holds")] == ["cancelled"]
    demo.accept("found_copy", who="librarian", copy=COPY)
    assert is_well(demo)


def test_a_reader_who_is_erased_in_the_middle_of_a_hold_frees_the_book(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    for who in (OUYANG, CHILD):
        demo.accept("place_hold", who=who, title=BOOK)
    demo.accept("return_copy", copy=COPY)
    first = show(demo, "holds", status="ready")[0]["reader"]
    card = OUYANG if first.startswith("欧阳") else CHILD
    demo.accept("erase_resident", who="manager", resident=card)
    assert sorted(row["status"] for row in show(demo, "holds")) == ["cancelled", "ready"]
    assert is_well(demo)
