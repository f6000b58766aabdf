"""Forgetting what people wished for their data, and what they agreed to, once it has been kept long enough."""

from collections.abc import Iterator
from datetime import date, datetime

from db import people_retention as rows
from db import tables as t
from db.work import Work
from kiosk.commands.housekeeping import ForgetDetails
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.retention import is_forgotten, last_forgotten
from kiosk.domain.states import WishState
from kiosk.domain.times import MIDNIGHT, at
from kiosk.services.house import retention_policy_of

CHANGED = Refused.because(Reason.WRONG_STATE)
TOO_EARLY = Refused.because(Reason.TOO_EARLY)


def due_of_people(work: Work, today: date) -> Iterator[ForgetDetails]:
    policy = retention_policy_of(work.book)
    for row in work.all(rows.CLOSED_WISHES, before=_until(policy.wishes_days, today)):
        yield ForgetDetails(wish=row.id)
    for row in work.all(rows.CONSENTS_OF_ERASED, before=_until(policy.consents_days, today)):
        yield ForgetDetails(consent=row.id)


def forget_of_people(work: Work, wish: ForgetDetails, today: date) -> Outcome:
    if wish.wish is not None:
        return _forget_wish(work, wish.wish, today)
    return _forget_consent(work, wish.consent or "", today)


def _forget_wish(work: Work, key: str, today: date) -> Outcome:
    row = work.row(t.data_wishes, key)
    if row is None or row.state == WishState.OPEN:
        return CHANGED
    if not is_forgotten(retention_policy_of(work.book).wishes_days, row.closed_at.date(), today):
        return TOO_EARLY
    work.blank(t.data_wishes, key)
    return Accepted({"wish": key})


def _forget_consent(work: Work, key: str, today: date) -> Outcome:
    """As a proof it outlives the data of its person by years, and no longer."""
    row = work.row(t.consent_events, key)
    resident = work.row(t.residents, row.resident) if row is not None else None
    if row is None or resident is None or not resident.erased:
        return CHANGED
    if not is_forgotten(retention_policy_of(work.book).consents_days, row.at.date(), today):
        return TOO_EARLY
    work.blank(t.consent_events, key)
    return Accepted({"consent": key})


def _until(days: int, today: date) -> datetime:
    """Whatever ended before this moment is over."""
    return at(last_forgotten(days, today), MIDNIGHT)
