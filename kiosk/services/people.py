"""Residents and their cards: registering, wrong PINs, unlocking."""

from typing import Any

from db import tables as t
from db.people import find_card, kept_resident
from db.work import AnyRow, Work
from kiosk.commands.people import CardTold, RegisterResident, RightPin, UnlockCard, WrongPin
from kiosk.domain.names import mask_name
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import Applicant, CardKind, is_minor, judge_registration, read_card_number
from kiosk.domain.reasons import Reason
from kiosk.services.registry import Actor, Completed, Drawer, Made, completes, handles
from kiosk.services.secrets import hash_secret

PIN_TRIES = 5
UNKNOWN = Refused.because(Reason.UNKNOWN_RESIDENT)


@completes(RegisterResident)
def draw_card(work: Work, wish: RegisterResident, made: Made, drawer: Drawer) -> Completed | Refused:
    guardian = find_resident(work, wish.guardian) if wish.guardian else None
    if isinstance(guardian, Refused):
        return guardian
    number = drawer.card_number()
    while find_card(work.connection, number) is not None:
        number = drawer.card_number()
    pin = drawer.pin()
    told = CardTold(card=number, pin_hash=hash_secret(pin))
    wish = RegisterResident(
        name=wish.name, phone=wish.phone, birth_month=wish.birth_month, consent=wish.consent,
        guardian=guardian.id if guardian else None, told=told,
    )  # fmt: skip
    return Completed(wish, {"pin": pin})


@handles(RegisterResident)
def register_resident(work: Work, wish: RegisterResident, made: Made) -> Outcome:
    guardian = work.row(t.residents, wish.guardian)
    if wish.guardian and (guardian is None or guardian.erased):
        return UNKNOWN
    consent = work.book.get(t.consents, wish.consent)
    applicant = judge_registration(
        name=wish.name, phone=wish.phone, birth_month=wish.birth_month,
        consent=consent.id if consent else None,
        guardian=guardian.id if guardian is not None and not guardian.child else None,
        today=made.made_at.date(),
    )  # fmt: skip
    if isinstance(applicant, Refused):
        return applicant
    assert wish.told is not None
    _add_resident(work, wish, applicant, made)
    work.add(
        t.cards, made.further_id(1), number=wish.told.card, resident=made.id, kind=applicant.kind.value,
        pin_hash=wish.told.pin_hash,
    )  # fmt: skip
    minor = is_minor(applicant.birth_month, made.made_at.date())
    advice = {"guardian_missing": True} if minor and guardian is None else {}
    return Accepted({"resident": made.id, "card": wish.told.card} | advice)


def _add_resident(work: Work, wish: RegisterResident, applicant: Applicant, made: Made) -> None:
    work.add(
        t.residents, made.id, masked_name=mask_name(applicant.name), child=applicant.kind is CardKind.CHILD,
        guardian=wish.guardian, consent=wish.consent, consented_at=made.made_at, consented_by=made.actor.id,
    )  # fmt: skip
    work.add(
        t.resident_details,
        made.id,
        name=applicant.name,
        phone=applicant.phone,
        birth_month=applicant.birth_month,
    )


@completes(WrongPin)
@completes(RightPin)
@completes(UnlockCard)
def know_card(
    work: Work, wish: WrongPin | RightPin | UnlockCard, made: Made, drawer: Drawer
) -> Completed | Refused:
    card = card_meant(work, wish.card)
    return Completed(type(wish)(card=card.id)) if card is not None else UNKNOWN


@handles(WrongPin)
def wrong_pin(work: Work, wish: WrongPin, made: Made) -> Outcome:
    """A fact: the hub adds up the tries of all terminals."""
    card = work.row(t.cards, wish.card)
    if card is None:
        return UNKNOWN
    work.change(t.cards, card.id, wrong_tries=card.wrong_tries + 1)
    return Accepted({"left": max(pin_tries(work) - card.wrong_tries - 1, 0)})


@handles(RightPin)
def right_pin(work: Work, wish: RightPin, made: Made) -> Outcome:
    """The count starts anew, unless the card is locked: that only the desk undoes."""
    card = work.row(t.cards, wish.card)
    if card is None:
        return UNKNOWN
    if is_locked(work, card):
        return made.judge(Refused.because(Reason.CARD_LOCKED)) or Accepted()
    work.change(t.cards, card.id, wrong_tries=0)
    return Accepted()


@handles(UnlockCard)
def unlock_card(work: Work, wish: UnlockCard, made: Made) -> Outcome:
    card = work.row(t.cards, wish.card)
    if card is None:
        return UNKNOWN
    work.change(t.cards, card.id, wrong_tries=0)
    return Accepted({"card": card.number})


def card_meant(work: Work, reference: str) -> Any:
    """A card's row by what was typed, scanned, or by its id; else None."""
    number = read_card_number(reference)
    return (find_card(work.connection, number) if number else None) or work.row(t.cards, reference)


def find_resident(work: Work, reference: str) -> AnyRow | Refused:
    """A resident's row by card number or id."""
    card = card_meant(work, reference)
    key = card.resident if card is not None else kept_resident(work.connection, reference)
    resident = work.row(t.residents, key)
    if resident is None:
        return UNKNOWN
    return Refused.because(Reason.ERASED) if resident.erased else resident


def own_or_named(work: Work, reference: str | None, actor: Actor) -> AnyRow | Refused:
    """Whose data it is about: residents speak for themselves alone, staff say for whom."""
    found = find_resident(work, reference or actor.resident or "")
    if not isinstance(found, Refused) and actor.resident not in (None, found.id):
        return Refused.because(Reason.NOT_ALLOWED, role=actor.role.value)
    return found


def resident_named(work: Work, reference: str | None) -> str | Refused | None:
    """The id of whom a command is about, by card number or id; a card that was stopped speaks for nobody."""
    if not reference:
        return None
    card = card_meant(work, reference)
    if card is not None and card.blocked:
        return Refused.because(Reason.REVOKED_CARD)
    found = find_resident(work, reference)
    return found if isinstance(found, Refused) else str(found.id)


def pin_tries(work: Work) -> int:
    return int(work.book.numbers("card").get("pin_tries", PIN_TRIES))


def is_locked(work: Work, card: Any) -> bool:
    return bool(card.wrong_tries >= pin_tries(work))
