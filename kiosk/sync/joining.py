"""The hub's side of joining: a new incarnation, with a letter that nobody else uses today."""

from datetime import date

from sqlalchemy import Connection

from db import incarnations as rows
from db import store as store_rows
from kiosk.domain.numbers import is_letter, next_letter
from kiosk.domain.trouble import KioskError
from kiosk.sync.messages import Declined, Joined, Joining


def join(connection: Connection, joining: Joining, today: date) -> Joined | Declined:
    """Asked twice, because the answer was lost, it says the same."""
    store = store_rows.read_store(connection)
    if store.station != joining.station or store.schema != joining.schema:
        return Declined(
            "wrong_station" if store.station != joining.station else "schema_mismatch", store.epoch
        )
    if any(_is_shut_out(connection, key) for key in joining.follows):
        return Declined("unknown_terminal", store.epoch)
    known = store_rows.read_incarnation(connection, joining.incarnation)
    letter = known.letter if known is not None else free_letter(connection, today)
    if known is None:
        rows.add(connection, joining.incarnation, joining.terminal, joining.role, letter, today)
        rows.follow(connection, joining.follows, joining.incarnation, today)
    return Joined(store.epoch, letter, rows.last_booking(connection, letter))


def _is_shut_out(connection: Connection, key: str) -> bool:
    """A home whose terminal was revoked does not come back as another."""
    row = store_rows.read_incarnation(connection, key)
    return row is not None and bool(row.written_off) and rows.is_revoked(connection, row.terminal)


def free_letter(connection: Connection, today: date, wanted: str | None = None) -> str:
    """The wanted one, or the first; that of a terminal that has gone rests until midnight. Raises KioskError: bad_terminal."""
    taken = rows.taken_letters(connection, today)
    if wanted is None:
        return next_letter(taken)
    if not is_letter(wanted) or wanted in taken:
        raise KioskError("bad_terminal", terminal=wanted)
    return wanted
