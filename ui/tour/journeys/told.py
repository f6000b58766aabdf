"""What did not work out is explained: after card and PIN, and at the slip."""

from collections.abc import Callable
from datetime import date
from queue import SimpleQueue
from typing import Any

from filelock import FileLock

from kiosk.commands.library import RenewLoan
from ui import context
from ui.tour.journey import Drive, journey
from ui.tour.journeys.library import LATE_CARD, identify
from ui.tour.journeys.slip import requested

_OTHER_CARD, _DAY = "5281639400", date(2026, 12, 2)
_ROOM = {
    "room": "huiyishi", "date": _DAY.isoformat(), "start": "14:00", "end": "15:30", "people": 12,
    "party": {"kind": "organisation", "name": "墨香社"}, "contact_phone": "13490000002", "purpose": "练字",
}  # fmt: skip


@journey("told_after_pin")
def told_after_pin(kiosk: Drive) -> None:
    """The room was somebody else's by then, and somebody waits for the book."""

    def others() -> None:
        kiosk.act_elsewhere("request_booking", _ROOM)
        kiosk.act_elsewhere("place_hold", {"title": "9787540468422"}, _OTHER_CARD)

    unheard(others, lambda station: wish(station, LATE_CARD))
    kiosk.tap("图书借还")
    kiosk.tap("我的借阅")
    identify(kiosk, LATE_CARD)
    kiosk.sees("有 2 件事没办成", "2 things not done")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.sees("我的借阅")
    kiosk.shot()


@journey("told_at_slip")
def told_at_slip(kiosk: Drive) -> None:
    answer = unheard(
        lambda: kiosk.act_elsewhere("request_booking", _ROOM), lambda station: requested(station, _DAY)
    )
    kiosk.scan(answer.result["code"])
    kiosk.sees("没有约成")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.sees("办事取号")


def wish(station: Any, card: str) -> None:
    """A room and one more month with the book."""
    actor = station.find_actor(card)
    requested(station, _DAY, actor=actor)
    station.do(RenewLoan(copy="S0000001"), actor)


def unheard(others: Callable[[], None], act: Callable[[Any], Any]) -> Any:
    """Others are first, and this terminal does not hear of it before it has acted; then the hub's word comes."""
    answers: SimpleQueue[Any] = SimpleQueue()

    def work(station: Any) -> None:
        with FileLock(
            station.folder.exchange_lock
        ):  # as if somebody else of this home were talking to the hub
            others()
            answer = act(station)
        station.exchange()
        answers.put(answer)

    context.current().background.run(work, lambda _: None, aside=True)
    return answers.get(timeout=30)
