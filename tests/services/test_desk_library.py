"""The librarian's desk: long tables, a reader, a copy, books entered by hand, a shelf counted."""

from datetime import timedelta
from typing import Any

import pytest

from kiosk.commands.desk_library import CopyHistory, DeskCopy, DeskReader, ShelvesHere, StockOf, Stocktakes
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.library import TitleOf
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import show
from tests.services.library import (
    BOOK,
    COPY,
    FIRST,
    LATER,
    OUYANG,
    SECOND,
    TWO_COPIES,
    ZHANG,
    copy_state,
    holds,
    is_well,
)

WHO = "librarian"


def page(desk: DemoStation, what: str, who: str = WHO, at: Any = None, **wanted: Any) -> Any:
    return desk.ask(DeskList(what=what, **wanted), who=who, at=at)


def test_titles_are_found_as_the_kiosk_finds_them_and_sorted_by_pinyin(desk: DemoStation) -> None:
    everything = page(desk, "titles", limit=500)
    assert everything.total == len(everything.rows) > 20
    assert [one.isbn for one in page(desk, "titles", q=BOOK).rows] == [BOOK]
    turned = page(desk, "titles", sort="title", down=True, limit=500)
    assert [one.id for one in turned.rows] == [one.id for one in reversed(everything.rows)]
    assert page(desk, "titles", offset=5, limit=2).rows == everything.rows[5:7]
    assert page(desk, "titles", where={"main_class": "I"}).total < everything.total


@pytest.mark.parametrize("what", ["titles", "copies", "loans", "holds"])
def test_a_clerk_sees_no_library_tables(desk: DemoStation, what: str) -> None:
    desk.accept("check_out_copy", who=ZHANG, copy=COPY)
    assert page(desk, what, who="clerk").total == 0


def test_late_loans_come_first_under_masked_names(desk: DemoStation) -> None:
    desk.accept("check_out_copy", who=WHO, copy=COPY, resident=ZHANG)
    assert page(desk, "loans", where={"overdue": "yes"}).total == 0
    (loan,) = page(desk, "loans", where={"overdue": "yes"}, at=LATER).rows
    assert (loan.copy, loan.reader, loan.days_late) == (COPY, "张*明", (LATER.date() - loan.due).days)
    assert page(desk, "loans", q="张*", at=LATER).total == page(desk, "loans", q=BOOK, at=LATER).total == 1
    assert page(desk, "loans", q="没有这个", at=LATER).total == 0


def test_what_lies_ready_is_listed_until_when(desk: DemoStation) -> None:
    desk.accept("check_out_copy", who=WHO, copy=COPY, resident=ZHANG)
    desk.accept("place_hold", who=WHO, title=BOOK, resident=OUYANG)
    assert page(desk, "holds", where={"state": "ready"}).total == 0
    desk.accept("return_copy", who=WHO, copy=COPY)
    (hold,) = page(desk, "holds", where={"state": "ready"}).rows
    assert (hold.copy, hold.status) == (COPY, "ready")
    late = MONDAY + timedelta(days=30)
    assert page(desk, "holds", at=late).rows[0].status == "expired"
    found = desk.ask(DeskCopy(copy=COPY), who=WHO)
    assert (found.copy.state, found.hold.reader, found.loan) == ("on_hold", hold.reader, None)


def test_a_reader_comes_with_loans_and_limit(desk: DemoStation) -> None:
    desk.accept("check_out_copy", who=WHO, copy=COPY, resident=ZHANG)
    reader = desk.ask(DeskReader(reader=ZHANG), who=WHO)
    assert (reader.reader, reader.card, reader.most, reader.late) == ("张*明", ZHANG, 5, 0)
    assert [loan.copy for loan in reader.loans] == [COPY]
    assert desk.ask(DeskReader(reader="0000000000"), who=WHO) is None
    assert desk.ask(DeskReader(reader=ZHANG)) is None


def test_an_isbn_of_two_copies_asks_which(desk: DemoStation) -> None:
    found = desk.ask(DeskCopy(copy=TWO_COPIES), who=WHO)
    assert [one.number for one in found.choices] == [FIRST, SECOND]


def test_a_copys_history_tells_who_had_it_and_what_staff_found(desk: DemoStation) -> None:
    desk.accept("check_out_copy", who=WHO, copy=COPY, resident=ZHANG)
    desk.accept("return_copy", who=WHO, copy=COPY, at=MONDAY + timedelta(hours=1))
    desk.accept("mark_damaged", who=WHO, copy=COPY, at=MONDAY + timedelta(hours=2))
    key = desk.ask(DeskCopy(copy=COPY), who=WHO).copy.id
    history = desk.ask(CopyHistory(copy=key), who=WHO)
    assert [event.what for event in history] == ["mark_damaged", "returned", "lent"]
    assert history[0].who and history[1].who == "张*明"


