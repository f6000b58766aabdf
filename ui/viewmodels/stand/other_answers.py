"""Whatever else is held to the stand: a number, a card, a book, another station's code, something that is none of ours."""

from kiosk.commands import records
from kiosk.domain.codes import CodeKind, CodeState
from kiosk.reports.code_words import told
from ui.viewmodels.sentences import language
from ui.viewmodels.stand.answer import Answer
from ui.viewmodels.stand.spoken import spoken
from ui.words import say

Words = tuple[str, str, str]
"""Outcome, icon and title."""

_STATES: dict[CodeState, Words] = {
    CodeState.BLOCKED: ("failure", "ban", "卡已停用"),
    CodeState.REFUSED: ("failure", "x", "没有约成"),
    CodeState.NOT_HERE_YET: ("caution", "cloud-off", "还没收到"),
    CodeState.NEEDS_CODE: ("caution", "qr-code", "请扫二维码"),
    CodeState.EXPIRED: ("failure", "calendar-x", "已过期"),
    CodeState.UNKNOWN: ("caution", "circle-question-mark", "不认识这个码"),
}
_KINDS: dict[CodeKind, Words] = {
    CodeKind.SLIP: ("caution", "ticket", "办事的号"),
    CodeKind.CARD: ("caution", "id-card", "没有预约"),
    CodeKind.COPY: ("caution", "book", "这是图书"),
    CodeKind.ISBN: ("caution", "book", "这是图书"),
    CodeKind.PAIRING: ("caution", "settings", "这是配对码"),
    CodeKind.FOREIGN: ("caution", "circle-question-mark", "不是驿站的码"),
}
_UNKNOWN: Words = ("caution", "circle-question-mark", "不认识这个码")
_ADVICE = {
    CodeKind.COPY: "借书还书，请到自助机。",
    CodeKind.ISBN: "借书还书，请到自助机。",
    CodeKind.SLIP: "请看叫号屏，叫到了去窗口。",
    CodeKind.CARD: "今天没有您的场地预约。",
}


def other_answer(read: records.CodeRead) -> Answer:
    is_book = read.kind in (CodeKind.COPY, CodeKind.ISBN)
    is_known = read.state is CodeState.OK
    words = _KINDS[read.kind] if is_book or read.kind is CodeKind.FOREIGN or is_known else None
    outcome, icon, title = words or _STATES.get(read.state) or _KINDS.get(read.kind, _UNKNOWN)
    return Answer(
        outcome, icon, say(title), told(read, language()), advice=say(_ADVICE[read.kind]) if is_known else "",
        spoken=spoken("不能签到，请到服务台" if outcome == "failure" else "请看屏幕"),
    )  # fmt: skip


def failed_answer() -> Answer:
    """This machine could not do it: nothing was stored."""
    return Answer(
        "failure", "circle-alert", say("没能签到"), say("请到服务台签到"), advice=say("这台机器现在记不下来。"),
        spoken=spoken("不能签到，请到服务台"),
    )  # fmt: skip
