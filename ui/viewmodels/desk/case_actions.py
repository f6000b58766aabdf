"""What may be done with a case, as buttons and their forms."""

from collections.abc import Callable
from typing import Any

from kiosk.commands import records as r
from kiosk.commands import ticket_care as care
from kiosk.commands import ticket_desk as desk
from kiosk.commands import tickets
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import ComplaintState, VisitState
from kiosk.domain.tickets import Move, next_state
from ui.viewmodels.desk.case_words import MODES, RELATIONS
from ui.viewmodels.desk.forms import Action, Field, Options
from ui.viewmodels.sentences import language

GetCase = Callable[[], r.Case | None]
GetOptions = Callable[[str], Options]
_KINDS = {"choice": "choice", "number": "number", "date": "date"}
PRIORITY = Field("priority", "优先（70岁以上、行动不便）", "switch")
MISSING = Field("note", "还差什么", "long", required=False)
FILE = Field("file", "照片、扫描件、PDF、Word、Excel，最大 10 MB", "file", maximum=1000)
NOTE = Field("note", "说明", "long", required=False, maximum=2000)
_MODES: Options = tuple((str(mode), words) for mode, words in MODES.items())
_RELATIONS: Options = tuple((str(relation), words) for relation, words in RELATIONS.items())
_RELATION = Field("relation", "关系", "choice", options=_RELATIONS, required=False)
_MODE = Field("mode", "怎么办", "choice", options=_MODES, required=False)
_STARS: Options = (("5", "非常满意"), ("4", "满意"), ("3", "基本满意"), ("2", "不满意"), ("1", "非常不满意"))
_STAR = Field("stars", "居民怎么说", "choice", options=_STARS, whole=True)


def resident(name: str, words: str, required: bool) -> Field:
    return Field(
        name, words, "find", required=required, find="people", find_words=lambda one: f"{one.name} {one.phone}".strip(),
        hint="姓名、卡号或电话后四位",
    )  # fmt: skip


def _item(options: GetOptions, words: str = "办什么事", required: bool = True) -> Field:
    return Field("item", words, "choice", required=required, options=lambda: options("items"))


def new_case(options: GetOptions, form: Callable[[str], tuple[r.FormField, ...]]) -> Action:
    """A number, or a case without one, for somebody at the desk or on the telephone; with the item's form."""
    return Action(
        "open", "新建工单", tickets.OpenTicket, icon="plus", shortcut="N", told="已建好",
        more=lambda values: [_form_field(one) for one in form(values.get("item", ""))],
        fields=(
            _item(options),
            resident("resident", "哪位居民", required=False),
            Field("phone", "电话", required=False, maximum=20),
            _MODE,
            PRIORITY,
        ),
    )  # fmt: skip


def _form_field(one: r.FormField) -> Field:
    """As the kiosk asks it; its texts are the station's own, in both languages."""
    english = language() == "en"
    return Field(
        f"form.{one.key}", one.label_en if english else one.label, _KINDS.get(one.kind, "text"), one.required,
        [(option.value, option.label_en if english else option.label) for option in one.options],
    )  # fmt: skip


def case_actions(case: GetCase, options: GetOptions) -> tuple[Action, ...]:
    """`case` is the one that is open."""
    return (
        *_on_the_way(case, options),
        *_kept_with_it(case, options),
        *_visits(case, options),
        *_afterwards(case),
    )


