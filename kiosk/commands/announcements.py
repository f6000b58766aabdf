"""Announcements in the hall: put up, changed, taken down."""

from datetime import date as Day

from kiosk.commands.base import STAFF, Command, Reference, ShortText, command


@command("post_announcement", by=STAFF)
class PostAnnouncement(Command, frozen=True):
    """Shown from `from_day` (today, if it is left out) to `until_day`, both included."""

    text: ShortText
    until_day: Day
    text_en: ShortText = ""
    from_day: Day | None = None


@command("change_announcement", by=STAFF)
class ChangeAnnouncement(Command, frozen=True):
    """A field that is left out stays as it was."""

    announcement: Reference
    text: ShortText | None = None
    text_en: ShortText | None = None
    from_day: Day | None = None
    until_day: Day | None = None


@command("withdraw_announcement", by=STAFF)
class WithdrawAnnouncement(Command, frozen=True):
    """Nobody sees it any more."""

    announcement: Reference


@command("restore_announcement", by=STAFF)
class RestoreAnnouncement(Command, frozen=True):
    """It was taken down by mistake."""

    announcement: Reference
