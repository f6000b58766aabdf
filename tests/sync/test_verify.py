"""`verify` finds each broken promise: the databases are really broken here, by SQL."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from db.engines import Database, StoreTrouble, sqlite_url
from kiosk.config import HomeFolder
from kiosk.reports.trouble import sentence
from kiosk.sync.verify import Finding, store_url, verify_home, verify_store
from tests.builders import DemoStation

ROOM = "huiyishi"
PARTY = {"kind": "group", "name": "太极队"}


@pytest.fixture
def busy(demo: DemoStation) -> Iterator[DemoStation]:
    """A station where a room is requested, two numbers are waiting, a book is lent."""
    demo.accept(
        "request_booking", room=ROOM, date="2026-12-01", start="08:30", end="10:00", party=PARTY, people=8,
        contact_name="李丽", contact_phone="13800000000", purpose="练习",
    )  # fmt: skip
    demo.accept("open_ticket", item="gaoling")
    demo.accept("open_ticket", item="gaoling")
    yield demo


def in_file(path: Path, *statements: str) -> None:
    database = Database(sqlite_url(path))
    with database.write() as connection:
        for statement in statements:
            connection.execute(text(statement))
    database.close()


def break_store(station: DemoStation, *statements: str) -> list[Finding]:
    in_file(station.folder.own_store, *statements)
    return verify_store(store_url(station.folder))


def break_home(station: DemoStation, *statements: str) -> list[Finding]:
    in_file(station.folder.database, *statements)
    return verify_home(station.folder)


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def test_a_busy_station_is_well(busy: DemoStation) -> None:
    assert verify_store(store_url(busy.folder)) == []
    assert verify_home(busy.folder) == []


TWIN = "'20000000-0000-4000-8000-000000000001'"
COPY_OCCUPATION = """
    INSERT INTO occupations (id, room, day, start, "end", why, title, live, revision, deleted)
    SELECT {twin}, {room}, day, start + 30, "end" + 30, {why}, '', 1, revision, 0 FROM occupations LIMIT 1
