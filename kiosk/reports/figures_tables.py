"""The figures of a period as tables in words, for spreadsheet and report alike."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.commands import records as r
from kiosk.domain.figures import Cases, Lending, RoomUse, total_cases, total_lending, total_use
from kiosk.reports.trouble import sentence

Value = str | int | float | date | None


class Share(float):
    """0 to 1, written in percent."""


@dataclass(frozen=True, slots=True)
class Table:
    """`key` is by_day, by_item ..., `keys` those of its columns; every row is as long as `heads`."""

    key: str
    title: str
    keys: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class _Column:
    key: str
    value: Callable[[Any], Value]


def _plain(*keys: str) -> tuple[_Column, ...]:
    return tuple(_Column(key, lambda one, key=key: getattr(one, key)) for key in keys)  # type: ignore[misc]


def _rounded(key: str) -> _Column:
    return _Column(key, lambda one: _round(getattr(one, key)))


_CASES = (*_plain("taken", "done", "missed", "left"), _rounded("wait"), _rounded("service"),
          *_plain("rated"), _rounded("rating"))  # fmt: skip
_ROOMS = (
    *_plain("requested", "booked", "used", "no_shows", "cancelled", "people"),
    _Column("hours_used", lambda one: round(one.minutes / 60, 1)),
    _Column("share", lambda one: None if one.share is None else Share(one.share)),
)
_LOANS = _plain("lent", "renewed", "returned", "late")


def figure_tables(found: r.Figures, lang: str) -> list[Table]:
    """The summary first; then what the asker's role may see, with totals."""
    tables = [_summary(found, lang), _by_day(found, lang)]
    if found.counter:
        tables += [_by_item(found, lang), _by_hour(found, lang), _ratings(found, lang), _by_room(found, lang)]
    if found.library:
        tables.append(_by_class(found, lang))
    return tables


def totals(found: r.Figures) -> tuple[Cases, RoomUse, Lending]:
    return (
        total_cases(one.cases for one in found.days),
        total_use(one.rooms for one in found.days),
        total_lending(one.loans for one in found.days),
    )


def words(key: str, lang: str, **values: Any) -> str:
    return sentence("figures", key, values, lang)


def _summary(found: r.Figures, lang: str) -> Table:
    pairs: list[tuple[Value, ...]] = []
    for columns, total in zip(_seen(found), totals(found), strict=True):
        pairs += [(words(one.key, lang), one.value(total)) for one in columns]
    return _table("summary", ("figure", "value"), pairs, lang)


def _by_day(found: r.Figures, lang: str) -> Table:
    cases, rooms, loans = _seen(found)
    rows = [
        (one.day, *_of(cases, one.cases), *_of(rooms, one.rooms), *_of(loans, one.loans))
        for one in found.days
    ]
    sums = (
        words("total", lang),
        *(
            value
            for part, total in zip(_seen(found), totals(found), strict=True)
            for value in _of(part, total)
        ),
    )
    return _table("by_day", ("day", *_keys(cases, rooms, loans)), [*rows, sums], lang)


def _by_item(found: r.Figures, lang: str) -> Table:
    rows = [(_named(one, lang) or words("no_item", lang), *_of(_CASES, one.cases)) for one in found.items]
    return _table("by_item", ("item", *_keys(_CASES)), rows, lang)


def _by_hour(found: r.Figures, lang: str) -> Table:
    rows = [(f"{one.hour}:00–{one.hour + 1}:00", *_of(_CASES, one.cases)) for one in found.hours]
    return _table("by_hour", ("hour", *_keys(_CASES)), rows, lang)


def _ratings(found: r.Figures, lang: str) -> Table:
    rows = [(words("stars", lang, n=n), count) for n, count in enumerate(found.stars, start=1)]
    return _table("stars_sheet", ("figure", "value"), reversed(rows), lang)


def _by_room(found: r.Figures, lang: str) -> Table:
    rows = [(_named(one, lang), *_of(_ROOMS, one.use)) for one in found.rooms]
    return _table("by_room", ("room", *_keys(_ROOMS)), rows, lang)


def _by_class(found: r.Figures, lang: str) -> Table:
    rows = [
        (
            f"{one.letter} {_named(one, lang)}" if one.letter else words("no_class", lang),
            *_of(_LOANS, one.loans),
        )
        for one in found.classes
    ]
    return _table("by_class", ("class", *_keys(_LOANS)), rows, lang)


def _seen(found: r.Figures) -> tuple[tuple[_Column, ...], tuple[_Column, ...], tuple[_Column, ...]]:
    counter = (_CASES, _ROOMS) if found.counter else ((), ())
    return (*counter, _LOANS if found.library else ())


def _table(key: str, heads: Sequence[str], rows: Iterable[tuple[Value, ...]], lang: str) -> Table:
    return Table(key, words(key, lang), tuple(heads), tuple(words(head, lang) for head in heads), tuple(rows))


def _keys(*parts: tuple[_Column, ...]) -> tuple[str, ...]:
    return tuple(one.key for part in parts for one in part)


def _of(columns: tuple[_Column, ...], one: Any) -> tuple[Value, ...]:
    return tuple(column.value(one) for column in columns)


def _named(one: r.ItemFigures | r.RoomFigures | r.ClassFigures, lang: str) -> str:
    return one.name if lang == "zh" else one.name_en


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
