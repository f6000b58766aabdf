"""What stands on the label of a book."""

from kiosk.commands.records.base import Record


class CopyLabel(Record, frozen=True):
    number: str
    title: str
    class_number: str
    shelf: str
    location: str
