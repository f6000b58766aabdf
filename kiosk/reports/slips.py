"""Slips as pictures: 576 dots wide, black or white, as the printer will burn them."""

from kiosk.reports.booking_slip import booking_slip
from kiosk.reports.number_slip import number_slip
from kiosk.reports.paper import png_bytes

__all__ = ["booking_slip", "number_slip", "png_bytes"]
