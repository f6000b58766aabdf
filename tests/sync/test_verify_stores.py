"""The proofs find the same in a store of either kind: broken by SQL inside a transaction that is then undone."""

from contextlib import closing

from db.engines import Database
from kiosk.commands.base import from_fields
from kiosk.sync.verify import store_findings, verify_store
from tests.faults.processes import AT
from tests.services.bookings import a_request
from tests.stores import Shared

TAKEN = """INSERT INTO occupations (id, room, day, start, "end", why, title, live, revision, deleted)
    SELECT 'twin', room, day, start + 30, "end" + 30, 'maintenance', '', TRUE, revision, FALSE FROM occupations LIMIT 1"""
LENT = """INSERT INTO loans (id, copy, title, resident, renewals, state, revision, deleted)
    SELECT '{}', id, title, 'r', 0, 'open', revision, FALSE FROM copies ORDER BY number LIMIT 1"""
STRUCK = """INSERT INTO ledger (id, kind, subject, cause, state, note, revision, deleted)
    SELECT '{}', 'strike', 'x', id, 'counts', '', revision, FALSE FROM bookings LIMIT 1"""
ON_LOAN = "UPDATE copies SET state = 'on_loan' WHERE {}"
BREAKS: list[tuple[set[str], list[str]]] = [
    ({"overlap"}, [TAKEN]),
    ({"number_twice"}, ["DROP INDEX one_tickets_day_number", "UPDATE tickets SET number = (SELECT min(number) FROM tickets)"]),
    ({"booking_unheld"}, ["UPDATE occupations SET live = FALSE"]),
    ({"booking_still_holds"}, ["UPDATE bookings SET state = 'cancelled'"]),
    ({"occupation_stray", "row_missing"}, ["DELETE FROM bookings"]),
    ({"over_capacity"}, ["UPDATE bookings SET people = 400"]),
    ({"strike_twice"}, [STRUCK.format(1), STRUCK.format(2)]),
    ({"loan_twice"}, [LENT.format(1), LENT.format(2), ON_LOAN.format("id IN (SELECT copy FROM loans)")]),
    ({"copy_state"}, [ON_LOAN.format("number = (SELECT min(number) FROM copies)")]),
    ({"seq_count", "revision_missing", "row_unowned"}, ["DELETE FROM outcomes WHERE revision = 3"]),
    ({"revision_twice", "revision_missing"}, ["UPDATE outcomes SET revision = 2 WHERE revision = 3"]),
    ({"revision_beyond"}, ["UPDATE store SET revision = revision - 1"]),
    ({"seq_count"}, ["UPDATE incarnations SET last_seq = last_seq + 1"]),
    ({"unknown_incarnation"}, ["DELETE FROM incarnations"]),
    ({"row_unowned"}, ["UPDATE tickets SET revision = revision + 100"]),
    ({"row_missing"}, ["DELETE FROM tickets"]),
]  # fmt: skip


class _Undo(Exception):
    pass


def codes_after(database: Database, statements: list[str]) -> set[str]:
    found: set[str] = set()
    try:
        with database.write() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
            found = {finding.code for finding in store_findings(connection)}
            raise _Undo
    except _Undo:
        return found


def test_every_broken_promise_is_found(shared: Shared) -> None:
    station = shared["a"]
    for wish in (
        from_fields("request_booking", a_request(date="2026-12-01")),
        *[from_fields("open_ticket", {"item": "gaoling"})] * 2,
    ):
        assert station.do(wish, at=AT).status == "accepted"
    with closing(Database(shared.url)) as database:
        found = [codes_after(database, statements) for _, statements in BREAKS]
    missed = [
        (wanted, codes) for (wanted, _), codes in zip(BREAKS, found, strict=True) if not wanted <= codes
    ]
    assert missed == []
    assert verify_store(shared.url) == [] == shared.wrongs()
