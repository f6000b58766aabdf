"""What of the room's equipment is needed: ticked in passing, sent along, and dropped where another room does not have it."""

from pathlib import Path
from queue import SimpleQueue
from typing import Any

from kiosk.commands.station import Listing
from kiosk.config import HomeFolder
from tests.fakes import FakeAnswer
from tests.ui.conftest import OpenKiosk
from tests.ui.test_rooms_pages import Refusing, choose_slots, request_as_person
from ui import context
from ui.tour.journey import Drive
from ui.tour.journeys.rooms import someone_else_is_quicker
from ui.viewmodels.room_things import RoomThings
from ui.viewmodels.shell import Shell


def test_what_of_the_room_is_needed_goes_with_the_request(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    go_on_to_purpose(drive)
    for thing in ("投影", "话筒 ×2", "投影"):
        drive.tap(thing)
    drive.tap("下一步")
    drive.sees("话筒 ×2")
    drive.tap("同意并提交")
    drive.sees("已提交，待审核")
    assert last_booking()["equipment"] == {"话筒": 2}


def test_whoever_needs_nothing_touches_nothing_more(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    request_as_person(drive)
    assert drive.touches - len("13490000009") == 10  # home, room and eight more
    assert last_booking()["equipment"] == {}


def test_what_another_room_does_not_have_is_said_and_not_asked_for(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    someone_else_is_quicker()
    go_on_to_purpose(drive)
    drive.tap("投影")
    drive.tap("下一步")
    drive.tap("同意并提交")
    drive.tap("党建活动区")
    drive.sees("没有投影")
    drive.tap("同意并提交")
    drive.sees("已提交，待审核")
    assert last_booking()["equipment"] == {}


def test_a_thing_that_is_gone_meanwhile_leads_back_to_the_choice(kiosk: OpenKiosk, tmp_path: Path) -> None:
    gone = FakeAnswer(status="refused", reason="not_equipped", detail={"thing": "投影", "count": 0})
    drive = kiosk(lambda: Refusing(HomeFolder(tmp_path / "home"), gone))
    request_as_person(drive)
    drive.tap("改要用的东西")
    assert drive.page == "rooms.purpose"


def test_the_large_version_asks_for_things_beside_the_people(kiosk: OpenKiosk) -> None:
    drive = kiosk(large=True)
    Shell.the().open("kiosk/rooms/RoomsPage.qml")
    drive.tap("党群会议室")
    Shell.the().open("kiosk/rooms/PeoplePage.qml")
    drive.tap("白板")
    assert [thing.name for thing in RoomThings.the().things] == ["白板"]
    drive.tap("结束并清除")
    assert RoomThings.the().things == () and RoomThings.the()._rows.rowCount() == 0


def go_on_to_purpose(drive: Drive) -> None:
    drive.tap("下一步：14:00–15:30")
    drive.tap("个人或家庭")
    drive.digits("13490000009")
    drive.tap("下一步")
    drive.tap("开会")


def last_booking() -> dict[str, Any]:
    """As the desk reads it."""
    done: SimpleQueue[Any] = SimpleQueue()
    question = Listing(what="bookings")
    context.current().background.run(
        lambda station: done.put(station.ask(question, station.find_actor("clerk"))), lambda _: None
    )
    return dict(max(done.get(timeout=20), key=lambda row: str(row["number"])))
