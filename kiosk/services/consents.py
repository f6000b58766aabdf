"""What people agreed to: given, withdrawn, and kept as it was said."""

from typing import Any

import msgspec

from db import people as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.people_data import RecordConsent, SetGuardian, WithdrawConsent
from kiosk.domain.cards import CardMove, next_state, state_of
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import GUARDIAN_UNTIL
from kiosk.domain.reasons import Reason
from kiosk.domain.station_names import consent_version
from kiosk.services.actors import reference_of
from kiosk.services.people import find_resident, own_or_named
from kiosk.services.registry import Completed, Drawer, Made, completes, handles


@completes(RecordConsent)
@completes(WithdrawConsent)
def know_who_consents(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    resident = own_or_named(work, wish.resident, made.actor)
    if isinstance(resident, Refused):
        return resident
    return Completed(msgspec.structs.replace(wish, resident=resident.id))


@handles(RecordConsent)
def record_consent(work: Work, wish: RecordConsent, made: Made) -> Outcome:
    resident = own_or_named(work, wish.resident, made.actor)
    if isinstance(resident, Refused):
        return resident
    if work.book.get(t.consents, wish.consent) is None:
        return Refused.because(Reason.MISSING_CONSENT)
    if consent_of(work, resident) == wish.consent:
        return Refused.because(Reason.ALREADY_DONE)
    return _note(work, resident, wish.consent, made, given=True)


@handles(WithdrawConsent)
def withdraw_consent(work: Work, wish: WithdrawConsent, made: Made) -> Outcome:
    resident = own_or_named(work, wish.resident, made.actor)
    if isinstance(resident, Refused):
        return resident
    consent = consent_of(work, resident)
    if consent is None:
        return Refused.because(Reason.ALREADY_DONE)
    return _note(work, resident, consent, made, given=False)


def consent_texts(work: Work) -> list[AnyRow]:
    """Every version, the newest last: it is the one that people are shown."""
    return sorted(work.book.all(t.consents), key=lambda row: consent_version(row.id))


def consent_of(work: Work, resident: AnyRow) -> str | None:
    """The text that this person stands by now: the one of the registration, unless they said something since."""
    return said_last(resident, rows.consent_events_of(work, resident.id))


def said_last(resident: AnyRow, said: list[AnyRow]) -> str | None:
    """The text that stands after what was `said` since the registration, oldest first."""
    if not said:
        return resident.consent or None
    return said[-1].consent if said[-1].given else None


def has_consented(work: Work, resident: AnyRow) -> bool:
    return consent_of(work, resident) is not None


def _note(work: Work, resident: AnyRow, consent: str, made: Made, *, given: bool) -> Accepted:
    said = len(rows.consent_events_of(work, resident.id))
    work.add(
        t.consent_events, made.id, resident=resident.id, consent=consent, given=given, at=made.made_at, n=said + 1,
        by=reference_of(made.actor),
    )  # fmt: skip
    _move_cards(work, resident.id, CardMove.CONSENT if given else CardMove.WITHDRAW)
    return Accepted({"resident": resident.id, "consent": consent})


def _move_cards(work: Work, resident: str, move: CardMove) -> None:
    """They rest while there is no consent; what was lost or replaced stays so."""
    for card in rows.cards_of(work, resident):
        state = next_state(state_of(card.state, blocked=card.blocked), move)
        if not isinstance(state, Refused):
            work.change(t.cards, card.id, state=state.value, blocked=move is CardMove.WITHDRAW)


@completes(SetGuardian)
def know_guardian(work: Work, wish: SetGuardian, made: Made, drawer: Drawer) -> Completed | Refused:
    resident, guardian = find_resident(work, wish.resident), find_resident(work, wish.guardian)
    for found in (resident, guardian):
        if isinstance(found, Refused):
            return found
    return Completed(SetGuardian(resident=resident.id, guardian=guardian.id))  # type: ignore[union-attr]


@handles(SetGuardian)
def set_guardian(work: Work, wish: SetGuardian, made: Made) -> Outcome:
    """A child cannot be one, nor can anybody be their own."""
    resident, guardian = find_resident(work, wish.resident), find_resident(work, wish.guardian)
    if isinstance(resident, Refused):
        return resident
    if isinstance(guardian, Refused):
        return guardian
    if guardian.child or guardian.id == resident.id:
        return Refused.because(Reason.GUARDIAN_NEEDED, under=GUARDIAN_UNTIL)
    work.change(t.residents, resident.id, guardian=guardian.id)
    return Accepted({"resident": resident.id, "guardian": guardian.id})
