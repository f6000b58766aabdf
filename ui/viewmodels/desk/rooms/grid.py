"""The week as a grid of cells: all rooms (a row each), or one room (a row for each of its times)."""

from collections import defaultdict
from datetime import date
from typing import Any

from kiosk.commands import records as r
from kiosk.domain.occupation import overlaps
from kiosk.domain.states import BookingState, Why
from kiosk.domain.times import at
from ui import context
from ui.viewmodels.days import minute_words, span_words
from ui.viewmodels.desk.rooms.words import SHORT, room_words
from ui.words import say

WIDEST = 14
"""Half widths of a party's name that fit into a cell of one room's week, on two lines."""
_TONES = {
    BookingState.REQUESTED: "wait", BookingState.APPROVED: "good", BookingState.CHECKED_IN: "used",
    BookingState.COMPLETED: "done", BookingState.NO_SHOW: "error",
}  # fmt: skip
_WHYS = {Why.CLASS: "课程", Why.MAINTENANCE: "检修"}
Span = tuple[int, int]


def lines_of(week: r.RoomWeek, room: r.DeskRoom | None) -> list[dict[str, Any]]:
    places = Places(week)
    if room is None:
        return [
            {
                "label": room_words(one.name, one.name_en),
                "cells": [_day_cell(places, one, day) for day in week.days],
            }
            for one in week.rooms
        ]
    return [
        {"label": span_words(*slot), "cells": [_slot_cell(places, room, day, slot) for day in week.days]}
        for slot in room.slots
    ]


class Places:
    """What is in a week, by room and day: a grid asks it for each of its cells."""

    def __init__(self, week: r.RoomWeek) -> None:
        self.week = week
        self._there: defaultdict[tuple[str, date], list[r.RoomBlock]] = defaultdict(list)
        for block in week.blocks:
            for room in block.rooms:
                self._there[room, block.day].append(block)

    def at(self, room: str, day: date, span: Span) -> list[r.RoomBlock]:
        return [one for one in self._there.get((room, day), ()) if overlaps(span, (one.start, one.end))]


def entries_of(
    week: r.RoomWeek, room: r.DeskRoom, day: r.DeskDay, slots: tuple[Span, ...]
) -> list[dict[str, Any]]:
    """What is in these times, and which of them are free; for a list beside the grid."""
    places = Places(week)
    found: list[dict[str, Any]] = []
    for slot in slots:
        blocks = places.at(room.id, day.date, slot)
        if not blocks:
            found.append(_entry("free", "", slot, say(_without(week, room, day, slot)), "free"))
        for one in blocks:
            kind = "booking" if one.why is Why.BOOKING else "block"
            same = any(other["key"] == one.key and one.key for other in found)
            if not same:
                found.append(_entry(kind, one.key, (one.start, one.end), block_words(one), tone_of(one)))
    return found


def tone_of(one: r.RoomBlock) -> str:
    if one.state is not None:
        return "wait" if one.pending else _TONES.get(one.state, "done")
    return "class" if one.why is Why.CLASS else "block"


def block_words(one: r.RoomBlock) -> str:
    state = say("待确认") if one.pending else say(SHORT[one.state]) if one.state else say(_WHYS[one.why])
    return f"{one.title} · {state}" if one.title else state


def shortened(text: str) -> str:
    """What fits into a cell; the whole stands beside the grid."""
    width = 0
    for place, char in enumerate(text):
        width += 1 if char.isascii() else 2
        if width > WIDEST:
            return text[:place].rstrip() + "…"
    return text


def is_shut(week: r.RoomWeek, room: r.DeskRoom, day: r.DeskDay) -> bool:
    return day.closed or (room.id, day.date) in week.shut


def _without(week: r.RoomWeek, room: r.DeskRoom, day: r.DeskDay, slot: Span) -> str:
    if is_shut(week, room, day):
        return "不开"
    return "已过" if at(day.date, slot[0]) < context.current().clock() else "空着"


def _day_cell(places: Places, room: r.DeskRoom, day: r.DeskDay) -> dict[str, Any]:
    parts = [_part(places, room, day, slot) for slot in room.slots]
    taken = sum(one not in {"free", "past", "closed"} for one in parts)
    shut = is_shut(places.week, room, day) and not taken
    words = say("休") if shut else say("%1 场", taken) if taken else ""
    return {"words": words, "tone": "closed" if shut else "day", "parts": [] if shut else parts, "name": ""}


def _slot_cell(places: Places, room: r.DeskRoom, day: r.DeskDay, slot: Span) -> dict[str, Any]:
    blocks = places.at(room.id, day.date, slot)
    tone = _part(places, room, day, slot)
    if not blocks:
        words = say("休") if tone == "closed" else ""
        return {"words": words, "tone": tone, "parts": [], "name": ""}
    more = f" +{len(blocks) - 1}" if len(blocks) > 1 else ""
    title = blocks[0].title or block_words(blocks[0])
    return {"words": shortened(title) + more, "tone": tone, "parts": [], "name": title}


def _part(places: Places, room: r.DeskRoom, day: r.DeskDay, slot: Span) -> str:
    """The tone of one time of a day."""
    blocks = places.at(room.id, day.date, slot)
    if blocks:
        return tone_of(blocks[0])
    return {"不开": "closed", "已过": "past", "空着": "free"}[_without(places.week, room, day, slot)]


def _entry(kind: str, key: str, span: Span, words: str, tone: str) -> dict[str, Any]:
    return {
        "kind": kind, "key": key, "start": span[0], "end": span[1], "time": f"{minute_words(span[0])}–{minute_words(span[1])}",
        "words": words, "tone": tone,
    }  # fmt: skip
