"""A code as this terminal knows it, and as the hub knows it where this terminal does not."""

from datetime import datetime

from kiosk.commands.checkin import ReadCode
from kiosk.commands.records import CodeRead
from kiosk.domain.codes import CodeKind, CodeState
from kiosk.services.registry import Actor
from kiosk.station import Station

_NOT_FOUND = frozenset({CodeState.UNKNOWN, CodeState.NOT_HERE_YET})


def read_code(
    station: Station, text: str, actor: Actor | None = None, at: datetime | None = None
) -> CodeRead:
    """Whatever was scanned. What is in no row here is asked of the hub once, in one exchange: another terminal may have
    given it a moment ago, or this terminal be behind. Where the line is known to be cut nobody waits for that.

    A code says nothing of the station that gave it: another station's is unknown here.
    """
    question = ReadCode(text=text)
    read: CodeRead = station.ask(question, actor, at)
    if read.kind is CodeKind.FOREIGN or read.state not in _NOT_FOUND or not station.online:
        return read
    station.exchange()
    found: CodeRead = station.ask(question, actor, at)
    return found
