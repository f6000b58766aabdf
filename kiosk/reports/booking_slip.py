"""The slip of someone who asked for a room: where, when, how far it is, the rules, the check-in code."""

from PIL import Image

from kiosk.commands.records import Booking, BookingSlip
from kiosk.domain.states import BookingState
from kiosk.reports.number_slip import footer
from kiosk.reports.paper import BODY, HEAD, SMALL, TEXT, Paper
from kiosk.reports.sentences import day_text, list_text, short_day_text, span_text, time_text, word
from kiosk.reports.slip_words import SlipWords

ROOM, DAY, TIME = 56, 60, 92


def booking_slip(record: BookingSlip, code: str, lang: str) -> Image.Image:
    """`code` is only said when the request is made; it is printed and kept nowhere."""
    say, paper, booking = SlipWords("booking", lang), Paper(), record.booking
    paper.centred(say.pick(record.station, record.station_en), TEXT)
    paper.rule()
    paper.centred(say("title"), TEXT)
    paper.centred(say.pick(booking.room_name, booking.room_name_en), ROOM, line=76)
    paper.centred(day_text(booking.date, lang), DAY, line=80)
    paper.big(span_text(booking.start, booking.end), TIME)
    if len(booking.series) > 1:
        paper.left(_dates(booking, say), TEXT, least=SMALL)
    paper.bar(_status(booking, say))
    if booking.pending:
        paper.frame(say("pending"))
        paper.left(say("pending_note"), BODY, least=SMALL)
    _facts(paper, record, say)
    paper.rule()
    paper.left(say("check_in_title"), HEAD, least=BODY)
    paper.code(code, say.lines("code_lines"))
    _rules(paper, record, say)
    paper.rule()
    footer(paper, record, say, say("keep"))
    return paper.cut()


def _status(booking: Booking, say: SlipWords) -> str:
    if booking.status in {BookingState.REQUESTED, BookingState.APPROVED}:
        return say(booking.status.value)
    return word("booking", booking.status.value, say.lang)


def _dates(booking: Booking, say: SlipWords) -> str:
    """All of them: one slip serves a series."""
    days = list_text((short_day_text(one.date, say.lang) for one in booking.series), say.lang)
    return say("dates", count=len(booking.series), days=days)


def _also(booking: Booking, say: SlipWords) -> str:
    return list_text(
        (say.pick(*names) for names in zip(booking.also, booking.also_en, strict=True)), say.lang
    )


def _facts(paper: Paper, record: BookingSlip, say: SlipWords) -> None:
    booking = record.booking
    paper.facts(
        [
            (say("number"), booking.number),
            (say("people"), say("people_count", people=booking.people)),
            (say("way"), say.pick(record.way, record.way_en)),
            (say("also"), _also(booking, say)),
        ]
    )
    if booking.status is BookingState.REQUESTED:
        by = booking.decide_by
        answer = say("decide_by", day=day_text(by.date(), say.lang), time=time_text(by))
        paper.left(answer, TEXT, least=SMALL)


def _rules(paper: Paper, record: BookingSlip, say: SlipWords) -> None:
    rules = record.rules
    sentences = (
        say("check_in", before=rules.check_in_before, after=rules.check_in_after),
        say("cancel", hours=rules.late_cancel_hours),
        say("integrity", limit=rules.strikes_limit, days=rules.suspend_days),
    )
    for text in sentences:
        paper.left(text, BODY, line=50)
        paper.space(12)
