"""A store that was put back to an earlier state: terminals report what it had decided since, and it decides that again.

Nothing else is decided meanwhile. Accepted commands run again in their old order, refused ones stay refused; what nobody
kept is said to be lost.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from db import incarnations, recovery
from db import store as rows
from db.book import Bookshelf
from db.people import is_erased
from kiosk.commands.base import encode
from kiosk.commands.people import EraseResident
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import OutcomeStatus
from kiosk.domain.times import station_now
from kiosk.domain.trouble import KioskError
from kiosk.services.actors import HUB, reference_of
from kiosk.sync.deciding import Deciding, Times, as_decided
from kiosk.sync.messages import BATCH, Claim, Declined, Kept, Report, Reported, SentCommand, mismatch


def take(connection: Connection, books: Bookshelf, report: Report) -> Reported | Declined:
    """One page of what a terminal knows."""
    store = rows.read_store(connection)
    if reason := mismatch(store, report):
        return Declined(reason, store.epoch)
    own = rows.read_incarnation(connection, report.incarnation)
    if own is not None and own.written_off:
        return Declined("unknown_terminal", store.epoch)
    _know_incarnations(connection, report)
    erase_again(connection, books, report.erased)
    recovery.add_reports(connection, map(_row, report.kept))
    known = rows.outcomes_of(connection, [claim.id for claim in report.claims])
    if report.is_last:
        incarnations.set_reported(connection, report.incarnation, store.epoch)
    return Reported(
        tuple(as_decided(dict(row._mapping)) for row in known.values()),
        tuple(claim.id for claim in report.claims if claim.id not in known) if _recovers(store) else (),
    )


def excuse(connection: Connection, terminal: str) -> None:
    """Raises KioskError: unknown_letter."""
    if not incarnations.excuse(connection, terminal, rows.read_store(connection).epoch):
        raise KioskError("unknown_letter", terminal=terminal)


def go_on(connection: Connection, books: Bookshelf) -> bool:
    """Decide some of what was reported, once all have reported; whether there may be more."""
    store = rows.read_store(connection)
    if not _recovers(store) or incarnations.unreported(connection, store.epoch):
        return False
    reports = recovery.next_reports(connection, BATCH)
    if not reports:
        recovery.end_recovery(connection)
        return False
    again = _Again(connection, books, store)
    done = again.run(reports)
    recovery.drop_reports(connection, done)
    return True


class _Again:
    """Deciding anew what had been decided, as it had been."""

    def __init__(self, connection: Connection, books: Bookshelf, store: Any) -> None:
        self._connection, self._store = connection, store
        self._deciding = Deciding(connection, books, store)
        self._last: dict[str, int] = {}
        self._terminals: dict[str, str] = {}

    def run(self, reports: list[Any]) -> list[str]:
        """-> the ids of those that are done: up to the first that changes the station book."""
        done = []
        for row in reports:
            book = self._deciding.book
            self._decide(row)
            done.append(row.command_id)
            if self._deciding.book != book:
                break
        self._deciding.close(self._store.clock)
        recovery.set_last_seqs(self._connection, self._last)
        return done

    def _decide(self, row: Any) -> None:
        last = self._last_seq(row.incarnation)
        if row.seq <= last:
            return  # its place belongs to another command: its terminal hears of it and numbers it anew
        for seq in range(last + 1, row.seq):
            self._lose(row, seq)
        self._last[row.incarnation] = row.seq
        sent = SentCommand(
            row.command_id, 0, row.seq, row.kind, row.version, row.actor, row.payload, row.made_at, row.rehearsal,
            row.uncertain, row.subject, row.told or {}, sealed=row.sealed,
        )  # fmt: skip
        times = _as_then(row.made_at)
        if row.status == OutcomeStatus.REFUSED:
            outcome = Refused(Reason(row.reason), row.detail or {})
            self._deciding.store_as(sent, row.incarnation, times, outcome, has_been_heard=True)
        else:
            terminal = self._terminals[row.incarnation]
            self._deciding.decide(sent, row.incarnation, terminal, times, expected=row.status)

    def _last_seq(self, incarnation: str) -> int:
        if incarnation not in self._last:
            row = rows.read_incarnation(self._connection, incarnation)
            assert row is not None, "made known when it was reported"
            self._last[incarnation], self._terminals[incarnation] = row.last_seq, row.terminal
        return self._last[incarnation]

    def _lose(self, after: Any, seq: int) -> None:
        """Decided once, but neither the backup nor the terminal has kept it."""
        key = str(uuid.uuid5(uuid.UUID(after.incarnation), str(seq)))
        sent = SentCommand(key, 0, seq, "", 1, "", b"", after.made_at, False)
        lost = Refused.because(Reason.LOST_IN_RESTORE)
        self._deciding.store_as(sent, after.incarnation, _as_then(after.made_at), lost)


def erase_again(connection: Connection, books: Bookshelf, erased: Iterable[str]) -> None:
    """Before anything else: nobody comes back by a restore."""
    store = rows.read_store(connection)
    forgotten = [key for key in erased if not is_erased(connection, key)]
    if not forgotten:
        return
    hub = incarnations.hub(connection)
    deciding = Deciding(connection, books, store, is_own=True)
    for n, key in enumerate(forgotten, start=hub.last_seq + 1):
        now = store.clock or station_now()
        command = str(uuid.uuid5(uuid.UUID(store.epoch), key))
        sent = SentCommand(
            command,
            0,
            n,
            "erase_resident",
            1,
            reference_of(HUB),
            encode(EraseResident(resident=key)),
            now,
            False,
        )
        deciding.decide(sent, hub.id, HUB.id, Times(now, now, now))
    deciding.close(store.clock)
    recovery.set_last_seqs(connection, {hub.id: hub.last_seq + len(forgotten)})


def _as_then(made_at: datetime) -> Times:
    return Times(made_at, made_at, made_at)


def _recovers(store: Any) -> bool:
    return bool(store.phase == recovery.RECOVERING)


def _know_incarnations(connection: Connection, report: Report) -> None:
    """A terminal may have joined, or begun anew, after the backup was made."""
    today = station_now().date()
    for key in {report.incarnation, *(claim.incarnation for claim in report.claims)}:
        if rows.read_incarnation(connection, key) is None:
            letter = report.letter if key == report.incarnation else None
            incarnations.add(connection, key, report.terminal, report.role, letter, today)
    incarnations.follow(connection, report.follows, report.incarnation, today)


def _row(kept: Kept) -> dict[str, Any]:
    claim: Claim = kept.claim
    sent = kept.command
    return {
        "command_id": claim.id, "incarnation": claim.incarnation, "seq": claim.seq, "kind": sent.kind,
        "version": sent.version, "actor": sent.actor, "subject": sent.subject, "payload": sent.payload,
        "sealed": sent.sealed, "made_at": sent.made_at, "rehearsal": sent.rehearsal, "uncertain": sent.uncertain,
        "told": sent.told, "status": claim.status, "reason": claim.reason, "detail": kept.detail,
        "revision": claim.revision,
    }  # fmt: skip
