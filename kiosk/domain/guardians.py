"""A guardian answers for a child's books until it is of age (Civil Code, article 17: 18 years)."""

from datetime import date

from kiosk.domain.outcomes import Refused
from kiosk.domain.people import GUARDIAN_UNTIL, guardian_needed
from kiosk.domain.reasons import Reason

OF_AGE = 18


def is_of_age(birth_month: str | None, today: date) -> bool:
    """Only the month is known, so the whole month of the birthday still counts as before it; unknown: not yet."""
    if birth_month is None:
        return False
    year, month = birth_month.split("-")
    return (today.year - int(year)) * 12 + today.month - int(month) > OF_AGE * 12


def judge_ending(birth_month: str | None, child: bool, today: date) -> Refused | None:
    """Staff may end it as soon as none is needed for a card; where no month is known a child is taken to be under 14."""
    if guardian_needed(birth_month, today) or (birth_month is None and child):
        return Refused.because(Reason.GUARDIAN_NEEDED, under=GUARDIAN_UNTIL)
    return None
