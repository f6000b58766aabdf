"""A guardian answers for a child's books until it is of age (Civil Code, article 17: 18 years)."""

from datetime import date

OF_AGE = 18


def is_of_age(birth_month: str | None, today: date) -> bool:
    """Only the month is known, so the whole month of the birthday still counts as before it; unknown: not yet."""
    if birth_month is None:
        return False
    year, month = birth_month.split("-")
    return (today.year - int(year)) * 12 + today.month - int(month) > OF_AGE * 12
