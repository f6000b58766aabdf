"""What is remembered of a reader: nothing once a book is back for some days, unless they wish it; whose guardian is whose."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from db import lending
from db import tables as t
from db.library import past_loans
from db.people import cards_of
from db.work import AnyRow, Work
from kiosk.commands import records
from kiosk.commands.base import Command
from kiosk.commands.housekeeping import EndGuardianship, ForgetReader
from kiosk.commands.library import HistoryOf, KeepHistory
from kiosk.domain.guardians import is_of_age, judge_ending
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import CardKind
from kiosk.domain.reasons import Reason
from kiosk.domain.retention import is_forgotten, last_forgotten
from kiosk.domain.times import MIDNIGHT, at
from kiosk.services.house import retention_policy_of
from kiosk.services.people import find_resident, resident_named
from kiosk.services.readers import reader_meant
from kiosk.services.registry import Asking, Completed, Drawer, Made, answers, completes, handles

CHANGED = Refused.because(Reason.WRONG_STATE)
HISTORY_SHOWN = 50
TOO_EARLY = Refused.because(Reason.TOO_EARLY)


@completes(KeepHistory)
def know_reader(work: Work, wish: KeepHistory, made: Made, drawer: Drawer) -> Completed | Refused:
    reader = resident_named(work, wish.resident) if wish.resident else made.actor.resident
    if isinstance(reader, Refused):
        return reader
    return Completed(msgspec.structs.replace(wish, resident=reader))


@handles(KeepHistory)
def keep_history(work: Work, wish: KeepHistory, made: Made) -> Outcome:
    reader = reader_meant(work, wish.resident, made.actor)
    if isinstance(reader, Refused):
        return reader
    work.change(t.residents, reader, keeps_history=wish.on)
    return Accepted({"resident": reader, "on": wish.on})


@answers(HistoryOf)
def history_of(work: Work, question: HistoryOf, asking: Asking) -> records.ReadingHistory | None:
    resident = find_resident(work, question.resident)
    if isinstance(resident, Refused) or asking.actor.resident != resident.id:
        return None
    found = past_loans(work.connection, resident.id, HISTORY_SHOWN)
    return records.ReadingHistory(
        kept=bool(resident.keeps_history), days=retention_policy_of(work.book).loans_days,
        loans=tuple(
            records.PastLoan(title=row.title_name or "", author=row.author or "", returned_on=row.returned_at.date())
            for row in found
        ),
    )  # fmt: skip


def readers_due(work: Work, today: date) -> Iterator[Command]:
    """Loans and holds to be forgotten, children who are of age."""
    before = at(last_forgotten(retention_policy_of(work.book).loans_days, today), MIDNIGHT)
    for row in work.all(lending.KNOWN_LOANS, before=before):
        yield ForgetReader(loan=row.id)
    for row in work.all(lending.KNOWN_HOLDS, before=before):
        yield ForgetReader(hold=row.id)
    for row in work.all(lending.GUARDED):
        if is_of_age(row.birth_month, today):
            yield EndGuardianship(resident=row.id)


@handles(ForgetReader)
def forget_reader(work: Work, wish: ForgetReader, made: Made) -> Outcome:
    if wish.loan is not None:
        loan = work.row(t.loans, wish.loan)
        return _forget(work, t.loans, loan, loan and loan.returned_at, made)
    hold = work.row(t.holds, wish.hold)
    return _forget(work, t.holds, hold, hold and hold.ended_at, made)


def _forget(work: Work, table: Any, row: Any, ended: datetime | None, made: Made) -> Outcome:
    """The book, the days and how it ended stay for the figures."""
    if row is None or row.resident is None or ended is None or _keeps_history(work, row.resident):
        return CHANGED
    days = retention_policy_of(work.book).loans_days
    if not is_forgotten(days, ended.date(), made.decided_at.date()):
        return TOO_EARLY
    work.change(table, row.id, resident=None)
    return Accepted({table.name[:-1]: row.id})


def _keeps_history(work: Work, resident: str) -> bool:
    row = work.row(t.residents, resident)
    return row is not None and bool(row.keeps_history)


@completes(EndGuardianship)
def know_child(work: Work, wish: EndGuardianship, made: Made, drawer: Drawer) -> Completed | Refused:
    found = find_resident(work, wish.resident)
    return found if isinstance(found, Refused) else Completed(EndGuardianship(resident=found.id))


@handles(EndGuardianship)
def end_guardianship(work: Work, wish: EndGuardianship, made: Made) -> Outcome:
    resident = find_resident(work, wish.resident)
    if isinstance(resident, Refused):
        return resident
    if resident.guardian is None:
        return Refused.because(Reason.ALREADY_DONE)
    if refused := _judge_ending(work, resident, made):
        return refused
    work.change(t.residents, resident.id, guardian=None, child=False)
    for card in cards_of(work, resident.id):
        work.change(t.cards, card.id, kind=CardKind.ADULT.value)
    return Accepted({"resident": resident.id})


def _judge_ending(work: Work, resident: AnyRow, made: Made) -> Refused | None:
    """The clock ends it at 18, staff may from 14 on."""
    details, today = work.row(t.resident_details, resident.id), made.decided_at.date()
    month = details.birth_month if details is not None else None
    if made.actor.is_staff:
        return judge_ending(month, resident.child, today)
    return None if is_of_age(month, today) else TOO_EARLY
