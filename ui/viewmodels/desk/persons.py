"""People: found by a part of the name, masked until opened; organisations and who belongs to them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.desk import DeskChoicesNow
from kiosk.commands.organisations import ReinstateOrganisation, SuspendOrganisation
from kiosk.commands.people_desk import OpenPerson, OrganisationOf, PersonOf
from kiosk.domain.codes import ScanKind
from ui.viewmodels.base import shown
from ui.viewmodels.desk.fields import Action, Options
from ui.viewmodels.desk.finder import PLACES, Place
from ui.viewmodels.desk.forms import Actions
from ui.viewmodels.desk.merging import Merging
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.organisation_actions import new_organisations, organisation_actions
from ui.viewmodels.desk.organisation_words import organisation_line, organisation_name, organisation_sections
from ui.viewmodels.desk.person_actions import newcomers, person_actions
from ui.viewmodels.desk.person_words import person_line, person_sections
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.table import Column, Table
from ui.viewmodels.desk.told import Told
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_PEOPLE = (Column("姓名", 150, "name"), Column("电话", 140), Column("卡号"), Column("类别", 70))
_ORGANISATIONS = (Column("名称", 0, "name"), Column("种类", 120, "kind"), Column("状态", 116))

_WHICH = (("", "全部居民"), ("wishes", "本人有要求的"), ("alike", "可能重复的"))
_LOOK_MS = 120_000
"""Then what was opened is masked again."""


@QmlElement
@QmlSingleton
class Persons(DeskModel):
    """`handed` are a new card's number and PIN, to be said once."""

    changed = Signal()
    part = shown(str, "part", changed)
    which = shown("QVariantList", "which", changed)
    name = shown(str, "name", changed)
    sections = shown("QVariantList", "sections", changed)
    organisation = shown(str, "organisation", changed)
    organisation_parts = shown("QVariantList", "organisation_parts", changed)
    handed_card = shown(str, "handed_card", changed)
    handed_pin = shown(str, "handed_pin", changed)

    def __init__(self) -> None:
        super().__init__()
        self._person: records.Person | None = None
        self._group: records.Organisation | None = None
        self._texts: tuple[records.Named, ...] = ()
        self._table = Table(self, "people", _PEOPLE, person_line, self.open)
        self._groups = Table(self, "organisations", _ORGANISATIONS, organisation_line, self.open_organisation)
        actions = person_actions(lambda: self._person, self._consents, self._begin_merging)
        self._actions = Actions(self, actions, self._done)
        self._new = Actions(self, newcomers(self._consents), self._done)
        self._group_actions = Actions(self, organisation_actions(lambda: self._group), self._done)
        self._new_group = Actions(self, new_organisations(), self._done)
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self.mask)
        Session.the().changed.connect(self._mask_if_locked)
        self.operator_changed()

    table = Property(Table, lambda persons: persons._table, constant=True)
    groups = Property(Table, lambda persons: persons._groups, constant=True)
    actions = Property(Actions, lambda persons: persons._actions, constant=True)
    making = Property(Actions, lambda persons: persons._new, constant=True)
    group_actions = Property(Actions, lambda persons: persons._group_actions, constant=True)
    making_group = Property(Actions, lambda persons: persons._new_group, constant=True)

    def fresh(self) -> dict[str, Any]:
        texts = ("name", "organisation", "handed_card", "handed_pin")
        return dict.fromkeys(texts, "") | {
            "part": "people",
            "which": _which(),
            "sections": [],
            "organisation_parts": [],
        }

    @Slot()
    def show(self) -> None:
        """The page has come into sight; whoever was open is masked again."""
        for table in (self._table, self._groups):
            table.appear()
        if self._person is not None:
            self.open(self._person.row.id)

    @Slot()
    def mask(self) -> None:
        """Nobody looks any more: the page was left, the desk locked, or a while has gone by."""
        if self._person is not None and self._person.opened:
            key = self._person.row.id
            self._show_person(None)
            self.open(key)

    @Slot(str)
    def turn_to(self, part: str) -> None:
        self.put(part=part)

    @Slot(str)
    def seek(self, text: str) -> None:
        """From anywhere at the desk: a name, card or telephone."""
        self._table.seek(text)
        self.put(part="people")

    @Slot(str)
    def open(self, resident: str) -> None:
        self.ask(PersonOf(resident=resident), self._show_person)

    @Slot(str)
    def open_organisation(self, organisation: str) -> None:
        self.ask(OrganisationOf(organisation=organisation), self._show_organisation)

    @Slot()
    def handed_over(self) -> None:
        self.put(handed_card="", handed_pin="")

    def retranslate(self) -> None:
        self._which = _which()
        for table in (self._table, self._groups):
            table.retranslate()
            table.reload()
        self._show_person(self._person)
        self._show_organisation(self._group)

    def _show_person(self, person: records.Person | None) -> None:
        self._person = person
        if person is not None and person.opened:
            self._look.start()
        self._actions.refresh()
        self.put(name=person.name if person else "", sections=person_sections(person) if person else [])

    def _show_organisation(self, found: records.Organisation | None) -> None:
        self._group = found
        self._group_actions.refresh()
        self.put(
            organisation=organisation_name(found.row) if found else "",
            organisation_parts=organisation_sections(found) if found else [],
        )

    def _done(self, action: Action, answer: Any) -> None:
        result = answer.result
        Told.the().say(say(action.told or action.words), self._way_back(action, result))
        if "pin" in result:
            self.put(handed_card=str(result.get("card", "")), handed_pin=str(result["pin"]))
        for table in (self._table, self._groups):
            table.refresh()
        if self._group is not None:
            self.open_organisation(self._group.row.id)
        key = result.get("resident") or (self._person.row.id if self._person else "")
        if key:
            opened = action.command is OpenPerson
            self.ask(PersonOf(resident=key, opened=opened), self._show_person)

    def _way_back(self, action: Action, result: dict[str, Any]) -> Callable[[], None] | None:
        """Of a suspension; other things have their own opposite among the buttons, or none."""
        if action.command is not SuspendOrganisation:
            return None
        key = str(result["organisation"])
        return lambda: self.wish(ReinstateOrganisation(organisation=key), lambda answer: self._undone(key))

    def _undone(self, organisation: str) -> None:
        Told.the().say(say("撤销了，照常预约"))
        self._groups.refresh()
        self.open_organisation(organisation)

    def _begin_merging(self) -> None:
        if self._person is not None:
            Merging.the().begin(self._person, self._merged)

    def _merged(self, kept: str) -> None:
        Told.the().say(say("合并成一个人了"))
        self._table.search("")  # the name that was looked for may be gone
        self.ask(PersonOf(resident=kept, opened=True), self._show_person)

    def _consents(self) -> Options:
        return [(one.code, one.name_en if language() == "en" else one.name) for one in self._texts]

    def _mask_if_locked(self) -> None:
        if Session.the()._locked:
            self.mask()

    def operator_changed(self) -> None:
        self.reset()
        for one in (
            self._table,
            self._groups,
            self._actions,
            self._new,
            self._group_actions,
            self._new_group,
        ):
            one.clear()
        self._show_person(None)
        self._show_organisation(None)
        if self.operator() is not None:
            self.ask(DeskChoicesNow(), self._know_choices)

    def _know_choices(self, found: records.DeskChoices) -> None:
        self._texts = found.consents
        self._new.refresh()
        self._new_group.refresh()


def _which() -> list[dict[str, str]]:
    return [{"value": value, "words": say(words)} for value, words in _WHICH]


for _kind in (ScanKind.CARD, None):
    PLACES[_kind] = Place("people", lambda text: Persons.the().seek(text))
