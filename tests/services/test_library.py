"""Lending as people do it: who may borrow what, what comes back, what waits on the hold shelf."""

import uuid
from datetime import date, datetime
from typing import Any

import pytest

from db.engines import Database, sqlite_url
from db.library import copy_numbered, open_loan
from db.work import Work
from kiosk.commands.library import CheckOutCopy, CopyOf, LoansOf
from kiosk.commands.station import Listing
from kiosk.domain.outcomes import Accepted
from kiosk.services.registry import Made, run
from tests.builders import DemoStation

ZHANG, OUYANG, CHILD, BLOCKED = "3709152841", "5281639400", "6139704826", "7823406959"
TWO_COPIES = "9787506365437"  # S0000002, S0000003
ONE_COPY = "9787540468422"  # S0000001
COPIES = [f"S000{number:04d}" for number in range(1, 12)]


def state(demo: DemoStation, number: str) -> str:
    (copy,) = [row for row in demo.ask(Listing(what="copies")) if row["number"] == number]
    return str(copy["state"])


def flags(demo: DemoStation) -> list[str]:
    return list(demo.ask(Listing(what="outcomes"))[-1]["flags"])


def reason(demo: DemoStation, kind: str, **fields: Any) -> str | None:
    answer = demo.do(kind, **fields)
    assert answer.status == "refused", answer
    return answer.reason


def test_a_resident_borrows_for_thirty_days(demo: DemoStation) -> None:
    result = demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    assert result["due"] == "2026-12-23"
    (loan,) = demo.ask(LoansOf(resident=ZHANG), who=ZHANG)
    assert (loan.id, loan.copy, loan.days_left, loan.pending) == (result["loan"], "S0000001", 30, False)
    assert state(demo, "S0000001") == "on_loan"


def test_the_librarian_lends_to_whoever_shows_a_card(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who="librarian", copy="S0000001", resident=OUYANG)
    assert len(demo.ask(LoansOf(resident=OUYANG), who="librarian")) == 1


def test_nothing_is_due_on_a_day_when_the_library_is_shut(demo: DemoStation) -> None:
    demo.accept("override_day", who="manager", date="2026-12-23", open=False)
    assert demo.accept("check_out_copy", who=ZHANG, copy="S0000001")["due"] == "2026-12-24"


@pytest.mark.parametrize(
    ("who", "fields", "expected"),
    [
        (ZHANG, {"copy": "S9999999"}, "unknown_copy"),
        (ZHANG, {"copy": "9787020008742"}, "unknown_copy"),
        (ZHANG, {"copy": "';--"}, "unknown_copy"),
        (ZHANG, {"copy": "S0000001", "resident": OUYANG}, "not_allowed"),
        ("librarian", {"copy": "S0000001"}, "unknown_resident"),
        ("librarian", {"copy": "S0000001", "resident": "1234567897"}, "unknown_resident"),
        ("librarian", {"copy": "S0000001", "resident": BLOCKED}, "revoked_card"),
        ("clerk", {"copy": "S0000001", "resident": ZHANG}, "not_allowed"),
        (None, {"copy": "S0000001", "resident": ZHANG}, "not_allowed"),
        (ZHANG, {"copy": TWO_COPIES}, "ambiguous_reference"),
    ],
)
def test_what_cannot_be_lent_says_why(
    demo: DemoStation, who: str | None, fields: dict[str, str], expected: str
) -> None:
    assert reason(demo, "check_out_copy", who=who, **fields) == expected


def test_two_copies_on_the_shelf_are_asked_for_by_number(demo: DemoStation) -> None:
    answer = demo.do("check_out_copy", who=ZHANG, copy=TWO_COPIES)
    assert answer.detail == {"copies": ["S0000002", "S0000003"]}
    found = demo.ask(CopyOf(copy=TWO_COPIES), who=ZHANG)
    assert found.reason == "ambiguous_reference"
    assert [copy.number for copy in found.choices] == ["S0000002", "S0000003"]


