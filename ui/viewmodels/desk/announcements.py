"""公告: what everybody in the hall is told, on the calling board between calls."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import announcements as wishes
from kiosk.commands import records
from kiosk.commands.base import Command, from_fields
from kiosk.domain.announcements import MOST, MOST_ENGLISH
from kiosk.domain.states import AnnouncementState
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.days import short_day
from ui.viewmodels.desk.fields import Action, Field
from ui.viewmodels.desk.forms import Actions
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.pane import line, section
from ui.viewmodels.desk.table import Column, Line, Table
from ui.viewmodels.desk.told import Told
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_STATES = {
    AnnouncementState.SHOWN: ("正在显示", "good"), AnnouncementState.COMING: ("还没开始", "wait"),
    AnnouncementState.OVER: ("日子过了", "muted"), AnnouncementState.WITHDRAWN: ("已撤下", "muted"),
}  # fmt: skip
_COLUMNS = (
    Column("公告", 0),
    Column("哪天起", 110, "from"),
    Column("到哪天", 110, "until"),
    Column("状态", 110),
)
_USUAL_DAYS = 7


@QmlElement
@QmlSingleton
class Announcements(DeskModel):
    """`text` and `text_en` are of the chosen one, as the board shows it."""

    changed = Signal()
    text = shown(str, "text", changed)
    text_en = shown(str, "text_en", changed)
    facts = shown("QVariantList", "facts", changed)
    which = shown("QVariantList", "which", changed)

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[str, records.AnnouncementRow] = {}
        self._table = Table(self, "announcements", _COLUMNS, self._line, self.open)
        self._actions = Actions(self, self._of_one(), self._done)
        self._new = Actions(self, (_post(),), self._done)
        self.operator_changed()

    table = Property(Table, lambda model: model._table, constant=True)
    actions = Property(Actions, lambda model: model._actions, constant=True)
    making = Property(Actions, lambda model: model._new, constant=True)

    def fresh(self) -> dict[str, Any]:
        self._one: records.AnnouncementRow | None = None
        return {"text": "", "text_en": "", "facts": [], "which": _which()}

    @Slot()
    def show(self) -> None:
        self._table.appear()

    @Slot(str)
    def open(self, announcement: str) -> None:
        one = self._one = self._seen.get(announcement)
        self._actions.refresh()
        self.put(
            text=one.text if one else "", text_en=one.text_en if one else "", facts=_facts(one) if one else []
        )

    def retranslate(self) -> None:
        self._which = _which()
        self._table.retranslate()
        self._table.reload()
        self.open("")

    def operator_changed(self) -> None:
        self.reset()
        self._seen.clear()
        for one in (self._table, self._actions, self._new):
            one.clear()
        if self.operator() is not None:
            self._new.refresh()

    def _line(self, row: records.AnnouncementRow) -> Line:
        self._seen[row.id] = row
        if self._one is not None and self._one.id == row.id and self._one != row:
            self.open(row.id)
        words, tone = _STATES[row.state]
        return Line(row.id, (row.text, short_day(row.from_day), short_day(row.until_day), say(words)), tone)

    def _of_one(self) -> tuple[Action, ...]:
        def is_in(*states: AnnouncementState) -> bool:
            return self._one is not None and self._one.state in states

        def this() -> dict[str, Any]:
            return {"announcement": self._one.id} if self._one else {}

        alive = (AnnouncementState.SHOWN, AnnouncementState.COMING)
        return (
            Action(
                "change", "修改", wishes.ChangeAnnouncement, _fields(lambda: self._one),
                lambda: this() | {"text_en": ""},  # emptied on purpose, where nothing is typed
                lambda: is_in(*alive, AnnouncementState.OVER), told="公告改好了",
            ),
            Action(
                "withdraw", "撤下", wishes.WithdrawAnnouncement, fixed=this, offered=lambda: is_in(*alive), tone="error",
                told="公告撤下了",
            ),
            Action(
                "restore", "恢复", wishes.RestoreAnnouncement, fixed=this,
                offered=lambda: is_in(AnnouncementState.WITHDRAWN), told="公告恢复了",
            ),
        )  # fmt: skip

    def _done(self, action: Action, answer: Any) -> None:
        back = _way_back(action.command, answer.result)
        Told.the().say(say(action.told), undo=(lambda: self._send_back(back)) if back else None)
        self._look_again()

    def _send_back(self, back: Command) -> None:
        self.wish(back, lambda answer: self._look_again())

    def _look_again(self) -> None:
        self._table.refresh()

    def refused(self, answer: Any) -> None:
        """A colleague was first: what they did is seen at once."""
        self._look_again()


def _post() -> Action:
    return Action(
        "post", "贴公告", wishes.PostAnnouncement, _fields(lambda: None), icon="plus", shortcut="N",
        told="公告贴好了，叫号屏上会轮流显示",
    )  # fmt: skip


def _fields(of: Any) -> tuple[Field, ...]:
    """As the announcement is now; a new one from today for a week."""

    def day(name: str, later: int) -> Any:
        today = context.current().clock().date()
        return lambda: str(getattr(of(), name) if of() else today + timedelta(days=later))

    def text(name: str) -> Any:
        return lambda: getattr(of(), name) if of() else ""

    return (
        Field("text", "公告", default=text("text"), maximum=MOST, hint="例如：周六上午理发义诊，在一楼大厅"),
        Field("text_en", "英文公告", required=False, default=text("text_en"), maximum=MOST_ENGLISH),
        Field("from_day", "哪天起", "date", default=day("from_day", 0)),
        Field("until_day", "到哪天", "date", default=day("until_day", _USUAL_DAYS)),
    )  # fmt: skip


def _way_back(command: type[Command], result: dict[str, Any]) -> Command | None:
    this = result["announcement"]
    if command is wishes.PostAnnouncement or command is wishes.RestoreAnnouncement:
        return wishes.WithdrawAnnouncement(announcement=this)
    if command is wishes.WithdrawAnnouncement:
        return wishes.RestoreAnnouncement(announcement=this)
    return from_fields("change_announcement", {"announcement": this} | result["before"])


def _which() -> list[dict[str, str]]:
    states = [{"value": str(state), "words": say(words)} for state, (words, _) in _STATES.items()]
    return [{"value": "", "words": say("全部")}, *states]


def _facts(one: records.AnnouncementRow) -> list[dict[str, Any]]:
    days = say("%1 到 %2", short_day(one.from_day), short_day(one.until_day))
    lines = [("状态", say(_STATES[one.state][0])), ("显示", days), ("谁贴的", one.posted_by)]
    if one.pending:
        lines.append(("同步", say("待确认")))
    return [section("", (line(say(label), value) for label, value in lines if value))]
