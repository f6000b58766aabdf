"""The frame of every command: stored, decided, answered."""

from tests.builders import DemoStation


def test_a_call_for_help_is_stored_and_decided_by_the_hub(demo: DemoStation) -> None:
    answer = demo.do("call_help", page="home")
    assert answer.status == "accepted"
    assert answer.result == {"help_call": answer.id}


def test_an_anonymous_walk_in_may_not_override_the_calendar(demo: DemoStation) -> None:
    answer = demo.do("override_day", date="2026-12-01", working=False)
    assert (answer.status, answer.reason) == ("refused", "not_allowed")


def test_a_refused_command_leaves_nothing_behind(demo: DemoStation) -> None:
    demo.do("override_day", date="2026-12-01", working=False)
    accepted = demo.do("override_day", who="manager", date="2026-12-01", working=False)
    assert accepted.status == "accepted"


def test_the_station_cannot_be_seeded_again(demo: DemoStation) -> None:
    answer = demo.do("seed_station", who="manager", rows={"rooms": []})
    assert (answer.status, answer.reason) == ("refused", "already_done")
