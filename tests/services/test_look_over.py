"""What went wrong, in one list: refused wishes, silent terminals, clocks, the calendar, the hub, the disk."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.commands.desk import TroublesNow
from kiosk.domain.watch import What, of_clock, of_hub, of_machine, of_terminals
from kiosk.look_over import look_over
from tests.builders import MONDAY, DemoStation, beside
from tests.services.library import BOOK, COPY, OUYANG, ZHANG


@dataclass
class Seen:
    last_seen: datetime | None
    clock_ahead: int | None = 0
    terminal: str = "C"


PLACES = {"A": "", "C": "一楼大厅"}


@pytest.mark.parametrize(
    ("seen", "opened_at", "expected"),
    [
        ([Seen(MONDAY - timedelta(minutes=5))], MONDAY - timedelta(hours=1), []),
        ([Seen(MONDAY - timedelta(minutes=15))], MONDAY - timedelta(hours=1), [What.SILENT]),
        ([Seen(MONDAY - timedelta(days=1))], None, []),  # everybody has gone home
        (
            [Seen(MONDAY - timedelta(days=1))],
            MONDAY - timedelta(minutes=3),
            [],
        ),  # it has just been switched on
        ([Seen(None)], MONDAY - timedelta(hours=1), []),
        (
            [Seen(MONDAY - timedelta(days=9)), Seen(MONDAY)],
            MONDAY - timedelta(hours=1),
            [],
        ),  # a home put back
        ([Seen(MONDAY, 600)], MONDAY - timedelta(hours=1), [What.CLOCK]),
        ([Seen(MONDAY, -600)], None, [What.CLOCK]),
        ([Seen(MONDAY - timedelta(minutes=15), terminal="A")], MONDAY - timedelta(hours=1), []),  # this one
    ],
)
def test_terminals_are_silent_while_people_are_served(
    seen: list[Seen], opened_at: datetime | None, expected: list[What]
) -> None:
    assert [one.what for one in of_terminals(seen, PLACES, opened_at, MONDAY, "A")] == expected


def test_a_hub_that_stopped_keeping_house_is_told_of_and_one_that_never_began_is_not() -> None:
    def whats(phase: str, kept: datetime | None) -> list[What]:
        return [one.what for one in of_hub(SimpleNamespace(phase=phase, housekept_at=kept), MONDAY)]

    assert whats("normal", None) == whats("normal", MONDAY - timedelta(minutes=5)) == []
    assert whats("normal", MONDAY - timedelta(hours=3)) == [What.HOUSE]
    assert whats("recovering", None) == [What.RECOVERING]


def test_a_full_disk_and_a_wrong_clock() -> None:
    assert [one.what for one in (*of_machine(500), *of_machine(50_000))] == [What.DISK]
    assert [one.what for one in (*of_clock("ok", "A"), *of_clock("off", "A"))] == [What.CLOCK]


def test_a_calendar_that_will_be_needed_in_a_month_is_missed(desk: DemoStation) -> None:
    assert desk.ask(TroublesNow(), who="clerk").unofficial is None
    year = MONDAY.year + 2
    assert desk.ask(TroublesNow(), who="clerk", at=datetime(year, 1, 10, 10)).unofficial == year


def test_a_wish_refused_behind_ones_back_is_listed_until_it_was_explained(
    desk: DemoStation, tmp_path: Path
) -> None:
    desk.accept("check_out_copy", who="librarian", copy=COPY, resident=ZHANG)
    other = beside(desk, tmp_path / "other")
    with desk.cut_off():
        assert desk.do("renew_loan", who=ZHANG, copy=COPY).status == "pending"
        away = desk.folder.path / "away.db"
        away.rename(desk.folder.own_store)
        other.accept("place_hold", who="librarian", title=BOOK, resident=OUYANG)
        other.close()
        desk.folder.own_store.rename(away)
    (unheard,) = desk.ask(TroublesNow(), who="clerk").unheard
    assert (unheard.about.kind, unheard.about.reason, unheard.who) == ("renew_loan", "copy_held", "张*明")
    assert "*" in unheard.phone
    assert What.UNHEARD in [one.what for one in look_over(desk.station, desk.station.find_actor("clerk"))]
    assert desk.ask(TroublesNow(), who=ZHANG).unheard == desk.ask(TroublesNow()).unheard == ()
    desk.accept("explain_outcome", who="clerk", outcome=unheard.about.id)
    assert desk.ask(TroublesNow(), who="clerk").unheard == ()
