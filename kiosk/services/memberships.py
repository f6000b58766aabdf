"""Who belongs to which organisation, as what, from when to when."""

import msgspec

from db import bookings as booking_rows
from db import people as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.people_data import AddMembership, EndMembership
from kiosk.domain.memberships import Term, judge_term, overlap
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import check_uscc
from kiosk.domain.reasons import Reason
from kiosk.services.people import find_resident
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

UNKNOWN = Refused.because(Reason.UNKNOWN_ORGANISATION)


@completes(AddMembership)
def know_both(work: Work, wish: AddMembership, made: Made, drawer: Drawer) -> Completed | Refused:
    resident, organisation = find_resident(work, wish.resident), organisation_meant(work, wish.organisation)
    if isinstance(resident, Refused):
        return resident
    if isinstance(organisation, Refused):
        return organisation
    first = wish.from_day or made.made_at.date()
    return Completed(
        msgspec.structs.replace(wish, resident=resident.id, organisation=organisation.id, from_day=first)
    )


@handles(AddMembership)
def add_membership(work: Work, wish: AddMembership, made: Made) -> Outcome:
    resident, organisation = find_resident(work, wish.resident), work.row(t.organisations, wish.organisation)
    if isinstance(resident, Refused):
        return resident
    if organisation is None:
        return UNKNOWN
    term = Term(wish.from_day, wish.until_day)
    if refused := judge_term(term):
        return refused
    known = rows.memberships_of(work, resident.id)
    if any(row.organisation == organisation.id and overlap(term, _term(row)) for row in known):
        return Refused.because(Reason.ALREADY_DONE)
    work.add(
        t.memberships, made.id, resident=resident.id, organisation=organisation.id, role=wish.role,
        from_day=wish.from_day, until_day=wish.until_day, tags=list(dict.fromkeys(wish.tags)),
    )  # fmt: skip
    return Accepted({"membership": made.id, "resident": resident.id})


@handles(EndMembership)
def end_membership(work: Work, wish: EndMembership, made: Made) -> Outcome:
    """It may be ended earlier than was said before, not prolonged: that is a new one."""
    row = work.row(t.memberships, wish.membership)
    if row is None:
        return Refused.because(Reason.UNKNOWN_MEMBERSHIP)
    last = wish.until_day or made.made_at.date()
    if row.until_day is not None and row.until_day <= last:
        return Refused.because(Reason.ALREADY_DONE)
    if refused := judge_term(Term(row.from_day, last)):
        return refused
    work.change(t.memberships, row.id, until_day=last)
    return Accepted({"membership": row.id, "until_day": last.isoformat()})


def organisation_meant(work: Work, reference: str) -> AnyRow | Refused:
    """By id, credit code or its whole name."""
    row = work.row(t.organisations, reference)
    if row is not None:
        return row
    code = check_uscc(reference)
    found = booking_rows.organisations_named(work, reference, None if isinstance(code, Refused) else code)
    if len(found) > 1:
        return Refused.because(Reason.AMBIGUOUS_REFERENCE)
    return found[0] if found else UNKNOWN


def _term(row: AnyRow) -> Term:
    return Term(row.from_day, row.until_day)
