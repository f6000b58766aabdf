"""What people are to be told: which kinds there are, who of staff tells them, how a line is named."""

import re
from enum import StrEnum

from kiosk.domain.states import Role


class Notice(StrEnum):
    """What somebody is told; its sentence stands in assets/texts/notices.toml under this name."""

    APPROVED = "approved"
    REJECTED = "rejected"
    MOVED = "moved"
    CALLED_OFF = "called_off"
    EXPIRED = "expired"
    MOVED_UP = "moved_up"
    STRIKE = "strike"
    APPEAL_GRANTED = "appeal_granted"
    APPEAL_DISMISSED = "appeal_dismissed"
    MATERIALS = "materials"
    TICKET_DONE = "ticket_done"
    CALL_BACK = "call_back"
    COMPLAINT = "complaint"
    CORRECTED = "corrected"
    HOLD_READY = "hold_ready"
    TOMORROW = "tomorrow"
    OVERDUE = "overdue"
    REFUSED = "refused"


OF_LIBRARY = frozenset({Notice.HOLD_READY, Notice.OVERDUE})
_FORM = re.compile(r"([a-z_]{1,20}):([0-9a-f-]{32,36})(?::[0-9a-f-]{1,10})?")


def notice_id(what: Notice, thing: str, turn: object = "") -> str:
    """The same at every desk, and another when the same thing is decided anew; `turn`: a day or the begin of an id."""
    return f"{what.value}:{thing}:{turn}" if turn else f"{what.value}:{thing}"


def read_notice_id(text: str) -> tuple[Notice, str] | None:
    """What is told, and the id of the thing that it is about."""
    found = _FORM.fullmatch(text)
    if found is None or found[1] not in set(Notice):
        return None
    return Notice(found[1]), found[2]


def may_tell(role: Role, what: Notice) -> bool:
    """Books are the librarian's, everything else the clerk's; a manager does both. What the hub refused tells anyone."""
    if role is Role.MANAGER or what is Notice.REFUSED:
        return role in {Role.MANAGER, Role.LIBRARIAN, Role.CLERK}
    return role is (Role.LIBRARIAN if what in OF_LIBRARY else Role.CLERK)
