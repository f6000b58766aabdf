"""What everybody in the hall is told: handlers, and the list for the desk."""

from typing import Any

from db import announcements as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.announcements import (
    ChangeAnnouncement,
    PostAnnouncement,
    RestoreAnnouncement,
    WithdrawAnnouncement,
)
from kiosk.commands.base import STAFF
from kiosk.commands.desk_lists import DeskList
from kiosk.domain.announcements import judge, state_of
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.search_keys import normal
from kiosk.services.registry import Asking, Made, handles, lists, pages

_FIELDS = ("text", "text_en", "from_day", "until_day")
_ORDERS = {"from": ("from_day", "until_day"), "until": ("until_day", "from_day")}


@handles(PostAnnouncement)
def post_announcement(work: Work, wish: PostAnnouncement, made: Made) -> Outcome:
    today = made.made_at.date()
    judged = judge(wish.text, wish.text_en, wish.from_day or today, wish.until_day, today)
    if isinstance(judged, Refused):
        return judged
    values = {name: getattr(judged, name) for name in _FIELDS}
    work.add(t.announcements, made.id, posted_at=made.made_at, posted_by=made.actor.id, **values)
    return Accepted({"announcement": made.id})


@handles(ChangeAnnouncement)
def change_announcement(work: Work, wish: ChangeAnnouncement, made: Made) -> Outcome:
    row = _standing(work, wish.announcement, withdrawn=False)
    if isinstance(row, Refused):
        return row
    before = {name: getattr(row, name) for name in _FIELDS}
    said = {name: value for name in _FIELDS if (value := getattr(wish, name)) is not None}
    judged = judge(**(before | said), today=made.made_at.date())
    if isinstance(judged, Refused):
        return judged
    changed = {name: getattr(judged, name) for name in _FIELDS if getattr(judged, name) != before[name]}
    if not changed:
        return Refused.because(Reason.ALREADY_DONE)
    work.change(t.announcements, row.id, **changed)
    return Accepted({"announcement": row.id, "before": {name: _plain(before[name]) for name in changed}})


@handles(WithdrawAnnouncement)
def withdraw_announcement(work: Work, wish: WithdrawAnnouncement, made: Made) -> Outcome:
    row = _standing(work, wish.announcement, withdrawn=False, at_hub=made.at_hub)
    if isinstance(row, Refused):
        return row
    if row.withdrawn_at is None:
        work.change(t.announcements, row.id, withdrawn_at=made.made_at)
    return Accepted({"announcement": row.id})


@handles(RestoreAnnouncement)
def restore_announcement(work: Work, wish: RestoreAnnouncement, made: Made) -> Outcome:
    row = _standing(work, wish.announcement, withdrawn=True, at_hub=made.at_hub)
    if isinstance(row, Refused):
        return row
    if row.withdrawn_at is not None:
        work.change(t.announcements, row.id, withdrawn_at=None)
    return Accepted({"announcement": row.id})


@pages("announcements", by=STAFF)
def announcements_page(work: Work, asked: DeskList, asking: Asking) -> r.DeskPage:
    """`which`: a state, else all."""
    q, which = normal(asked.q), asked.where.get("which")
    found = [_row(work, row, asking) for row in rows.announcements(work)]
    found = [one for one in found if q in normal(one.text + one.text_en) and which in (None, one.state)]
    if order := _ORDERS.get(asked.sort):
        found.sort(key=lambda one: [getattr(one, name) for name in order], reverse=asked.down)
    part = found[asked.offset : asked.offset + asked.limit]
    return r.DeskPage(total=len(found), rows=tuple(part))


@lists("announcements")
def list_announcements(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """What the hall is told, was told and will be told."""
    found = (_row(work, row, asking) for row in rows.announcements(work))
    return [
        {"id": one.id, "state": one.state.value, "pending": one.pending}
        | {name: _plain(getattr(one, name)) for name in _FIELDS}
        for one in found
    ]


def _standing(work: Work, key: str, *, withdrawn: bool, at_hub: bool = False) -> AnyRow | Refused:
    """The row in the state that a wish needs. Where two desks have wished the same, neither need hear of the other."""
    row = work.row(t.announcements, key)
    if row is None:
        return Refused.because(Reason.UNKNOWN_ANNOUNCEMENT)
    if (row.withdrawn_at is not None) != withdrawn and not at_hub:
        return Refused.because(Reason.ALREADY_DONE if not withdrawn else Reason.WRONG_STATE)
    return row


def _row(work: Work, row: AnyRow, asking: Asking) -> r.AnnouncementRow:
    by = work.book.get(t.operators, row.posted_by)
    state = state_of(
        row.from_day, row.until_day, withdrawn=row.withdrawn_at is not None, today=asking.now.date()
    )
    return r.AnnouncementRow(
        id=row.id, text=row.text, text_en=row.text_en, from_day=row.from_day, until_day=row.until_day, state=state,
        posted_at=row.posted_at, posted_by=by.name if by else "", pending=asking.is_pending("announcements", row.id),
    )  # fmt: skip


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else str(value.isoformat())
