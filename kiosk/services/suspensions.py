"""Organisations that are suspended: kept in the ledger, lifted and never deleted."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.organisations import ReinstateOrganisation, SuspendOrganisation
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import SuspensionState
from kiosk.domain.suspensions import Suspension, in_force, judge_last_day, refusal
from kiosk.domain.times import MIDNIGHT, at
from kiosk.services.organisations import UNKNOWN, organisation_meant
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

_DAY = timedelta(days=1)


@completes(SuspendOrganisation)
@completes(ReinstateOrganisation)
def know_which(
    work: Work, wish: SuspendOrganisation | ReinstateOrganisation, made: Made, drawer: Drawer
) -> Completed | Refused:
    found = organisation_meant(work, wish.organisation)
    if isinstance(found, Refused):
        return found
    return Completed(msgspec.structs.replace(wish, organisation=found))


@handles(SuspendOrganisation)
def suspend_organisation(work: Work, wish: SuspendOrganisation, made: Made) -> Outcome:
    """From now on it may ask for nothing; what it has asked for before is left alone."""
    found = work.row(t.organisations, wish.organisation)
    if found is None:
        return UNKNOWN
    if refused := judge_last_day(wish.until_day, made.decided_at.date()):
        return refused
    if suspension_of(work, found.id, made.decided_at) is not None:
        return Refused.because(Reason.ALREADY_DONE)
    work.add(
        t.ledger, made.id, kind=rows.SUSPENSION, subject=found.id, cause=found.id, note=wish.why.value,
        state=SuspensionState.IN_FORCE.value, made_at=made.made_at, expires_at=_end(wish.until_day),
    )  # fmt: skip
    return Accepted({"organisation": found.id, "suspension": made.id})


@handles(ReinstateOrganisation)
def reinstate_organisation(work: Work, wish: ReinstateOrganisation, made: Made) -> Outcome:
    if work.row(t.organisations, wish.organisation) is None:
        return UNKNOWN
    row = suspension_of(work, wish.organisation, made.decided_at)
    if row is None:
        return Refused.because(Reason.ALREADY_DONE)
    work.change(
        t.ledger,
        row.id,
        state=SuspensionState.LIFTED.value,
        settled_at=made.decided_at,
        settled_by=made.actor.id,
    )
    return Accepted({"organisation": wish.organisation, "suspension": row.id})


def judge_suspension(work: Work, organisation: str | None, now: datetime) -> Refused | None:
    row = suspension_of(work, organisation, now) if organisation is not None else None
    return refusal(as_suspension(row)) if row is not None else None


def suspension_of(work: Work, organisation: str, now: datetime) -> AnyRow | None:
    return suspensions(work, [organisation], now).get(organisation)


def suspensions(work: Work, organisations: Iterable[str], now: datetime) -> dict[str, AnyRow]:
    """Organisation -> what of the ledger is in force now; the others are not in it."""
    found = rows.suspensions_of(work, organisations)
    return {row.subject: row for row in found if in_force(as_suspension(row), now)}


def last_day_of(row: AnyRow) -> date | None:
    return (row.expires_at - _DAY).date() if row.expires_at is not None else None


def as_suspension(row: AnyRow) -> Suspension:
    return Suspension(row.made_at, last_day_of(row), SuspensionState(row.state))


def _end(last: date | None) -> datetime | None:
    return at(last, MIDNIGHT) if last is not None else None
