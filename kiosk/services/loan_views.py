"""What readers see of their own, and guardians of a child's: loans and holds."""

from typing import Any

from db import lending
from db import library as rows
from db.work import AnyRow, Work
from kiosk.commands import records
from kiosk.commands.library import HoldsOf, LoansOf
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import HoldState
from kiosk.services.people import find_resident
from kiosk.services.readers import acts_for, has_expired
from kiosk.services.registry import Asking, answers
from kiosk.services.renewals import judge_renewal

Whose = tuple[str, str]
"""A resident's id, and the name under which their books are shown: none for one's own."""


@answers(LoansOf)
def loans_of(work: Work, question: LoansOf, asking: Asking) -> list[records.Loan]:
    return [
        _loan(work, row, name, asking)
        for resident, name in _whose(work, question.resident, question.children, asking)
        for row in rows.named_loans(work.connection, resident)
    ]


@answers(HoldsOf)
def holds_of(work: Work, question: HoldsOf, asking: Asking) -> list[records.Hold]:
    """What was kept too long is shown no more, whenever somebody writes it down."""
    return [
        _hold(work, row, name, asking)
        for resident, name in _whose(work, question.resident, question.children, asking)
        for row in lending.holds_of(work, resident)
        if not has_expired(row, asking.now.date())
    ]


def _whose(work: Work, reference: str, children: bool, asking: Asking) -> list[Whose]:
    """One's own, a child's for its guardian, anyone's for staff; the children's after it."""
    resident = find_resident(work, reference)
    if isinstance(resident, Refused) or not (asking.sees_persons or acts_for(asking.actor, resident)):
        return []
    others = lending.children_of(work, resident.id) if children else []
    return [(resident.id, ""), *((child.id, child.masked_name) for child in others)]


def _loan(work: Work, row: AnyRow, reader: str, asking: Asking) -> records.Loan:
    renewed = judge_renewal(work, row, asking.now.date())
    return records.Loan(
        id=row.id, copy=row.number or row.copy, title=row.title_name or "", author=row.author or "",
        lent_at=row.lent_at,
        due=row.due, days_left=(row.due - asking.now.date()).days, status=row.state,
        pending=asking.is_pending("loans", row.id), renewals=row.renewals,
        renewable_to=None if isinstance(renewed, Refused) else renewed.due,
        reason=renewed.reason.value if isinstance(renewed, Refused) else None, reader=reader,
    )  # fmt: skip


def _hold(work: Work, row: AnyRow, reader: str, asking: Asking) -> records.Hold:
    return records.Hold(
        id=row.id, title=row.title_name or "", title_id=row.title, author=row.author or "", status=row.state,
        position=place_in_queue(work, row), made_at=row.made_at, ready_until=row.ready_until, copy=row.number,
        pending=asking.is_pending("holds", row.id), reader=reader,
    )  # fmt: skip


def place_in_queue(work: Work, hold: Any) -> int:
    """From 1 on; 0 for who does not wait."""
    return lending.waiting_ahead(work, hold) + 1 if hold.state == HoldState.WAITING else 0
