"""One overlap rule for bookings, classes and maintenance, in a room, its whole and its parts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.occupation import Occupied, Series, first_conflict, judge_free, overlaps, related_rooms
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Why

THURSDAY = date(2026, 11, 26)
SQUARE = {"square": None, "court": "square", "stage": "square", "half_court": "court", "hall": None}


def a_booking(
    start: int = 600, end: int = 690, room: str = "hall", day: date = THURSDAY, id: str = ""
) -> Occupied:
    return Occupied(room, day, start, end, Why.BOOKING, "读书会", id=id)


def test_what_touches_does_not_overlap() -> None:
    assert first_conflict(a_booking(600, 690), [a_booking(510, 600), a_booking(690, 780)]) is None


def test_a_minute_in_common_overlaps() -> None:
    assert first_conflict(a_booking(600, 690), [a_booking(689, 700)]) == a_booking(689, 700)


def test_another_day_or_room_is_not_in_the_way() -> None:
    others = [a_booking(day=THURSDAY + timedelta(days=1)), a_booking(room="court")]
    assert first_conflict(a_booking(), others, SQUARE) is None


def test_the_earliest_conflict_is_named() -> None:
    others = [a_booking(660, 700), a_booking(500, 601), a_booking(610, 620)]
    assert first_conflict(a_booking(), others) == a_booking(500, 601)


def test_a_booking_is_not_in_its_own_way_but_nameless_ones_are() -> None:
    assert first_conflict(a_booking(id="b1"), [a_booking(id="b1")]) is None
    assert first_conflict(a_booking(id="b1"), [a_booking(id="b2")]) is not None
    assert first_conflict(a_booking(), [a_booking()]) is not None


def test_a_room_is_related_to_its_wholes_and_parts_but_not_to_its_sisters() -> None:
    assert related_rooms("court", SQUARE) == {"court", "square", "half_court"}
    assert related_rooms("square", SQUARE) == {"square", "court", "stage", "half_court"}
    assert related_rooms("half_court", SQUARE) == {"half_court", "court", "square"}
    assert related_rooms("hall", SQUARE) == {"hall"}
    assert related_rooms("unheard_of", SQUARE) == {"unheard_of"}


def test_rooms_that_claim_to_be_part_of_each_other_do_no_harm() -> None:
    assert related_rooms("a", {"a": "b", "b": "a"}) == {"a", "b"}
    assert related_rooms("a", {"a": "a"}) == {"a"}


def test_the_square_is_taken_while_a_court_is() -> None:
    square, court = a_booking(room="square"), a_booking(room="court")
    assert first_conflict(square, [court], SQUARE) == court
    assert first_conflict(court, [square], SQUARE) == square
    assert first_conflict(a_booking(room="stage"), [court], SQUARE) is None


def test_a_booking_takes_the_slot_and_a_class_occupies_the_room() -> None:
    assert judge_free(a_booking(), []) is None
    assert judge_free(a_booking(), [a_booking()]) == Refused(
        Reason.SLOT_TAKEN, {"start": "10:00", "end": "11:30"}
    )
    lesson = Occupied("hall", THURSDAY, 630, 1440, Why.CLASS, "四点半课堂")
    assert judge_free(a_booking(), [lesson]) == Refused(
        Reason.OCCUPIED, {"why": "class", "title": "四点半课堂", "start": "10:30", "end": "24:00"}
    )


spans = st.tuples(st.integers(0, 1440), st.integers(0, 1440)).filter(lambda span: span[0] < span[1])


@given(spans, spans)
def test_two_spans_overlap_if_they_share_a_minute_and_so_the_other_way_round(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    assert overlaps(first, second) is bool(set(range(*first)) & set(range(*second)))
    assert overlaps(first, second) is overlaps(second, first)


rooms = st.sampled_from(sorted(SQUARE))


@given(rooms, rooms)
def test_being_related_is_mutual(first: str, second: str) -> None:
    assert (second in related_rooms(first, SQUARE)) is (first in related_rooms(second, SQUARE))


@given(st.lists(st.tuples(spans, rooms), max_size=30))
def test_accepting_only_what_is_free_never_fills_a_minute_of_a_room_twice(
    wishes: list[tuple[tuple[int, int], str]],
) -> None:
    accepted: list[Occupied] = []
    for (start, end), room in wishes:
        wish = a_booking(start, end, room)
        if judge_free(wish, accepted, SQUARE) is None:
            accepted.append(wish)
    for room in SQUARE:
        there = [range(each.start, each.end) for each in accepted if each.room in related_rooms(room, SQUARE)]
        mine = [range(each.start, each.end) for each in accepted if each.room == room]
        for minutes in mine:
            assert sum(bool(set(minutes) & set(other)) for other in there) == 1


# Classes that come back

DAILY = Series("classroom", frozenset(range(1, 8)), 990, 1140, date(2026, 9, 1), title="四点半课堂")
WEEKEND = Series(
    "reading",
    frozenset({6, 7}),
    600,
    660,
    date(2026, 11, 1),
    until=date(2026, 11, 28),
    except_days=frozenset({date(2026, 11, 21)}),
    title="故事会",
)


def test_a_daily_class_occupies_its_room_from_its_first_day_on() -> None:
    assert DAILY.on(THURSDAY) == Occupied("classroom", THURSDAY, 990, 1140, Why.CLASS, "四点半课堂")
    assert DAILY.on(date(2026, 8, 31)) is None
    assert DAILY.on(date(2026, 9, 1)) is not None


@pytest.mark.parametrize(
    ("day", "takes_place"),
    [
        (date(2026, 11, 1), True),
        (date(2026, 11, 20), False),  # Friday
        (date(2026, 11, 21), False),  # called off
        (date(2026, 11, 22), True),
        (date(2026, 11, 28), True),  # the last
        (date(2026, 11, 29), False),
    ],
)
def test_a_weekend_class_keeps_to_its_days(day: date, takes_place: bool) -> None:
    assert (WEEKEND.on(day) is not None) is takes_place
