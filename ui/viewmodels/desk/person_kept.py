"""What the station keeps of a person in words: how much, what for, and until when; to read out when they ask."""

from kiosk.commands import records as r
from ui.viewmodels.my_rows import day_with_year
from ui.words import say

_KEPT = {
    "details": ("个人资料", "姓名、电话、出生年月，办卡和联系用"), "cards": ("卡号和密码", "认卡用，密码谁也看不到"),
    "guardian": ("监护人", "未成年人办事要有"), "consents": ("同意书", "证明问过本人"),
    "memberships": ("单位和社团", "约场地用"), "tickets": ("办过的事项", "处理事项用"),
    "bookings": ("场地预约", "安排场地用"), "loans": ("借书记录", "还书和续借用"), "holds": ("排队等的书", "留书用"),
    "strikes": ("失约", "诚信约定用"), "wishes": ("本人提出", "服务台处理用"),
}  # fmt: skip
_STAYS = {
    "details": "本人要求删除为止", "cards": "本人要求删除为止", "guardian": "成年或解除监护为止",
    "memberships": "本人要求删除为止", "strikes": "记录一直在，过期就不算",
}  # fmt: skip


def kept_lines(kept: tuple[r.Kept, ...]) -> list[dict[str, str]]:
    """None for a person who was not opened: nothing is told of them."""
    lines = [_line(one) for one in kept]
    return [*lines, {"label": "", "value": say("身份证号从来不存。"), "tone": ""}] if lines else []


def _line(kept: r.Kept) -> dict[str, str]:
    title, purpose = _KEPT[kept.kind]
    count = say("%1 条", kept.count) if kept.kind != "details" else ""
    first = " · ".join(filter(None, (count, say(purpose))))
    return {"label": say(title), "value": f"{first}\n{_until(kept)}", "tone": ""}


def _until(kept: r.Kept) -> str:
    if kept.kind in _STAYS:
        return say(_STAYS[kept.kind])
    if kept.kind == "consents":
        return say("资料删除后再留 %1 年", (kept.days or 0) // 365)
    if kept.kind == "holds":
        return say("取书或取消后再留 %1 天", kept.days or 0)
    if kept.until is not None:
        return say("%1自动删除", day_with_year(kept.until))
    return say("还没办完；办完后再留 %1 天", kept.days or 0)
