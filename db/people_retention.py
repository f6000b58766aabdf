"""What is still kept of people's wishes for their data, and of what they agreed to."""

from sqlalchemy import bindparam, select

from db import tables as t
from kiosk.domain.states import WishState

_w, _e, _r = t.data_wishes.c, t.consent_events.c, t.residents.c

CLOSED_WISHES = select(_w.id).where(
    _w.state != WishState.OPEN.value, _w.closed_at < bindparam("before"), _w.deleted.is_(False)
)
CONSENTS_OF_ERASED = (
    select(_e.id)
    .join_from(t.consent_events, t.residents, _r.id == _e.resident)
    .where(_r.erased, _e.at < bindparam("before"), _e.deleted.is_(False))
)
