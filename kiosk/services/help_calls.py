"""Calls for help: made at a screen, answered by whoever goes there, closed when it is done."""

from datetime import datetime
from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import AnyRow, Work
from kiosk.commands import records
from kiosk.commands.base import VOLUNTEER
from kiosk.commands.help_calls import AnswerHelp, CloseHelp, HelpCallState
from kiosk.commands.tickets import CallHelp
from kiosk.domain.help_calls import HelpMove, is_unheard, next_state
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import HelpState
from kiosk.services.registry import Asking, Made, answers, handles, lists

UNKNOWN = Refused.because(Reason.UNKNOWN_HELP_CALL)


@handles(CallHelp)
def call_help(work: Work, wish: CallHelp, made: Made) -> Outcome:
    """A fact: someone at a screen wants a person to come."""
    state = HelpState.OPEN.value
    work.add(t.help_calls, made.id, terminal=made.terminal, page=wish.page, made_at=made.made_at, state=state)
    return Accepted({"help_call": made.id})


@handles(AnswerHelp)
def answer_help(work: Work, wish: AnswerHelp, made: Made) -> Outcome:
    values = {"answered_by": made.actor.id, "answered_at": made.made_at}
    return _move(work, wish.call, HelpMove.ANSWER, made, values)


@handles(CloseHelp)
def close_help(work: Work, wish: CloseHelp, made: Made) -> Outcome:
    return _move(
        work, wish.call, HelpMove.CLOSE, made, {"closed_by": made.actor.id, "closed_at": made.made_at}
    )


def _move(work: Work, key: str, move: HelpMove, made: Made, values: dict[str, Any]) -> Outcome:
    """Two who went there without hearing of each other both did so: the hub keeps who was first, and says who."""
    call = work.row(t.help_calls, key)
    if call is None:
        return UNKNOWN
    state = next_state(HelpState(call.state), move)
    if isinstance(state, Refused):
        return Accepted(_told(work, call)) if made.at_hub else state
    work.change(t.help_calls, key, state=state.value, **values)
    return Accepted(_told(work, work.row(t.help_calls, key)))


def _told(work: Work, call: Any) -> dict[str, Any]:
    return {"help_call": call.id, "state": call.state, "answered_by": _login(work, call.answered_by)}


@answers(HelpCallState)
def help_call_state(work: Work, question: HelpCallState, asking: Asking) -> records.HelpCall | None:
    call, is_ours = work.row(t.help_calls, question.call), asking.actor.role in VOLUNTEER
    if call is None or not (is_ours or call.terminal == asking.terminal):
        return None
    state, who = HelpState(call.state), work.book.get(t.operators, call.answered_by)
    return records.HelpCall(
        id=call.id, terminal=call.terminal, place=_place(work, call), page=call.page, status=state,
        made_at=call.made_at, answered_by=who.name if who and is_ours else "", answered_at=call.answered_at,
        phone=work.book.station.phone if is_unheard(state, call.made_at, asking.now) else "",
        pending=asking.is_pending("help_calls", call.id),
    )  # fmt: skip


@lists("help_calls")
def list_help_calls(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "terminal": row.terminal,
            "place": _place(work, row),
            "page": row.page,
            "status": row.state,
            "made_at": _moment(row.made_at),
            "answered_by": _login(work, row.answered_by),
            "answered_at": _moment(row.answered_at),
            "closed_by": _login(work, row.closed_by),
            "closed_at": _moment(row.closed_at),
            "pending": asking.is_pending("help_calls", row.id),
        }
        for row in work.all(rows.HELP_CALLS)
    ]


def _place(work: Work, call: AnyRow) -> str:
    terminal = work.row(t.terminals, call.terminal)
    return str(terminal.place) if terminal is not None else ""


def _login(work: Work, operator: str | None) -> str | None:
    row = work.book.get(t.operators, operator)
    return row.login if row else None


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None
