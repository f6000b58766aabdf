"""全部续借: one command, an answer for every book."""

from datetime import datetime, timedelta
from pathlib import Path

from tests.builders import MONDAY, DemoStation, beside
from tests.services.bookings import show
from tests.services.library import BOOK, CHILD, COPY, GUARDIAN, LATER, OUYANG, ZHANG, is_well

SECOND_BOOK, THIRD_BOOK = "S0000004", "S0000005"


def borrow(demo: DemoStation, who: str, *copies: str, at: datetime = MONDAY) -> None:
    for number, copy in enumerate(copies):
        demo.accept("check_out_copy", who=who, copy=copy, at=at + timedelta(minutes=number))


def test_all_are_renewed_at_once_and_each_says_until_when(demo: DemoStation) -> None:
    borrow(demo, ZHANG, COPY, SECOND_BOOK)
    done = demo.accept("renew_loans", who=ZHANG)
    assert {one["copy"]: one["due"] for one in done["renewed"]} == {
        COPY: "2027-01-07",
        SECOND_BOOK: "2027-01-07",
    }
    assert done["kept"] == []
    assert is_well(demo)


def test_what_cannot_be_renewed_says_why_beside_what_was(demo: DemoStation) -> None:
    borrow(demo, ZHANG, COPY, SECOND_BOOK, THIRD_BOOK)
    demo.accept("place_hold", who=OUYANG, title=BOOK)
    demo.accept("renew_loan", who=ZHANG, copy=SECOND_BOOK)
    done = demo.accept("renew_loans", who=ZHANG)
    assert [one["copy"] for one in done["renewed"]] == [THIRD_BOOK]
    assert {one["copy"]: one["reason"] for one in done["kept"]} == {
        COPY: "copy_held",
        SECOND_BOOK: "renewal_limit",
    }


def test_when_none_can_be_renewed_it_is_refused_with_each_reason(demo: DemoStation) -> None:
    borrow(demo, ZHANG, COPY)
    answer = demo.do("renew_loans", who=ZHANG, at=LATER)
    assert (answer.reason, [one["copy"] for one in answer.detail["kept"]]) == ("overdue_items", [COPY])
    assert demo.do("renew_loans", who=OUYANG).reason == "not_on_loan"


def test_a_guardian_renews_the_childrens_with_their_own(demo: DemoStation) -> None:
    borrow(demo, GUARDIAN, COPY)
    borrow(demo, CHILD, SECOND_BOOK)
    assert {one["copy"] for one in demo.accept("renew_loans", who=GUARDIAN, children=True)["renewed"]} == {
        COPY,
        SECOND_BOOK,
    }


def test_for_others_only_staff_and_guardians_renew(demo: DemoStation) -> None:
    borrow(demo, CHILD, COPY)
    assert demo.do("renew_loans", who=ZHANG, resident=CHILD).reason == "not_allowed"
    assert demo.do("renew_loans").reason == "not_allowed"
    assert demo.do("renew_loans", who="librarian").reason == "unknown_resident"
    demo.accept("renew_loans", who="librarian", resident=CHILD)


def test_what_was_said_to_be_renewed_and_is_not_is_told_to_the_desk(
    demo: DemoStation, tmp_path: Path
) -> None:
    """Cut off, the terminal could not know that somebody waits for one of them."""
    borrow(demo, ZHANG, COPY, SECOND_BOOK)
    other = beside(demo, tmp_path / "other", "kiosk")
    other.accept("place_hold", who=OUYANG, title=BOOK)
    with demo.cut_off():
        promised = demo.do("renew_loans", who=ZHANG)
        assert promised.status == "pending" and len(promised.result["renewed"]) == 2
    (outcome,) = [row for row in show(demo, "inbox", "librarian") if row["kind"] == "renew_loans"]
    assert (outcome["status"], outcome["flags"]) == ("accepted", ["told_renewed_but_is_not"])
    assert [one["copy"] for one in outcome["result"]["kept"]] == [COPY]
    assert is_well(demo)
    other.close()
