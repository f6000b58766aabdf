"""Terminals that are shut out: stolen, given away, or not to be trusted any more."""

from db import incarnations
from db import tables as t
from db.work import Work
from kiosk.commands.house import RevokeTerminal
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.services.registry import Made, handles


@handles(RevokeTerminal)
def revoke_terminal(work: Work, wish: RevokeTerminal, made: Made) -> Outcome:
    """At its next exchange the hub declines it. Nobody shuts out the terminal that they sit at."""
    row = work.row(t.terminals, wish.terminal)
    if row is None or row.revoked:
        return Refused.because(Reason.UNKNOWN_TERMINAL)
    if row.id == made.terminal:
        return Refused.because(Reason.BAD_SETTING, own=True)
    work.change(t.terminals, row.id, revoked=True)
    if made.at_hub:
        incarnations.shut_out(work.connection, row.id, made.decided_at.date())
    return Accepted({"terminal": row.id})
