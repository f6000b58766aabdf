"""Cards: given out, stopped, found again, replaced; and their PINs, of which only hashes go anywhere."""

from typing import Any

import msgspec

from db import people as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.cards import BlockCard, ChangePin, IssueCard, PinTold, ReissueCard, ResetPin, UnblockCard
from kiosk.commands.people import CardTold
from kiosk.domain.cards import CardMove, judge_pin, next_state, state_of
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import CardKind, card_kind
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CardState
from kiosk.services.consents import has_consented
from kiosk.services.people import UNKNOWN, card_meant, find_resident, is_locked, pin_tries
from kiosk.services.registry import Actor, Completed, Drawer, Made, completes, handles
from kiosk.services.secrets import hash_secret, is_secret

REVOKED = Refused.because(Reason.REVOKED_CARD)


@completes(IssueCard)
def draw_new_card(work: Work, wish: IssueCard, made: Made, drawer: Drawer) -> Completed | Refused:
    resident = find_resident(work, wish.resident)
    if isinstance(resident, Refused):
        return resident
    told, pin = _drawn(work, drawer)
    return Completed(IssueCard(resident=resident.id, told=told), {"pin": pin})


@completes(ReissueCard)
def draw_card_instead(work: Work, wish: ReissueCard, made: Made, drawer: Drawer) -> Completed | Refused:
    card = card_meant(work, wish.card)
    if card is None:
        return UNKNOWN
    told, pin = _drawn(work, drawer)
    return Completed(ReissueCard(card=card.id, told=told), {"pin": pin})


