"""Two records of one person beside each other in words: line by line what both say, and what stays."""

from collections.abc import Iterator
from typing import Any

from kiosk.commands import records as r
from kiosk.domain.states import CardState, LoanState
from ui.viewmodels.desk.person_words import card_words
from ui.words import say

_COUNTS = (
    ("memberships", "单位和社团"), ("tickets", "办过的事项"), ("bookings", "场地预约"), ("strikes", "失约"),
    ("wishes", "本人提出"),
)  # fmt: skip
_ALIVE = (CardState.GOOD, CardState.LOST, CardState.WITHDRAWN)
Row = dict[str, Any]


def beside(found: r.Merge) -> list[Row]:
    """Rows of {label, kept, other, after, differs}; a line that is empty on both sides is left out."""
    rows = [*_identity(found), *_cards(found), _loans(found), _holds(found), *_counted(found)]
    return [row for row in rows if row["kept"] or row["other"]]


def found_words(row: r.PersonRow) -> str:
    """As one of those to choose from."""
    return " · ".join(filter(None, (row.name, row.phone, row.card, say("少儿") if row.child else "")))


def _identity(found: r.Merge) -> Iterator[Row]:
    kept, other = found.kept, found.other
    yield _row(say("姓名"), kept.name, other.name, kept.name)
    yield _row(say("电话"), kept.phone, other.phone, found.phone)
    yield _row(say("出生年月"), kept.birth_month, other.birth_month, found.birth_month)
    own, more, both = map(_guardian, (kept.guardian, other.guardian, found.guardian))
    yield _row(say("监护人"), own, more, both)
    yield _row(say("同意书"), _agreed(kept.consents), _agreed(other.consents), _agreed(found.consents))


def _guardian(row: r.PersonRow | None) -> str:
    return f"{row.name} {row.phone}".strip() if row is not None else ""


def _agreed(consents: bool) -> str:
    return say("看过并同意") if consents else say("没同意或撤回了")


def _cards(found: r.Merge) -> Iterator[Row]:
    """Each side's cards that are not long gone; those that end by this are named."""
    sides = [[card for card in one.cards if card.state in _ALIVE] for one in (found.kept, found.other)]
    kept, other = ("\n".join(f"{card.number} {card_words(card)}" for card in cards) for cards in sides)
    stay = [card.number for cards in sides for card in cards if card.number not in found.cards_end]
    after = [
        *(say("%1 留着", number) for number in stay),
        *(say("%1 作废", number) for number in found.cards_end),
    ]
    yield _row(say("卡"), kept, other, "\n".join(after), differs=bool(found.cards_end))


def _loans(found: r.Merge) -> Row:
    counts = [_count(one, "loans") for one in (found.kept, found.other)]
    out = [_books_out(one) for one in (found.kept, found.other)]
    kept, other, both = map(_lent, [*counts, sum(counts)], [*out, sum(out)])
    return _row(say("借书记录"), kept, other, both, differs=False)


def _holds(found: r.Merge) -> Row:
    one, two = _count(found.kept, "holds"), _count(found.other, "holds")
    ends = say("，%1 条重复的取消", found.holds_end) if found.holds_end else ""
    return _row(say("预约的书"), _times(one), _times(two), _times(one + two) + ends, differs=bool(ends))


def _counted(found: r.Merge) -> Iterator[Row]:
    for kind, words in _COUNTS:
        one, two = _count(found.kept, kind), _count(found.other, kind)
        yield _row(say(words), _times(one), _times(two), _times(one + two), differs=False)


def _row(label: str, kept: str, other: str, after: str, differs: bool | None = None) -> Row:
    """What is said on both sides and is not the same, `differs`; what only one says is simply kept."""
    unlike = bool(kept and other and kept != other) if differs is None else differs
    return {"label": label, "kept": kept, "other": other, "after": after, "differs": unlike}


def _count(person: r.Person, kind: str) -> int:
    return next((one.count for one in person.kept if one.kind == kind), 0)


def _books_out(person: r.Person) -> int:
    return sum(loan.status == LoanState.OPEN for loan in person.page.loans) if person.page else 0


def _lent(count: int, out: int) -> str:
    return _times(count) + (say("，%1 本没还", out) if out else "")


def _times(count: int) -> str:
    return say("%1 条", count) if count else ""
