"""What the front desk watches."""

from kiosk.commands.base import Question, Reference


class DeskHouse(Question, frozen=True):
    """-> records.DeskHouse: whose desk this is, and its counters in the station's order."""


class CounterNow(Question, frozen=True):
    """-> records.CounterNow: whom this counter serves, and who waits."""

    counter: Reference


class RequestsToDecide(Question, frozen=True):
    """-> list[records.ToDecide]: requests for rooms that wait for a decision, the most urgent first."""


class DeskToday(Question, frozen=True):
    """-> records.DeskToday: what is due, how busy it is, what went wrong, who calls for help."""


class CaseOf(Question, frozen=True):
    """-> records.Case | None: one ticket with everything that is known of it, for staff."""

    ticket: str


class DeskChoicesNow(Question, frozen=True):
    """-> records.DeskChoices: what the desk's forms let choose: items in use, counters, active operators."""


class TroublesNow(Question, frozen=True):
    """-> records.DeskTroubles: what went wrong and somebody should see to; nothing for who is no staff."""