"""


def taken(why: str, room: str = "room") -> str:
    return COPY_OCCUPATION.format(twin=TWIN, room=room, why=f"'{why}'")


def test_two_live_occupations_of_a_room_are_found(busy: DemoStation) -> None:
    assert "overlap" in codes(break_store(busy, taken("maintenance")))


def test_an_occupation_of_the_whole_meets_that_of_its_part(busy: DemoStation) -> None:
    other = "(SELECT id FROM rooms WHERE code <> 'huiyishi' LIMIT 1)"
    part = f"UPDATE rooms SET part_of = {other} WHERE code = 'huiyishi'"
    found = break_store(busy, part, "UPDATE store SET book = book + 1", taken("maintenance", other))
    assert "overlap" in codes(found)


def test_neighbouring_occupations_are_no_overlap(busy: DemoStation) -> None:
    found = break_store(busy, taken("maintenance").replace("+ 30", "+ 90"))
    assert "overlap" not in codes(found)


def test_a_booking_during_a_class_is_found(busy: DemoStation) -> None:
    room = "(SELECT id FROM rooms WHERE code = 'huiyishi')"
    daily = f"""UPDATE series SET room = {room}, weekdays = '[1,2,3,4,5,6,7]', start = 540, "end" = 560"""
    assert "class_overlap" in codes(break_store(busy, daily))


def test_a_number_given_twice_in_a_day_is_found(busy: DemoStation) -> None:
    found = break_store(
        busy,
        "DROP INDEX one_tickets_day_number",
        "UPDATE tickets SET number = (SELECT min(number) FROM tickets)",
    )
    assert codes(found) == {"number_twice"}


def test_a_booking_without_its_room_is_found(busy: DemoStation) -> None:
    assert codes(break_store(busy, "UPDATE occupations SET live = 0")) == {"booking_unheld"}


def test_a_cancelled_booking_that_still_holds_its_room_is_found(busy: DemoStation) -> None:
    assert codes(break_store(busy, "UPDATE bookings SET state = 'cancelled'")) == {"booking_still_holds"}


def test_an_occupation_whose_booking_is_gone_is_found(busy: DemoStation) -> None:
    assert codes(break_store(busy, "DELETE FROM bookings")) == {"occupation_stray", "row_missing"}


def test_more_people_than_seats_are_found(busy: DemoStation) -> None:
    assert codes(break_store(busy, "UPDATE bookings SET people = 400")) == {"over_capacity"}


LOAN = """INSERT INTO loans (id, copy, title, resident, renewals, state, revision, deleted)
    SELECT '{id}', id, title, 'r', 0, 'open', revision, 0 FROM copies ORDER BY number LIMIT 1"""


def test_a_copy_lent_twice_is_found(busy: DemoStation) -> None:
    found = break_store(
        busy,
        LOAN.format(id="l1"),
        LOAN.format(id="l2"),
        "UPDATE copies SET state = 'on_loan' WHERE id IN (SELECT copy FROM loans)",
    )
    assert codes(found) == {"loan_twice", "row_unowned"}


def test_a_copy_that_says_it_is_lent_without_a_loan_is_found(busy: DemoStation) -> None:
    found = break_store(
        busy, "UPDATE copies SET state = 'on_loan' WHERE number = (SELECT min(number) FROM copies)"
    )
    assert codes(found) == {"copy_state"}


def test_a_copy_that_is_kept_for_nobody_is_found(busy: DemoStation) -> None:
    found = break_store(
        busy, "UPDATE copies SET state = 'on_hold' WHERE number = (SELECT min(number) FROM copies)"
    )
    assert codes(found) == {"copy_kept"}


def test_a_hold_that_is_ready_without_its_copy_is_found(busy: DemoStation) -> None:
    hold = """INSERT INTO holds (id, title, copy, resident, state, revision, deleted)
        SELECT 'h', title, id, 'r', 'ready', revision, 0 FROM copies LIMIT 1"""
    assert codes(break_store(busy, hold)) == {"hold_of_nothing", "row_unowned"}


def test_a_lost_outcome_is_found(busy: DemoStation) -> None:
    found = break_store(busy, "DELETE FROM outcomes WHERE revision = 3")
    assert codes(found) >= {"seq_count", "revision_missing", "row_unowned"}


def test_a_revision_used_twice_is_found(busy: DemoStation) -> None:
    found = break_store(busy, "UPDATE outcomes SET revision = 2 WHERE revision = 3")
    assert codes(found) >= {"revision_twice", "revision_missing"}


def test_a_revision_beyond_the_counter_is_found(busy: DemoStation) -> None:
    assert "revision_beyond" in codes(break_store(busy, "UPDATE store SET revision = revision - 1"))


def test_a_forgotten_seq_is_found(busy: DemoStation) -> None:
    assert codes(break_store(busy, "UPDATE incarnations SET last_seq = last_seq + 1")) == {"seq_count"}


def test_outcomes_of_nobody_are_found(busy: DemoStation) -> None:
    assert codes(break_store(busy, "DELETE FROM incarnations")) == {"unknown_incarnation"}


def test_a_row_that_no_outcome_wrote_is_found(busy: DemoStation) -> None:
    assert codes(break_store(busy, "UPDATE tickets SET revision = revision + 100")) == {"row_unowned"}


def test_a_vanished_row_is_found(busy: DemoStation) -> None:
    assert codes(break_store(busy, "DELETE FROM ticket_events")) <= {"row_missing"}
    assert codes(break_store(busy, "DELETE FROM tickets")) == {"row_missing"}


def test_a_gap_in_the_outbox_is_found(busy: DemoStation) -> None:
    assert codes(break_home(busy, "DELETE FROM outbox WHERE seq = 3")) == {"outbox_gap"}


def test_a_wrong_next_number_is_found(busy: DemoStation) -> None:
    assert codes(break_home(busy, "UPDATE home SET next_seq = next_seq + 1")) == {"next_seq"}


def test_a_mark_for_a_decided_command_is_found(busy: DemoStation) -> None:
    assert codes(break_home(busy, "INSERT INTO pending (tab, id, n) VALUES ('tickets', 'x', 1)")) == {
        "mark_stray"
    }


def test_an_outcome_told_differently_is_found(busy: DemoStation) -> None:
    assert codes(break_home(busy, "UPDATE outbox SET state = 'refused' WHERE seq = 3")) == {"outbox_differs"}


def test_an_outcome_the_store_does_not_know_is_found(busy: DemoStation) -> None:
    assert codes(break_home(busy, "UPDATE outbox SET command_id = 'other' WHERE seq = 3")) == {
        "outbox_unknown"
    }


def test_a_replica_that_differs_is_found(busy: DemoStation) -> None:
    found = break_home(busy, "UPDATE tickets SET revision = 1", "DELETE FROM rooms WHERE code = 'huiyishi'")
    assert {(finding.code, finding.where) for finding in found} == {
        ("replica_differs", "tickets"),
        ("replica_differs", "rooms"),
    }


def test_a_replica_ahead_of_its_store_is_found(busy: DemoStation) -> None:
    assert "cursor_beyond" in codes(break_home(busy, "UPDATE home SET cursor = cursor + 5"))


def test_what_waits_for_the_hub_is_no_difference(busy: DemoStation) -> None:
    hidden = busy.folder.own_store.rename(busy.folder.path / "elsewhere.db")
    assert busy.do("open_ticket", item="gaoling").status == "pending"
    hidden.rename(busy.folder.own_store)
    assert verify_home(busy.folder) == []


def test_a_home_that_has_not_pulled_yet_is_well(busy: DemoStation) -> None:
    in_file(busy.folder.database, "UPDATE home SET cursor = 0", "DELETE FROM outcomes", "DELETE FROM tickets")
    assert [f.where for f in verify_home(busy.folder) if f.where == "tickets"] == []


def test_no_store_is_said_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as caught:
        verify_store(sqlite_url(tmp_path / "none.db"))
    assert caught.value.key == "store_missing" and not (tmp_path / "none.db").exists()


def test_a_home_beside_another_stations_store_is_wrong(busy: DemoStation) -> None:
    in_file(busy.folder.own_store, "UPDATE store SET station = 'other'")
    with pytest.raises(StoreTrouble) as caught:
        verify_home(HomeFolder(busy.folder.path))
    assert caught.value.key == "wrong_station"


def test_every_finding_is_a_plain_sentence_in_both_languages(busy: DemoStation) -> None:
    found = break_store(busy, taken("maintenance"), "DELETE FROM outcomes WHERE revision = 3")
    for finding in found:
        for lang in ("zh", "en"):
            said = sentence("findings", finding.code, {"where": finding.where} | finding.detail, lang)
            assert said != finding.code and "?" not in said, json.dumps([finding.code, said])
