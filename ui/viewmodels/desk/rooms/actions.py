"""What may be done with a booking, a block, a strike; and what is asked for at the desk."""

from collections.abc import Callable
from typing import Any

from kiosk.commands import booking_changes as change
from kiosk.commands import booking_series as series
from kiosk.commands import bookings as b
from kiosk.commands import integrity
from kiosk.commands import records as r
from kiosk.commands.checkin import CountPeople
from kiosk.domain.bookings import Move, next_state
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import AppealState, StrikeState
from ui.viewmodels.desk.case_actions import resident
from ui.viewmodels.desk.forms import Action, Field, Options
from ui.viewmodels.desk.rooms.repeat import RepeatField
from ui.viewmodels.desk.rooms.things import Get as GetThings
from ui.viewmodels.desk.rooms.things import ThingsField
from ui.viewmodels.desk.rooms.words import PARTIES

Get = Callable[[], Any]
GetText = Callable[[str], str]
GetOptions = Callable[[], Options]
WHY = Field("why", "怎么跟居民说", "long", maximum=2000)
NOTE = Field("why", "说明", "long", required=False, maximum=2000)
_BLOCKS: Options = (("maintenance", "检修、保养"), ("class", "课程、活动"))


def booking_actions(
    get: Get, rooms: GetOptions, starts: GetOptions, ends: GetOptions, facts: GetOptions
) -> tuple[Action, ...]:
    """Of the open booking; the ways out of a state as kiosk/domain/bookings.py has them."""

    def fits(move: Move, extra: Callable[[r.DeskBooking], bool] = lambda one: True) -> Callable[[], bool]:
        def check() -> bool:
            one = get()
            return one is not None and not isinstance(next_state(one.row.state, move), Refused) and extra(one)

        return check

    def act(
        key: str, words: str, command: Any, move: Move, extra: Any = lambda one: True, **more: Any
    ) -> Action:
        fixed = more.pop("fixed", {})
        return Action(
            key, words, command, fixed=lambda: {"booking": get().row.id} | fixed, offered=fits(move, extra), **more
        )  # fmt: skip

    def now(name: str) -> Callable[[], str]:
        return lambda: _now(get(), name)

    attended = Field("people", "实到人数", "number", required=False)
    whole, one_of_many = {"whole_series": True}, lambda one: one.series > 1
    moved = (
        Field("room", "换到哪个房间", "choice", options=rooms, default=now("room")),
        Field("date", "哪天", "date", default=now("date")),
        Field("facts", "那天的情况", "facts", required=False, options=facts),
        Field("start", "从几点", "choice", options=starts, default=now("start")),
        Field("end", "到几点", "choice", options=ends, default=now("end")),
    )
    return (
        act("approve", "同意", b.ApproveBooking, Move.APPROVE, tone="good", told="同意了"),
        act("check_in", "签到", b.CheckIn, Move.CHECK_IN, tone="good", fields=(attended,), told="签到了"),
        act("count", "登记人数", CountPeople, Move.COMPLETE, minor=True, told="记下了",
            fields=(Field("people", "来了几个人", "number"),)),
        act("complete", "用完了", b.CompleteBooking, Move.COMPLETE, tone="good", told="用完了"),
        act("move", "改时间房间", change.MoveBooking, Move.RESCHEDULE, fields=moved, told="换好了"),
        act("no_show", "记未到场", b.NoShowBooking, Move.NO_SHOW, extra=lambda one: one.missed, tone="error",
            confirm="记一次未到场，会算失信记录。", told="记下了"),
        act("release", "提前还", change.ReleaseBooking, Move.RELEASE, minor=True, told="还了",
            fields=(Field("end", "用到几点", "time", required=False, hint="不填就是到现在，例如 15:30"),)),
        act("cancel", "取消预约", b.CancelBooking, Move.CANCEL, minor=True, tone="error", told="取消了",
            confirm="取消后时间就让出来了；离使用不到规定时间的，会算失信记录。"),
        act("approve_all", "整个系列都同意", b.ApproveBooking, Move.APPROVE, one_of_many, fixed=whole, minor=True, told="同意了"),
        act("reject_all", "整个系列都不同意", b.RejectBooking, Move.REJECT, one_of_many, fixed=whole, minor=True, fields=(WHY,),
            tone="error", told="没有同意"),
        act("cancel_all", "整个系列都取消", b.CancelBooking, Move.CANCEL, one_of_many, fixed=whole, minor=True, tone="error",
            confirm="系列里还没用的日子都会取消。", told="取消了"),
    )  # fmt: skip