def test_an_isbn_means_the_only_copy_on_the_shelf_then_none(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000002")
    demo.accept("check_out_copy", who=OUYANG, copy="978-7-5063-6543-7")
    assert reason(demo, "check_out_copy", who=CHILD, copy=TWO_COPIES) == "copy_on_loan"


@pytest.mark.parametrize(("who", "limit"), [(ZHANG, 5), (CHILD, 3)])
def test_a_reader_has_so_many_books_at_once(demo: DemoStation, who: str, limit: int) -> None:
    for number in COPIES[:limit]:
        demo.accept("check_out_copy", who=who, copy=number)
    answer = demo.do("check_out_copy", who=who, copy=COPIES[limit])
    assert (answer.reason, answer.detail) == ("limit_reached", {"what": "loans", "limit": limit})


def test_who_is_overdue_brings_that_back_first(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    later = datetime(2026, 12, 24, 10)
    assert reason(demo, "check_out_copy", who=ZHANG, copy="S0000004", at=later) == "overdue_items"
    assert reason(demo, "renew_loan", who=ZHANG, copy="S0000001", at=later) == "overdue_items"
    demo.accept("return_copy", copy="S0000001", at=later)
    demo.accept("check_out_copy", who=ZHANG, copy="S0000004", at=later)


def test_a_loan_is_renewed_once_by_fifteen_days(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    (loan,) = demo.ask(LoansOf(resident=ZHANG), who=ZHANG)
    assert loan.renewable_to is not None and loan.renewable_to.isoformat() == "2027-01-07"
    assert demo.accept("renew_loan", who=ZHANG, copy=ONE_COPY)["due"] == "2027-01-07"
    assert reason(demo, "renew_loan", who=ZHANG, copy="S0000001") == "renewal_limit"
    (loan,) = demo.ask(LoansOf(resident=ZHANG), who=ZHANG)
    assert (loan.renewable_to, loan.reason) == (None, "renewal_limit")


def test_only_ones_own_loan_can_be_renewed(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    assert reason(demo, "renew_loan", who=OUYANG, copy="S0000001") == "not_for_you"
    assert reason(demo, "renew_loan", who=OUYANG, copy="S0000004") == "not_on_loan"
    demo.accept("renew_loan", who="librarian", copy="S0000001")


def test_anyone_returns_a_book_by_number_or_isbn(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy="S0000001")["loan"]
    assert demo.accept("return_copy", copy=ONE_COPY) == {"loan": loan, "hold": False}
    assert state(demo, "S0000001") == "on_shelf"
    assert reason(demo, "return_copy", copy="S0000001") == "not_on_loan"
    assert reason(demo, "return_copy", copy="S9999999") == "unknown_copy"


def test_a_borrowed_book_that_another_brings_is_lent_and_flagged(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    loan = demo.accept("check_out_copy", who=OUYANG, copy="S0000001")["loan"]
    assert flags(demo) == ["borrowed_copy_brought_by_another"]
    assert demo.ask(LoansOf(resident=ZHANG), who=ZHANG) == []
    assert [one.id for one in demo.ask(LoansOf(resident=OUYANG), who=OUYANG)] == [loan]
    assert reason(demo, "check_out_copy", who=OUYANG, copy="S0000001") == "copy_on_loan"


def test_a_returned_book_that_someone_waits_for_goes_to_the_hold_shelf(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    demo.accept("place_hold", who=OUYANG, title=ONE_COPY)
    assert reason(demo, "renew_loan", who=ZHANG, copy="S0000001") == "copy_held"
    assert demo.accept("return_copy", copy="S0000001")["hold"] is True
    (hold,) = demo.ask(Listing(what="holds"))
    assert (hold["status"], hold["copy"], hold["ready_until"]) == ("ready", "S0000001", date(2026, 11, 26))
    assert reason(demo, "check_out_copy", who=ZHANG, copy="S0000001") == "copy_held"
    demo.accept("check_out_copy", who=OUYANG, copy=ONE_COPY)
    (hold,) = demo.ask(Listing(what="holds"))
    assert hold["status"] == "fulfilled"


def test_a_book_that_nobody_collected_in_time_may_be_borrowed_by_anyone(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    demo.accept("place_hold", who=OUYANG, title=ONE_COPY)
    demo.accept("return_copy", copy="S0000001")
    last, after = (datetime(2026, 11, day, 10, 0) for day in (26, 27))
    assert demo.do("check_out_copy", who=ZHANG, copy="S0000001", at=last).reason == "copy_held"
    (hold,) = demo.ask(Listing(what="holds"), at=after)
    assert hold["status"] == "expired"
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001", at=after)
    (hold,) = demo.ask(Listing(what="holds"))
    assert hold["status"] == "expired"


def test_a_hold_that_cannot_be_says_why(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    assert reason(demo, "place_hold", who=ZHANG, title=ONE_COPY) == "copy_on_loan"
    demo.accept("place_hold", who=OUYANG, title=ONE_COPY)
    assert reason(demo, "place_hold", who=OUYANG, title=ONE_COPY) == "already_held"
    assert reason(demo, "place_hold", who=OUYANG, title="9787020008742") == "unknown_title"
    assert reason(demo, "place_hold", who="librarian", title=ONE_COPY) == "unknown_resident"
    assert reason(demo, "place_hold", title=ONE_COPY) == "not_allowed"


def test_a_return_that_is_known_late_does_not_undo_a_newer_loan(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    before = datetime(2026, 11, 23, 9, 0)
    result = demo.accept("return_copy", copy="S0000001", at=before)
    assert (result["loan"], flags(demo)) == (None, ["newer_fact_known"])
    assert state(demo, "S0000001") == "on_loan"


def test_a_loan_that_is_known_late_has_already_ended(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    demo.accept("return_copy", copy="S0000001")
    demo.accept("check_out_copy", who=OUYANG, copy="S0000001", at=datetime(2026, 11, 23, 9, 0))
    assert demo.ask(LoansOf(resident=OUYANG), who=OUYANG) == []
    assert state(demo, "S0000001") == "on_shelf"


def test_who_has_which_book_is_shown_to_staff_and_the_reader_alone(desk: DemoStation) -> None:
    desk.accept("check_out_copy", who=ZHANG, copy="S0000001")
    assert desk.ask(LoansOf(resident=ZHANG)) == []
    assert desk.ask(LoansOf(resident=ZHANG), who=OUYANG) == []
    (loan,) = desk.ask(Listing(what="loans"))
    assert (loan["borrower"], loan["resident"]) == ("张*明", None)
    (loan,) = desk.ask(Listing(what="loans"), who="librarian")
    assert loan["borrower"] == "张示明"


def test_a_scanned_copy_says_whether_it_can_be_lent(demo: DemoStation) -> None:
    for who, copy in ((None, "S0000001"), (ZHANG, "S0000001"), (ZHANG, ONE_COPY)):
        found = demo.ask(CopyOf(copy=copy), who=who)
        assert (found.copy.number, found.title, found.reason) == ("S0000001", "坏小孩", None)
    demo.accept("check_out_copy", who=ZHANG, copy="S0000001")
    assert demo.ask(CopyOf(copy="S0000001"), who=ZHANG).reason == "copy_on_loan"


def test_an_unknown_scan_is_no_copy(demo: DemoStation) -> None:
    for text in ("", "S9999999", "😀", "x" * 10_000, "%"):
        assert demo.ask(CopyOf(copy=text)) is None


def test_the_hub_takes_a_loan_that_policy_would_refuse_and_flags_it(demo: DemoStation) -> None:
    """It has happened, at a terminal that could not know of the others."""
    for number in COPIES[:5]:
        demo.accept("check_out_copy", who=ZHANG, copy=number)
    actor = demo.station.find_actor(ZHANG)
    assert actor is not None
    database = Database(sqlite_url(demo.folder.own_store))
    with database.write() as connection:
        work = Work(connection, database.books, 0, revision=1)
        copy = copy_numbered(connection, COPIES[5])
        assert copy is not None
        made = Made(str(uuid.uuid4()), actor, "A", demo.at, demo.at, at_hub=True)
        outcome = run(work, CheckOutCopy(copy=copy.id), made)
        assert isinstance(outcome, Accepted)
        assert outcome.flags == ("limit_reached",)
        assert open_loan(connection, copy.id) is not None
    database.close()
