"""A call for help, as the screen that made it and the desk show it."""

from datetime import datetime

from kiosk.commands.records.base import Record
from kiosk.domain.states import HelpState


class HelpCall(Record, frozen=True):
    """`place` is where its terminal stands; `answered_by` the name of who comes, for those of us alone. `phone` is the
    station's, empty until nobody has answered for a minute.
    """

    id: str
    terminal: str
    place: str
    page: str
    status: HelpState
    made_at: datetime
    answered_by: str
    answered_at: datetime | None
    phone: str
    pending: bool
