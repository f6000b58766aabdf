"""What screens are shown: frozen records, with both languages where the station's own data is read out."""

from kiosk.commands.records.base import Record
from kiosk.commands.records.bookings import (
    Booking,
    BookingRules,
    BookingSlip,
    Day,
    PartyChoice,
    Room,
    RoomDays,
    Slot,
)
from kiosk.commands.records.home import HomePage, SyncState
from kiosk.commands.records.labels import CopyLabel
from kiosk.commands.records.library import (
    Copy,
    CopyFound,
    Facets,
    Hold,
    Loan,
    Location,
    MainClass,
    Title,
    TitlesFound,
)
from kiosk.commands.records.people import (
    CardHolder,
    Identified,
    Kept,
    MyHold,
    MyMembership,
    MyPage,
    MyStrike,
    MyWish,
)
from kiosk.commands.records.slips import Explained, Slip
from kiosk.commands.records.tickets import Area, Choice, FormField, Item, Material, NumberSlip, Queue, Ticket

__all__ = [
    "Area",
    "Booking",
    "BookingRules",
    "BookingSlip",
    "CardHolder",
    "Choice",
    "Copy",
    "CopyFound",
    "CopyLabel",
    "Day",
    "Explained",
    "Facets",
    "FormField",
    "Hold",
    "HomePage",
    "Identified",
    "Item",
    "Kept",
    "Loan",
    "Location",
    "MainClass",
    "Material",
    "MyHold",
    "MyMembership",
    "MyPage",
    "MyStrike",
    "MyWish",
    "NumberSlip",
    "PartyChoice",
    "Queue",
    "Record",
    "Room",
    "RoomDays",
    "Slip",
    "Slot",
    "SyncState",
    "Ticket",
    "Title",
    "TitlesFound",
]
