"""What 我的借阅 says of the books one waits for."""

from dataclasses import dataclass

from kiosk.commands import records
from ui.viewmodels.days import short_day
from ui.words import say


@dataclass(frozen=True, slots=True)
class HoldRow:
    """`place` is where one stands in the queue, or that it can be fetched; `words` what comes next."""

    id: str
    title: str
    place: str
    tone: str
    icon: str
    words: str
    reader: str
    pending: bool


def hold_row(hold: records.Hold) -> HoldRow:
    place, tone, icon = place_words(hold.position)
    until = hold.ready_until
    words = say("%1 前到服务台取", short_day(until)) if until else say("还回来就给您留着")
    return HoldRow(
        id=hold.id, title=hold.title, place=place, tone=tone, icon=icon, words=words, reader=hold.reader,
        pending=hold.pending,
    )  # fmt: skip


def place_words(position: int) -> tuple[str, str, str]:
    """Words, tone, icon; 0: it lies ready."""
    if position == 0:
        return say("可以来取了"), "good", "package-check"
    return say("排第 %1 位", position), "wait", "clock"
