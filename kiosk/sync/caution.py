"""How many commands to send at once: those of a batch that failed three times go one by one.

Whatever stopped it (a full disk, a lost connection, a lock) was nobody's fault, and may be its size. Where the hub was
not reached at all, there was no batch.
"""

from dataclasses import dataclass, replace

from kiosk.sync.messages import Request

ENOUGH = 3


@dataclass
class Caution:
    """One home's, as long as its process lives."""

    failures: int = 0
    upto: int = 0
    """The last command (its n) of a batch that failed too often."""

    def limited(self, request: Request) -> Request:
        if not request.commands or request.commands[0].n > self.upto:
            return request
        return replace(request, commands=request.commands[:1], more=request.more or len(request.commands) > 1)

    def failed(self, request: Request) -> None:
        if len(request.commands) > 1:
            self.failures += 1
        if self.failures == ENOUGH:
            self.failures, self.upto = 0, request.commands[-1].n

    def went_well(self) -> None:
        self.failures = 0
