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
from kiosk.commands.records.library import Copy, CopyFound, Loan, Location, Title, TitlesFound
from kiosk.commands.records.people import CardHolder, Identified
from kiosk.commands.records.slips import Explained, Slip
from kiosk.commands.records.tickets import (
    Area,
    Attachment,
    Call,
    Choice,
    FormField,
    Item,
    Material,
    NumberSlip,
    Queue,
    Ticket,
)

__all__ = [
    "Area",
    "Attachment",
    "Booking",
    "BookingRules",
    "BookingSlip",
    "Call",
    "CardHolder",
    "Choice",
    "Copy",
    "CopyFound",
    "Day",
    "Explained",
    "FormField",
    "HomePage",
    "Identified",
    "Item",
    "Loan",
    "Location",
    "Material",
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