def _on_the_way(case: GetCase, options: GetOptions) -> tuple[Action, ...]:
    act = _maker(case)
    item, other = _item(options), _item(options, "改办", required=False)
    counter = Field("counter", "窗口", "choice", options=lambda: options("counters"), required=False)
    operator = Field("operator", "同事", "choice", options=lambda: options("operators"), required=False)
    return (
        act("start", "接着办", tickets.StartTicket, Move.START, tone="good"),
        act("resolve", "办结", tickets.ResolveTicket, Move.RESOLVE, tone="good", fields=(NOTE,), told="办结了"),
        act("received", "材料齐了", desk.MaterialsReceived, Move.RECEIVE_MATERIALS, tone="good"),
        act("materials", "等材料", desk.RequestMaterials, Move.AWAIT_MATERIALS, fields=(MISSING,)),
        act("recall", "再叫一遍", desk.RecallTicket, Move.RECALL),
        act("no_show", "过号", tickets.NoShowTicket, Move.NO_SHOW),
        act("reinstate", "恢复排队", tickets.ReinstateTicket, Move.REINSTATE),
        act("hold", "挂起", desk.HoldTicket, Move.HOLD),
        act("transfer", "转交", desk.TransferTicket, Move.HAND_OVER, fields=(counter, operator, other)),
        act("assign", "交给谁跟", desk.AssignTicket, Move.CHANGE, fields=(operator,), minor=True),
        act("change_item", "改事项", desk.ChangeItem, Move.CHANGE, fields=(item,), minor=True),
        act("add_item", "加办一件", desk.AddItem, Move.CHANGE, fields=(item,), minor=True),
        act("priority", "改优先", desk.SetPriority, Move.CHANGE, fields=(PRIORITY,), minor=True),
        act("left", "人走了", desk.GiveUp, Move.GIVE_UP, minor=True),
        act("cancel", "取消", tickets.CancelTicket, Move.CANCEL, tone="error", confirm="取消后号就作废了。", minor=True),
        act("close", "归档", desk.CloseTicket, Move.CLOSE, minor=True),
    )  # fmt: skip


def _kept_with_it(case: GetCase, options: GetOptions) -> tuple[Action, ...]:
    act, whom = _maker(case), resident("on_behalf_of", "替谁办", required=True)
    return (
        act("note", "记一笔", desk.AddNote, Move.NOTE, fields=(Field("note", "备注", "long"),), icon="message-square-text"),
        act("attach", "加附件", desk.AttachFile, Move.NOTE, fields=(FILE,)),
        act("for", "记下代办", desk.LinkFor, Move.CHANGE, fields=(whom, _RELATION), minor=True),
        act("phone", "留电话", care.LeavePhone, Move.NOTE, fields=(Field("phone", "电话", maximum=20),), minor=True),
        act("part", "分出一件", desk.OpenSubticket, Move.CHANGE, fields=(_item(options), _MODE), minor=True),
    )  # fmt: skip


def _visits(case: GetCase, options: GetOptions) -> tuple[Action, ...]:
    def planned() -> str | None:
        found = case()
        return (
            next((one.id for one in found.visits if one.state is VisitState.PLANNED), None) if found else None
        )

    def act(key: str, words: str, command: Any, tone: str = "") -> Action:
        return Action(
            key,
            words,
            command,
            fixed=lambda: {"visit": planned()},
            offered=lambda: planned() is not None,
            tone=tone,
        )

    return (
        _maker(case)(
            "visit", "约上门", care.ScheduleVisit, Move.CHANGE,
            fields=(Field("date", "哪天", "date", hint="12-03"), Field("start", "几点", "time", hint="14:00"),
                    Field("operator", "谁去", "choice", options=lambda: options("operators"), required=False)),
        ),
        act("visited", "去过了", care.CompleteVisit, tone="good"),
        act("missed", "没遇到人", care.MissVisit),
        act("unvisit", "不去了", care.CancelVisit),
    )  # fmt: skip


def _afterwards(case: GetCase) -> tuple[Action, ...]:
    def complaint(*states: ComplaintState) -> Callable[[], bool]:
        return lambda: (found := case()) is not None and found.complaint in states

    def act(key: str, words: str, command: Any, *states: ComplaintState) -> Action:
        return Action(
            key, words, command, fields=(NOTE,), fixed=lambda: _id(case), offered=complaint(*states)
        )

    return (
        _maker(case)("rate", "代填评价", care.RateTicket, Move.RATE, fields=(_STAR,), minor=True),
        act("uphold", "回电：属实", care.UpholdComplaint, ComplaintState.CALL_BACK),
        act("dismiss", "回电：不属实", care.DismissComplaint, ComplaintState.CALL_BACK),
        act("fixed", "已整改", care.FixComplaint, ComplaintState.UPHELD),
    )  # fmt: skip


def _maker(case: GetCase) -> Callable[..., Action]:
    """Actions on the open case that are offered while its state allows the move."""

    def fits(move: Move) -> bool:
        found = case()
        return found is not None and not isinstance(next_state(found.row.state, move), Refused)

    def make(key: str, words: str, command: Any, move: Move, **more: Any) -> Action:
        return Action(key, words, command, fixed=lambda: _id(case), offered=lambda: fits(move), **more)

    return make


def _id(case: GetCase) -> dict[str, Any]:
    found = case()
    return {"ticket": found.row.id} if found else {}
