"""Policies and opening hours as the manager sets them: data, by which the very next wish is judged."""

from collections.abc import Mapping
from typing import Any

import msgspec

from db import tables as t
from db.work import Work
from kiosk.commands.rules import SetHours, SetPolicy, as_kept
from kiosk.domain.booking_policy import DEFAULT_DATA
from kiosk.domain.hours import judge_week
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import CardKind
from kiosk.domain.reasons import Reason
from kiosk.domain.settings import LOAN_OF_CARD, LOAN_OF_KIND, SETTINGS, Setting, judge_booking, judge_numbers
from kiosk.domain.states import HoursOf, Topic
from kiosk.domain.station_names import read_code
from kiosk.services.registry import Asking, Completed, Drawer, Made, completes, handles, lists
from kiosk.services.station_parts import SAME

Numbers = dict[str, Any]


@completes(SetPolicy)
@completes(SetHours)
def know_room(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    if wish.room is None:
        return Completed(wish)
    row = work.book.find(t.rooms, wish.room)
    if row is None:
        return Refused.because(Reason.UNKNOWN_ROOM, room=wish.room)
    return Completed(msgspec.structs.replace(wish, room=row.id))


@handles(SetPolicy)
def set_policy(work: Work, wish: SetPolicy, made: Made) -> Outcome:
    known = _known(work, wish)
    if isinstance(known, Refused):
        return known
    if set(wish.drop) - {one.key for one in known}:
        return Refused.because(Reason.BAD_SETTING)
    if refused := judge_numbers(known, wish.numbers):
        return refused
    scope = wish.room or "station"
    kept = _kept(work, wish.topic, scope)
    before = _layer(kept, wish)
    after = {name: value for name, value in (before | wish.numbers).items() if name not in wish.drop}
    is_new_kind = wish.copy_kind is not None and wish.copy_kind not in kept.get("kinds", {})
    if after == before and not is_new_kind:
        return SAME
    if wish.topic is Topic.BOOKING and (refused := _judge_days(work, wish.room, after)):
        return refused
    _keep(work, wish.topic, scope, _with_layer(kept, wish, after))
    return Accepted({"topic": wish.topic.value, "scope": scope})


def _known(work: Work, wish: SetPolicy) -> tuple[Setting, ...] | Refused:
    """What may be set there; booking rules of a room, lending rules of a kind of card or book, all else the station's."""
    named = [name for name in ("room", "card_kind", "copy_kind") if getattr(wish, name) is not None]
    allowed = {Topic.BOOKING: {"room"}, Topic.LOAN: {"card_kind", "copy_kind"}}.get(wish.topic, set())
    if len(named) > 1 or set(named) - allowed:
        return Refused.because(Reason.BAD_SETTING)
    if wish.room is not None and work.book.get(t.rooms, wish.room) is None:
        return Refused.because(Reason.UNKNOWN_ROOM)
    if wish.card_kind is not None:
        return LOAN_OF_CARD if wish.card_kind in set(CardKind) else Refused.because(Reason.BAD_SETTING)
    if wish.copy_kind is not None:
        code = read_code(wish.copy_kind)
        return LOAN_OF_KIND if code == wish.copy_kind else Refused.because(Reason.BAD_CODE)
    return SETTINGS[wish.topic]


def _layer(kept: Mapping[str, Any], wish: SetPolicy) -> Numbers:
    """The numbers that are meant: all of the row's, or those of one kind in it."""
    if wish.card_kind is not None:
        return dict(kept.get("cards", {}).get(wish.card_kind, {}))
    if wish.copy_kind is not None:
        return dict(kept.get("kinds", {}).get(wish.copy_kind, {}))
    return dict(kept)


def _with_layer(kept: Mapping[str, Any], wish: SetPolicy, layer: Numbers) -> Numbers:
    """A kind of card without rules of its own is gone; a kind of book stays a kind."""
    if wish.card_kind is not None:
        others = {kind: own for kind, own in kept.get("cards", {}).items() if kind != wish.card_kind}
        return {**kept, "cards": others | ({wish.card_kind: layer} if layer else {})}
    if wish.copy_kind is not None:
        return {**kept, "kinds": {**kept.get("kinds", {}), wish.copy_kind: layer}}
    return layer


def _kept(work: Work, topic: Topic, scope: str) -> Numbers:
    """The numbers of that scope itself."""
    row = work.book.policy(topic, scope)
    return dict(row.numbers) if row is not None else {}


def _judge_days(work: Work, room: str | None, after: Numbers) -> Refused | None:
    below = work.book.numbers("booking") if room else {}
    return judge_booking({**DEFAULT_DATA, **below, **after})


def _keep(work: Work, topic: Topic, scope: str, numbers: Numbers) -> None:
    row = work.book.policy(topic, scope)
    if row is not None:
        work.change(t.policies, row.id, numbers=numbers)
    else:
        work.add(t.policies, f"policy:{topic.value}:{scope}", topic=topic.value, scope=scope, numbers=numbers)


@handles(SetHours)
def set_hours(work: Work, wish: SetHours, made: Made) -> Outcome:
    if (wish.room is not None) is not (wish.whose is HoursOf.ROOM):
        return Refused.because(Reason.UNKNOWN_ROOM)
    hours = as_kept(wish.hours)
    if refused := _judge_hours(wish, hours):
        return refused
    if wish.room is not None:
        return _set_rooms(work, wish.room, hours)
    station = work.book.station
    if station.hours.get(wish.whose.value) == hours:
        return SAME
    work.change(t.station, station.id, hours={**station.hours, wish.whose.value: hours})
    return Accepted({"whose": wish.whose.value})


def _set_rooms(work: Work, room: str, hours: dict[str, list[str]] | None) -> Outcome:
    row = work.book.get(t.rooms, room)
    if row is None:
        return Refused.because(Reason.UNKNOWN_ROOM)
    if row.hours == hours:
        return SAME
    work.change(t.rooms, room, hours=hours)
    return Accepted({"whose": HoursOf.ROOM.value, "room": room})


def _judge_hours(wish: SetHours, hours: dict[str, list[str]] | None) -> Refused | None:
    """The house itself has no others to follow, and is open some time of the week."""
    if hours is None:
        return None if wish.whose is HoursOf.ROOM else Refused.because(Reason.BAD_SETTING)
    if refused := judge_week(hours):
        return refused
    weekdays = [hours.get(day, hours.get("every_day", [])) for day in "1234567"]
    is_ever_open = any(weekdays) or wish.whose is HoursOf.ROOM
    return None if is_ever_open else Refused.because(Reason.BAD_SETTING)


@lists("hours")
def list_hours(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """Whose opening hours, by day; a room that follows the station has none of its own."""
    house = work.book.station.hours
    own = [{"whose": whose, "room": None, "hours": house[whose]} for whose in HoursOf if whose in house]
    rooms = [
        {"whose": HoursOf.ROOM.value, "room": row.code, "hours": row.hours or None}
        for row in work.book.all(t.rooms)
        if row.active
    ]
    return own + rooms
