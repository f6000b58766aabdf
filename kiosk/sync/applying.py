"""What the hub has said, written into the home in one transaction."""

import logging
from collections import defaultdict
from typing import Any

from sqlalchemy import Connection

from db import contents, purging, rejoining
from db import home as home_rows
from db import store as store_rows
from db import tables as t
from db.engines import Database
from db.pages import put_pages
from kiosk.domain.reasons import Reason
from kiosk.sync.clock import Ticks
from kiosk.sync.messages import Key, Reply, Request
from kiosk.sync.outbox_rows import outcome_values
from kiosk.sync.sealing import sealer
from kiosk.sync.stages import Stage

log = logging.getLogger(__name__)
_KIND = t.outcomes.columns.keys().index("kind")


def apply(database: Database, request: Request, reply: Reply, ticks: Ticks) -> None:
    """Outcomes, named rows, page, cursor together: a lost reply loses nothing, a doubled one changes nothing.

    The hub keeps all of it, so this need not wait for the disk: what a power cut undoes comes again.
    """
    decided = [answer for answer in reply.decided if answer.reason != Reason.FORK]
    answered = {answer.id for answer in decided}
    upto = max((one.n for one in request.commands if one.id in answered), default=0)
    changed = {table for table, _ in reply.rows} | reply.pages.keys()
    with database.write_lightly() as connection:
        was = home_rows.read_home(connection)
        if not home_rows.met_hub(connection, request, reply, ticks, not t.BOOK_TABLES.isdisjoint(changed)):
            return
        home_rows.record_outcomes(connection, map(outcome_values, decided))
        _seal(connection, request, answered)
        if request.cursor is not None:
            _write_rows(connection, reply, upto)
        if upto:
            home_rows.unmark_upto(connection, upto)
        if "residents" in changed:
            rejoining.blank_erased(connection)
        if any(row[_KIND] == "forget_details" for row in reply.pages.get("outcomes", ())):
            rejoining.blank_forgotten(connection)
        if "attachments" in changed:
            contents.drop_unnamed(connection)
        if reply.purged_to > was.purged_to:
            purging.purge_home(connection, reply.purged_to)
        if was.hub_time is None or was.hub_time.date() != reply.time.date():  # the first meeting of the day
            purging.forget_who(connection, reply.time - purging.KEPT)
        if len(decided) < len(reply.decided):
            _number_anew(connection, request.incarnation)


def _number_anew(connection: Connection, incarnation: str) -> None:
    """This home is not the one that the hub has heard last: it was copied, or put back."""
    log.warning("the hub knows other commands of this incarnation: what is undecided goes under a new one")
    if home_rows.read_home(connection).incarnation == incarnation:
        rejoining.begin_incarnation(connection, Stage.JOINING.value)
    rejoining.number_anew(connection)


def _seal(connection: Connection, request: Request, answered: set[str]) -> None:
    """A kiosk keeps nothing readable of what was decided; a desk has no key to seal with."""
    if answered and (key := home_rows.read_home(connection).seal_key):
        box = sealer(key)
        readable = {one.id: one.payload for one in request.commands if one.id in answered and not one.sealed}
        home_rows.seal(connection, {key: box.encrypt(payload) for key, payload in readable.items()})


def _write_rows(connection: Connection, reply: Reply, upto: int) -> None:
    """A row that waits for a later command of this terminal keeps what the terminal imagines."""
    marks = home_rows.all_marked(connection)
    confirmed = {key for key, n in marks.items() if n <= upto}
    marked = marks.keys() - confirmed
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for key, row in reply.rows.items():
        if key in marked:
            continue
        if row is None:
            _drop(connection, key, confirmed)
        elif key in confirmed:
            store_rows.confirm_row(connection, key[0], row)
        else:
            rows[key[0]].append(row)
    for table, values in rows.items():
        store_rows.put_rows(connection, table, values)
    put_pages(connection, reply.pages, marked)


def _drop(connection: Connection, key: Key, confirmed: set[Key]) -> None:
    if key in confirmed:
        store_rows.drop_row(connection, *key)
