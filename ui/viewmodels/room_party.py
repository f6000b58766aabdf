"""Who the room is for: an organisation that the station knows, a new group, or a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import bookings, records
from kiosk.domain.states import PartyKind
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import month_day
from ui.viewmodels.paging import Paged
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

PERSON, NEW = "person", "new"
KIND_WORDS = {
    PartyKind.ORGANISATION: "单位",
    PartyKind.GROUP: "团体",
    PartyKind.PARTY_BRANCH: "党支部",
    PartyKind.PERSON: "个人",
}
_ICONS = {
    PartyKind.ORGANISATION: "building-2",
    PartyKind.GROUP: "users",
    PartyKind.PARTY_BRANCH: "flag",
    PartyKind.PERSON: "user",
}
_KINDS = {
    PartyKind.GROUP: "兴趣队、楼栋群、老乡会",
    PartyKind.ORGANISATION: "公司、学校、社会组织",
    PartyKind.PARTY_BRANCH: "社区或单位的支部",
}
_TO_BE_NAMED = "%1（名称待补）"  # as the desk reads it, whatever language was spoken


@dataclass(frozen=True, slots=True)
class PartyRow:
    """`key` is an organisation's id, `person` or `new`; `reason` says why it cannot be chosen now."""

    key: str
    name: str
    sub: str
    icon: str
    reason: str


@dataclass(frozen=True, slots=True)
class KindRow:
    key: str
    text: str
    sub: str
    icon: str


@QmlElement
@QmlSingleton
class RoomParty(ViewModel):
    """`key` is the row chosen; `kind` and `new_name` describe a group that is not in the list."""

    changed = Signal()
    key = shown(str, "key", changed)
    kind = shown(str, "kind", changed)
    new_name = shown(str, "new_name", changed)
    error = shown(str, "error", changed)
    ready = shown(bool, "ready", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: Sequence[records.PartyChoice] = ()
        self._rows = Paged(PartyRow)
        self._kinds = Paged(KindRow)
        self._show_kinds()

    parties = Property(QObject, lambda self: self._rows.model, constant=True)
    kinds = Property(QObject, lambda self: self._kinds.model, constant=True)
    more = Property(bool, lambda self: self._rows.more, notify=changed)

    def fresh(self) -> dict[str, Any]:
        return {"key": "", "kind": "", "new_name": "", "error": "", "ready": False}

    def reset(self) -> None:
        self._known = ()
        self._rows.clear()
        super().reset()

    def retranslate(self) -> None:
        self._show_kinds()
        self._show()

    @property
    def party(self) -> bookings.Party:
        """As the command says it; a name left to the desk is said to be missing."""
        for known in self._known:
            if known.id == self._key:
                return bookings.Party(kind=known.kind, name=known.name, uscc=known.uscc)
        if self._key == NEW:
            kind = PartyKind(self._kind)
            return bookings.Party(
                kind=kind, name=self._new_name.strip() or _TO_BE_NAMED.replace("%1", KIND_WORDS[kind])
            )
        return bookings.Party(kind=PartyKind.PERSON, name="")

    @property
    def words(self) -> str:
        """For the summary; a person needs no name."""
        party = self.party
        return party.name if self._key != PERSON and self._named else say(KIND_WORDS[party.kind])

    @property
    def _named(self) -> bool:
        return bool(self._key != NEW or self._new_name.strip())

    @Slot()
    def load(self) -> None:
        self.ask(bookings.Parties(), self._came)

    @Slot()
    def turn(self) -> None:
        self._rows.turn()
        self.changed.emit()

    @Slot(str)
    def choose(self, key: str) -> None:
        self.put(key=key, error="")
        page = "NewPartyPage" if key == NEW else "ContactPage"
        Shell.the().open(f"kiosk/rooms/{page}.qml")

    @Slot(str)
    def choose_kind(self, kind: str) -> None:
        self.put(kind=kind)

    @Slot(str)
    def type_name(self, name: str) -> None:
        if name != self._new_name:
            self.put(new_name=name, error="")

    def complain(self, error: str) -> None:
        self.put(error=error)

    def _came(self, known: Sequence[records.PartyChoice]) -> None:
        self._known = known
        self._show()

    def _show(self) -> None:
        person = PartyRow(PERSON, say("个人或家庭"), say("不用填名称"), "user", "")
        new = PartyRow(NEW, say("名单上没有"), say("别的单位、团体、党支部"), "plus", "")
        self._rows.show([*map(_row, self._known), person, new])
        self.put(ready=True)

    def _show_kinds(self) -> None:
        self._kinds.show(
            [
                KindRow(kind.value, say(KIND_WORDS[kind]), say(sub), _ICONS[kind])
                for kind, sub in _KINDS.items()
            ]
        )


def _row(known: records.PartyChoice) -> PartyRow:
    sub = say(KIND_WORDS[known.kind])
    if known.verified:
        sub += " · " + say("已认证")
    until = known.suspended_until
    reason = say("暂停预约到 %1", month_day(until)) if until else say("已暂停预约") if known.suspended else ""
    return PartyRow(known.id, known.name, sub, _ICONS[known.kind], reason)
