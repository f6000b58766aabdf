"""Telling people what was decided: whom to call, that they were told, that nobody answered."""

from typing import Annotated, Literal

import msgspec

from kiosk.commands.base import STAFF, Command, Question, Reference, command

Notices = Annotated[tuple[Reference, ...], msgspec.Meta(max_length=500)]


@command("tell_notice", by=STAFF, fact=True)
class TellNotice(Command, frozen=True):
    """They have been told."""

    notice: Reference


@command("untell_notice", by=STAFF)
class UntellNotice(Command, frozen=True):
    """Ticked by mistake: they still have to be told."""

    notice: Reference


@command("try_notice", by=STAFF, fact=True)
class TryNotice(Command, frozen=True):
    """Nobody answered the phone; it is tried again later."""

    notice: Reference


@command("open_notices", by=STAFF, fact=True)
class OpenNotices(Command, frozen=True):
    """Somebody looked at the full names and phones of these, on the screen or on a printed list."""

    notices: Notices


class NoticesToTell(Question, frozen=True):
    """-> records.NoticeList, names and phones masked.

    `show`: decisions that are to be told, tomorrow's bookings, overdue books, or what was told these days.
    """

    show: Literal["wait", "tomorrow", "overdue", "told"] = "wait"


class NoticesOpened(Question, frozen=True):
    """-> list[records.OpenNotice]: names, phones and details in full, for staff who have said open_notices."""

    notices: Notices
