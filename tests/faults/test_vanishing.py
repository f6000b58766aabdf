"""The store goes away in the midst of an exchange, and comes back: nothing is lost, nothing is done twice."""

from collections.abc import Callable
from typing import Any

import pytest

from db import tables as t
from kiosk.commands.base import from_fields
from kiosk.commands.tickets import CallHelp
from kiosk.sync import answering
from kiosk.sync.hub import StoreHub
from tests.faults.processes import AT
from tests.stores import Shared

COUNT = 12


class Vanishing(StoreHub):
    """Something befalls the store before or after the n-th message."""

    def __init__(self, url: str, befall: Callable[[], None], when: str, n: int) -> None:
        super().__init__(url)
        self._befall, self._when, self._left = befall, when, n

    def exchange(self, request: Any) -> Any:
        self._left -= 1
        if self._left == 0 and self._when == "before":
            self._befall()
        reply = super().exchange(request)
        if self._left == 0 and self._when == "after":
            self._befall()
        return reply


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("n", [1, 3])
def test_a_store_that_goes_between_two_messages_gets_the_rest_when_it_is_back(
    shared: Shared, monkeypatch: pytest.MonkeyPatch, when: str, n: int
) -> None:
    monkeypatch.setattr(answering, "BATCH_SECONDS", 0)  # so that there are many messages
    station = shared["a"]
    shared.hide()
    kept = [station.do(CallHelp(page=str(k)), at=AT).id for k in range(COUNT)]
    shared.show()
    station = shared.open("a", hub=Vanishing(shared.url, shared.hide, when, n))
    station.exchange()
    assert not station.online
    assert station.do(CallHelp(page="still at work"), at=AT).status == "pending"
    shared.show()
    station = shared.open("a")
    station.exchange()
    assert station.online
    order = [row.id for row in sorted(shared.stored(t.outcomes), key=lambda row: row.revision)]
    assert [key for key in order if key in kept] == kept
    assert len(shared.stored(t.help_calls)) == COUNT + 1
    assert shared.wrongs() == []


@pytest.mark.parametrize("shared", ["schema"], indirect=True)
@pytest.mark.parametrize("n", [1, 2, 4])
def test_a_server_that_ends_the_connection_under_the_lock_leaves_no_half(
    shared: Shared, monkeypatch: pytest.MonkeyPatch, n: int
) -> None:
    station, decide = shared["a"], answering.Batch._decide_one
    shared.hide()
    for k in range(COUNT):
        station.do(from_fields("call_help", {"page": str(k)}), at=AT)
    shared.show()
    left = n

    def ended(self: Any, sent: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            shared.end_connections()
        return decide(self, sent)

    monkeypatch.setattr(answering, "BATCH_SECONDS", 60)
    monkeypatch.setattr(answering.Batch, "_decide_one", ended)
    station.exchange()
    assert station.trouble is not None and station.trouble.key == "store_unreachable"
    assert shared.stored(t.help_calls) == []
    assert len(station.exchange()) == COUNT and station.online
    assert shared.wrongs() == []
