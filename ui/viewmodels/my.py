"""我的: what a resident has here, one tile each; the lists behind them."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.integrity import AppealStrike
from kiosk.commands.people_data import MyPage
from ui import context
from ui.viewmodels import my_rows as words
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.identity import Identity
from ui.viewmodels.records import RecordModel
from ui.viewmodels.sentences import sentence
from ui.viewmodels.shell import Shell

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = "kiosk/my/MyPage.qml"
_LIST = "kiosk/my/MyListPage.qml"


@QmlElement
@QmlSingleton
class My(ViewModel):
    """`section` is what the list shows: tickets or bookings (with strikes)."""

    changed = Signal()
    _page: records.MyPage | None
    tickets = shown(str, "tickets", changed)
    bookings = shown(str, "bookings", changed)
    loans = shown(str, "loans", changed)
    section = shown(str, "section", changed)
    empty = shown(bool, "empty", changed)
    strikes = shown(bool, "strikes", changed)
    may_appeal = shown(bool, "may_appeal", changed)
    error = shown(str, "error", changed)
    _refused: tuple[str, dict[str, Any]] | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = RecordModel(words.ItemRow)
        self._strike_rows = RecordModel(words.ItemRow)

    rows = Property(QObject, lambda self: self._rows, constant=True)
    strike_rows = Property(QObject, lambda self: self._strike_rows, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "page": None, "tickets": "", "bookings": "", "loans": "", "section": "", "empty": False, "strikes": False,
            "may_appeal": False, "error": "", "refused": None,
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        self._rows.show([])
        self._strike_rows.show([])

    def retranslate(self) -> None:
        self._compose()

    @Slot()
    def open(self) -> None:
        self.reset()
        Identity.the().lead_to(PAGE, "station")

    @Slot()
    def load(self) -> None:
        card = Identity.the()._card
        self._run(lambda station: station.ask(MyPage(resident=card), station.find_actor(card)), self._show)

    @Slot()
    def look_again(self) -> None:
        """Back from one of these: how all stands now. Beside the road of wishes, so that no finger finds it busy."""
        identity = Identity.the()
        card = identity._card
        if identity._known:
            context.current().background.run(
                lambda station: station.ask(MyPage(resident=card), station.find_actor(card)), self._show
            )

    @Slot(str)
    def show(self, section: str) -> None:
        self.put(section=section, refused=None)
        self._compose()
        Shell.the().open(_LIST)

    @Slot(str)
    def appeal(self, strike: str) -> None:
        """The desk looks into it; the strike counts until it is waived."""
        card = Identity.the()._card

        def work(station: Any) -> tuple[Any, Any]:
            actor = station.find_actor(card)
            answer = station.do(AppealStrike(strike=strike), actor)
            return answer, station.ask(MyPage(resident=card), actor)

        if not self.is_busy:
            self._run(work, lambda told: self._appealed(*told))

    def _appealed(self, answer: Any, page: records.MyPage | None) -> None:
        self._refused = (answer.reason, answer.detail) if answer.is_refused else None
        self._show(page)

    def _show(self, page: records.MyPage | None) -> None:
        """No page: the card was stopped meanwhile, or its owner's data is gone."""
        if page is None:
            return Identity.the().stop("revoked_card")
        self._page = page
        self._compose()

    def _compose(self) -> None:
        page, english = self._page, Shell.the()._english
        if page is None:
            return
        now = context.current().clock()
        found = [words.ticket_row(one, english) for one in page.tickets]
        strikes = []
        if self._section == "bookings":
            found = [words.booking_row(one, english, now) for one in page.bookings]
            strikes = [words.strike_row(one, english) for one in page.strikes]
        self._rows.show(found)
        self._strike_rows.show(strikes)
        self.put(
            tickets=words.tickets_words(page.tickets), loans=words.loans_words(page.loans),
            bookings=words.bookings_words(page.bookings, page.strikes, now.date(), short=Shell.the()._large),
            empty=not found, strikes=bool(strikes), may_appeal=any(row.action for row in strikes),
            error=sentence(*self._refused) if self._refused else "",
        )  # fmt: skip
