"""How many commands are decided at once: as many as the others can wait for, and one by one where a batch would not go."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from db import tables as t
from db.engines import StoreAway, StoreTrouble
from kiosk.commands.tickets import CallHelp
from kiosk.sync import answering
from kiosk.sync.hub import StoreHub
from kiosk.sync.messages import Request
from tests.builders import MONDAY
from tests.stores import Shared

DISK_FULL = StoreTrouble("disk_full", store="-", why="-")
AWAY = StoreAway("store_unreachable", store="-", why="-")


@dataclass
class CountingHub:
    """A hub that counts the commands of each message, and fails with `trouble` wherever there are more than `most`."""

    hub: StoreHub
    sizes: list[int] = field(default_factory=list)
    trouble: StoreTrouble | None = None
    most: int = 0

    def reach(self) -> Any:
        return self.hub.reach()

    def exchange(self, request: Request) -> Any:
        self.sizes.append(len(request.commands))
        if self.trouble is not None and len(request.commands) > self.most:
            raise self.trouble
        return self.hub.exchange(request)

    def close(self) -> None:
        self.hub.close()


class Morning:
    """A kiosk whose clock goes on by a minute with each command; what is wished must wait."""

    def __init__(self, shared: Shared) -> None:
        self.shared, self.now = shared, MONDAY
        self.hub = CountingHub(StoreHub(shared.url, self._clock))
        self.station = shared.open("a", clock=self._clock, hub=self.hub)
        self.station.exchange()
        self.made: dict[str, datetime] = {}

    def _clock(self) -> datetime:
        return self.now

    def wish(self, count: int) -> None:
        self.hub.trouble, self.hub.most = AWAY, 0
        for _ in range(count):
            self.now += timedelta(minutes=1)
            self.made[self.station.do(CallHelp(page="home")).id] = self.now

    def meet(self, trouble: StoreTrouble | None, most: int = 0, times: int = 1) -> list[int]:
        """How many commands each message had."""
        self.hub.trouble, self.hub.most, self.hub.sizes = trouble, most, []
        for _ in range(times):
            self.now += timedelta(minutes=1)
            self.station.exchange()
        return self.hub.sizes

    def all_is_well(self) -> bool:
        with self.station._database.read() as connection:
            times = {row.id: row.made_at for row in connection.execute(select(t.help_calls))}
            waiting = connection.execute(select(t.outbox.c.n).where(t.outbox.c.state == "pending")).all()
        return times == self.made and not waiting and self.shared.wrongs() == []


@pytest.fixture
def morning(shared: Shared, monkeypatch: pytest.MonkeyPatch) -> Morning:
    monkeypatch.setattr(answering, "BATCH_SECONDS", 60)  # however slow the machine
    return Morning(shared)


def test_what_waited_goes_in_one_message(morning: Morning) -> None:
    morning.wish(5)
    assert morning.meet(None) == [5]
    assert morning.all_is_well()


def test_a_hub_whose_time_is_up_decides_at_least_one_and_gets_the_rest_again(
    morning: Morning, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "BATCH_SECONDS", 0)
    morning.wish(5)
    assert morning.meet(None) == [5, 2, 2, 2, 1]
    assert morning.all_is_well()


def test_a_batch_that_failed_three_times_goes_one_by_one_and_the_next_one_whole(morning: Morning) -> None:
    morning.wish(4)
    assert morning.meet(DISK_FULL, most=1, times=3) == [4, 4, 4]
    assert morning.meet(DISK_FULL, most=1) == [1, 1, 1, 1]
    morning.wish(3)
    assert morning.meet(None) == [3]
    assert morning.all_is_well()


def test_what_came_after_the_failed_batch_goes_with_others_again(morning: Morning) -> None:
    morning.wish(2)
    morning.meet(DISK_FULL, times=3)
    morning.wish(3)
    assert morning.meet(None) == [1, 1, 3]
    assert morning.all_is_well()


def test_two_failures_are_forgotten_when_it_goes_well(morning: Morning) -> None:
    for _ in range(2):
        morning.wish(3)
        assert morning.meet(DISK_FULL, times=2) == [3, 3]
        assert morning.meet(None) == [3]
    assert morning.all_is_well()


def test_a_hub_that_was_away_all_night_gets_the_whole_batch_in_the_morning(morning: Morning) -> None:
    morning.wish(6)
    assert morning.meet(AWAY, times=9) == [6] * 9
    assert morning.meet(None) == [6]
    assert morning.all_is_well()


@pytest.mark.parametrize("shared", ["file"], indirect=True)
def test_a_store_that_is_missing_has_seen_no_batch(morning: Morning) -> None:
    morning.wish(6)
    morning.shared.hide()
    assert morning.meet(None, times=4) == [6] * 4
    morning.shared.show()
    assert morning.meet(None) == [6]
    assert morning.all_is_well()


@pytest.mark.parametrize("shared", ["file"], indirect=True)
def test_a_disk_too_full_for_the_batch_takes_what_fits_and_loses_nothing(morning: Morning) -> None:
    morning.wish(40)
    store = morning.hub.hub._database.connection
    pages = store.exec_driver_sql("PRAGMA page_count").scalar_one()
    store.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    assert morning.meet(None, times=3) == [40, 40, 40]
    one_by_one = morning.meet(None)
    assert set(one_by_one) == {1} and 1 < len(one_by_one) < 40
    store.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert set(morning.meet(None)) == {1}
    assert morning.all_is_well()
