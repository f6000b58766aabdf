"""Two records beside each other before they become one: what both hold, and what the one that stays would hold then."""

from db import library as library_rows
from db import people as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.people_desk import MergeOf, PersonOf
from kiosk.domain.cards import CardMove
from kiosk.domain.merging import filled_in, guardian_of_both
from kiosk.domain.outcomes import Refused
from kiosk.services.consents import said_last
from kiosk.services.people import find_resident
from kiosk.services.people_desk import person_of, person_row
from kiosk.services.people_merging import card_moves, given_up
from kiosk.services.registry import Asking, answers


@answers(MergeOf)
def merge_of(work: Work, question: MergeOf, asking: Asking) -> r.Merge | None:
    """By the very rules of merge_residents; nothing is changed. Shown in full as far as both were opened."""
    kept, other = find_resident(work, question.resident), find_resident(work, question.other)
    if isinstance(kept, Refused) or isinstance(other, Refused) or kept.id == other.id:
        return None
    one, two = (person_of(work, PersonOf(resident=row.id, opened=True), asking) for row in (kept, other))
    if one is None or two is None:
        return None
    guardian = work.row(t.residents, guardian_of_both(kept.guardian, other.guardian, (kept.id, other.id)))
    consents = _consents(work, kept, other)
    return r.Merge(
        kept=one, other=two,
        phone=filled_in(one.phone, two.phone) or "", birth_month=filled_in(one.birth_month, two.birth_month) or "",
        guardian=person_row(work, guardian, asking) if guardian is not None else None,
        consents=consents, cards_end=_cards_end(work, kept, other, consents=consents),
        holds_end=_holds_end(work, kept, other),
    )  # fmt: skip


def _consents(work: Work, kept: AnyRow, other: AnyRow) -> bool:
    """What either said last, of all that both have said."""
    said = [event for row in (kept, other) for event in rows.consent_events_of(work, row.id)]
    said.sort(key=lambda event: (event.at, event.n, event.id))
    return said_last(kept, said) is not None


def _cards_end(work: Work, kept: AnyRow, other: AnyRow, *, consents: bool) -> tuple[str, ...]:
    own, more = rows.cards_of(work, kept.id), rows.cards_of(work, other.id)
    moves = card_moves([*own, *more], {card.id for card in own}, consents=consents)
    return tuple(card.number for card, move in moves if move is CardMove.REPLACE)


def _holds_end(work: Work, kept: AnyRow, other: AnyRow) -> int:
    both, connection = (kept.id, other.id), work.connection
    held = {loan.title for one in both for loan in library_rows.open_loans_of(connection, one)}
    live = [hold for one in both for hold in library_rows.live_holds_of(connection, one)]
    return len(given_up(live, held))