def new_actions(
    at: GetText,
    rooms: GetOptions,
    every: GetOptions,
    starts: GetOptions,
    ends: GetOptions,
    facts: GetOptions,
    things: GetThings,
) -> tuple[Action, ...]:
    """Asked for at the desk; `at` says what of the chosen place in the week is meant: room, date, start, end. `things`:
    what stands in rooms.
    """
    where = (
        Field("room", "哪个房间", "choice", options=rooms, default=lambda: at("room")),
        Field("date", "哪天", "date", default=lambda: at("date"), hint="12-03"),
    )
    hours = (
        Field("start", "从几点", "choice", options=starts, default=lambda: at("start")),
        Field("end", "到几点", "choice", options=ends, default=lambda: at("end")),
    )
    who = (
        Field("party.kind", "谁用", "choice", options=tuple((kind.value, words) for kind, words in PARTIES.items()),
              default="group"),
        Field("party.name", "名称", maximum=100),
        Field("party.uscc", "统一社会信用代码", required=False, maximum=18),
        Field("people", "几个人", "number"),
        resident("resident", "居民（有卡的）", required=False),
        Field("contact_name", "联系人", required=False, maximum=30),
        Field("contact_phone", "电话", required=False, maximum=20),
        Field("purpose", "用途", "long", required=False, maximum=2000),
        Field("also", "还要哪些房间", "many", required=False, options=rooms),
        Field("equipment", "要用的设备", "parts", required=False, compound=ThingsField(things)),
        Field("waitlist", "约不上就排候补", "switch"),
    )  # fmt: skip
    shown = Field("facts", "那天的情况", "facts", required=False, options=facts)
    dates = Field("facts", "哪些日子约得上", "facts", required=False, options=facts)
    rule = Field("rule", "怎么重复", "parts", compound=RepeatField())
    block = (
        Field("room", "哪个房间", "choice", options=every, default=lambda: at("room")),
        Field("date", "哪天", "date", default=lambda: at("date"), hint="12-03"),
        Field("start", "从几点", "time", default=lambda: at("start"), hint="08:30"),
        Field("end", "到几点", "time", default=lambda: at("end"), hint="12:00"),
        Field("why", "做什么", "choice", options=_BLOCKS, default="maintenance"),
        Field("title", "写在日历上", maximum=100, hint="例如 空调检修"),
    )
    return (
        Action(
            "book",
            "新预约",
            b.RequestBooking,
            (*where, shown, *hours, *who),
            icon="plus",
            shortcut="N",
            told="登记好了",
        ),
        Action(
            "series",
            "重复预约",
            series.RequestSeries,
            (*where, *hours, rule, dates, *who),
            icon="rotate-cw",
            told="登记好了",
        ),
        Action("block", "占用房间", b.BlockRoom, block, icon="ban", shortcut="B", told="占用了"),
    )


def block_actions(get: Callable[[], str]) -> tuple[Action, ...]:
    """`get` is the id of the chosen block, if one is."""
    return (
        Action("unblock", "放开这个时间", change.UnblockRoom, fixed=lambda: {"occupation": get()}, tone="good",
               offered=lambda: bool(get()), told="放开了"),
    )  # fmt: skip


def strike_actions(get: Callable[[], r.StrikeRow | None]) -> tuple[Action, ...]:
    def fixed() -> dict[str, Any]:
        found = get()
        return {"strike": found.id} if found else {}

    def offered(check: Callable[[r.StrikeRow], bool]) -> Callable[[], bool]:
        return lambda: (found := get()) is not None and check(found)

    said = Field("why", "对方怎么说", "long", required=False, maximum=2000)
    return (
        Action("appeal", "记下申诉", integrity.AppealStrike, (said,), fixed, offered(lambda one: one.can_appeal), told="记下了"),
        Action("waive", "免除", integrity.WaiveStrike, (NOTE,), fixed,
               offered(lambda one: one.state is not StrikeState.WAIVED), tone="good", told="免除了"),
        Action("dismiss", "申诉不成立", integrity.DismissAppeal, (NOTE,), fixed,
               offered(lambda one: one.appeal is AppealState.OPEN), tone="error", told="答复了"),
    )  # fmt: skip


def _now(one: r.DeskBooking | None, name: str) -> str:
    if one is None:
        return ""
    row = one.row
    return {
        "room": one.room_code, "date": row.day.isoformat(), "start": clock(row.start), "end": clock(row.end),
    }[name]  # fmt: skip


def clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
