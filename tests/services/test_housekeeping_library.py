"""Books that are late, and books that nobody collected."""

from datetime import date, datetime

import pytest

from db import tables as t
from tests.builders import DemoStation
from tests.services.bookings import OUYANG, ZHANG, show
from tests.services.housekeeping import in_store, keep_house

BOOK, COPY = "9787540468422", "S0000001"
CHILD = "6139704826"


def test_a_loan_is_overdue_from_the_day_after_its_due_day(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    assert keep_house(demo, datetime(2026, 12, 23, 23, 59)) == {}
    assert keep_house(demo, datetime(2026, 12, 29, 8)) == {"mark_overdue": 1}
    assert in_store(demo, t.loans, loan).overdue_on == date(2026, 12, 24)
    assert keep_house(demo, datetime(2026, 12, 30, 8)) == {}


def test_a_renewal_that_is_known_late_takes_the_mark_away(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    keep_house(demo, datetime(2026, 12, 25, 8))
    demo.accept("renew_loan", who=ZHANG, copy=COPY, at=datetime(2026, 12, 22, 9))
    assert in_store(demo, t.loans, loan).overdue_on is None
    assert keep_house(demo, datetime(2026, 12, 25, 9)) == {}
    assert keep_house(demo, datetime(2027, 1, 8, 9)) == {"mark_overdue": 1}
    assert in_store(demo, t.loans, loan).overdue_on == date(2027, 1, 8)


def test_what_was_brought_back_late_keeps_the_day_on_which_it_became_late(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    keep_house(demo, datetime(2026, 12, 25, 8))
    demo.accept("return_copy", copy=COPY, at=datetime(2026, 12, 26, 8))
    row = in_store(demo, t.loans, loan)
    assert (row.state, row.overdue_on) == ("returned", date(2026, 12, 24))


@pytest.fixture
def held(demo: DemoStation) -> DemoStation:
    """A book lies ready for one reader until the 26th."""
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    demo.accept("place_hold", who=OUYANG, title=BOOK)
    demo.accept("return_copy", copy=COPY)
    return demo


def copy_state(demo: DemoStation) -> str:
    return str(show(demo, "copies", number=COPY)[0]["state"])


def test_a_book_that_nobody_collected_goes_back_to_its_shelf(held: DemoStation) -> None:
    assert keep_house(held, datetime(2026, 11, 26, 23, 59, 59)) == {}
    assert keep_house(held, datetime(2026, 11, 27)) == {"expire_hold": 1}
    assert show(held, "holds")[0]["status"] == "expired"
    assert copy_state(held) == "on_shelf"


def test_or_to_whoever_waits_next_for_as_long_from_that_day_on(held: DemoStation) -> None:
    held.accept("place_hold", who=CHILD, title=BOOK)
    assert keep_house(held, datetime(2026, 11, 30, 9)) == {"expire_hold": 1}
    holds = {row["status"]: row["ready_until"] for row in show(held, "holds")}
    assert holds == {"expired": date(2026, 11, 26), "ready": date(2026, 12, 3)}
    assert copy_state(held) == "on_hold"
    late = held.do("check_out_copy", who=OUYANG, copy=COPY, at=datetime(2026, 11, 30, 10))
    assert late.reason == "copy_held"


def test_a_loan_that_is_known_late_still_counts_after_its_hold_has_expired(held: DemoStation) -> None:
    keep_house(held, datetime(2026, 11, 30, 9))
    held.accept("check_out_copy", who=ZHANG, copy=COPY, at=datetime(2026, 11, 27, 10))
    assert copy_state(held) == "on_loan"
    assert show(held, "outcomes")[-1]["flags"] == []
