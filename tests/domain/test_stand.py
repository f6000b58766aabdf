"""In which state a room's uses are, minute by minute."""

import pytest

from kiosk.domain.stand import UseState, in_front, use_state

OVER, IN_USE, OPEN, LATER = UseState.OVER, UseState.IN_USE, UseState.OPEN, UseState.LATER


@pytest.mark.parametrize(
    ("minute", "state"),
    [(569, LATER), (570, OPEN), (600, OPEN), (615, OPEN), (616, IN_USE), (689, IN_USE), (690, OVER)],
)
def test_a_booking_from_ten_to_half_past_eleven(minute: int, state: UseState) -> None:
    assert use_state(minute, 600, 690, 570, 615) is state


@pytest.mark.parametrize(("minute", "state"), [(599, LATER), (600, IN_USE), (690, OVER)])
def test_a_class_needs_no_check_in(minute: int, state: UseState) -> None:
    assert use_state(minute, 600, 690, None, None) is state


@pytest.mark.parametrize(
    ("states", "first"),
    [([], None), ([OVER], None), ([LATER, LATER], 0), ([OVER, OPEN, LATER], 1), ([IN_USE, OPEN], 0)],
)
def test_what_tells_how_a_room_is_now(states: list[UseState], first: int | None) -> None:
    """While one party is still in, the next one may already check in: the room is in use."""
    assert in_front(states) == first
