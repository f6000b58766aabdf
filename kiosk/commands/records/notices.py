"""Whom to tell what."""

from datetime import datetime
from typing import Any

from kiosk.commands.records.base import Record
from kiosk.domain.notices import Notice


class NoticeLine(Record, frozen=True):
    """`who` and `phone` are masked, `phone` is empty where none is known; `detail` fills the sentence of `what`.

    `since`: when it was decided. `tries`: how often nobody answered.
    """

    id: str
    what: Notice
    who: str
    phone: str
    detail: dict[str, Any]
    since: datetime
    tries: int = 0
    tried_at: datetime | None = None
    told_at: datetime | None = None
    pending: bool = False


class NoticeList(Record, frozen=True):
    """`counts`: how many lines each list has, by its name."""

    rows: tuple[NoticeLine, ...]
    counts: dict[str, int]


class OpenNotice(Record, frozen=True):
    """As a line, not masked."""

    id: str
    what: Notice
    who: str
    phone: str
    detail: dict[str, Any]
