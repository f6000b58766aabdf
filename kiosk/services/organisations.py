"""Organisations: entered once, verified by their credit code, and the same whatever they are called."""

import msgspec

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.organisations import RegisterOrganisation, RenameOrganisation, VerifyOrganisation
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import check_uscc
from kiosk.domain.reasons import Reason
from kiosk.domain.states import PartyKind
from kiosk.domain.texts import narrow
from kiosk.services.booking_parties import check_party_name
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

UNKNOWN = Refused.because(Reason.UNKNOWN_ORGANISATION)


@completes(VerifyOrganisation)
@completes(RenameOrganisation)
def know_organisation(
    work: Work, wish: VerifyOrganisation | RenameOrganisation, made: Made, drawer: Drawer
) -> Completed | Refused:
    found = organisation_meant(work, wish.organisation)
    if isinstance(found, Refused):
        return found
    return Completed(msgspec.structs.replace(wish, organisation=found))


@handles(RegisterOrganisation)
def register_organisation(work: Work, wish: RegisterOrganisation, made: Made) -> Outcome:
    name = check_party_name(wish.name)
    uscc = check_uscc(wish.uscc) if wish.uscc else None
    if wish.party_kind is PartyKind.PERSON:
        return Refused.because(Reason.BAD_FORM, field="party_kind", label="种类", label_en="Kind")
    if isinstance(name, Refused) or isinstance(uscc, Refused):
        return name if isinstance(name, Refused) else uscc if isinstance(uscc, Refused) else UNKNOWN
    refused = _judge_known(work, name, uscc)
    if refused:
        return refused
    work.add(t.organisations, made.id, kind=wish.party_kind.value, name=name, name_en=wish.name_en, uscc=uscc)
    return Accepted({"organisation": made.id})


@handles(VerifyOrganisation)
def verify_organisation(work: Work, wish: VerifyOrganisation, made: Made) -> Outcome:
    """Whatever was noted under its name before goes on to count: who asks is known by either."""
    found = work.row(t.organisations, wish.organisation)
    if found is None:
        return UNKNOWN
    uscc = check_uscc(wish.uscc) if wish.uscc else found.uscc
    if isinstance(uscc, Refused) or not uscc:
        return uscc or Refused.because(Reason.BAD_USCC)
    if found.verified and found.uscc == uscc:
        return Refused.because(Reason.ALREADY_DONE)
    if other := _with_code(work, uscc, besides=found.id):
        return _there_already(other)
    work.change(
        t.organisations,
        found.id,
        uscc=uscc,
        verified=True,
        verified_at=made.made_at,
        verified_by=made.actor.id,
    )
    return Accepted({"organisation": found.id, "uscc": uscc})


@handles(RenameOrganisation)
def rename_organisation(work: Work, wish: RenameOrganisation, made: Made) -> Outcome:
    """Whoever asks under the old name later is still taken for it, unless another has that name by then."""
    found = work.row(t.organisations, wish.organisation)
    if found is None:
        return UNKNOWN
    name = check_party_name(wish.name)
    if isinstance(name, Refused):
        return name
    if name == found.name and wish.name_en in (None, found.name_en):
        return Refused.because(Reason.ALREADY_DONE)
    english = found.name_en if wish.name_en is None else wish.name_en
    work.change(t.organisations, found.id, name=name, name_en=english)
    if name != found.name:
        work.add(
            t.organisation_names,
            made.further_id(1),
            organisation=found.id,
            name=found.name,
            until=made.made_at,
        )
    return Accepted({"organisation": found.id, "name": name})


def organisation_meant(work: Work, reference: str) -> str | Refused:
    """By id, credit code or name."""
    if work.row(t.organisations, reference) is not None:
        return reference
    code = narrow(reference).strip().upper()
    found = rows.organisations_named(work, reference, code)
    exact = (
        [row for row in found if code == row.uscc] or [row for row in found if row.name == reference] or found
    )
    if len(exact) > 1:
        return Refused.because(Reason.AMBIGUOUS_REFERENCE, organisation=reference)
    return exact[0].id if exact else UNKNOWN


def _judge_known(work: Work, name: str, uscc: str | None) -> Refused | None:
    """One code is one organisation; two of one name must differ by their codes."""
    for row in rows.organisations_named(work, name, uscc):
        same_code = uscc is not None and row.uscc == uscc
        if same_code or (row.name == name and not (uscc and row.uscc)):
            return _there_already(row)
    return None


def _with_code(work: Work, uscc: str, besides: str) -> AnyRow | None:
    found = (
        row for row in rows.organisations_named(work, "", uscc) if row.uscc == uscc and row.id != besides
    )
    return next(found, None)


def _there_already(row: AnyRow) -> Refused:
    return Refused.because(Reason.ALREADY_DONE, organisation=row.id)
