"""What somebody who is identified wishes: their card may be stopped while they stand here."""

import uuid
from typing import Any

from kiosk.commands.base import spec_of
from kiosk.domain.reasons import Reason
from kiosk.domain.states import OutcomeStatus
from kiosk.station import Answer


def do_as(station: Any, card: str, wish: Any) -> Answer:
    """On the worker."""
    actor = station.find_actor(card)
    if actor is None and station.is_blocked(card):
        kind = spec_of(wish).kind
        return Answer(str(uuid.uuid4()), kind, OutcomeStatus.REFUSED, Reason.REVOKED_CARD.value)
    answer: Answer = station.do(wish, actor)
    return answer
