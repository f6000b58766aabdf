"""What is remembered of a reader: nothing 30 days after a book came back, unless they wish it; then outcomes forget, too."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection, select, text

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.commands.library import HistoryOf
from tests.builders import MONDAY, DemoStation, beside
from tests.services.bookings import show
from tests.services.housekeeping import in_store, keep_house
from tests.services.library import BOOK, CHILD, COPY, GUARDIAN, OUYANG, ZHANG, is_well, resident

DAYS_30, DAYS_31 = MONDAY + timedelta(days=30), MONDAY + timedelta(days=31)


def borrow_and_return(demo: DemoStation, who: str = ZHANG) -> str:
    loan = demo.accept("check_out_copy", who=who, copy=COPY)["loan"]
    demo.accept("return_copy", copy=COPY)
    return str(loan)


def test_thirty_days_after_a_book_came_back_nobody_knows_who_had_it(demo: DemoStation) -> None:
    loan = borrow_and_return(demo)
    assert keep_house(demo, DAYS_30 - timedelta(days=1)) == {}
    assert keep_house(demo, DAYS_30) == {"forget_reader": 1}
    row = in_store(demo, t.loans, loan)
    assert (row.resident, row.state, row.returned_at) == (None, "returned", MONDAY)
    assert show(demo, "loans", ZHANG)[0]["resident"] is None


def test_a_loan_that_runs_is_never_forgotten(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    keep_house(demo, MONDAY + timedelta(days=400))
    assert in_store(demo, t.loans, loan).resident == resident(demo, ZHANG)


def test_nor_is_who_lost_a_book_before_the_matter_is_settled(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    demo.accept("report_lost", who=ZHANG, copy=COPY)
    assert keep_house(demo, MONDAY + timedelta(days=400)) == {}
    settled = MONDAY + timedelta(days=401)
    demo.accept("withdraw_copy", who="librarian", copy=COPY, at=settled)
    assert keep_house(demo, settled + timedelta(days=30)) == {"forget_reader": 1}
    assert (in_store(demo, t.loans, loan).resident, in_store(demo, t.loans, loan).state) == (None, "lost")


def test_whoever_wishes_it_keeps_their_history_until_they_do_not(demo: DemoStation) -> None:
    demo.accept("keep_history", who=ZHANG, on=True)
    loan = borrow_and_return(demo)
    assert keep_house(demo, DAYS_31) == {}
    assert show(demo, "loans", ZHANG, id=loan)[0]["resident"] == resident(demo, ZHANG)
    demo.accept("keep_history", who=ZHANG, on=False)
    assert keep_house(demo, DAYS_31) == {"forget_reader": 1}


def test_a_reader_is_shown_what_came_back_and_for_how_long_it_is_known(demo: DemoStation) -> None:
    assert history(demo) == (False, 30, [])
    borrow_and_return(demo)
    assert history(demo) == (False, 30, [MONDAY.date()])
    demo.accept("keep_history", who=ZHANG, on=True)
    keep_house(demo, DAYS_31)
    assert history(demo) == (True, 30, [MONDAY.date()])
    for other in (OUYANG, "librarian", None):
        assert demo.ask(HistoryOf(resident=ZHANG), who=other) is None


def history(demo: DemoStation) -> tuple[bool, int, list[date]]:
    found = demo.ask(HistoryOf(resident=ZHANG), who=ZHANG)
    return found.kept, found.days, [one.returned_on for one in found.loans]


def test_for_others_only_staff_and_guardians_say_whether_it_is_kept(demo: DemoStation) -> None:
    assert demo.do("keep_history", who=ZHANG, on=True, resident=OUYANG).reason == "not_allowed"
    assert demo.do("keep_history", on=True).reason == "not_allowed"
    assert demo.do("keep_history", who="clerk", on=True).reason == "unknown_resident"
    demo.accept("keep_history", who=GUARDIAN, on=True, resident=CHILD)
    demo.accept("keep_history", who="clerk", on=True, resident=OUYANG)


def test_who_waited_for_a_book_is_forgotten_as_well(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    hold = demo.accept("place_hold", who=OUYANG, title=BOOK)["hold"]
    demo.accept("cancel_hold", who=OUYANG, hold=hold)
    demo.accept("return_copy", copy=COPY)
    assert keep_house(demo, DAYS_30) == {"forget_reader": 2}
    assert in_store(demo, t.holds, hold).resident is None


def known_in(demo: DemoStation, which: str, who: str) -> set[str]:
    """Kinds of outcomes that still name a person, in the store or at home."""
    file = demo.folder.own_store if which == "store" else demo.folder.database
    database = Database(sqlite_url(file))
    with database.read() as connection:
        rows = connection.execute(select(t.outcomes)).all()
    database.close()
    return {row.kind for row in rows if who in f"{row.actor} {row.subject}"}


def test_sixty_days_later_the_outcomes_name_nobody_either_in_store_and_home(demo: DemoStation) -> None:
    who = resident(demo, ZHANG)
    borrow_and_return(demo)
    age(demo, days=100)
    before = revisions(demo)
    assert known_in(demo, "store", who) == known_in(demo, "home", who) == {"check_out_copy"}
    meet_tomorrow(demo)
    assert known_in(demo, "store", who) == known_in(demo, "home", who) == set()
    assert revisions(demo) == before
    assert is_well(demo)


def test_a_refusal_that_was_not_explained_still_names_whom_it_concerns(
    demo: DemoStation, tmp_path: Path
) -> None:
    who = resident(demo, ZHANG)
    outcome = a_refusal_nobody_heard(demo, tmp_path / "other")
    age(demo, days=100)
    meet_tomorrow(demo)
    assert known_in(demo, "store", who) == known_in(demo, "home", who) == {"place_hold"}
    demo.accept("explain_outcome", who=ZHANG, outcome=outcome)
    age(demo, days=100)
    meet_tomorrow(demo)
    assert known_in(demo, "store", who) == known_in(demo, "home", who) == set()
    assert show(demo, "outcomes", id=outcome)[0]["status"] == "refused"


def test_who_acted_for_the_station_stays_known(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who="librarian", copy=COPY, resident=ZHANG)
    age(demo, days=100)
    meet_tomorrow(demo)
    (outcome,) = show(demo, "outcomes", kind="check_out_copy")
    assert outcome["actor"].startswith("operator:")


def a_refusal_nobody_heard(demo: DemoStation, elsewhere: Path) -> str:
    """A reader reserves the same book at two terminals, of which one is cut off."""
    demo.accept("check_out_copy", who=OUYANG, copy=COPY)
    other = beside(demo, elsewhere, "kiosk")
    other.accept("place_hold", who=ZHANG, title=BOOK)
    other.close()
    with demo.cut_off():
        promised = demo.do("place_hold", who=ZHANG, title=BOOK)
    assert show(demo, "outcomes", id=promised.id)[0]["reason"] == "already_held"
    return promised.id


@contextmanager
def sqlite(file: Path) -> Iterator[Connection]:
    """A file, written by hand."""
    with closing(Database(sqlite_url(file))) as database, database.write() as connection:
        yield connection


def age(demo: DemoStation, days: int) -> None:
    """All that was decided, and explained, was so many days ago."""
    for file in (demo.folder.own_store, demo.folder.database):
        with sqlite(file) as connection:
            for table, column in (("outcomes", "decided_at"), ("explanations", "at")):
                moved = f"strftime('%Y-%m-%d %H:%M:%f000', {column}, '-{days} days')"
                connection.execute(text(f"UPDATE {table} SET {column} = {moved}"))


def meet_tomorrow(demo: DemoStation) -> None:
    """The hub keeps house, and the home meets it for the first time on a day."""
    with sqlite(demo.folder.database) as connection:
        connection.execute(text("UPDATE home SET hub_time = datetime(hub_time, '-1 day')"))
    with sqlite(demo.folder.own_store) as connection:
        connection.execute(text("UPDATE store SET housekept_at = NULL"))
    demo.station.keep_house()


def revisions(demo: DemoStation) -> list[tuple[str, int]]:
    return [(row["id"], row["revision"]) for row in show(demo, "outcomes")]
