"""The local services: one file each, with its handlers and its answers to questions."""

from importlib import import_module

SERVICES = ("station", "people", "tickets", "bookings", "library", "checkin", "listings")


def load_services() -> None:
    """Enter every service's handlers and answers into the registry."""
    for name in SERVICES:
        import_module(f"kiosk.services.{name}")
