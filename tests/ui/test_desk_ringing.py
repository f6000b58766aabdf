"""A call for help is heard at the desk."""

from kiosk.commands.tickets import CallHelp
from kiosk.domain.help_calls import SOFT
from tests.ui.conftest import OpenDesk
from ui.viewmodels.desk.ringing import Ringing
from ui.viewmodels.desk.today import Today


def test_a_call_rings_once_and_is_silent_when_somebody_goes(front: OpenDesk) -> None:
    desk = front("volunteer")
    desk.at_station(lambda station: station.do(CallHelp(page="kiosk/rooms/RoomsPage.qml")))
    Today.the().refresh()
    desk.waits_for("有人叫帮忙")
    bell = Ringing.the()
    assert (len(bell.rung), bell.last) == (1, SOFT)
    desk.tap("我去")
    desk.waits_until_gone("有人叫帮忙")
    bell.look()
    assert bell.rung == {}
