"""What one may look at: for each topic its chart, its numbers in large, and its list at the side."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from kiosk.commands import records as r
from kiosk.domain.figures import Cases, Lending, RoomUse, total_cases, total_lending, total_use
from kiosk.domain.states import Role
from ui.viewmodels.desk.figures.charts import Chart, by_day
from ui.viewmodels.sentences import language
from ui.words import say

Part = Literal["", "counter", "rooms", "library"]
Tile = dict[str, str]
Days = Sequence[r.DayFigures]
_C, _L, _M = Role.CLERK, Role.LIBRARIAN, Role.MANAGER
_STARS = 5


@dataclass(frozen=True, slots=True)
class Topic:
    """`words`, `title`, `aside` and `legend` are Chinese source text; `service` names its colour."""

    key: str
    words: str
    part: Part
    service: str
    title: str
    aside: str
    roles: frozenset[Role]
    chart: Callable[[r.Figures], Chart]
    tiles: Callable[[r.Figures], list[Tile]]
    rows: Callable[[r.Figures], list[dict[str, Any]]]
    legend: tuple[str, ...] = ()


def _cases(days: Days) -> Cases:
    return total_cases(one.cases for one in days)


def _use(days: Days) -> RoomUse:
    return total_use(one.rooms for one in days)


def _loans(days: Days) -> Lending:
    return total_lending(one.loans for one in days)


def _cases_tiles(found: r.Figures) -> list[Tile]:
    all_of = _cases(found.days)
    busiest = max(found.hours, key=lambda one: one.cases.taken, default=None)
    hour = say("%1–%2 点", busiest.hour, busiest.hour + 1) if busiest else "–"
    return [
        _tile("登记", number(all_of.taken)),
        _tile("办结", number(all_of.done)),
        _tile("平均办理", minutes(all_of.service)),
        _tile("最忙", hour),
    ]


def _waits_tiles(found: r.Figures) -> list[Tile]:
    all_of = _cases(found.days)
    slowest = max(
        (one for one in found.hours if one.cases.wait is not None),
        key=lambda one: one.cases.wait or 0,
        default=None,
    )
    hour = say("%1–%2 点", slowest.hour, slowest.hour + 1) if slowest else "–"
    return [
        _tile("平均等候", minutes(all_of.wait)),
        _tile("叫到", number(all_of.waits)),
        _tile("下班没等到", number(all_of.left)),
        _tile("等最久", hour),
    ]


def _ratings_tiles(found: r.Figures) -> list[Tile]:
    all_of = _cases(found.days)
    low = found.stars[0] + found.stars[1]
    asked = f"{100 * all_of.rated / all_of.done:.0f}%" if all_of.done else "–"
    return [
        _tile("平均星级", stars(all_of.rating)),
        _tile("评价", number(all_of.rated)),
        _tile("参评率", asked),
        _tile("一两星", number(low)),
    ]


def _rooms_tiles(found: r.Figures) -> list[Tile]:
    all_of = _use(found.days)
    return [
        _tile("使用率", percent(all_of.share)),
        _tile("约成", number(all_of.booked)),
        _tile("到场", number(all_of.used)),
        _tile("人次", number(all_of.people)),
    ]


def _missed_tiles(found: r.Figures) -> list[Tile]:
    cases, use = _cases(found.days), _use(found.days)
    missed = cases.missed / cases.taken if cases.taken else None
    return [
        _tile("过号", number(cases.missed)),
        _tile("占取号", percent(missed)),
        _tile("场地未到场", number(use.no_shows)),
        _tile("占约成", percent(use.no_show_share)),
    ]


def _loans_tiles(found: r.Figures) -> list[Tile]:
    all_of = _loans(found.days)
    return [
        _tile("借出", number(all_of.lent)),
        _tile("归还", number(all_of.returned)),
        _tile("续借次数", number(all_of.renewed)),
        _tile("逾期归还", number(all_of.late)),
    ]


def _by_item(measure: Callable[[Cases], float | None], said: Callable[[float | None], str]) -> Any:
    def rows(found: r.Figures) -> list[dict[str, Any]]:
        pairs = [(_name(one) or say("没有事项"), measure(one.cases)) for one in found.items]
        return _bars(pairs, said)

    return rows


def _room_rows(found: r.Figures) -> list[dict[str, Any]]:
    return _bars([(_name(one), one.use.share) for one in found.rooms], percent, most=1)


def _missed_rows(found: r.Figures) -> list[dict[str, Any]]:
    items = [(_name(one) or say("没有事项"), float(one.cases.missed)) for one in found.items]
    rooms = [(_name(one), float(one.use.no_shows)) for one in found.rooms]
    return _bars([pair for pair in [*rooms, *items] if pair[1]], number)


def _class_rows(found: r.Figures) -> list[dict[str, Any]]:
    named = [(f"{one.letter} {_name(one)}" if one.letter else say("没有分类"), one) for one in found.classes]
    return _bars([(name, float(one.loans.lent)) for name, one in named], number)


def _bars(
    pairs: Iterable[tuple[str, float | None]], said: Callable[[float | None], str], most: float | None = None
) -> list[dict[str, Any]]:
    """The largest first, as {name, share, words}; what is not known comes last, without a bar."""
    ordered = sorted(pairs, key=lambda pair: -(pair[1] or 0))
    top = most or max((value or 0 for _, value in ordered), default=0) or 1
    return [{"name": name, "share": (value or 0) / top, "words": said(value)} for name, value in ordered]


def _tile(words: str, value: str) -> Tile:
    return {"words": say(words), "value": value}


def number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.0f}"


def minutes(value: float | None) -> str:
    return "–" if value is None else say("%1 分", f"{value:.1f}" if 0 < value < 10 else f"{value:.0f}")


def stars(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f}%"


def _name(one: r.ItemFigures | r.RoomFigures | r.ClassFigures) -> str:
    return one.name_en if language() == "en" else one.name


_CLERKS, _LIBRARIANS = frozenset({_C, _M}), frozenset({_L, _M})
TOPICS = (
    Topic(
        "cases", "办件", "counter", "tickets", "每天登记和办结", "按事项", _CLERKS,
        lambda found: by_day(found, lambda days: _cases(days).taken, lambda days: _cases(days).done, number),
        _cases_tiles, _by_item(lambda one: one.taken, number), ("登记", "办结"),
    ),
    Topic(
        "waits", "等候", "counter", "tickets", "平均等多久", "按事项", _CLERKS,
        lambda found: by_day(found, lambda days: _cases(days).wait, None, minutes, mean=True),
        _waits_tiles, _by_item(lambda one: one.wait, minutes),
    ),
    Topic(
        "ratings", "评价", "counter", "wishes", "平均星级", "按事项", _CLERKS,
        lambda found: by_day(found, lambda days: _cases(days).rating, None, stars, top=_STARS, mean=True),
        _ratings_tiles, _by_item(lambda one: one.rating, stars),
    ),
    Topic(
        "rooms", "场地使用", "rooms", "rooms", "场地使用率", "按场地", _CLERKS,
        lambda found: by_day(found, lambda days: _use(days).share, None, percent, top=1, mean=True),
        _rooms_tiles, _room_rows,
    ),
    Topic(
        "missed", "未到", "", "health", "没来的人", "按场地和事项", _CLERKS,
        lambda found: by_day(
            found, lambda days: _cases(days).missed, lambda days: _use(days).no_shows, number
        ),
        _missed_tiles, _missed_rows, ("过号", "场地未到场"),
    ),
    Topic(
        "loans", "借阅", "library", "library", "每天借出和归还", "按图书类别", _LIBRARIANS,
        lambda found: by_day(found, lambda days: _loans(days).lent, lambda days: _loans(days).returned, number),
        _loans_tiles, _class_rows, ("借出", "归还"),
    ),
)  # fmt: skip
