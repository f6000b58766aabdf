"""Organisations suspended for a while: nothing new, what is booked stays, a manager lifts it."""

from datetime import date, datetime
from typing import Any

import pytest

from kiosk.commands.bookings import Parties
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.people_desk import OrganisationOf
from kiosk.domain.states import SuspensionState
from kiosk.domain.suspensions import Suspension, in_force
from kiosk.reports.sentences import sentence
from tests.builders import DemoStation
from tests.services.bookings import CLUB, a_booking, an_approved, ask_for_room, moment, show, status

NAME = CLUB["name"]
NEXT_WEEK = {"at": moment(date(2026, 11, 30), "09:00"), "date": "2026-12-10"}


def suspend(demo: DemoStation, **more: Any) -> str:
    fields = {"organisation": NAME, "why": "misuse", "who": "manager"} | more
    return str(demo.accept("suspend_organisation", **fields)["organisation"])


@pytest.mark.parametrize(
    ("last", "state", "now", "stops"),
    [
        (None, "in_force", "2027-11-23T10:00", True),
        (None, "lifted", "2026-11-23T10:00", False),
        (date(2026, 11, 30), "in_force", "2026-11-30T23:59", True),
        (date(2026, 11, 30), "in_force", "2026-12-01T00:00", False),
        (None, "in_force", "2026-11-23T09:40", False),
    ],
)
def test_it_lasts_through_its_last_day_or_until_it_is_lifted(
    last: date | None, state: str, now: str, stops: bool
) -> None:
    one = Suspension(datetime(2026, 11, 23, 9, 41), last, SuspensionState(state))
    assert in_force(one, datetime.fromisoformat(now)) is stops


def test_new_requests_are_refused_kindly_and_what_was_there_stays_and_is_listed(demo: DemoStation) -> None:
    booked, asked = an_approved(demo), a_booking(demo, start="10:00", end="11:30")
    key = suspend(demo, until_day="2026-12-31")
    answer = ask_for_room(demo, start="14:00", end="15:30")
    assert (answer.reason, answer.detail) == ("suspended", {"of": "organisation", "until": "2026-12-31"})
    assert "已经约好的照常用" in sentence("suspended", answer.detail, "zh")
    assert demo.accept("approve_booking", who="clerk", booking=asked)
    assert [status(demo, one) for one in (booked, asked)] == ["approved", "approved"]
    found = demo.ask(OrganisationOf(organisation=key), who="clerk")
    assert [row.id for row in found.ahead] == [booked, asked]
    assert (found.suspension.why, found.suspension.until) == ("misuse", date(2026, 12, 31))
    (choice,) = [one for one in demo.ask(Parties()) if one.id == key]
    assert (choice.suspended, choice.suspended_until) == (True, date(2026, 12, 31))
    (row,) = demo.ask(DeskList(what="organisations", q=NAME), who="clerk").rows
    assert row.suspended
    assert show(demo, "organisations", id=key)[0]["suspended"] is True


def test_a_series_and_a_former_name_are_refused_too_and_others_are_not(demo: DemoStation) -> None:
    suspend(demo)
    demo.accept("rename_organisation", who="clerk", organisation=NAME, name="金龄读书会")
    assert ask_for_room(demo).reason == "suspended"
    series = {"rule": "FREQ=WEEKLY;COUNT=2", "who": "clerk"}
    assert demo.do("request_series", **_series(), **series).reason == "suspended"
    assert ask_for_room(demo, party={"kind": "group", "name": "墨香社"}).status == "accepted"


def _series() -> dict[str, Any]:
    return {
        "room": "huiyishi", "date": "2026-12-03", "start": "08:30", "end": "10:00", "party": CLUB, "people": 5,
        "contact_phone": "13490000001", "purpose": "读书",
    }  # fmt: skip


def test_it_is_lifted_by_a_manager_or_by_the_calendar(demo: DemoStation) -> None:
    key = suspend(demo)
    assert (
        demo.do("suspend_organisation", who="manager", organisation=NAME, why="rules").reason
        == "already_done"
    )
    demo.accept("reinstate_organisation", who="manager", organisation=NAME)
    assert demo.do("reinstate_organisation", who="manager", organisation=NAME).reason == "already_done"
    assert ask_for_room(demo).status == "accepted"
    suspend(demo, until_day="2026-11-29")
    assert ask_for_room(demo, start="10:00", end="11:30").reason == "suspended"
    assert ask_for_room(demo, **NEXT_WEEK).status == "accepted"
    assert demo.ask(OrganisationOf(organisation=key), who="clerk", at=NEXT_WEEK["at"]).suspension is None


@pytest.mark.parametrize("kind", ["suspend_organisation", "reinstate_organisation"])
@pytest.mark.parametrize("who", ["clerk", "librarian", "volunteer", None])
def test_it_is_for_managers_alone(demo: DemoStation, kind: str, who: str | None) -> None:
    fields = {"organisation": NAME} | ({"why": "rules"} if kind.startswith("suspend") else {})
    assert demo.do(kind, who=who, **fields).reason == "not_allowed"


def test_what_cannot_be_is_said(demo: DemoStation) -> None:
    wish = {"who": "manager", "why": "rules"}
    assert demo.do("suspend_organisation", organisation="没有这家", **wish).reason == "unknown_organisation"
    past = demo.do("suspend_organisation", organisation=NAME, until_day="2026-11-22", **wish)
    assert past.reason == "past_date"


def test_a_suspension_is_no_strike(demo: DemoStation) -> None:
    suspension = demo.accept("suspend_organisation", organisation=NAME, why="rules", who="manager")[
        "suspension"
    ]
    assert show(demo, "strikes") == []
    for kind, who in (("appeal_strike", "clerk"), ("waive_strike", "manager"), ("dismiss_appeal", "manager")):
        assert demo.do(kind, who=who, strike=suspension).reason == "unknown_strike"
