"""Who works here: taken in, changed, given a new password; and one's own password, whoever one is."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import managers, operators, records
from kiosk.domain.states import OperatorRole
from ui.viewmodels.base import shown
from ui.viewmodels.desk.fields import Action, Field, Options
from ui.viewmodels.desk.forms import Actions
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.pane import line, section
from ui.viewmodels.desk.table import Column, Line, Table
from ui.viewmodels.desk.told import Told
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

ROLES: Options = (
    (str(OperatorRole.CLERK), "窗口"), (str(OperatorRole.LIBRARIAN), "图书管理员"),
    (str(OperatorRole.MANAGER), "站长"), (str(OperatorRole.VOLUNTEER), "志愿者"),
)  # fmt: skip
_WORDS = dict(ROLES)
_COLUMNS = (
    Column("姓名", 0, "name"),
    Column("登录名", 150, "login"),
    Column("岗位", 130, "role"),
    Column("状态", 130),
)
_PASSWORD = Field("password", "新的密码", "secret", hint="至少 8 个字，好记的一句话最好")
_AGAIN = Field("_again", "再填一次", "secret")


def _agree(values: dict[str, Any]) -> str:
    return "" if values["password"] == values["_again"] else "两次密码不一样，请再填一次"


@QmlElement
@QmlSingleton
class Operators(DeskModel):
    """`code` is a new recovery code, shown once."""

    changed = Signal()
    name = shown(str, "name", changed)
    sections = shown("QVariantList", "sections", changed)
    code = shown(str, "code", changed)

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[str, records.OperatorRow] = {}
        self._one: records.OperatorRow | None = None
        self._table = Table(self, "operators", _COLUMNS, self._line, self.open)
        self._actions = Actions(self, self._of_one(), self._done)
        self._new = Actions(self, _of_all(), self._done)
        self._own = Actions(self, _of_oneself(), self._done)
        self.operator_changed()

    table = Property(Table, lambda model: model._table, constant=True)
    actions = Property(Actions, lambda model: model._actions, constant=True)
    making = Property(Actions, lambda model: model._new, constant=True)
    own = Property(Actions, lambda model: model._own, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"name": "", "sections": [], "code": ""}

    @Slot()
    def show(self) -> None:
        self._table.appear()

    @Slot(str)
    def open(self, operator: str) -> None:
        self._one = self._seen.get(operator)
        self._actions.refresh()
        self.put(name=self._one.name if self._one else "", sections=_sections(self._one) if self._one else [])

    @Slot()
    def kept(self) -> None:
        self.put(code="")

    def retranslate(self) -> None:
        self._table.retranslate()
        self._table.reload()
        for one in (self._actions, self._new, self._own):
            one.refresh()
        self.changed.emit()

    def _of_one(self) -> tuple[Action, ...]:
        def whose() -> dict[str, Any]:
            return {"operator": self._one.id} if self._one else {}

        def there(active: bool | None = None) -> bool:
            return self._one is not None and active in (None, self._one.active)

        name = Field("name", "姓名", maximum=30, default=lambda: self._one.name if self._one else "")
        role = Field(
            "role", "岗位", "choice", options=ROLES, default=lambda: str(self._one.role) if self._one else ""
        )
        return (
            Action("change", "改姓名和岗位", operators.ChangeOperator, (name, role), whose, there),
            Action("password", "给新的密码", operators.SetPassword, (_PASSWORD, _AGAIN), whose, there, check=_agree),
            Action(
                "leave", "停用", operators.ChangeOperator, fixed=lambda: whose() | {"active": False},
                offered=lambda: there(True), confirm="停用后不能再登录，做过的事仍留着名字。", tone="error",
            ),
            Action(
                "back", "恢复", operators.ChangeOperator, fixed=lambda: whose() | {"active": True},
                offered=lambda: there(False),
            ),
        )  # fmt: skip

    def _line(self, row: records.OperatorRow) -> Line:
        self._seen[row.id] = row
        if self._one is not None and self._one.id == row.id and self._one != row:
            self.open(row.id)
        state = "已停用" if not row.active else "能登录" if row.can_sign_in else "还没有密码"
        tone = "muted" if not row.active else "" if row.can_sign_in else "wait"
        return Line(row.id, (row.name, row.login, say(_WORDS[str(row.role)]), say(state)), tone)

    def _done(self, action: Action, answer: Any) -> None:
        Told.the().say(say(action.told or action.words))
        if code := answer.result.get("recovery_code"):
            self.put(code=code)
        if self._table._loaded:
            self._table.refresh()

    def operator_changed(self) -> None:
        self.reset()
        self._seen.clear()
        for one in (self._table, self._actions, self._new, self._own):
            one.clear()
        if self.operator() is not None:
            self._new.refresh()
            self._own.refresh()


def _of_all() -> tuple[Action, ...]:
    return (
        Action(
            "add", "添加同事", operators.AddOperator, icon="plus", shortcut="N", told="已添加，再给一个密码就能登录",
            fields=(
                Field("name", "姓名", maximum=30), Field("login", "登录名", hint="小写字母和数字，例如 wang", maximum=40),
                Field("role", "岗位", "choice", options=ROLES, default="clerk"),
            ),
        ),
        Action(
            "recovery", "换我的恢复码", managers.DrawRecovery, told="旧的恢复码作废了",
            confirm="旧的恢复码会作废，新的只显示一次。",
        ),
    )  # fmt: skip


def _of_oneself() -> tuple[Action, ...]:
    old = Field("old", "现在的密码", "secret", required=False)
    return (
        Action(
            "own",
            "改我的密码",
            operators.SetPassword,
            (old, _PASSWORD, _AGAIN),
            check=_agree,
            told="密码改好了",
        ),
    )


def _sections(one: records.OperatorRow) -> list[dict[str, Any]]:
    state = "已停用" if not one.active else "能登录" if one.can_sign_in else "还没有密码"
    lines = (("登录名", one.login), ("岗位", say(_WORDS[str(one.role)])), ("状态", say(state)))
    return [section("", (line(say(label), value) for label, value in lines))]
