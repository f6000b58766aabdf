"""What a manager may set as a number or switch of the station's rules: its name, its kind, its bounds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.hours import MOST_SPANS, what_is_wrong
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.times import minutes

Choices = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """`kind`: count (from `least` to `most`), time (HH:MM), spans, switch, choice, choices. `free`: None is no limit.

    `choices`: (value, Chinese, English). `unit` stands behind a count.
    """

    key: str
    label: str
    label_en: str
    kind: str = "count"
    least: int = 0
    most: int = 10_000
    free: bool = False
    choices: Choices = ()
    unit: str = ""
    unit_en: str = ""


_DAYS, _MINUTES = ("天", "days"), ("分钟", "min")
_PARTIES = (
    ("organisation", "单位社团", "Organisations"),
    ("group", "居民团队", "Groups of residents"),
    ("party_branch", "党支部", "Party branches"),
    ("person", "个人", "Single people"),
)


def _days(key: str, label: str, label_en: str, least: int, most: int, *, free: bool = False) -> Setting:
    return Setting(key, label, label_en, least=least, most=most, free=free, unit=_DAYS[0], unit_en=_DAYS[1])


def _minutes(key: str, label: str, label_en: str, most: int) -> Setting:
    return Setting(key, label, label_en, most=most, unit=_MINUTES[0], unit_en=_MINUTES[1])


BOOKING = (
    Setting("slots", "时段", "Slots", "spans"),
    _days("notice_days", "提前几天约", "Days of notice", 0, 60),
    Setting(
        "notice_kind",
        "怎么数这几天",
        "Which days count",
        "choice",
        choices=(("working", "工作日", "Working days"), ("calendar", "自然日", "All days")),
    ),
    Setting("notice_latest", "几点后算第二天", "Counts as the next day after", "time", free=True),
    _days("days_ahead", "最远约到几天后", "Longest advance", 1, 400, free=True),
    Setting("decide_by", "第二个工作日几点前答复", "Answer by, next working day", "time"),
    Setting("expire_at", "用前一个工作日几点作废", "Expires at, working day before", "time"),
    Setting(
        "late_cancel_hours",
        "几小时内取消算失信",
        "Late when called off within",
        most=720,
        unit="小时",
        unit_en="hours",
    ),
    _minutes("check_in_before", "提前多久能签到", "Check-in opens before", 240),
    _minutes("check_in_after", "晚到多久算爽约", "No-show after", 240),
    Setting(
        "strike_limit",
        "几次失信暂停预约",
        "Strikes until suspended",
        least=1,
        most=100,
        free=True,
        unit="次",
        unit_en="strikes",
    ),
    _days("strike_days", "失信算多久", "A strike counts for", 1, 3650),
    _days("suspend_days", "暂停多久", "Suspended for", 0, 3650),
    Setting(
        "max_open_requests",
        "同时最多几个申请",
        "Open requests at a time",
        least=1,
        most=1000,
        free=True,
        unit="个",
        unit_en="requests",
    ),
    Setting(
        "series_limit",
        "重复预约最多几次",
        "Dates of one repeated request",
        least=1,
        most=60,
        unit="次",
        unit_en="dates",
    ),
    Setting("parties", "谁可以约", "Who may book", "choices", free=True, choices=_PARTIES),
    Setting("verified_only", "只给核验过的单位", "Verified parties only", "switch"),
)
_LENDING = (
    _days("days", "借多久", "Loan", 1, 365),
    Setting("limit", "最多借几本", "Books at a time", most=100, unit="本", unit_en="books"),
    Setting("renewals", "能续几次", "Renewals", most=20, unit="次", unit_en="times"),
    _days("renewal_days", "每次续多久", "Each renewal", 1, 365),
)
_SHELF = _days("hold_open_days", "预约书留几个开放日", "Held on the shelf, open days", 1, 60)
_CHILDREN = Setting(
    "children_overdue",
    "孩子有书超期时家长借书",
    "A guardian whose child is late",
    "choice",
    choices=(("warn", "提醒", "Is told"), ("block", "不能借", "May not borrow")),
)
LOAN = (*_LENDING, _SHELF, _CHILDREN)
LOAN_OF_CARD = (*_LENDING, _SHELF)
LOAN_OF_KIND = (*_LENDING, Setting("lendable", "可以外借", "May be lent", "switch"))
TICKET = (
    _minutes("reinstate_minutes", "过号多久内可以恢复", "A missed number returns within", 1440),
    Setting(
        "numbers_per_minute",
        "一台机每分钟最多几个号",
        "Numbers a minute, each kiosk",
        least=1,
        most=100,
        unit="个",
        unit_en="numbers",
    ),
    Setting(
        "priority_in_a_row",
        "优先号最多连叫几个",
        "Priority calls in a row",
        least=1,
        most=20,
        unit="个",
        unit_en="calls",
    ),
    Setting(
        "items_per_number",
        "一个号最多几件事",
        "Items under one number",
        least=1,
        most=10,
        unit="件",
        unit_en="items",
    ),
    _days("rate_days", "办完多久内可以评价", "Rating open for", 1, 365),
    _days("callback_days", "差评几天内回电", "Low rating: call within", 0, 30),
    _days("fix_working_days", "差评几个工作日内整改", "Low rating: fixed within, working days", 1, 60),
    _days("visit_days_ahead", "上门最远约到几天后", "Visits at most ahead", 1, 365),
)
RETENTION = (
    _days("loans_days", "还书后借阅记录留多久", "Loans, after the return", 0, 3650),
    _days("answers_days", "办完后填的表留多久", "Forms, after the case", 1, 3650),
    _days("contacts_days", "用完后预约联系方式留多久", "Booking contacts, after the use", 1, 3650),
    _days("wishes_days", "处理后个人资料申请留多久", "Data requests, once done", 1, 3650),
    _days("consents_days", "删除后同意记录留多久", "Consents, after erasure", 1, 3650),
)
CARD = (
    Setting(
        "pin_tries",
        "密码错几次锁卡",
        "Wrong PINs until locked",
        least=3,
        most=10,
        unit="次",
        unit_en="tries",
    ),
)
STAND = (
    Setting(
        "answer_seconds",
        "回答显示多久",
        "An answer stays for",
        least=4,
        most=60,
        unit="秒",
        unit_en="seconds",
    ),
    Setting(
        "repeat_seconds",
        "同一个码几秒内只算一次",
        "The same code again counts as one within",
        least=1,
        most=30,
        unit="秒",
        unit_en="seconds",
    ),
)
SETTINGS: Mapping[str, tuple[Setting, ...]] = {
    "booking": BOOKING, "loan": LOAN, "ticket": TICKET, "retention": RETENTION, "card": CARD, "stand": STAND,
}  # fmt: skip


def judge_numbers(known: tuple[Setting, ...], numbers: Mapping[str, Any]) -> Refused | None:
    """The first of these that is unknown, or not of its kind and within its bounds."""
    by_key = {one.key: one for one in known}
    for key, value in numbers.items():
        if key not in by_key:
            return Refused.because(Reason.BAD_SETTING)
        if refused := judge_number(by_key[key], value):
            return refused
    return None


def judge_number(setting: Setting, value: Any) -> Refused | None:
    if value is None:
        return None if setting.free else bad(setting, empty=True)
    if setting.kind == "count":
        return _judge_count(setting, value)
    if setting.kind == "time":
        return None if _is_time(value) else bad(setting, time=True)
    if setting.kind == "spans":
        problem = what_is_wrong(value) if value else "empty"
        return bad(setting, **{problem: True}, most=MOST_SPANS) if problem else None
    if setting.kind == "switch":
        return None if isinstance(value, bool) else bad(setting)
    values = {choice for choice, _, _ in setting.choices}
    wanted = value if setting.kind == "choices" else [value]
    is_good = isinstance(wanted, list) and bool(wanted) and all(isinstance(one, str) for one in wanted)
    return None if is_good and set(wanted) <= values else bad(setting, choice=True)


def judge_booking(numbers: Mapping[str, Any]) -> Refused | None:
    """Whether a room's rules leave a day that can be booked at all; `numbers` are all of them."""
    ahead, notice = numbers.get("days_ahead"), numbers.get("notice_days")
    if isinstance(ahead, int) and isinstance(notice, int) and ahead < notice:
        return Refused.because(Reason.BAD_SETTING, never=True, notice=notice, ahead=ahead)
    return None


def bad(setting: Setting, **detail: Any) -> Refused:
    return Refused.because(
        Reason.BAD_SETTING,
        **detail,
        field=setting.key,
        label=setting.label,
        label_en=setting.label_en,
    )


def _judge_count(setting: Setting, value: Any) -> Refused | None:
    is_count = isinstance(value, int) and not isinstance(value, bool)
    if is_count and setting.least <= value <= setting.most:
        return None
    return bad(setting, range=True, least=setting.least, most=setting.most)


def _is_time(value: Any) -> bool:
    try:
        return isinstance(value, str) and minutes(value) >= 0
    except ValueError:
        return False
