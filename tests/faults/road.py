"""The road between a terminal and its hub: it loses, doubles, delays and cuts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from db.engines import StoreTrouble
from kiosk.sync.hub import StoreHub

WEATHER = ("cut", "lose", "double", "late")


@dataclass
class Road:
    """The hub as a terminal meets it on a bad line; `weather` says what befalls the next messages."""

    hub: StoreHub
    weather: list[str] = field(default_factory=list)
    kept: Any = None

    def reach(self) -> Any:
        return self.hub.reach()

    def exchange(self, request: Any) -> Any:
        kept, self.kept = self.kept, request
        return self._through(lambda: self.hub.exchange(request), lambda: kept and self.hub.exchange(kept))

    def join(self, joining: Any) -> Any:
        return self._through(lambda: self.hub.join(joining))

    def report(self, report: Any) -> Any:
        return self._through(lambda: self.hub.report(report))

    def walk(self, walk: Any) -> Any:
        return self._through(lambda: self.hub.walk(walk))

    def keep_house(self, now: Any, most: Any) -> Any:
        return self.hub.keep_house(now, most)

    def close(self) -> None:
        self.hub.close()

    def _through(self, send: Callable[[], Any], send_the_last: Callable[[], Any] = lambda: None) -> Any:
        weather = self.weather.pop(0) if self.weather else "fair"
        if weather == "cut":
            raise StoreTrouble("store_unreachable", store="-", why="cut")
        if weather == "late":
            send_the_last()
        reply = send()
        if weather == "double":
            reply = send()
        if weather == "lose":
            raise StoreTrouble("store_unreachable", store="-", why="the reply was lost")
        return reply
