"""Cases in words: states, what happened, sections of the detail beside the table."""

from typing import Any

from kiosk.commands import records as r
from kiosk.domain.states import ComplaintState, Mode, Relation, TicketState, VisitState
from ui.viewmodels.days import moment_words, month_day, short_day
from ui.viewmodels.desk.pane import line, section
from ui.viewmodels.desk.table import Line
from ui.viewmodels.sentences import language
from ui.words import say

STATES = {
    TicketState.OPEN: "在办", TicketState.WAITING: "在排队", TicketState.CALLED: "已叫", TicketState.SERVING: "正在办",
    TicketState.HELD: "已挂起", TicketState.AWAITING_MATERIALS: "等材料", TicketState.RESOLVED: "已办结",
    TicketState.CLOSED: "已归档", TicketState.CANCELLED: "已取消", TicketState.NO_SHOW: "过号", TicketState.LEFT: "人走了",
}  # fmt: skip
RELATIONS = {
    Relation.SPOUSE: "配偶", Relation.CHILD: "子女", Relation.PARENT: "父母", Relation.GRANDCHILD: "孙辈",
    Relation.RELATIVE: "亲戚", Relation.NEIGHBOUR: "邻居", Relation.CARER: "护理员", Relation.VOLUNTEER: "志愿者",
    Relation.OTHER: "其他",
}  # fmt: skip
MODES = {
    Mode.COUNTER: "窗口办", Mode.ERRAND: "跑腿代办", Mode.HOME_VISIT: "上门", Mode.CALLBACK: "留言回电",
}  # fmt: skip
_COMPLAINTS = {
    ComplaintState.CALL_BACK: "要回电问清楚", ComplaintState.UPHELD: "属实，要整改", ComplaintState.DISMISSED: "已回电，不属实",
    ComplaintState.FIXED: "已整改，可再评一次", ComplaintState.RATED_AGAIN: "已再评",
}  # fmt: skip
_VISITS = {
    VisitState.PLANNED: "已约好", VisitState.DONE: "去过了", VisitState.MISSED: "没遇到人", VisitState.CANCELLED: "不去了",
}  # fmt: skip
_EVENTS = {
    "open": "取了号", "call": "叫号", "recall": "再叫一遍", "start": "开始办", "no_show": "过号", "reinstate": "恢复排队",
    "hold": "挂起", "requeue": "重新排队", "transfer": "转交", "hand_over": "转交", "assign": "交给", "await_materials": "等材料",
    "receive_materials": "材料齐了", "resolve": "办结", "close": "归档", "cancel": "取消", "leave": "下班没等到",
    "give_up": "人走了", "rate": "评价", "change_item": "改事项", "add_item": "加办", "set_priority": "改优先",
    "link_for": "记下代办", "attach": "加附件", "note": "记一笔", "notes": "记一笔", "change": "改动",
}  # fmt: skip


def case_line(row: r.CaseRow) -> Line:
    english = language() == "en"
    return Line(
        key=row.id,
        cells=(
            row.number,
            row.item_en if english else row.item,
            row.person,
            say("待确认") if row.pending else say(STATES[row.state]),
            month_day(row.day),
            month_day(row.due) if row.due else "",
        ),
        tone="error" if row.late else "wait" if row.pending else "",
    )


def case_sections(case: r.Case) -> list[dict[str, Any]]:
    """For DetailPane: what it is, what was filled in, papers, notes, what happened."""
    found = [
        section("", _facts(case)),
        section(say("表单"), _answers(case)),
        section(
            say("上门和跑腿"),
            [line(moment_words(one.at), f"{one.operator} {say(_VISITS[one.state])}") for one in case.visits],
        ),
        section(
            say("分出去的"),
            [line(one.number, f"{_item(one)} · {say(STATES[one.state])}") for one in case.parts],
        ),
        section(say("备注"), [line(f"{one.by} {moment_words(one.at)}", one.text) for one in case.notes]),
        section(say("经过"), [_event(one) for one in reversed(case.events)]),
    ]
    return [one for one in found if one["lines"]]


def _facts(case: r.Case) -> list[dict[str, str]]:
    english = language() == "en"
    row = case.row
    lines = [
        line(say("事项"), "、".join(name_en if english else name for name, name_en in case.items)),
        line(say("状态"), say(STATES[row.state]) + (say("（期限暂停）") if case.paused else "")),
        line(say("办法"), say(MODES[case.mode]) + (say("，优先") if case.priority else "")),
        line(say("哪位居民"), case.person),
        line(
            say("来办的人"), case.through + (f"（{say(RELATIONS[case.relation])}）" if case.relation else "")
        ),
        line(say("电话"), case.phone),
        line(say("取号时间"), moment_words(case.made_at)),
        line(say("承诺办好"), short_day(row.due) if row.due else "", "error" if row.late else ""),
        line(say("谁在跟"), row.assigned or case.operator, "wait" if case.elsewhere else ""),
        line(say("属于"), f"{case.whole.number} {_item(case.whole)}" if case.whole else ""),
        line(say("评价"), "★" * case.stars if case.stars else ""),
    ]
    if case.complaint is not None:
        until = say("，%1 前", short_day(case.complaint_due)) if case.complaint_due else ""
        lines.append(line(say("差评回访"), say(_COMPLAINTS[case.complaint]) + until, "wait"))
    return [one for one in lines if one["value"]]


def _answers(case: r.Case) -> list[dict[str, str]]:
    english = language() == "en"
    return [
        line(one.label_en if english else one.label, one.value_en if english else one.value)
        for one in case.answers
    ]


def _event(one: r.CaseEvent) -> dict[str, str]:
    said = say(_EVENTS[one.what]) if one.what in _EVENTS else one.what
    about = " ".join(part for part in (said, one.detail, one.by) if part)
    return line(moment_words(one.at), about, "wait" if one.pending else "")


def _item(part: r.CasePart) -> str:
    return part.item_en if language() == "en" else part.item
