"""Records as slips are given them."""

from datetime import date, datetime
from typing import Any

from kiosk.commands.records import Booking, BookingRules, BookingSlip, Material, NumberSlip
from kiosk.domain.states import BookingState, Mode, PartyKind

CODE = "YZ1:MFRGGZDFMZTWQ2LKNNWG23TPOA"
STATION = {
    "station": "华垦社区党群服务驿站",
    "station_en": "Huaken Community Service Station",
    "terminal": "A",
    "place": "一楼大厅",
    "opens": "8:30",
    "closes": "21:00",
}


def a_number_slip(**changes: Any) -> NumberSlip:
    usual: dict[str, Any] = {
        "number": "A012",
        "pending": False,
        "ahead": 3,
        "minutes": 12,
        "item": "高龄补贴申请",
        "item_en": "Age 80+ allowance",
        "made_at": datetime(2026, 11, 23, 9, 41),
        "materials": (Material(name="身份证原件", name_en="Identity card"),),
        "mode": Mode.COUNTER,
        "due": date(2026, 12, 1),
        "promised_days": 5,
    }
    return NumberSlip(**(STATION | usual | changes))


def a_booking(**changes: Any) -> Booking:
    usual: dict[str, Any] = {
        "id": "b",
        "number": "AB0012",
        "room": "huiyishi",
        "room_id": "r",
        "room_name": "党群会议室",
        "room_name_en": "Community meeting room",
        "date": date(2026, 11, 26),
        "start": 840,
        "end": 1020,
        "status": BookingState.REQUESTED,
        "pending": False,
        "party_kind": PartyKind.PERSON,
        "party": "",
        "people": 12,
        "made_at": datetime(2026, 11, 23, 9, 41),
        "decide_by": datetime(2026, 11, 24, 17),
        "expires_at": datetime(2026, 11, 25, 17),
        "unofficial": False,
    }
    return Booking(**(usual | changes))


def a_booking_slip(**changes: Any) -> BookingSlip:
    rules = BookingRules(
        late_cancel_hours=24,
        strikes_limit=2,
        strikes_days=90,
        suspend_days=30,
        check_in_before=30,
        check_in_after=15,
    )
    way, way_en = "进门右手边第二间", "Second room on the right"
    return BookingSlip(booking=a_booking(**changes), way=way, way_en=way_en, rules=rules, **STATION)
