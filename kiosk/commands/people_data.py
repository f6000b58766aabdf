"""What the station keeps of people: consent, guardians, corrections, erasure, two rows of one person, memberships."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from kiosk.commands.base import OWNER, STAFF, Command, Question, Reference, ShortText, command
from kiosk.commands.people import BirthMonth

Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,29}$")]
Tags = Annotated[tuple[Slug, ...], msgspec.Meta(max_length=20)]
Correctable = Literal["name", "phone", "birth_month", "other"]


@command("record_consent", by=STAFF | OWNER)
class RecordConsent(Command, frozen=True):
    """Somebody agreed to this text, now."""

    consent: ShortText
    resident: Reference | None = None


@command("withdraw_consent", by=STAFF | OWNER)
class WithdrawConsent(Command, frozen=True):
    """Their cards rest until they agree again."""

    resident: Reference | None = None


@command("set_guardian", by=STAFF)
class SetGuardian(Command, frozen=True):
    resident: Reference
    guardian: Reference


@command("merge_residents", by=STAFF, needs_hub=True)
class MergeResidents(Command, frozen=True):
    """`resident` and `other` are one person: all that is the other's goes to the first, and so does who names it."""

    resident: Reference
    other: Reference


@command("correct_details", by=STAFF | OWNER)
class CorrectDetails(Command, frozen=True):
    """What is given takes the place of what was; an empty phone removes it. Residents correct their phone alone."""

    resident: Reference | None = None
    name: ShortText | None = None
    phone: ShortText | None = None
    birth_month: BirthMonth | None = None


@command("request_correction", by=STAFF | OWNER)
class RequestCorrection(Command, frozen=True):
    """Something is wrong that the desk must see papers for; correct_details answers it."""

    what: Correctable
    resident: Reference | None = None


@command("request_erasure", by=STAFF | OWNER)
class RequestErasure(Command, frozen=True):
    """A person wishes their data gone; erase_resident answers it."""

    resident: Reference | None = None


@command("withdraw_data_wish", by=STAFF | OWNER)
class WithdrawDataWish(Command, frozen=True):
    """A wish for erasure or correction is wished no longer."""

    wish: Reference


@command("add_membership", by=STAFF)
class AddMembership(Command, frozen=True):
    """`from_day` is today if not said; `until_day` is the last day."""

    resident: Reference
    organisation: Reference
    role: Slug = "member"
    from_day: date | None = None
    until_day: date | None = None
    tags: Tags = ()


@command("end_membership", by=STAFF)
class EndMembership(Command, frozen=True):
    """`until_day` is the last day, today if not said."""

    membership: Reference
    until_day: date | None = None


class MyPage(Question, frozen=True):
    """-> records.MyPage | None: what a resident has here; their own, or anyone's for staff."""

    resident: str


class KeptOf(Question, frozen=True):
    """-> list[records.Kept]: every kind of data that is kept of a resident, what for and until when."""

    resident: str
