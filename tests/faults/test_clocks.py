"""Clocks that are wrong: people are believed as far as can be, and what is in doubt is decided in their favour."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from db import tables as t
from kiosk.commands.base import from_fields
from kiosk.commands.tickets import CallHelp
from kiosk.station import Station
from kiosk.sync.clock import Ticks
from kiosk.sync.hub import StoreHub
from tests.services.bookings import a_request
from tests.stores import Clock, Shared

NOON = datetime(2026, 11, 23, 12)
EMPTY_BATTERY = datetime(2020, 1, 1)
HELP = CallHelp(page="home")


class Machine:
    """A terminal whose wall may show anything; `boot` changes when it is started again."""

    def __init__(self, shared: Shared, name: str) -> None:
        self.shared, self.name = shared, name
        self.time, self.wall = Clock(NOON), Clock(NOON)
        self.boot = "first"
        self.station = self.start()

    def start(self) -> Station:
        hub = StoreHub(self.shared.url, self.time)
        self.station = self.shared.open(self.name, clock=self.wall, ticks=self._ticks, hub=hub)
        return self.station

    def _ticks(self) -> Ticks:
        return Ticks(self.boot, (self.time.now - NOON).total_seconds())

    def wait(self, **time: float) -> None:
        self.time.now += timedelta(**time)
        self.wall.now += timedelta(**time)

    def reboot(self, wall: datetime) -> None:
        self.boot, self.wall.now = "second", wall
        self.start()

    def outcome(self, key: str) -> Any:
        return next(row for row in self.shared.stored(t.outcomes) if row.id == key)


@pytest.fixture
def machine(shared: Shared) -> Machine:
    machine = Machine(shared, "a")
    machine.station.exchange()
    return machine


@pytest.mark.parametrize(
    "wrong", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=400), timedelta(days=-2200)]
)
def test_the_wall_of_a_running_terminal_does_not_matter(machine: Machine, wrong: timedelta) -> None:
    machine.wall.now += wrong
    machine.wait(minutes=10)
    machine.shared.hide()
    answer = machine.station.do(HELP)
    machine.shared.show()
    machine.station.exchange()
    outcome = machine.outcome(answer.id)
    assert (outcome.made_at, outcome.flags) == (NOON + timedelta(minutes=10), [])
    assert machine.shared.wrongs() == []


def test_a_clock_that_jumps_back_never_takes_a_command_before_the_last_one(machine: Machine) -> None:
    machine.shared.hide()
    machine.reboot(NOON + timedelta(hours=3))
    kept = [machine.station.do(HELP).id]
    for back in (1, 30, 24 * 3):
        machine.wall.now = NOON + timedelta(hours=3 - back)
        kept.append(machine.station.do(HELP).id)
    machine.shared.show()
    machine.time.now = NOON + timedelta(hours=4)
    machine.station.exchange()
    outcomes = [machine.outcome(key) for key in kept]
    assert [row.made_at for row in outcomes] == sorted(row.made_at for row in outcomes)
    assert all(NOON <= row.made_at <= machine.time.now for row in outcomes)
    assert machine.shared.wrongs() == []


@pytest.mark.parametrize("wall", [EMPTY_BATTERY, NOON + timedelta(hours=1), NOON + timedelta(days=300)])
def test_after_a_start_without_the_hub_the_time_is_in_doubt_and_bounded(
    machine: Machine, wall: datetime
) -> None:
    machine.shared.hide()
    machine.wait(minutes=30)
    machine.reboot(wall)
    answer = machine.station.do(HELP)
    machine.shared.show()
    machine.station.exchange()
    outcome = machine.outcome(answer.id)
    assert outcome.flags == ["uncertain_time"]
    assert NOON <= outcome.made_at <= machine.time.now == outcome.decided_at
    assert machine.station.do(HELP).status == "accepted"  # it has met the hub: no doubt any more
    assert [row.flags for row in machine.shared.stored(t.outcomes)][-1] == []
    assert machine.shared.wrongs() == []


def test_a_room_that_only_the_wrong_clock_refuses_is_given(machine: Machine) -> None:
    """On Monday, Thursday may be asked for; the clock says Tuesday, but nobody knows whether that is right."""
    asked = from_fields("request_booking", a_request(date="2026-11-27"))
    machine.shared.hide()
    machine.reboot(NOON + timedelta(days=1))
    wish = machine.station.do(asked)
    machine.shared.show()
    machine.time.now = NOON + timedelta(days=2)
    with machine.station._database.write() as connection:
        doubted = t.outbox.update().where(t.outbox.c.command_id == wish.id)
        connection.execute(doubted.values(made_at=NOON + timedelta(days=2)))  # it may say Wednesday as well
    machine.station.exchange()
    outcome = machine.outcome(wish.id)
    assert (outcome.status, outcome.flags) == ("accepted", ["uncertain_time"])
    assert machine.shared.wrongs() == []


def test_a_room_that_is_refused_for_certain_stays_refused(machine: Machine) -> None:
    asked = from_fields("request_booking", a_request(date="2026-11-27"))
    machine.shared.hide()
    wish = machine.station.do(asked)
    machine.shared.show()
    machine.wait(days=2)
    with machine.station._database.write() as connection:
        later = t.outbox.update().where(t.outbox.c.command_id == wish.id)
        connection.execute(later.values(made_at=NOON + timedelta(days=2)))
    machine.station.exchange()
    assert machine.outcome(wish.id).reason == "too_soon"


def test_a_hub_whose_own_clock_jumps_decides_never_before_its_last_decision(machine: Machine) -> None:
    for wall in (NOON, NOON - timedelta(hours=1), EMPTY_BATTERY, NOON + timedelta(minutes=5)):
        machine.time.now = wall
        machine.station.do(HELP)
    times = [
        row.decided_at for row in sorted(machine.shared.stored(t.outcomes), key=lambda row: row.revision)
    ]
    assert times == sorted(times) and times[-1] == NOON + timedelta(minutes=5)
    assert machine.shared.wrongs() == []