@completes(BlockCard)
@completes(UnblockCard)
def know_card(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    card = card_meant(work, wish.card)
    return Completed(msgspec.structs.replace(wish, card=card.id)) if card is not None else UNKNOWN


@handles(IssueCard)
def issue_card(work: Work, wish: IssueCard, made: Made) -> Outcome:
    resident = find_resident(work, wish.resident)
    return resident if isinstance(resident, Refused) else _give(work, resident, wish.told, made)


@handles(ReissueCard)
def reissue_card(work: Work, wish: ReissueCard, made: Made) -> Outcome:
    card = work.row(t.cards, wish.card)
    if card is None:
        return UNKNOWN
    resident = find_resident(work, card.resident)
    if isinstance(resident, Refused):
        return resident
    if refused := move_card(work, card, CardMove.REPLACE):
        return refused
    given = _give(work, resident, wish.told, made)
    return Accepted(given.result | {"old": card.number}) if isinstance(given, Accepted) else given


@handles(BlockCard)
def block_card(work: Work, wish: BlockCard, made: Made) -> Outcome:
    return _move_own(work, wish.card, CardMove.BLOCK, made.actor)


@handles(UnblockCard)
def unblock_card(work: Work, wish: UnblockCard, made: Made) -> Outcome:
    """Not while another one of the same kind is good: nobody has two."""
    card = work.row(t.cards, wish.card)
    if card is not None and _good_ones(work, card.resident, CardKind(card.kind)):
        return Refused.because(Reason.ALREADY_DONE)
    resident = work.row(t.residents, card.resident) if card is not None else None
    if resident is not None and not has_consented(work, resident):
        return Refused.because(Reason.MISSING_CONSENT)
    return _move_own(work, wish.card, CardMove.UNBLOCK, made.actor)


@completes(ChangePin)
def know_pins(work: Work, wish: ChangePin, made: Made, drawer: Drawer) -> Completed | Refused:
    """The old one is proven here, where it was typed; the hub sees to it that it was still the card's."""
    card = _own_card(work, wish.card, made.actor)
    if isinstance(card, Refused):
        return card
    if is_locked(work, card):
        return Refused.because(Reason.CARD_LOCKED)
    if not is_secret(card.pin_hash, wish.old_pin):
        left = max(pin_tries(work) - card.wrong_tries - 1, 0)
        return Refused.because(Reason.WRONG_PIN, left=left, card=card.number)
    if refused := judge_pin(wish.new_pin):
        return refused
    if wish.new_pin == wish.old_pin:
        return Refused.because(Reason.BAD_PIN, same=True)
    return Completed(
        ChangePin(card=card.id, told=PinTold(pin_hash=hash_secret(wish.new_pin), was=card.pin_hash))
    )


@handles(ChangePin)
def change_pin(work: Work, wish: ChangePin, made: Made) -> Outcome:
    card = _own_card(work, wish.card, made.actor)
    if isinstance(card, Refused):
        return card
    assert wish.told is not None
    if is_locked(work, card):
        return Refused.because(Reason.CARD_LOCKED)
    if card.pin_hash != wish.told.was:
        return Refused.because(Reason.WRONG_PIN, card=card.number)
    work.change(t.cards, card.id, pin_hash=wish.told.pin_hash, wrong_tries=0)
    return Accepted({"card": card.number})


@completes(ResetPin)
def draw_pin(work: Work, wish: ResetPin, made: Made, drawer: Drawer) -> Completed | Refused:
    card = card_meant(work, wish.card)
    if card is None:
        return UNKNOWN
    pin = _hard_pin(drawer)
    return Completed(ResetPin(card=card.id, told=PinTold(pin_hash=hash_secret(pin))), {"pin": pin})


@handles(ResetPin)
def reset_pin(work: Work, wish: ResetPin, made: Made) -> Outcome:
    card = work.row(t.cards, wish.card)
    if card is None:
        return UNKNOWN
    if card.blocked:
        return REVOKED
    assert wish.told is not None
    work.change(t.cards, card.id, pin_hash=wish.told.pin_hash, wrong_tries=0)
    return Accepted({"card": card.number})


def move_card(work: Work, card: AnyRow, move: CardMove) -> Refused | None:
    state = next_state(card_state(card), move)
    if isinstance(state, Refused):
        return state
    ended = {"pin_hash": ""} if state in (CardState.REPLACED, CardState.ENDED) else {}
    work.change(t.cards, card.id, state=state.value, blocked=state is not CardState.GOOD, **ended)
    return None


def card_state(card: AnyRow) -> CardState:
    return state_of(card.state, blocked=card.blocked)


def _move_own(work: Work, key: str, move: CardMove, actor: Actor) -> Outcome:
    card = work.row(t.cards, key)
    if card is None:
        return UNKNOWN
    if actor.resident not in (None, card.resident):
        return Refused.because(Reason.NOT_ALLOWED, role=actor.role.value)
    return move_card(work, card, move) or Accepted({"card": card.number})


def _own_card(work: Work, reference: str | None, actor: Actor) -> AnyRow | Refused:
    """The card named, or the good one that this resident has."""
    owned = [card for card in rows.cards_of(work, actor.resident or "") if not card.blocked]
    card = card_meant(work, reference) if reference else next(iter(owned), None)
    if card is None:
        return UNKNOWN if reference else REVOKED
    if card.resident != actor.resident:
        return Refused.because(Reason.NOT_ALLOWED, role=actor.role.value)
    return REVOKED if card.blocked else card


def _give(work: Work, resident: AnyRow, told: CardTold | None, made: Made) -> Outcome:
    """Of the kind that this person is by now; a good one of another kind ends with it."""
    assert told is not None
    if not has_consented(work, resident):
        return Refused.because(Reason.MISSING_CONSENT)
    kind = kind_now(work, resident, made)
    for card in rows.cards_of(work, resident.id):
        if not card.blocked and card.kind == kind:
            return Refused.because(Reason.ALREADY_DONE)
        if not card.blocked:
            move_card(work, card, CardMove.REPLACE)
    if resident.child is not (kind is CardKind.CHILD):
        work.change(t.residents, resident.id, child=kind is CardKind.CHILD)
    work.add(
        t.cards, made.id, number=told.card, resident=resident.id, kind=kind.value, pin_hash=told.pin_hash
    )
    return Accepted({"resident": resident.id, "card": told.card})


def kind_now(work: Work, resident: AnyRow, made: Made) -> CardKind:
    """By the month of birth where that is known, which is at desks alone."""
    details = work.row(t.resident_details, resident.id)
    if details is not None and details.birth_month:
        return card_kind(details.birth_month, made.made_at.date())
    return CardKind.CHILD if resident.child else CardKind.ADULT


def _good_ones(work: Work, resident: str, kind: CardKind) -> list[AnyRow]:
    return [card for card in rows.cards_of(work, resident) if not card.blocked and card.kind == kind]


def _drawn(work: Work, drawer: Drawer) -> tuple[CardTold, str]:
    number = drawer.card_number()
    while rows.find_card(work.connection, number) is not None:
        number = drawer.card_number()
    pin = _hard_pin(drawer)
    return CardTold(card=number, pin_hash=hash_secret(pin)), pin


def _hard_pin(drawer: Drawer) -> str:
    """As hard to guess as one that is typed must be."""
    pin = drawer.pin()
    while judge_pin(pin) is not None:
        pin = drawer.pin()
    return pin
