"""What the code on a slip stands for."""

from datetime import timedelta

from kiosk.commands import records
from kiosk.commands.station import OwnBooking, SlipOf
from tests.builders import DemoStation
from tests.services.bookings import OUYANG, PHONE, THURSDAY, ZHANG, an_approved, ask_for_room, moment


def slip(demo: DemoStation, code: str, time: str = "08:30") -> records.Slip:
    found: records.Slip = demo.ask(SlipOf(code=code), at=moment(THURSDAY, time))
    return found


def test_a_tickets_code_shows_the_ticket_alone(demo: DemoStation) -> None:
    taken = demo.accept("open_ticket", item="gaoling")
    found = slip(demo, taken["code"])
    assert found.ticket is not None and found.ticket.number == taken["number"]
    assert (found.booking, found.refused) == (None, None)


def test_a_bookings_code_says_when_to_check_in_and_names_nobody(demo: DemoStation) -> None:
    answer = ask_for_room(demo)
    found = slip(demo, answer.result["code"])
    assert found.check_in_from == moment(THURSDAY, "08:00")
    assert found.check_in_until == moment(THURSDAY, "08:45")
    assert PHONE not in repr(found) and "张示明" not in repr(found)


def test_calling_off_is_a_strike_when_it_was_promised_and_is_late(demo: DemoStation) -> None:
    code = ask_for_room(demo).result["code"]
    assert not slip(demo, code).strike
    booking = slip(demo, code).booking
    assert booking is not None
    demo.accept("approve_booking", who="clerk", booking=booking.booking.id)
    assert slip(demo, code).strike
    early: records.Slip = demo.ask(SlipOf(code=code), at=moment(THURSDAY - timedelta(days=2), "08:00"))
    assert not early.strike


def test_a_code_that_nobody_gave_stands_for_nothing(demo: DemoStation) -> None:
    an_approved(demo)
    for code in ("YZ1:AAAAAAAAAAAAAAAAAAAAAAAAAA", "A001", ""):
        assert slip(demo, code) == records.Slip()


def test_ones_own_booking_is_shown_without_its_slip_and_to_nobody_else(demo: DemoStation) -> None:
    answer = ask_for_room(demo, who=ZHANG)
    question = OwnBooking(booking=answer.result["booking"])
    own: records.Slip = demo.ask(question, who=ZHANG)
    assert own.booking is not None and own.booking.booking.number == answer.result["number"]
    for other in (None, OUYANG, "clerk"):
        assert demo.ask(question, who=other) == records.Slip()
