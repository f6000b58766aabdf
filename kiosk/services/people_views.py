"""What is shown of residents and cards."""

from typing import Any

from db import tables as t
from db.library import open_loans_of
from db.people import CARDS, RESIDENTS, cards_of
from db.work import Work
from kiosk.commands import records
from kiosk.commands.people import CardHolder, Identify
from kiosk.domain.names import mask_phone
from kiosk.domain.people import CardKind, is_minor
from kiosk.domain.reasons import Reason
from kiosk.services.cards import card_state
from kiosk.services.house import loan_policy_of
from kiosk.services.people import card_meant, is_locked, pin_tries
from kiosk.services.registry import Asking, answers, lists
from kiosk.services.secrets import is_secret


@answers(CardHolder)
def card_holder(work: Work, question: CardHolder, asking: Asking) -> records.CardHolder | None:
    """For staff, and for the holder: a number alone shows nobody's name."""
    card = card_meant(work, question.card)
    if card is None or not (asking.sees_persons or asking.actor.resident == card.resident):
        return None
    return _holder(work, card)


@answers(Identify)
def identify(work: Work, question: Identify, asking: Asking) -> records.Identified:
    """Whether they belong together; `left` tries count the one just made, if it was wrong."""
    card = card_meant(work, question.card)
    holder = _holder(work, card) if card is not None else None
    if holder is None:
        return _unidentified(Reason.UNKNOWN_RESIDENT)
    if card.blocked:
        return _unidentified(Reason.REVOKED_CARD)
    if is_locked(work, card):
        return _unidentified(Reason.CARD_LOCKED)
    if not is_secret(card.pin_hash, question.pin):
        return _unidentified(Reason.WRONG_PIN, left=pin_tries(work) - card.wrong_tries - 1)
    return records.Identified(holder=holder, wrong_tries=card.wrong_tries)


def _unidentified(reason: Reason, **detail: int) -> records.Identified:
    return records.Identified(holder=None, reason=reason.value, detail=detail)


def holder_of(work: Work, resident: str) -> records.CardHolder | None:
    """By the card that is good, else by any."""
    found = sorted(cards_of(work, resident), key=lambda card: (card.blocked, card.number))
    return _holder(work, found[0]) if found else None


def _holder(work: Work, card: Any) -> records.CardHolder | None:
    resident = work.row(t.residents, card.resident)
    if resident is None or resident.erased:
        return None
    return records.CardHolder(
        resident=resident.id, masked_name=resident.masked_name, card=card.number, kind=card.kind,
        loans=len(open_loans_of(work.connection, resident.id)),
        limit=loan_policy_of(work.book).limit_for(CardKind(card.kind)),
    )  # fmt: skip


@lists("residents")
def residents(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """Personal fields as they are for staff, masked for everyone else."""
    known = sorted(work.all(CARDS), key=lambda card: not card.blocked)
    cards = {card.resident: card.number for card in known}  # the good one is said last
    return [_resident(row, cards.get(row.id), asking) for row in work.all(RESIDENTS)]


def _resident(row: Any, card: str | None, asking: Asking) -> dict[str, Any]:
    sees = asking.sees_persons
    phone = row.phone if sees or not row.phone else mask_phone(row.phone)
    return {
        "id": row.id, "card": card, "name": (sees and row.name) or row.masked_name,
        "masked_name": row.masked_name, "phone": phone, "birth_month": row.birth_month if sees else None,
        "child": row.child,
        "guardian": row.guardian, "consent": row.consent, "consented_at": row.consented_at,
        "minor": is_minor(row.birth_month, asking.now.date()) if sees else None,
        "erased": row.erased, "merged_into": row.merged_into,
    }  # fmt: skip


@lists("cards")
def cards(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """A PIN, or what is kept of it, is never shown."""
    return [
        {
            "id": row.id, "number": row.number, "resident": row.resident, "kind": row.kind,
            "state": card_state(row).value, "blocked": row.blocked,
            "locked": is_locked(work, row), "wrong_tries": row.wrong_tries,
        }
        for row in work.all(CARDS)
    ]  # fmt: skip
