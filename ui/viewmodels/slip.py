"""A slip held to the scanner, or one's own booking: what became of its ticket or booking, checking in, calling it off."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.booking_changes import ReleaseBooking
from kiosk.commands.bookings import CancelBooking, CheckIn
from kiosk.commands.explanations import ExplainOutcome
from kiosk.commands.tickets import CancelTicket
from kiosk.domain.states import BookingState, OutcomeStatus
from ui import context
from ui.viewmodels import slip_words as words
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import day_words, span_words
from ui.viewmodels.explained_words import ToldRow, told_row
from ui.viewmodels.identity import Identity
from ui.viewmodels.records import plain
from ui.viewmodels.sentences import language, sentence
from ui.viewmodels.shell import Shell
from ui.viewmodels.slip_holder import Holder
from ui.viewmodels.slip_rating import SlipRating
from ui.viewmodels.ticket_rows import in_language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_PAGE = "kiosk/slip/SlipPage.qml"
_LOOK_AGAIN_MS = 5000


@QmlElement
@QmlSingleton
class Slip(ViewModel):
    """`kind` is ticket, booking, refused or unknown. It looks again every few seconds while it lies there."""

    changed = Signal()
    _slip: records.Slip | None
    _holder: Holder
    kind = shown(str, "kind", changed)
    title = shown(str, "title", changed)
    sub = shown(str, "sub", changed)
    icon = shown(str, "icon", changed)
    tone = shown(str, "tone", changed)
    number = shown(str, "number", changed)
    name = shown(str, "name", changed)
    day = shown(str, "day", changed)
    span = shown(str, "span", changed)
    way = shown(str, "way", changed)
    pending = shown(bool, "pending", changed)
    note = shown(str, "note", changed)
    cancellable = shown(bool, "cancellable", changed)
    check_in_shown = shown(bool, "check_in_shown", changed)
    check_in_open = shown(bool, "check_in_open", changed)
    check_in_reason = shown(str, "check_in_reason", changed)
    asking = shown(bool, "asking", changed)
    warning = shown(str, "warning", changed)
    dates = shown(str, "dates", changed)
    dates_left = shown(int, "dates_left", changed)
    in_use = shown(bool, "in_use", changed)
    ending = shown(bool, "ending", changed)
    refusal = shown("QVariantMap", "refusal", changed)
    rateable = shown(bool, "rateable", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look_again)

    def fresh(self) -> dict[str, Any]:
        return {
            "holder": Holder(), "slip": None, "told": None, "read": None, "kind": "unknown", "title": "", "sub": "", "icon": "",
            "tone": "plain", "number": "", "name": "", "day": "", "span": "", "way": "", "pending": False,
            "note": "", "cancellable": False, "check_in_shown": False, "check_in_open": False,
            "check_in_reason": "", "asking": False, "warning": "", "dates": "",
            "dates_left": 0, "in_use": False, "ending": False, "refusal": plain(ToldRow()), "rateable": False,
        }  # fmt: skip

    def reset(self) -> None:
        self._timer.stop()
        super().reset()

    def retranslate(self) -> None:
        self._compose()

    def show(self, code: str, slip: records.Slip, told: Any) -> None:
        """What a code stands for, and what became of its check-in, None where none was wished."""
        self._open(Holder(code=code), slip, told=told)

    @Slot(str)
    def look_up_own(self, booking: str) -> None:
        """From 我的: whoever stands there with card and PIN needs no slip."""
        if not self.is_busy:
            self._look_up(Holder(booking=booking, card=Identity.the()._card))

    def not_known(self, read: records.CodeRead) -> None:
        """It is none of ours, or opens nothing here: say what it is, and what can be scanned."""
        self._open(Holder(), records.Slip(), read=read)

    @Slot()
    def wish_cancel(self) -> None:
        self.put(asking=True)

    @Slot()
    def keep(self) -> None:
        self.put(asking=False, ending=False)

    @Slot()
    def cancel_all(self) -> None:
        """This date of a series and all that follow."""
        self._wish(CancelBooking(**self._holder.meant, whole_series=True), self._cancelled)

    @Slot()
    def wish_end(self) -> None:
        self.put(ending=True)

    @Slot()
    def end(self) -> None:
        """They leave earlier than they had said: the room is given back."""
        self._wish(ReleaseBooking(**self._holder.meant), self._ended)

    @Slot()
    def cancel(self) -> None:
        wish = CancelTicket if self._kind == "ticket" else CancelBooking
        self._wish(wish(**self._holder.meant), self._cancelled)

    @Slot()
    def understood(self) -> None:
        """知道了: whoever holds the slip has read why it did not work out."""
        if self._kind != "refused":
            return Shell.the().back()
        self._wish(ExplainOutcome(**self._holder.meant), lambda _: Shell.the().back())

    @Slot()
    def check_in(self) -> None:
        self._wish(CheckIn(**self._holder.meant), self._came)

    def _look_up(self, holder: Holder) -> None:
        self._send(holder.look, lambda slip: self._open(holder, slip))

    def _wish(self, command: Any, done: Callable[[Any], None]) -> None:
        holder = self._holder
        if not self.is_busy:
            self._run(lambda station: holder.do(station, command), done)

    def _open(
        self, holder: Holder, slip: records.Slip, told: Any = None, read: records.CodeRead | None = None
    ) -> None:
        there = str(Shell.the()._page).startswith("slip.")
        self.reset()
        self._holder, self._slip, self._told, self._read = holder, slip, told, read
        SlipRating.the().begin(slip.ticket.id if slip.ticket else "", holder.code)
        self._compose()
        self._timer.start()
        if not there:
            Shell.the().open(_PAGE)

    def _cancelled(self, answer: Any) -> None:
        self.put(asking=False, note="")
        if answer.status == OutcomeStatus.REFUSED:
            self.put(note=sentence(answer.reason, answer.detail))
        elif answer.result.get("strike") or answer.result.get("strikes"):
            self.put(note=say("这次取消晚了，记了一次失约。"))
        self._refresh()

    def _ended(self, answer: Any) -> None:
        refused = answer.status == OutcomeStatus.REFUSED
        self.put(ending=False, told=None, note=sentence(answer.reason, answer.detail) if refused else "")
        self._refresh()

    def _came(self, answer: Any) -> None:
        self._told = answer
        self._refresh()

    def _look_again(self) -> None:
        """Someone who has gone back does not look any more."""
        if not str(Shell.the()._page).startswith("slip."):
            self._timer.stop()
        elif not self.is_busy and not self._asking and not self._ending:
            self._refresh()

    def _refresh(self) -> None:
        """Beside the road of wishes: a finger must not find it busy."""
        if self._holder:
            context.current().background.run(self._holder.look, self._show)

    def _show(self, slip: records.Slip) -> None:
        self._slip = slip
        self._compose()

    def _compose(self) -> None:
        slip = self._slip
        if slip is None:
            return self.changed.emit()
        if slip.ticket is not None:
            return self._compose_ticket(slip.ticket)
        if slip.booking is not None:
            return self._compose_booking(slip, slip.booking)
        if slip.refused is not None:
            return self._compose_refused(slip.refused)
        self._put_state("unknown", words.unknown_state(self._read, language()), cancellable=False)

    def _compose_ticket(self, ticket: records.Ticket) -> None:
        now = context.current().clock()
        cancellable = ticket.state in words.CANCELLABLE_TICKETS and not words.is_over(ticket, now)
        self._put_state(
            "ticket", words.ticket_state(ticket, now), number=ticket.number, pending=ticket.pending,
            name=in_language(ticket, "item_name", Shell.the()._english), cancellable=cancellable,
            warning=say("取消后要重新排队。"), rateable=ticket.rateable,
        )  # fmt: skip

    def _compose_booking(self, slip: records.Slip, found: records.BookingSlip) -> None:
        now, booking, english = context.current().clock(), found.booking, Shell.the()._english
        told = self._told
        state = words.arrival(told, slip, language()) if told else words.booking_state(slip, now, english)
        approved = booking.status is BookingState.APPROVED
        opens, closes = slip.check_in_from, slip.check_in_until
        late = closes is not None and now > closes
        self._put_state(
            "booking", state, number=booking.number, pending=booking.pending,
            name=in_language(booking, "room_name", english), day=day_words(booking.date),
            span=span_words(booking.start, booking.end), way=(english and found.way_en) or found.way,
            cancellable=words.may_cancel(booking, now) and not late,
            check_in_shown=approved and not late and booking.date == now.date(),
            check_in_open=words.may_check_in_now(slip, now),
            check_in_reason=words.from_short(opens) if opens is not None else "", warning=_warning(slip, found.rules),
            dates=words.dates_words(booking, now), dates_left=words.dates_left(booking, now),
            in_use=booking.status is BookingState.CHECKED_IN and not told,
        )  # fmt: skip

    def _compose_refused(self, refused: records.Explained) -> None:
        row = told_row(refused, Shell.the()._english)
        self._put_state("refused", words.refused_state(), refusal=plain(row), cancellable=False)

    def _put_state(self, kind: str, state: words.State, **values: Any) -> None:
        self.put(kind=kind, title=state.title, sub=state.sub, icon=state.icon, tone=state.tone, **values)


def _warning(slip: records.Slip, rules: records.BookingRules) -> str:
    """What calling it off now would mean."""
    if not slip.strike:
        return say("场地会给别人用。\n现在取消不算失约。")
    return say("离开始不到 %1 小时，\n现在取消会记一次失约。", rules.late_cancel_hours)