def test_a_given_book_needs_three_fields_and_gets_the_next_numbers(desk: DemoStation) -> None:
    made = desk.accept("add_book", who=WHO, title="新书", author="某人", copies=2)
    last = int(show(desk, "copies")[-1]["number"][1:])
    assert made["copies"] == [f"S{last - 1:07d}", f"S{last:07d}"] and not made["known"]
    again = desk.accept("add_book", who=WHO, title="新书", author="某人")
    assert again["known"] and again["title"] == made["title"]
    assert desk.ask(TitleOf(title=made["title"])).total == 3
    assert is_well(desk)


def test_a_known_isbn_is_enough(desk: DemoStation) -> None:
    made = desk.accept("add_book", who=WHO, isbn=BOOK)
    assert made["known"] and desk.ask(TitleOf(title=BOOK)).total == 2
    assert desk.do("add_book", who=WHO, isbn="9787020000005").detail["field"] == "title"
    more = desk.accept("add_copies", who=WHO, title=BOOK, copies=3)
    assert len(more["copies"]) == 3


@pytest.mark.parametrize(
    ("field", "value"), [("isbn", "9787020000001"), ("year", 3000), ("location", "nowhere")]
)
def test_what_cannot_be_is_named(desk: DemoStation, field: str, value: Any) -> None:
    answer = desk.do("add_book", who=WHO, title="新书", **{field: value})
    assert (answer.status, answer.reason, answer.detail["field"]) == ("refused", "bad_form", field)


def test_a_title_is_corrected_and_found_by_its_new_name(desk: DemoStation) -> None:
    title = desk.ask(TitleOf(title=BOOK))
    desk.accept("edit_title", who=WHO, title=BOOK, name="改过的书名", year=0, audience="children")
    (found,) = page(desk, "titles", q="改过的").rows
    assert (found.id, found.author, found.year, found.audience) == (title.id, title.author, None, "children")


def test_a_copy_moves_to_another_shelf(desk: DemoStation) -> None:
    place = desk.ask(ShelvesHere())[0]
    desk.accept("move_copy", who=WHO, copy=COPY, location=place.location, shelf="Z9")
    assert COPY in [one.number for one in desk.ask(StockOf(location=place.location, shelf="Z9"))]
    assert desk.do("move_copy", who=WHO, copy=COPY, location="nowhere").reason == "bad_form"


def test_a_finished_stocktake_is_remembered(desk: DemoStation) -> None:
    place = desk.ask(ShelvesHere())[0]
    counts = {"expected": 12, "seen": 11, "missing": 1, "misplaced": 0}
    desk.accept(
        "finish_stocktake",
        who=WHO,
        location=place.location,
        shelf=place.shelf,
        begun_at=MONDAY.isoformat(),
        **counts,
    )
    (done,) = desk.ask(Stocktakes(), who=WHO)
    assert (done.location, done.seen, done.missing, done.by) == (place.name, 11, 1, done.by) and done.by


def test_a_return_by_mistake_is_undone_and_the_loan_goes_on_as_it_was(desk: DemoStation) -> None:
    loan = desk.accept("check_out_copy", who=WHO, copy=COPY, resident=ZHANG)
    desk.accept("place_hold", who=WHO, title=BOOK, resident=OUYANG)
    soon, later = MONDAY + timedelta(minutes=1), MONDAY + timedelta(minutes=2)
    assert desk.accept("return_copy", who=WHO, copy=COPY, at=soon)["hold"]
    undone = desk.accept("undo_return", who="volunteer", loan=loan["loan"], at=later)
    assert (undone["due"], copy_state(desk, COPY)) == (loan["due"], "on_loan")
    assert holds(desk) == [("waiting", None, 1)]
    assert desk.do("undo_return", who=WHO, loan=loan["loan"], at=later).reason == "already_done"
    assert is_well(desk)


def test_a_return_is_not_undone_once_something_else_happened(desk: DemoStation) -> None:
    loan = desk.accept("check_out_copy", who=WHO, copy=COPY, resident=ZHANG)["loan"]
    desk.accept("return_copy", who=WHO, copy=COPY, at=MONDAY + timedelta(minutes=1))
    tomorrow = MONDAY + timedelta(days=1)
    assert desk.do("undo_return", who=WHO, loan=loan, at=tomorrow).reason == "too_late"
    desk.accept("check_out_copy", who=WHO, copy=COPY, resident=OUYANG, at=MONDAY + timedelta(minutes=2))
    refused = desk.do("undo_return", who=WHO, loan=loan, at=MONDAY + timedelta(minutes=3))
    assert refused.reason == "wrong_state"
