"""Who belongs to an organisation, and for how long."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class Term:
    """From one day to another, both included; without an end until somebody says so."""

    first: date | None
    last: date | None


def belongs(term: Term, day: date) -> bool:
    return (term.first is None or term.first <= day) and (term.last is None or day <= term.last)


def overlap(one: Term, other: Term) -> bool:
    """Whether one could be a member by both on the same day."""
    return _begins_by(one, other.last) and _begins_by(other, one.last)


def judge_term(term: Term) -> Refused | None:
    if term.first is None or _begins_by(term, term.last):
        return None
    return Refused.because(Reason.BAD_FORM, field="until_day", label="结束日期", label_en="Last day")


def _begins_by(term: Term, day: date | None) -> bool:
    return term.first is None or day is None or term.first <= day
