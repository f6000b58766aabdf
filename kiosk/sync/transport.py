"""Whoever decides, as a home sees it: in this process by the store's URL; a hub on the LAN will stand behind the same."""

from datetime import datetime
from typing import Any, Protocol

from db.contents import Piece
from kiosk.sync import messages as m
from kiosk.sync.messages import Declined, Reply, Request


class Hub(Protocol):
    """Whoever decides. All raise StoreTrouble when it cannot be reached."""

    def reach(self) -> Any: ...

    def news(self, seconds: float) -> bool:
        """Whether somebody else has changed something; False after so many seconds."""
        ...

    def exchange(self, request: Request) -> Reply | Declined: ...

    def join(self, joining: m.Joining) -> m.Joined | Declined: ...

    def report(self, report: m.Report) -> m.Reported | Declined: ...

    def walk(self, walk: m.Walk) -> m.Stride | Declined: ...

    def keep_house(self, at: datetime | None, most: int | None) -> dict[str, int]: ...

    def keep_content(self, piece: Piece, data: bytes) -> None:
        """A piece of what somebody attached; it counts once."""
        ...

    def content(self, content_hash: str) -> bytes | None: ...

    def terminals(self) -> list[Any]:
        """Every terminal as it was last seen."""
        ...

    def close(self) -> None: ...
