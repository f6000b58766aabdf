"""A home's way back after a bad day, stage by stage; cut off anywhere, it goes on there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection

from db import contents, walk
from db import home as home_rows
from db import rejoining as rows
from db.engines import Database, StoreTrouble
from db.people import erased_residents
from kiosk.config import HomeFolder
from kiosk.domain.states import OutcomeStatus
from kiosk.sync import messages as m
from kiosk.sync.messages import BATCH, Declined
from kiosk.sync.outbox_rows import outcome_values, sent
from kiosk.sync.stages import Stage
from kiosk.sync.transport import Hub

T = TypeVar("T")


@dataclass
class Rejoining:
    """One stage at a time. Each raises StoreTrouble when the hub is away or takes nothing now."""

    folder: HomeFolder
    database: Database
    hub: Hub

    def go_on(self, stage: Stage) -> None:
        work: dict[Stage, Callable[[Any], None]] = {
            Stage.JOINING: self._join, Stage.REPORTING: self._report, Stage.WALKING: self._walk,
        }  # fmt: skip
        with self.database.read() as connection:
            home = home_rows.read_home(connection)
        work[stage](home)

    @property
    def _role(self) -> str:
        return self.folder.load().role

    def _join(self, home: Any) -> None:
        joining = m.Joining(
            home.station, home.schema, home.terminal, self._role, home.incarnation, tuple(home.follows or ()),
        )  # fmt: skip
        joined = self._taken(self.hub.join(joining))
        with self.database.write() as connection:
            rows.joined(connection, joined.letter, joined.last_booking)
            if joined.epoch != home.epoch:
                rows.see_epoch(connection, joined.epoch, Stage.REPORTING.value)
            else:
                rows.set_stage(connection, Stage.SETTLING.value)

    def _report(self, home: Any) -> None:
        """Page by page: what the store knows is taken from it, what it does not know is open again."""
        after = 0
        wanted: tuple[str, ...] = ()
        while True:
            with self.database.read() as connection:
                page = rows.decided_after(connection, after, BATCH)
                kept = [home_rows.command(connection, key) for key in wanted]
                erased = erased_residents(connection)
            answer = self._taken(self.hub.report(self._said(home, page, kept, erased if not after else [])))
            with self.database.write() as connection:
                self._take(connection, page, answer)
                if not page:
                    rows.set_stage(connection, Stage.SETTLING.value)
            if not page:
                return
            after, wanted = page[-1].n, answer.wanted

    def _said(self, home: Any, page: list[Any], kept: list[Any], erased: list[str]) -> m.Report:
        return m.Report(
            home.station, home.epoch, home.schema, home.incarnation, home.terminal, self._role, home.letter,
            tuple(home.follows or ()), tuple(map(_claim, page)),
            tuple(m.Kept(_claim(row), sent(row), (row.before or {}).get("detail") or {}) for row in kept),
            tuple(erased), is_last=not page,
        )  # fmt: skip

    def _take(self, connection: Connection, page: list[Any], answer: m.Reported) -> None:
        known = {decided.id: decided for decided in answer.known}
        rows.reopen(connection, [row for row in page if row.command_id not in known])
        differ = [row for row in page if _differs(_claim(row), known.get(row.command_id))]
        rows.remember(connection, differ)
        home_rows.record_outcomes(connection, map(outcome_values, answer.known))

    def _walk(self, home: Any) -> None:
        """In strides; what is undecided stays as it is."""
        names = walk.tables(self._role)
        at = names.index(home.walk_table) if home.walk_table in names else 0
        after = home.walk_after or ""
        for name in names[at:]:
            while self._stride(home, name, after) is not None:
                after = self._place
            after = ""
        with self.database.write_lightly() as connection:
            walk.drop_unheld(connection, self._role)
            rows.blank_erased(connection)
            rows.blank_forgotten(connection)
            contents.drop_unnamed(connection)
            walk.arrive(connection, Stage.NORMAL.value)

    def _stride(self, home: Any, name: str, after: str) -> str | None:
        """One stride through a table; None at its end."""
        asked = m.Walk(home.station, home.epoch, home.schema, home.incarnation, name, after)
        stride = self._taken(self.hub.walk(asked))
        with self.database.write_lightly() as connection:
            walk.put_stride(connection, name, after, stride.rows)
            self._place = stride.rows[-1][0] if stride.rows else after
            walk.keep_place(connection, name, self._place, stride.upto, stride.seen)
        return self._place if stride.rows else None

    def _taken(self, answer: T | Declined) -> T:
        """Raises StoreTrouble when the hub declines; another epoch again means to begin again."""
        if not isinstance(answer, Declined):
            return answer
        if answer.reason == "new_epoch":
            with self.database.write() as connection:
                rows.see_epoch(connection, answer.epoch, Stage.REPORTING.value)
        raise StoreTrouble(answer.reason)


def _claim(row: Any) -> m.Claim:
    """What this home knows, or had known before its outcome was open again."""
    before = row.before if row.state == OutcomeStatus.PENDING else None
    status, reason, revision = (
        (before["status"], before["reason"], before["revision"])
        if before
        else (row.state, row.reason, row.revision or 0)
    )
    return m.Claim(row.command_id, row.incarnation, row.seq, status, reason, revision)


def _differs(claim: m.Claim, decided: m.Decided | None) -> bool:
    return decided is not None and (claim.status, claim.reason) != (decided.status, decided.reason)
