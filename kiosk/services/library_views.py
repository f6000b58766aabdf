"""What is shown of the library: titles found, a title, a copy, the main classes."""

from typing import Any

from db import library as rows
from db import tables as t
from db.classes import count_classes, facets
from db.search import search_titles
from db.work import Work
from kiosk.commands import records
from kiosk.commands.library import Classes, CopyOf, Facets, Locations, SearchTitles, TitleOf
from kiosk.domain.classification import MAIN_CLASSES
from kiosk.domain.lending import Borrower, judge_borrow
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.services.copies import copies_meant, copy_to_lend, title_meant
from kiosk.services.house import loan_policy_of
from kiosk.services.readers import borrower_of, copy_facts, library_opens
from kiosk.services.registry import Asking, answers
from kiosk.services.shelves import Shelves


@answers(SearchTitles)
def find_titles(work: Work, question: SearchTitles, asking: Asking) -> records.TitlesFound:
    hits = search_titles(
        work.connection, question.q, only_in=question.only_in, location=question.location or None,
        large_print=question.large_print, children=question.children, main_class=question.main_class,
    )  # fmt: skip
    shown = Shelves(work).titles(hits.ids[: max(question.limit, 0)])
    return records.TitlesFound(q=question.q, total=len(hits.ids), more=hits.more, titles=shown)


@answers(TitleOf)
def title_of(work: Work, question: TitleOf, asking: Asking) -> records.Title | None:
    """By an ISBN that two titles share: the first of them."""
    found = title_meant(work, question.title)
    key = found.detail.get("titles", [None])[0] if isinstance(found, Refused) else found.id
    return next(iter(Shelves(work).titles([key], with_copies=True)), None) if key else None


@answers(CopyOf)
def copy_of(work: Work, question: CopyOf, asking: Asking) -> records.CopyFound | None:
    copies = copies_meant(work, question.copy)
    if not copies:
        return None
    chosen = copy_to_lend(work, question.copy, asking.actor.resident, asking.now.date())
    copy = copies[0] if isinstance(chosen, Refused) else chosen
    shelves = Shelves(work)
    title = work.row(t.titles, copy.title)
    return records.CopyFound(
        copy=shelves.copy(copy, rows.open_loan(work.connection, copy.id)),
        title=title.title if title else "", author=title.author if title else "", title_id=copy.title,
        reason=chosen.reason.value if isinstance(chosen, Refused) else _reason_not_to_lend(work, copy,
        asking),
        choices=_choices(shelves, copies, chosen),
    )  # fmt: skip


def _reason_not_to_lend(work: Work, copy: Any, asking: Asking) -> str | None:
    resident = asking.actor.resident
    borrower = borrower_of(work, resident) if resident else Borrower("")
    policy, opens = loan_policy_of(work.book), library_opens(work.book)
    judged = judge_borrow(
        policy, borrower, copy_facts(work, copy, asking.now.date(), resident), asking.now.date(), opens
    )
    return judged.reason.value if isinstance(judged, Refused) else None


def _choices(shelves: Shelves, copies: list[Any], chosen: Any) -> tuple[records.Copy, ...]:
    if not isinstance(chosen, Refused) or chosen.reason is not Reason.AMBIGUOUS_REFERENCE:
        return ()
    return tuple(shelves.copy(copy) for copy in copies if copy.number in chosen.detail["copies"])


@answers(Facets)
def facets_here(work: Work, question: Facets, asking: Asking) -> records.Facets:
    large_print, children = facets(work.connection)
    return records.Facets(large_print=large_print, children=children)


@answers(Classes)
def classes(work: Work, question: Classes, asking: Asking) -> list[records.MainClass]:
    counts = count_classes(work.connection)
    return [
        records.MainClass(letter=one.letter, name=one.name, name_en=one.name_en, titles=counts[one.letter])
        for one in MAIN_CLASSES
        if counts.get(one.letter)
    ]


@answers(Locations)
def locations(work: Work, question: Locations, asking: Asking) -> list[records.Location]:
    return [
        records.Location(code=row.code, name=row.name, name_en=row.name_en)
        for row in work.book.all(t.locations)
    ]
