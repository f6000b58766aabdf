"""好差评 at the slip: five faces, a thank-you, and a phone for whoever was not content."""

from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

import pytest

from kiosk.commands.station import Listing
from tests.ui.conftest import OpenKiosk
from ui import context
from ui.tour.journey import Drive
from ui.tour.journeys.slip import done_at_counter, on_station
from ui.viewmodels.slip_rating import SlipRating

FACES = {"非常满意": 5, "满意": 4, "基本满意": 3, "不满意": 2, "非常不满意": 1}


def ask(act: Callable[[Any], Any]) -> Any:
    answers: SimpleQueue[Any] = SimpleQueue()
    context.current().background.run(lambda station: answers.put(act(station)), lambda answer: None)
    return answers.get(timeout=10)


def ratings() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(lambda station: station.ask(Listing(what="ratings")))
    return found


def scan_finished(kiosk: Drive) -> str:
    code = on_station(done_at_counter)
    kiosk.scan(code)
    return code


@pytest.mark.parametrize(("face", "stars"), FACES.items())
def test_each_face_is_a_rating_of_its_own(kiosk: OpenKiosk, face: str, stars: int) -> None:
    shown = kiosk()
    scan_finished(shown)
    shown.sees("A001 号办得怎么样？")
    shown.tap(face)
    shown.sees("谢谢您")
    assert [one["stars"] for one in ratings()] == [stars]
    assert SlipRating.the()._unhappy is (stars <= 2)


def test_a_slip_is_rated_once(kiosk: OpenKiosk) -> None:
    shown = kiosk()
    code = scan_finished(shown)
    shown.tap("满意")
    shown.tap("知道了")
    shown.scan(code)
    shown.sees("办好了")
    assert not shown.can("满意")


def test_whoever_does_not_want_to_rate_goes_on(kiosk: OpenKiosk) -> None:
    shown = kiosk()
    scan_finished(shown)
    shown.tap("不评了")
    assert shown.page == "home" and ratings() == []


def test_whoever_was_not_content_leaves_a_phone_to_be_called(kiosk: OpenKiosk) -> None:
    shown = kiosk()
    scan_finished(shown)
    shown.tap("非常不满意")
    shown.sees("明天之内有人打给您，")
    shown.tap("留个电话")
    shown.digits("1380013800")
    assert not SlipRating.the()._phone_good
    shown.digits("0")
    shown.tap("就留这个电话")
    shown.sees("记下了：138****8000")


def test_the_next_slip_begins_with_nothing_of_the_last(kiosk: OpenKiosk) -> None:
    shown = kiosk()
    scan_finished(shown)
    shown.tap("不满意")
    scan_finished(shown)
    shown.sees("A002 号办得怎么样？")
    shown.tap("结束并清除")
    assert SlipRating.the()._ticket == ""
