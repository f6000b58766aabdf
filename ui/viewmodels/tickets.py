"""办事取号: an area, an item, how it is to be done, and the number."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.tickets import Areas, ItemsOf, NumberSlipOf, OpenTicket, QueueNow
from kiosk.domain.names import check_phone
from kiosk.domain.states import Mode, OutcomeStatus
from ui import context
from ui.viewmodels import ticket_rows as rows
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.help import Help
from ui.viewmodels.records import RecordModel
from ui.viewmodels.shell import Shell
from ui.viewmodels.ticket_again import TicketAgain
from ui.viewmodels.ticket_form import TicketForm
from ui.viewmodels.ticket_number import TicketNumber
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FIT, _FIT_LARGE = 6, 4
_AGAIN = frozenset({"too_many_numbers", "hub_unreachable"})


@QmlElement
@QmlSingleton
class Tickets(ViewModel):
    """What was chosen stays when one goes back, and is gone with 完成, home and wipe."""

    changed = Signal()
    areas_more = shown(str, "areas_more", changed)
    area_name = shown(str, "area_name", changed)
    items_more = shown(str, "items_more", changed)
    loaded = shown(bool, "loaded", changed)
    no_areas = shown(bool, "no_areas", changed)
    no_items = shown(bool, "no_items", changed)
    bring_something = shown(bool, "bring_something", changed)
    item_name = shown(str, "item_name", changed)
    about = shown(str, "about", changed)
    guide = shown(str, "guide", changed)
    promised = shown(str, "promised", changed)
    due = shown(str, "due", changed)
    ahead = shown(str, "ahead", changed)
    wait = shown(str, "wait", changed)
    facts = shown(str, "facts", changed)
    queue_words = shown(str, "queue_words", changed)
    closed = shown(str, "closed", changed)
    closed_short = shown(str, "closed_short", changed)
    can_take = shown(bool, "can_take", changed)
    needs_phone = shown(bool, "needs_phone", changed)
    mode = shown(str, "mode", changed)
    mode_name = shown(str, "mode_name", changed)
    several_modes = shown(bool, "several_modes", changed)
    priority = shown(bool, "priority", changed)
    form_words = shown(str, "form_words", changed)
    phone = shown(str, "phone", changed)
    phone_good = shown(bool, "phone_good", changed)
    taking = shown(bool, "taking", changed)
    refused = shown(str, "refused", changed)
    refused_advice = shown(str, "refused_advice", changed)
    refused_action = shown(str, "refused_action", changed)

    _area: Any
    _item: Any
    _queue: Any
    _area_rows: tuple[Any, ...]
    _item_rows: tuple[Any, ...]
    _area_leaf: int
    _item_leaf: int
    _mode_name: str

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._areas = RecordModel(rows.ChoiceRow)
        self._items = RecordModel(rows.ChoiceRow)
        self._materials = RecordModel(rows.MaterialRow)
        self._modes = RecordModel(rows.ChoiceRow)

    areas = Property(QObject, lambda self: self._areas, constant=True)
    items = Property(QObject, lambda self: self._items, constant=True)
    materials = Property(QObject, lambda self: self._materials, constant=True)
    modes = Property(QObject, lambda self: self._modes, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "area_rows": (), "area_leaf": 0, "areas_more": "", "area": None, "area_name": "",
            "item_rows": (), "item_leaf": 0, "items_more": "", "loaded": False, "no_areas": False,
            "no_items": False, "bring_something": False, "item": None, "item_name": "", "about": "",
            "guide": "", "promised": "", "due": "", "queue": None, "ahead": "", "wait": "",
            "queue_words": "", "facts": "", "closed": "", "closed_short": "", "can_take": False, "needs_phone": False, "mode":
            "", "mode_name": "", "several_modes": False, "priority": False, "form_words": "", "phone":
            "", "phone_good": False, "taking": False, "refused": "", "refused_advice": "",
            "refused_action": "", "again": False, "asked_with": None,
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        for model in (self._areas, self._items, self._materials, self._modes):
            model.show([])

    def retranslate(self) -> None:
        self._compose()

    @Slot()
    def load(self) -> None:
        self.ask(Areas(), self._show_areas)
        self.ask(QueueNow(), self._show_queue)

    @Slot(str)
    def choose_area(self, code: str) -> None:
        self._area = next(area for area in self._area_rows if area.code == code)
        self._items.show([])
        self.put(item_rows=(), item_leaf=0, loaded=False, no_items=False)
        self._compose()
        Shell.the().open("kiosk/tickets/ItemsPage.qml")

    @Slot()
    def load_items(self) -> None:
        if self._area is not None:
            self.ask(ItemsOf(area=self._area.code), self._show_items)

    @Slot()
    def turn_areas(self) -> None:
        self._area_leaf += 1
        self._compose()

    @Slot()
    def turn_items(self) -> None:
        self._item_leaf += 1
        self._compose()

    @Slot(str)
    def choose_item(self, code: str) -> None:
        """The same item again keeps what was chosen for it."""
        if self._item is None or self._item.code != code:
            self._item = next(item for item in self._item_rows if item.code == code)
            self._mode = self._modes_now()[0].value
            TicketForm.the().begin(self._item)
        self._forget_refusal()
        self._compose()
        Shell.the().open("kiosk/tickets/ItemPage.qml")

    @Slot()
    def look_at_queue(self) -> None:
        """Asked each time that the page comes to the front."""
        self._compose()
        if self._item is not None:
            self.ask(QueueNow(item=self._item.code), self._show_queue)

    @Slot(str)
    def choose_mode(self, mode: str) -> None:
        self._mode = mode
        self._forget_refusal()
        self._compose()

    @Slot(bool)
    def set_priority(self, priority: bool) -> None:
        self.put(priority=priority)

    @Slot(str)
    def type_phone(self, phone: str) -> None:
        self.put(phone=phone, phone_good=isinstance(check_phone(phone), str))

    @Slot()
    def take(self) -> None:
        """取号. Who has just taken a number for the same thing is asked whether that is meant."""
        if not TicketAgain.the().holds_back(self._item.code):
            self.take_anyway()

    def take_anyway(self) -> None:
        """Who sends us on an errand or home is asked for a phone first, and may leave it out; who wants a call may not."""
        if self._mode == Mode.COUNTER or TicketForm.the().phone:
            self._open_ticket(TicketForm.the().phone)
        else:
            Shell.the().open("kiosk/tickets/PhonePage.qml")

    @Slot()
    def take_with_phone(self) -> None:
        self._open_ticket(self._phone)

    @Slot()
    def take_without_phone(self) -> None:
        self._open_ticket(None)

    @Slot()
    def act_on_refusal(self) -> None:
        """The one button of the refusal: once more, or someone who helps."""
        if not self._again:
            return Help.the().offer()
        self._forget_refusal()
        self._open_ticket(self._asked_with)

    def _open_ticket(self, phone: str | None) -> None:
        """In one go at the worker: the number, and what its slip says."""
        if self._taking:
            return
        wish = OpenTicket(
            item=self._item.code, form=TicketForm.the().answers or None, mode=Mode(self._mode),
            priority=self._priority, phone=phone,
        )  # fmt: skip

        def work(station: Any) -> tuple[Any, Any]:
            answer = station.do(wish)
            if answer.status == OutcomeStatus.REFUSED:
                return answer, None
            return answer, station.ask(NumberSlipOf(ticket=answer.result["ticket"]))

        self._forget_refusal()
        self.put(taking=True, asked_with=phone)
        self._run(work, lambda told: self._answered(told[0], told[1], phone))

    def _answered(self, answer: Any, slip: Any, phone: str | None) -> None:
        self.put(taking=False)
        if answer.status == OutcomeStatus.REFUSED:
            return self._show_refusal(answer)
        TicketAgain.the().remember(self._item.code, slip.number)
        TicketNumber.the().show(answer, slip, phone)
        Shell.the().finish("kiosk/tickets/NumberPage.qml")

    def _show_refusal(self, answer: Any) -> None:
        again = answer.reason in _AGAIN
        refused, advice = rows.refusal_words(answer.reason, answer.detail, Shell.the()._language)
        action = say("再试一次") if again else say("叫人帮忙")
        self.put(refused=refused, refused_advice=advice, again=again, refused_action=action)

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self.put(taking=False, refused=self._problem, again=False, refused_action=say("叫人帮忙"))

    def _forget_refusal(self) -> None:
        self.put(refused="", refused_advice="", refused_action="", again=False)

    def _show_areas(self, found: Any) -> None:
        self._area_rows, self._loaded, self._no_areas = tuple(found), True, not found
        self._compose()

    def _show_items(self, found: Any) -> None:
        self._item_rows, self._loaded, self._no_items = tuple(found), True, not found
        self._compose()

    def _show_queue(self, queue: Any) -> None:
        """The counters may have closed, or opened, since the item was chosen."""
        self._queue = queue
        if self._item is not None and self._mode not in self._modes_now():
            self._mode = self._modes_now()[0].value
        self._compose()

    def _modes_now(self) -> tuple[Mode, ...]:
        return rows.modes_now(self._item, self._queue is None or self._queue.open)

    def _compose(self) -> None:
        """All texts, in the language and size of the moment."""
        english, fit = Shell.the()._english, _FIT_LARGE if Shell.the()._large else _FIT
        areas = rows.leaf(self._area_rows, self._area_leaf, fit)
        items = rows.leaf(self._item_rows, self._item_leaf, fit)
        self._areas.show([rows.area_row(area, english) for area in areas])
        self._items.show([rows.item_row(item, english) for item in items])
        if self._area is not None:
            self._area_name = rows.in_language(self._area, "name", english)
        self._areas_more = rows.more_words(self._area_rows, self._area_leaf, fit)
        self._items_more = rows.more_words(self._item_rows, self._item_leaf, fit)
        self._compose_queue()
        if self._item is not None:
            self._compose_item(english)
        self.changed.emit()

    def _compose_queue(self) -> None:
        if (queue := self._queue) is None:
            return
        self._ahead, self._wait = rows.ahead_words(queue.ahead), rows.wait_words(queue.ahead, queue.minutes)
        self._queue_words = say("%1，%2", self._ahead, self._wait)
        self._closed, self._closed_short = "", ""
        if not queue.open:
            now = context.current().clock()
            opens = rows.opening_words(queue.opens, now) if queue.opens else ""
            self._closed = say("窗口下班了，%1 再开，可以留电话。", opens) if opens else say("窗口下班了。")
            self._closed_short = say("%1 起打给您", opens) if opens else say("留个电话等我们")
            self._queue_words = self._closed
        self._can_take = queue.open or self._mode not in ("", Mode.COUNTER)
        self._needs_phone = self._mode == Mode.CALLBACK

    def _compose_item(self, english: bool) -> None:
        item, mode = self._item, rows.mode_row(Mode(self._mode))
        self._item_name = rows.in_language(item, "name", english)
        self._about = rows.in_language(item, "about", english)
        self._guide = rows.in_language(item, "guide", english)
        self._promised, self._due = rows.promise_words(item.promised_days), rows.due_words(item.due)
        self._bring_something = bool(item.materials)
        self._materials.show([rows.material_row(material, english) for material in item.materials])
        modes = self._modes_now()
        if [row.code for row in self._modes.rows] != list(modes) or self._mode_name != mode.name:
            self._modes.show([rows.mode_row(each) for each in modes])
        self._compose_wait()
        self._facts = say("%1 · %2", self._ahead, self._promised)
        self._mode_name, self._several_modes = mode.name, len(modes) > 1
        self._form_words = self._words_of_form()

    def _compose_wait(self) -> None:
        """Who is called by phone does not queue."""
        if self._mode == Mode.CALLBACK:
            self._ahead, self._wait = say("窗口下班了"), self._closed_short
        elif self._mode != Mode.COUNTER:
            self._ahead, self._wait = say("不用排队"), say("留个电话等我们")

    def _words_of_form(self) -> str:
        form = TicketForm.the()
        if not form.length:
            return ""
        return say("已填 %1 项，点这里改", len(form.answers)) if form.answers else say("先填几项，窗口更快")
