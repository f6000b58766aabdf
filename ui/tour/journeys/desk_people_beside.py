"""Duplicates: two records beside each other before they become one."""

from typing import Any

from kiosk.commands.base import from_fields
from ui.tour.journey import Drive, journey
from ui.tour.journeys.desk import sign_in_as

_AGAIN = {
    "name": "王卦试", "phone": "13490000006", "birth_month": "1958-04", "consent": "zh-1",
}  # fmt: skip


def register_again(desk: Drive) -> None:
    """Somebody who is there already gets a second record, and uses it."""

    def act(station: Any) -> None:
        manager = station.find_actor("manager")
        card = station.do(from_fields("register_resident", _AGAIN), manager).result["card"]
        for kind, fields in (
            ("check_out_copy", {"copy": "S0000005", "resident": card}),
            ("add_membership", {"resident": card, "organisation": "墨香社", "tags": ["calligraphy"]}),
            ("open_ticket", {"item": "gaoling", "resident": card}),
        ):
            answer = station.do(from_fields(kind, fields), manager)
            assert answer.status == "accepted", answer

    desk.at_station(act)


@journey("desk_merge", who="desk")
def merge(desk: Drive) -> None:
    """M, who the other one is, then both beside each other, the other way round, and one."""
    sign_in_as(desk, "clerk")
    register_again(desk)
    desk.hit("/")
    desk.write("王挂")
    desk.hit("Return")
    desk.sees("可能是同一个人")
    before = desk.touches
    desk.hit("M")
    desk.sees("另一条是谁")
    desk.shot()
    desk.write("王卦")
    desk.hit("Return")
    desk.waits_for("合并以后")
    desk.shot()
    desk.hit("X")
    desk.sees("1958-04")
    desk.shot()
    desk.tap("合并成一个人")
    desk.sees("合并成一个人了")
    desk.shot()
    assert desk.touches - before <= 4
