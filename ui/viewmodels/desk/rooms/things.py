"""What of the rooms' equipment is wanted, and how many of it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from kiosk.commands.records import Equipment
from ui.viewmodels.desk.compound import Part, Values, parts_held, parts_text
from ui.viewmodels.desk.rooms.words import room_words
from ui.words import say

Get = Callable[[Sequence[str]], Iterable[Equipment]]


class ThingsField:
    """`get` says what stands in rooms of these codes. What the rooms do not have is not sent, and stays for when they are
    others.
    """

    def __init__(self, get: Get) -> None:
        self._get = get

    def parts(self, text: str, values: Values) -> Sequence[Part]:
        wanted = parts_held(text)
        return [
            Part(
                one.name, _words(one), "amount", str(min(wanted.get(one.name, 0), one.count)), most=one.count
            )
            for one in self._there(values)
        ]

    def change(self, text: str, part: str, value: str, values: Values) -> str:
        return parts_text(parts_held(text) | {part: int(value)})

    def sent(self, text: str, values: Values) -> Any:
        amounts = {one.name: int(one.value) for one in self.parts(text, values)}
        return [{"name": name, "count": count} for name, count in amounts.items() if count] or None

    def _there(self, values: Values) -> Iterable[Equipment]:
        """In all of the rooms together; what there is one of comes first."""
        found: dict[str, Equipment] = {}
        for one in self._get([values.get("room", ""), *values.get("also", "").split()]):
            count = one.count + (found[one.name].count if one.name in found else 0)
            found[one.name] = Equipment(one.name, one.name_en, count)
        return sorted(found.values(), key=lambda one: one.count > 1)


def _words(one: Equipment) -> str:
    name = room_words(one.name, one.name_en)
    return say("%1（共 %2）", name, one.count) if one.count > 1 else name
