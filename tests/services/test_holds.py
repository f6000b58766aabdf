"""The queue and the hold shelf: places, two that are ready at once, calling off, stopped cards."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from db import tables as t
from kiosk.commands.library import CheckOutCopy, HoldsOf, PlaceHold
from tests.builders import MONDAY, DemoStation, beside
from tests.services.bookings import show
from tests.services.housekeeping import keep_house
from tests.services.library import (
    BOOK,
    CHILD,
    COPY,
    FIRST,
    MAIMAITI,
    OUYANG,
    SECOND,
    TWO_COPIES,
    ZHANG,
    copy_state,
    flags,
    holds,
    is_well,
    resident,
)


def reason(demo: DemoStation, kind: str, **fields: Any) -> str | None:
    answer = demo.do(kind, **fields)
    assert answer.status == "refused", answer
    return answer.reason


@pytest.fixture
def queue(demo: DemoStation) -> DemoStation:
    """One book is out; three wait for it."""
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    for minutes, who in enumerate((OUYANG, MAIMAITI, CHILD)):
        demo.accept("place_hold", who=who, title=BOOK, at=MONDAY + timedelta(minutes=minutes))
    demo.at = MONDAY + timedelta(hours=1)
    return demo


def hold_of(demo: DemoStation, who: str) -> str:
    (hold,) = demo.ask(HoldsOf(resident=who), who=who)
    return str(hold.id)


def test_everybody_sees_their_place_in_the_queue(queue: DemoStation) -> None:
    places = [queue.ask(HoldsOf(resident=who), who=who)[0].position for who in (OUYANG, MAIMAITI, CHILD)]
    assert places == [1, 2, 3]
    queue.accept("return_copy", copy=COPY)
    (first,) = queue.ask(HoldsOf(resident=OUYANG), who=OUYANG)
    assert (first.status, first.position, first.copy, first.ready_until) == (
        "ready", 0, COPY, date(2026, 11, 26),
    )  # fmt: skip
    assert queue.ask(HoldsOf(resident=MAIMAITI), who=MAIMAITI)[0].position == 1


def test_who_calls_off_gives_the_place_to_those_behind(queue: DemoStation) -> None:
    queue.accept("cancel_hold", who=OUYANG, hold=hold_of(queue, OUYANG))
    assert holds(queue) == [("cancelled", None, None), ("waiting", None, 1), ("waiting", None, 2)]
    queue.accept("place_hold", who=OUYANG, title=BOOK)
    assert holds(queue)[-1] == ("waiting", None, 3)


def test_a_book_that_lies_ready_and_is_called_off_is_the_next_ones(queue: DemoStation) -> None:
    queue.accept("return_copy", copy=COPY)
    queue.accept("cancel_hold", who=OUYANG, hold=hold_of(queue, OUYANG))
    assert holds(queue) == [("cancelled", COPY, None), ("ready", COPY, None), ("waiting", None, 1)]
    for who in (MAIMAITI, CHILD):
        queue.accept("cancel_hold", who=who, hold=hold_of(queue, who))
    assert copy_state(queue, COPY) == "on_shelf"
    assert is_well(queue)


def test_only_ones_own_hold_is_called_off_and_only_once(queue: DemoStation) -> None:
    hold = hold_of(queue, OUYANG)
    assert reason(queue, "cancel_hold", who=ZHANG, hold=hold) == "not_allowed"
    assert reason(queue, "cancel_hold", hold=hold) == "not_allowed"
    assert reason(queue, "cancel_hold", who=OUYANG, hold="none") == "unknown_hold"
    queue.accept("cancel_hold", who="librarian", hold=hold)
    assert reason(queue, "cancel_hold", who=OUYANG, hold=hold) == "already_done"


def test_a_hold_that_was_fulfilled_cannot_be_called_off(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    demo.accept("place_hold", who=OUYANG, title=BOOK)
    hold = hold_of(demo, OUYANG)
    demo.accept("return_copy", copy=COPY)
    demo.accept("check_out_copy", who=OUYANG, copy=COPY)
    answer = demo.do("cancel_hold", who=OUYANG, hold=hold)
    assert (answer.reason, answer.detail) == ("wrong_state", {"of": "hold", "state": "fulfilled"})


@pytest.fixture
def ready(demo: DemoStation) -> DemoStation:
    """Two copies of a title lie ready at once: the first for Ouyang, the second for Maimaiti."""
    for who, copy in ((ZHANG, FIRST), (CHILD, SECOND)):
        demo.accept("check_out_copy", who=who, copy=copy)
    for minutes, who in enumerate((OUYANG, MAIMAITI)):
        demo.accept("place_hold", who=who, title=TWO_COPIES, at=MONDAY + timedelta(minutes=minutes))
    demo.at = MONDAY + timedelta(hours=1)
    for copy in (FIRST, SECOND):
        demo.accept("return_copy", copy=copy)
    assert holds(demo) == [("ready", FIRST, None), ("ready", SECOND, None)]
    return demo


def test_of_two_that_are_ready_each_is_told_which_is_theirs(ready: DemoStation) -> None:
    answer = ready.do("check_out_copy", who=OUYANG, copy=SECOND)
    assert (answer.reason, answer.detail) == ("copy_held", {"what": "yours", "yours": FIRST})
    assert reason(ready, "check_out_copy", who=ZHANG, copy=SECOND) == "copy_held"
    ready.accept("check_out_copy", who=OUYANG, copy=TWO_COPIES)
    ready.accept("check_out_copy", who=MAIMAITI, copy=TWO_COPIES)
    assert holds(ready) == [("fulfilled", FIRST, None), ("fulfilled", SECOND, None)]
    assert is_well(ready)


def test_two_readers_who_took_each_others_copy_elsewhere_lose_nothing(
    ready: DemoStation, tmp_path: Any
) -> None:
    """At a terminal that did not know of the holds: flagged, and the other one has what is still there."""
    other = beside(ready, tmp_path / "other", "kiosk")
    other.at = ready.at
    with (
        other.station._database.write() as connection
    ):  # its replica is old: nothing is on the hold shelf there
        connection.execute(update(t.copies).where(t.copies.c.state == "on_hold").values(state="on_shelf"))
    other.accept("check_out_copy", who=OUYANG, copy=SECOND)
    ready.station.exchange()
    assert flags(ready) == ["copy_held"]
    assert holds(ready) == [("fulfilled", SECOND, None), ("ready", FIRST, None)]
    ready.accept("check_out_copy", who=MAIMAITI, copy=FIRST)
    assert is_well(ready)
    other.close()


def test_who_takes_another_copy_leaves_the_one_that_was_kept(demo: DemoStation) -> None:
    for who, copy in ((ZHANG, FIRST), (CHILD, SECOND)):
        demo.accept("check_out_copy", who=who, copy=copy)
    demo.accept("place_hold", who=OUYANG, title=TWO_COPIES)
    for copy in (FIRST, SECOND):
        demo.accept("return_copy", copy=copy)
    demo.accept("check_out_copy", who=OUYANG, copy=SECOND)
    assert (holds(demo), copy_state(demo, FIRST)) == ([("fulfilled", SECOND, None)], "on_shelf")
    assert is_well(demo)


def test_one_reader_may_have_two_books_ready_at_once(demo: DemoStation) -> None:
    for copy, title in ((COPY, BOOK), ("S0000004", "9787544258609")):
        demo.accept("check_out_copy", who=ZHANG, copy=copy)
        demo.accept("place_hold", who=OUYANG, title=title)
        demo.accept("return_copy", copy=copy)
    found = demo.ask(HoldsOf(resident=OUYANG), who=OUYANG)
    assert {(hold.status, hold.copy) for hold in found} == {("ready", COPY), ("ready", "S0000004")}
    for hold in found:
        demo.accept("check_out_copy", who=OUYANG, copy=hold.copy)
    assert demo.ask(HoldsOf(resident=OUYANG), who=OUYANG) == []


def block(demo: DemoStation, card: str) -> None:
    """As another terminal will have done: in store and home."""
    for database in (demo.station._database, demo.station._hub._database):  # type: ignore[attr-defined]
        with database.write() as connection:
            connection.execute(update(t.cards).where(t.cards.c.number == card).values(blocked=True))


def test_no_book_is_kept_for_a_card_that_is_stopped_and_its_place_stays(queue: DemoStation) -> None:
    block(queue, OUYANG)
    queue.accept("return_copy", copy=COPY)
    assert holds(queue) == [("waiting", None, 1), ("ready", COPY, None), ("waiting", None, 2)]


def test_a_card_that_is_blocked_while_a_book_is_out_keeps_its_loan(demo: DemoStation) -> None:
    loan = demo.accept("check_out_copy", who=ZHANG, copy=COPY)["loan"]
    actor = demo.station.find_actor(ZHANG)
    block(demo, ZHANG)
    assert demo.station.find_actor(ZHANG) is None and demo.station.is_blocked(ZHANG)
    answer = demo.do("renew_loan", who="librarian", copy=COPY)
    assert answer.reason == "revoked_card"
    for wish in (CheckOutCopy(copy=FIRST), PlaceHold(title=TWO_COPIES)):
        assert demo.station.do(wish, actor, demo.at).reason == "revoked_card"
    assert demo.accept("return_copy", copy=COPY)["loan"] == loan


def test_a_hold_that_nobody_fetched_may_be_made_anew(queue: DemoStation) -> None:
    queue.accept("return_copy", copy=COPY)
    late = datetime(2026, 11, 30, 10)
    queue.accept("place_hold", who=OUYANG, title=BOOK, at=late)
    keep_house(queue, late)
    assert holds(queue) == [
        ("expired", COPY, None), ("ready", COPY, None), ("waiting", None, 1), ("waiting", None, 2),
    ]  # fmt: skip


def test_for_whom_a_book_lies_ready_is_shown_to_staff_and_the_reader(queue: DemoStation) -> None:
    queue.accept("return_copy", copy=COPY)
    (seen,) = show(queue, "holds", "librarian", status="ready")
    assert seen["resident"] == resident(queue, OUYANG)
    (masked,) = show(queue, "holds", MAIMAITI, status="ready")
    assert (masked["resident"], masked["reader"]) == (None, "欧阳*演")
