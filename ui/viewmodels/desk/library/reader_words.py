"""Whom and what a scan at the desk may mean, in words: the reader's card, copies and titles to choose from."""

from collections.abc import Sequence
from typing import Any

from kiosk.commands import records
from ui.viewmodels.desk.library.words import place, state_words
from ui.words import say


def copy_offers(copies: Sequence[records.Copy]) -> list[dict[str, str]]:
    return [
        {"key": one.number, "words": one.number, "fact": f"{state_words('copy', one.state)} · {place(one)}"}
        for one in copies
    ]


def title_offers(titles: Sequence[records.Title]) -> list[dict[str, str]]:
    return [
        {
            "key": one.id,
            "words": one.title,
            "fact": " · ".join(filter(None, (one.author, say("在架 %1 / 共 %2", one.available, one.total)))),
        }
        for one in titles
    ]


def which_copy(title: str) -> str:
    return say("《%1》有几册，是哪一册？", title)


def person_words(person: records.PersonRow) -> str:
    return " · ".join(filter(None, (person.name, person.card, person.phone)))


def person_offers(people: Sequence[records.PersonRow]) -> list[dict[str, str]]:
    """Only who has a card can borrow."""
    return [
        {"key": one.card, "words": one.name, "fact": f"{one.card} · {one.phone}"}
        for one in people
        if one.card
    ]


def title_words(title: records.Title) -> str:
    return " · ".join(
        filter(None, (title.title, title.author, say("在架 %1 / 共 %2", title.available, title.total)))
    )


def reader_map(found: records.DeskReader) -> dict[str, Any]:
    warnings = []
    if found.stopped:
        warnings.append(say("证已停用，不能借"))
    if found.late:
        warnings.append(say("有 %1 本逾期，先还再借", found.late))
    if found.children_late:
        warnings.append(say("孩子有 %1 本逾期", found.children_late))
    return {
        "id": found.id, "name": found.reader, "card": found.card,
        "kind": say("儿童证") if found.card_kind == "child" else say("读者证"),
        "count": say("已借 %1 / 最多 %2", len(found.loans), found.most),
        "full": len(found.loans) >= found.most,
        "warnings": warnings, "renewable": any(one.renewable_to for one in found.loans),
    }  # fmt: skip
