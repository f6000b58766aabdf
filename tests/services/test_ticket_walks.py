"""No sequence of commands brings a ticket where the table of moves does not lead."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from kiosk.domain.outcomes import Refused
from kiosk.domain.states import ComplaintState, TicketState, VisitState
from kiosk.domain.tickets import LIVE, Move, next_state, transitions
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import DemoStation
from tests.services.tickets import ZHANG, later

QUIET = settings(suppress_health_check=list(HealthCheck), database=None)
TICKETS = ("A001", "A002", "A003", "A004")
PLAIN = (
    "start_ticket", "no_show_ticket", "reinstate_ticket", "cancel_ticket", "resolve_ticket", "recall_ticket",
    "hold_ticket", "request_materials", "materials_received", "give_up", "close_ticket", "uphold_complaint",
    "dismiss_complaint", "fix_complaint",
)  # fmt: skip
WITH: dict[str, list[dict[str, Any]]] = {
    "transfer_ticket": [{"counter": "2"}, {"item": "baoxiao"}, {"operator": "manager"}],
    "change_item": [{"item": "canbao"}],
    "add_item": [{"item": "renzheng"}],
    "assign_ticket": [{}, {"operator": "clerk"}],
    "open_subticket": [{"item": "canbao"}],
    "schedule_visit": [{"date": "2026-11-30", "start": "09:00"}],
    "rate_ticket": [{"stars": 1}, {"stars": 5}],
}
moves = st.one_of(
    st.tuples(st.sampled_from(PLAIN), st.just({}), st.sampled_from(TICKETS)),
    *(st.tuples(st.just(kind), st.sampled_from(each), st.sampled_from(TICKETS)) for kind, each in WITH.items()),
    st.tuples(st.just("open_ticket"), st.sampled_from([{"item": "canbao"}, {"item": "canbao", "mode": "home_visit"}]), st.none()),
    st.tuples(st.just("call_next"), st.just({"counter": "1"}), st.none()),
    st.tuples(st.just("call_number"), st.sampled_from([{"counter": "2", "number": one} for one in TICKETS]), st.none()),
)  # fmt: skip
FIRST = ("open_ticket", {"item": "gaoling", "resident": ZHANG}, None)
steps = st.lists(st.tuples(moves, st.sampled_from([0, 1, 1, 30, 60 * 12])), min_size=5, max_size=25)


@pytest.fixture(scope="module")
def station(desk_template: Path, tmp_path_factory: pytest.TempPathFactory) -> DemoStation:
    return DemoStation(desk_template, tmp_path_factory.mktemp("walk") / "home")


BEGINNINGS = frozenset({TicketState.WAITING, TicketState.OPEN})


def states(demo: DemoStation) -> dict[str, TicketState]:
    """By id; a state that has no name here is an error."""
    with demo.station._database.read() as connection:
        rows = connection.execute(text("select id, state from tickets"))
        return {row.id: TicketState(row.state) for row in rows}


@settings(QUIET, max_examples=8)
@given(steps)
def test_no_sequence_of_commands_reaches_a_state_that_no_move_leads_to(
    station: DemoStation, steps: list[Any]
) -> None:
    minutes = 60 * 24 * len(states(station))  # each walk on days of its own, whose numbers begin anew
    before = states(station)
    for (kind, fields, ticket), pause in [
        ((("open_ticket"), {"item": "gaoling", "resident": ZHANG}, None), 0),
        *steps,
    ]:
        minutes += pause
        asked = fields | ({"ticket": ticket} if ticket else {})
        answer = station.do(kind, who="clerk", at=later(minutes), **asked)
        assert answer.status in ("accepted", "refused") and answer.reason != "fault", answer
        now = states(station)
        for key, state in now.items():
            began = before.get(key)
            steps_to = (
                BEGINNINGS if began is None else {began} | {to for at, to in transitions() if at is began}
            )
            assert state in steps_to, (kind, began, state)
        before = now
    assert_whole(station)


def assert_whole(station: DemoStation) -> None:
    """Nothing is planned for what has ended, no part outlives its whole as done, no ended ticket waits for papers."""
    with station.station._database.read() as connection:
        rows = {row.id: row for row in connection.execute(text("select * from tickets"))}
        visits = connection.execute(text("select ticket, state from visits")).all()
        complaints = connection.execute(text("select state from complaints")).scalars().all()
    for visit in visits:
        assert VisitState(visit.state) is not VisitState.PLANNED or rows[visit.ticket].state in LIVE
    assert set(complaints) <= set(ComplaintState)
    for row in rows.values():
        assert (row.paused_on is not None) == (row.state == TicketState.AWAITING_MATERIALS)
        whole = rows.get(row.parent)
        assert whole is None or row.state not in LIVE or whole.state not in ("resolved", "closed")


def test_the_walks_kept_every_promise(station: DemoStation) -> None:
    folder = station.folder
    assert verify_home(folder) == verify_store(store_url(folder)) == []
    station.close()


@given(st.sampled_from(TicketState), st.lists(st.sampled_from(Move), max_size=20))
def test_every_chain_of_moves_stays_among_the_named_states(begin: TicketState, chain: list[Move]) -> None:
    state = begin
    for move in chain:
        following = next_state(state, move)
        if isinstance(following, Refused):
            continue
        assert (state, following) in transitions()
        state = following


def test_every_move_is_possible_somewhere_and_every_state_is_reached() -> None:
    assert all(
        any(not isinstance(next_state(state, move), Refused) for state in TicketState) for move in Move
    )
    assert {after for before, after in transitions() if before is not after} | BEGINNINGS == set(TicketState)
