"""Two rows of one person become one: everything that named the other names the one that is kept, and so does the other row."""

import msgspec

from db import library as library_rows
from db import people as rows
from db import tables as t
from db.people_links import Link, links_to, relink
from db.work import AnyRow, Work
from kiosk.commands.people_data import MergeResidents
from kiosk.domain.cards import CardMove
from kiosk.domain.merging import filled_in, guardian_of_both
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CardState, HoldState
from kiosk.services.cards import card_state, move_card
from kiosk.services.consents import has_consented
from kiosk.services.holds import end_hold
from kiosk.services.people import find_resident
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

MOST_ROWS = 500
OWN_ROWS = 20
"""Both residents, their details, cards that end and holds that are given up."""
Pair = tuple[AnyRow, AnyRow]


@completes(MergeResidents)
def know_both(work: Work, wish: MergeResidents, made: Made, drawer: Drawer) -> Completed | Refused:
    both = _both(work, wish)
    if isinstance(both, Refused):
        return both
    kept, other = both
    return Completed(msgspec.structs.replace(wish, resident=kept.id, other=other.id))


@handles(MergeResidents)
def merge_residents(work: Work, wish: MergeResidents, made: Made) -> Outcome:
    both = _both(work, wish)
    if isinstance(both, Refused):
        return both
    kept, other = both
    links = links_to(work, other.id, MOST_ROWS)
    if len(links) > MOST_ROWS - OWN_ROWS:
        return Refused.because(Reason.LIMIT_REACHED, what="rows", limit=MOST_ROWS - OWN_ROWS)
    first = {card.id for card in rows.cards_of(work, kept.id)}
    _move(work, kept, other, links)
    _settle_cards(work, kept.id, first)
    _settle_holds(work, kept.id, made)
    return Accepted({"resident": kept.id, "other": other.id, "rows": len(links)})


def _both(work: Work, wish: MergeResidents) -> Pair | Refused:
    """Rows that are one already are not merged again, whichever of them is named."""
    kept, other = find_resident(work, wish.resident), find_resident(work, wish.other)
    if isinstance(kept, Refused):
        return kept
    if isinstance(other, Refused):
        return other
    return Refused.because(Reason.ALREADY_DONE) if kept.id == other.id else (kept, other)


def _move(work: Work, kept: AnyRow, other: AnyRow, links: list[Link]) -> None:
    relink(work, [link for link in links if (link.column, link.key) != ("guardian", kept.id)], kept.id)
    _join_details(work, kept.id, other.id)
    guardian = guardian_of_both(kept.guardian, other.guardian, (kept.id, other.id))
    work.change(t.residents, kept.id, guardian=guardian)
    work.change(t.residents, other.id, masked_name="", guardian=None, consented_by=None, merged_into=kept.id)


def _join_details(work: Work, kept: str, other: str) -> None:
    """What the kept row lacks comes from the other; nothing stays there. Only desks and the hub know any."""
    own, more = work.row(t.resident_details, kept), work.row(t.resident_details, other)
    if more is None:
        return
    if own is not None:
        phone, month = filled_in(own.phone, more.phone), filled_in(own.birth_month, more.birth_month)
        work.change(t.resident_details, kept, phone=phone, birth_month=month)
    work.blank(t.resident_details, other)


def _settle_cards(work: Work, resident: str, first: set[str]) -> None:
    row = work.row(t.residents, resident)
    consents = row is None or has_consented(work, row)
    for card, move in card_moves(rows.cards_of(work, resident), first, consents=consents):
        move_card(work, card, move)


def card_moves(cards: list[AnyRow], first: set[str], *, consents: bool) -> list[tuple[AnyRow, CardMove]]:
    """Of two good ones of a kind that of the kept row (its cards are the `first`) stays; without consent all of them rest."""
    moves: list[tuple[AnyRow, CardMove]] = []
    kinds: set[str] = set()
    for card in sorted(cards, key=lambda card: (card.id not in first, card.number)):
        state = card_state(card)
        if state not in (CardState.GOOD, CardState.WITHDRAWN):
            continue
        if card.kind in kinds:
            moves.append((card, CardMove.REPLACE))
        elif consents is (state is CardState.WITHDRAWN):
            moves.append((card, CardMove.CONSENT if consents else CardMove.WITHDRAW))
        kinds.add(card.kind)
    return moves


def _settle_holds(work: Work, resident: str, made: Made) -> None:
    """A copy kept for a hold that is given up goes to whoever waits next."""
    held = {loan.title for loan in library_rows.open_loans_of(work.connection, resident)}
    for hold in given_up(library_rows.live_holds_of(work.connection, resident), held):
        end_hold(work, hold, HoldState.CANCELLED, made.made_at)


def given_up(live: list[AnyRow], held: set[str]) -> list[AnyRow]:
    """Nobody waits twice for one title, nor for what they have: `held` are the titles on loan."""
    found, known = [], set(held)
    for hold in sorted(live, key=lambda hold: (hold.state != HoldState.READY, hold.made_at, hold.id)):
        if hold.title in known:
            found.append(hold)
        known.add(hold.title)
    return found
