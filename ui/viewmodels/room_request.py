"""The request for a room: how to reach the party, what for, how many, the rules, and sending it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import bookings, records
from kiosk.commands.base import TimeOfDay, fields_of
from kiosk.commands.booking_series import RequestSeries
from kiosk.domain.reasons import Reason
from kiosk.reports.sentences import sentence
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import day_words
from ui.viewmodels.paging import Paged
from ui.viewmodels.records import RecordModel
from ui.viewmodels.room_calendar import RoomCalendar
from ui.viewmodels.room_offers import RoomOffers
from ui.viewmodels.room_party import RoomParty
from ui.viewmodels.room_repeat import RoomRepeat
from ui.viewmodels.room_result import RoomResult
from ui.viewmodels.room_things import RoomThings
from ui.viewmodels.rooms import Rooms
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

PHONE_DIGITS = 11
_FACTS_LARGE = 4
PURPOSES = {
    "开会": "users",
    "读书会": "book-open",
    "合唱排练": "music",
    "打球": "volleyball",
    "讲座": "mic",
    "亲子活动": "baby",
    "其他": "ellipsis",
}
FIELDS = {Reason.BAD_PHONE: "contact", Reason.BAD_NAME: "contact", Reason.OVER_CAPACITY: "purpose"}
OTHER_TIME = {
    Reason.SLOT_TAKEN, Reason.OCCUPIED, Reason.TOO_SOON, Reason.TOO_FAR_AHEAD, Reason.PAST_DATE,
    Reason.BAD_TIMES, Reason.CLOSED_DAY, Reason.OUTSIDE_HOURS, Reason.TOO_LATE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    key: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class FactRow:
    icon: str
    label: str
    text: str


@QmlElement
@QmlSingleton
class RoomRequest(ViewModel):
    """`refused` is why it was refused, in words, and `way_out` what to do about it."""

    changed = Signal()
    phone = shown(str, "phone", changed)
    contact = shown(str, "contact", changed)
    phone_error = shown(str, "phone_error", changed)
    contact_error = shown(str, "contact_error", changed)
    purpose = shown(str, "purpose", changed)
    people = shown(int, "people", changed)
    refused = shown(str, "refused", changed)
    way_out = shown(str, "way_out", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules: records.BookingRules | None = None
        self._purposes = Paged(ChoiceRow)
        self._summary = RecordModel(FactRow)
        self._rule_rows = RecordModel(FactRow)
        self._show_purposes()

    purposes = Property(QObject, lambda self: self._purposes.model, constant=True)
    summary = Property(QObject, lambda self: self._summary, constant=True)
    rules = Property(QObject, lambda self: self._rule_rows, constant=True)
    more = Property(bool, lambda self: self._purposes.more, notify=changed)

    def fresh(self) -> dict[str, Any]:
        return {
            "phone": "", "contact": "", "phone_error": "", "contact_error": "", "purpose": "", "people": 0,
            "refused": "", "way_out": "", "target": "",
        }  # fmt: skip

    def reset(self) -> None:
        self._rules = None
        self._summary.show(())
        self._rule_rows.show(())
        super().reset()

    def retranslate(self) -> None:
        self._show_purposes()
        super().retranslate()

    @Slot()
    def turn(self) -> None:
        self._purposes.turn()
        self.changed.emit()

    @Slot()
    def begin_purpose(self) -> None:
        """The list as it fits the size of the moment, and a number of people to begin with."""
        self._show_purposes()
        seats = Rooms.the()._seats or 10
        self.put(people=min(self._people or min(10, seats), seats))

    @Slot(str)
    def type_phone(self, phone: str) -> None:
        self.put(phone=phone, phone_error="")

    @Slot(str)
    def type_contact(self, name: str) -> None:
        if name != self._contact:
            self.put(contact=name, contact_error="")

    @Slot(str)
    def choose_purpose(self, purpose: str) -> None:
        self.put(purpose=purpose)

    @Slot(int)
    def choose_people(self, people: int) -> None:
        self.put(people=people)

    @Slot()
    def show_rules(self) -> None:
        """The last page before sending: what was chosen, and what one agrees to."""
        self.put(refused="", way_out="")
        RoomOffers.the().reset()
        self._summary.show(self._facts())
        self.ask(bookings.BookingRulesOf(room=Rooms.the()._code), self._rules_came)

    @Slot()
    def send(self) -> None:
        self._send_wish(waitlist=RoomCalendar.the()._waits)

    @Slot()
    def send_waiting(self) -> None:
        """排候补: for the same time that somebody else has."""
        self._send_wish(waitlist=True)

    def _send_wish(self, waitlist: bool) -> None:
        times = RoomCalendar.the().times
        if times is None:
            return Rooms.the().back_to("day")
        wish = bookings.RequestBooking(
            room=Rooms.the()._code,
            date=date.fromisoformat(RoomCalendar.the()._day),
            start=TimeOfDay(times[0]),
            end=TimeOfDay(times[1]),
            party=RoomParty.the().party,
            people=self._people,
            contact_name=self._contact.strip() or None,
            contact_phone=self._phone,
            purpose=self._purpose,
            equipment=RoomThings.the().things,
            waitlist=waitlist,
        )
        return self.do(_repeated(wish, RoomRepeat.the().rule), self._answered)

    @Slot()
    def leave_refusal(self) -> None:
        """Where the way out leads: to the page whose answer must change, or home."""
        target = self._target
        self.put(refused="", way_out="", target="")
        RoomOffers.the().reset()
        Rooms.the().back_to(target) if target else Shell.the().home()

    def _answered(self, answer: Any) -> None:
        if answer.status != "refused":
            return RoomResult.the().show(answer)
        return self._refuse(Reason(answer.reason), answer.detail)

    def _refuse(self, reason: Reason, detail: dict[str, Any]) -> None:
        said = sentence(reason.value, detail, "en" if Shell.the()._english else "zh")
        if reason in (Reason.BAD_PHONE, Reason.BAD_NAME):
            return self._complain(reason, said)
        target, way_out = "", say("回首页")
        if reason in OTHER_TIME:
            target, way_out = "day", say("换一天或换个时段")
        elif reason is Reason.OVER_CAPACITY:
            target, way_out = "purpose", say("改人数")
        elif reason is Reason.NOT_EQUIPPED:
            target, way_out = "people" if Shell.the()._large else "purpose", say("改要用的东西")
        self.put(refused=said, way_out=way_out, target=target)
        return RoomOffers.the().look(reason, self._people)

    def _complain(self, reason: Reason, said: str) -> None:
        """Back to the field, with the error under it."""
        if reason is Reason.BAD_PHONE:
            self.put(phone_error=said)
            return Rooms.the().back_to("contact")
        if self._contact.strip():
            self.put(contact_error=said)
            return Rooms.the().back_to("contact")
        RoomParty.the().complain(said)
        return Rooms.the().back_to("new_party")

    def _show_purposes(self) -> None:
        self._purposes.show([ChoiceRow(key, say(key), icon) for key, icon in PURPOSES.items()])

    def _facts(self) -> list[FactRow]:
        calendar, people = RoomCalendar.the(), say("%1 人", self._people)
        when = day_words(date.fromisoformat(calendar._day)) if calendar._day else ""
        what = [say(self._purpose), people] if self._purpose else [people]
        repeated, needed = RoomRepeat.the().words, RoomThings.the().words
        things = [FactRow("plus", say("要用"), needed)] if needed else []
        facts = [
            FactRow("map-pin", say("场地"), Rooms.the()._name),
            FactRow("calendar-days", say("日期"), when),
            FactRow("clock", say("时间"), calendar._span),
            *([FactRow("refresh-cw", say("重复"), repeated)] if repeated else []),
            FactRow("users", say("谁来用"), RoomParty.the().words),
        ]
        if Shell.the()._large:
            return facts[:_FACTS_LARGE] + things
        return [
            *facts,
            FactRow("clipboard-list", say("做什么"), " · ".join(what)),
            *things,
            FactRow("phone", say("电话"), masked(self._phone)),
        ]

    def _rules_came(self, rules: records.BookingRules) -> None:
        self._rule_rows.show(short_rule_rows(rules) if Shell.the()._large else rule_rows(rules))
        self.changed.emit()


def _repeated(wish: bookings.RequestBooking, rule: str) -> bookings.RequestBooking | RequestSeries:
    """The same on each date of the rule; without one it stays a single request."""
    fields = {name: getattr(wish, name) for name in fields_of(bookings.RequestBooking)}
    return RequestSeries(**fields, rule=rule) if rule else wish


def rule_rows(rules: records.BookingRules) -> list[FactRow]:
    """The 诚信 rules in short sentences."""
    before, after = rules.check_in_before, rules.check_in_after
    rows = [
        FactRow("user-check", "", say("开始前 %1 分钟到开始后 %2 分钟内，来签到。", before, after)),
        FactRow("calendar-x", "", say("不来了，请至少提前 %1 小时取消。", rules.late_cancel_hours)),
    ]
    if rules.strikes_limit:
        said = say(
            "没来或晚取消，记 1 次失约。%2 天内 %1 次，暂停预约 %3 天。",
            rules.strikes_limit, rules.strikes_days, rules.suspend_days,
        )  # fmt: skip
        rows.append(FactRow("shield-check", "", said))
    return rows


def short_rule_rows(rules: records.BookingRules) -> list[FactRow]:
    """The same for 长辈版, where all of it must be seen at once."""
    before, after = rules.check_in_before, rules.check_in_after
    rows = [
        FactRow("user-check", "", say("提前 %1 分钟起可签到，最晚迟到 %2 分钟。", before, after)),
        FactRow("calendar-x", "", say("不来请提前 %1 小时取消。", rules.late_cancel_hours)),
    ]
    if rules.strikes_limit:
        said = say("失约 %1 次，停约 %2 天。", rules.strikes_limit, rules.suspend_days)
        rows.append(FactRow("shield-check", "", said))
    return rows


def masked(phone: str) -> str:
    """138****1234"""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) == PHONE_DIGITS else phone
