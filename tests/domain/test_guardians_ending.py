"""Until when a guardian is needed, by the month of birth alone."""

from datetime import date

import pytest

from kiosk.domain.guardians import judge_ending

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("month", "child", "may"),
    [("2012-10", True, True), ("2012-11", True, False), ("2020-01", False, False), ("2005-01", False, True),
     (None, True, False), (None, False, True)],
)  # fmt: skip
def test_from_the_month_after_the_fourteenth_birthday_on(month: str | None, child: bool, may: bool) -> None:
    assert (judge_ending(month, child, TODAY) is None) is may
