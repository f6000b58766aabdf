"""`show WHAT`: one question, answered by whichever service lists that."""

from typing import Any

from db.work import Work
from kiosk.commands.station import Listing
from kiosk.services.registry import LISTINGS, Asking, answers


@answers(Listing)
def listing(work: Work, question: Listing, asking: Asking) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = LISTINGS[question.what](work, dict(question.where), asking)
    return found
