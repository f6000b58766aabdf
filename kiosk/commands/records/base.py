"""The frame of every record."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Something to show."""
