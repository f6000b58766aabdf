"""What may be set, one line each: shown as text, read back from what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex

from kiosk.domain.palette import PALETTE
from kiosk.domain.texts import narrow
from ui.viewmodels.records import RecordModel
from ui.words import say

Options = tuple[tuple[str, str], ...]
Index = QModelIndex | QPersistentModelIndex
_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class SettingRow:
    """`raw` is the value as commands take it. `kind`: text, long, number, time, spans, slots, switch, choice, choices,
    colours, icons, things, papers, read. `own`: False where it follows something above it; `drops`: it may follow that
    again. Words are as shown.
    """

    name: str
    words: str
    kind: str = "text"
    raw: Any = None
    unit: str = ""
    hint: str = ""
    note: str = ""
    options: Options = ()
    own: bool = True
    drops: bool = False
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """What is listed in a section. `tone`: "" or muted; `colour` is #RRGGBB."""

    key: str
    words: str
    sub: str = ""
    tone: str = ""
    colour: str = ""
    icon_name: str = ""


def text_of(row: SettingRow) -> str:
    """As it stands in its field."""
    if row.kind in _WRITE:
        return _WRITE[row.kind](row.raw)
    return "" if row.raw is None else str(row.raw)


def value_of(row: SettingRow, text: str) -> Any:
    """As a command takes it. Raises ValueError with a sentence."""
    return _READ.get(row.kind, str.strip)(text) if row.kind != "choices" else toggled(row, text)


def toggled(row: SettingRow, option: str) -> list[str]:
    chosen = set(row.raw or ()) ^ {option}
    return [value for value, _ in row.options if value in chosen]


def _number(text: str) -> int | float | None:
    plain = narrow(text).strip()
    if not plain:
        return None
    try:
        return float(plain) if "." in plain else int(plain)
    except ValueError:
        raise ValueError(say("请填数字")) from None


def _spans(text: str) -> list[str]:
    plain = narrow(text).replace("–", "-").replace("—", "-").replace("、", ",").replace("\n", ",")
    return [_padded(part) for part in plain.split(",") if part.strip()]


def _padded(span: str) -> str:
    """8:30 is 08:30."""
    return "-".join(part.strip().zfill(5) for part in span.split("-"))


def _time(text: str) -> str | None:
    plain = narrow(text).strip()
    return plain.zfill(5) if plain else None


def _things(text: str) -> list[dict[str, Any]]:
    found = []
    for line in _lines(text):
        name, english, count = (*line, "", "")[:3]
        if count and not count.isdigit():
            raise ValueError(say("每行写：名称 | 英文 | 数量"))
        found.append({"name": name, "name_en": english, "count": int(count or 1)})
    return found


def _papers(text: str) -> list[dict[str, Any]]:
    found = ((*line, "", "")[:3] for line in _lines(text))
    return [{"name": name, "name_en": english, "required": not mark} for name, english, mark in found]


def _lines(text: str) -> list[list[str]]:
    split = ([part.strip() for part in narrow_bars(line).split("|")] for line in text.splitlines())
    return [parts for parts in split if any(parts)]


def narrow_bars(line: str) -> str:
    return line.replace("｜", "|")


def _write_things(things: Sequence[dict[str, Any]] | None) -> str:
    return "\n".join(
        " | ".join((one["name"], one.get("name_en", ""), str(one.get("count", 1)))) for one in things or ()
    )


def _write_papers(papers: Sequence[dict[str, Any]] | None) -> str:
    lines = (
        (one["name"], one.get("name_en", ""), "" if one.get("required", True) else say("选带"))
        for one in papers or ()
    )
    return "\n".join(" | ".join(line).removesuffix(" | ") for line in lines)


_WRITE: dict[str, Callable[[Any], str]] = {
    "spans": lambda spans: ", ".join(spans or ()),
    "slots": lambda spans: ", ".join(spans or ()),
    "switch": lambda on: _YES if on else _NO,
    "things": _write_things,
    "papers": _write_papers,
    "choices": lambda chosen: ",".join(chosen or ()),
}
_READ: dict[str, Callable[[str], Any]] = {
    "number": _number, "spans": _spans, "slots": _spans, "time": _time, "switch": lambda text: text == _YES, "things": _things,
    "papers": _papers,
}  # fmt: skip


class ThingRows(RecordModel):
    """Things of which some have changed stay in their places, and the list where it was scrolled to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Thing, parent)

    def show(self, rows: Sequence[Thing]) -> None:
        before = list(self._rows)
        if [one.key for one in before] != [one.key for one in rows]:
            super().show(rows)
            return
        self._rows = rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))


_ROLES = ("name", "words", "kind", "value", "unit", "hint", "note", "options", "drops", "heading")
_FIRST = 0x0101


class SettingRows(QAbstractListModel):
    """Lines that keep what is being typed in one while another is saved: those that did not change are left alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[SettingRow] = []

    def show(self, rows: Sequence[SettingRow], *, anew: bool = False) -> None:
        """`anew`: of another thing."""
        before, self.rows = self.rows, list(rows)
        if anew or [row.name for row in before] != [row.name for row in rows]:
            self.beginResetModel()
            self.endResetModel()
            return
        for at, (old, new) in enumerate(zip(before, self.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def named(self, name: str) -> SettingRow | None:
        return next((row for row in self.rows if row.name == name), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST + at: QByteArray(name.encode()) for at, name in enumerate(_ROLES)}

    def data(self, index: Index, role: int = 0) -> Any:
        if not 0 <= index.row() < len(self.rows) or role < _FIRST:
            return None
        row, name = self.rows[index.row()], _ROLES[role - _FIRST]
        if name == "value":
            return text_of(row)
        if name == "options":
            chosen = set(row.raw or ()) if row.kind == "choices" else {str(row.raw)}
            return [
                {"value": value, "words": words, "on": value in chosen, "colour": PALETTE.get(value, "")}
                for value, words in row.options
            ]
        return getattr(row, name)
