"""What did not work out is explained: after card and PIN, and at the slip."""

from typing import Any

from ui.tour.journey import Drive, journey
from ui.tour.journeys.library import LATE_CARD, identify

_OTHER_CARD, _TITLE = "5281639400", "9787540468422"


@journey("told_after_pin")
def told_after_pin(kiosk: Drive) -> None:
    """The room was somebody else's by then, and somebody waits for the book."""
    kiosk.promise_too_late(
        [("request_booking", _room("墨香社"), None), ("place_hold", {"title": _TITLE}, _OTHER_CARD)],
        [
            ("request_booking", _room("银龄读书会"), LATE_CARD),
            ("renew_loan", {"copy": "S0000001"}, LATE_CARD),
        ],
    )
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
    (answer,) = kiosk.promise_too_late(
        [("request_booking", _room("墨香社"), None)], [("request_booking", _room("银龄读书会"), None)]
    )
    kiosk.scan(answer.result["code"])
    kiosk.sees("没有约成")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.sees("办事取号")


def _room(party: str) -> dict[str, Any]:
    return {
        "room": "huiyishi", "date": "2026-12-02", "start": "14:00", "end": "15:30", "people": 12,
        "party": {"kind": "organisation", "name": party}, "contact_phone": "13490000002", "purpose": "读书",
    }  # fmt: skip
