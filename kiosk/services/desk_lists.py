"""Answers the desk's long tables; each service enters its own."""

from db.work import Work
from kiosk.commands import records as r
from kiosk.commands.desk_lists import DeskList
from kiosk.services.registry import PAGES, Asking, answers

_NOTHING = r.DeskPage(total=0, rows=())


@answers(DeskList)
def desk_list(work: Work, question: DeskList, asking: Asking) -> r.DeskPage:
    """Nothing for a role that may not see it."""
    by, page = PAGES.get(question.what, (frozenset(), None))
    if page is None or asking.actor.role not in by:
        return _NOTHING
    found: r.DeskPage = page(work, question, asking)
    return found
