"""Who sits at the desk: signing in, which counter, which page, locking when nobody is there."""

from typing import Any

from PySide6.QtCore import Property, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.desk import DeskHouse, DeskToday
from kiosk.domain.search_keys import normal
from kiosk.domain.states import Role
from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.desk.pages import PAGES
from ui.viewmodels.idle import TOUCHES
from ui.viewmodels.sentences import language, sentence
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_ROLES = {
    Role.CLERK: "窗口", Role.LIBRARIAN: "图书管理员", Role.MANAGER: "站长", Role.VOLUNTEER: "志愿者",
}  # fmt: skip
_LOCK_MINUTES = 10


@QmlElement
@QmlSingleton
class Session(ViewModel):
    """`locked`: the same operator comes back with the password alone, to what was open."""

    changed = Signal()
    station = shown(str, "station", changed)
    demo = shown(bool, "demo", changed)
    signed_in = shown(bool, "signed_in", changed)
    locked = shown(bool, "locked", changed)
    login = shown(str, "login", changed)
    name = shown(str, "name", changed)
    role_words = shown(str, "role_words", changed)
    counter = shown(str, "counter", changed)
    counter_words = shown(str, "counter_words", changed)
    counters = shown("QVariantList", "counters", changed)
    pages = shown("QVariantList", "pages", changed)
    page = shown(str, "page", changed)
    files = Property(list, lambda session: [one.file for one in PAGES], constant=True)
    page_file = Property(str, lambda session: session._file_of_page(), notify=changed)
    refusal = shown(str, "refusal", changed)
    wait = shown(int, "wait", changed)

    def __init__(self) -> None:
        super().__init__()
        self.actor: Any = None
        self._role: Role | None = None
        self._house: records.DeskHouse | None = None
        self._station, self._demo = "", False
        self._wait, self._page = 0, ""
        self._pages: list[dict[str, str]] = []
        self._counters: list[dict[str, str]] = []
        self._counter, self._counter_words = "", ""
        self._forget_operator()
        self._quiet = QTimer(self, singleShot=True, interval=_LOCK_MINUTES * 60_000)
        self._quiet.timeout.connect(self.lock)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        app = QGuiApplication.instance()
        if app:
            app.installEventFilter(self)
        self.ask(DeskHouse(), self._show_house)
        context.current().background.run(_warm_up, lambda nothing: None, aside=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._quiet.start()
        return False

    def fresh(self) -> dict[str, Any]:
        """Nothing: who has signed in stays when a mistake clears the pages."""
        return {}

    @Slot(str, str)
    def sign_in(self, login: str, password: str) -> None:
        if self.is_busy or self._wait:
            return
        login = login.strip()
        self._send(lambda station: station.sign_in(login, password), lambda found: self._came(login, found))

    def welcome(self) -> None:
        """Somebody works here now: what the desk says of itself may be another."""
        self.ask(DeskHouse(), self._show_house)

    @Slot()
    def lock(self) -> None:
        """What is open stays as it is, and is seen again with the password."""
        if self._signed_in:
            self.put(locked=True, refusal="")

    @Slot()
    def sign_out(self) -> None:
        self.actor, self._role = None, None
        context.current().background.forget()
        self._forget_operator()
        self.changed.emit()

    def send_away(self) -> None:
        """Whoever sat here works here no more."""
        self.sign_out()
        self.put(refusal=say("您的账号已停用，请找站长"))

    def is_still(self, seated: Any, actor: Any) -> bool:
        """Whether who sat here when something was sent is what they were. Otherwise the desk becomes what `actor` may do
        now, or is closed for somebody who works here no more.
        """
        if actor == seated:
            return True
        if self.actor == seated:  # nobody else has sat down meanwhile
            self.send_away() if actor is None else self._become(actor)
        return False

    def _become(self, actor: Any) -> None:
        self.actor, self._role = actor, actor.role
        self.retranslate()
        if self._pages and not self.has_page(self._page):
            self.put(page=self._pages[0]["page"])

    @Slot(str)
    def open(self, page: str) -> None:
        if self.has_page(page):
            self.turn_to(page)

    @Slot(int)
    def open_nth(self, place: int) -> None:
        if place < len(self._pages):
            self.turn_to(self._pages[place]["page"])

    def turn_to(self, page: str) -> None:
        """Of the desk that is open now. Qt makes the page before this returns."""
        self.put(page=page, signed_in=True, locked=False)

    @Slot(str)
    def choose_counter(self, code: str) -> None:
        self._counter = code
        self.retranslate()

    def has_page(self, page: str) -> bool:
        return any(one["page"] == page for one in self._pages)

    def retranslate(self) -> None:
        house, english = self._house, language() == "en"
        if house is None:
            return
        self._counters = [
            {"code": one.code, "name": one.name_en if english else one.name} for one in house.counters
        ]
        named = {one["code"]: one["name"] for one in self._counters}
        self.put(
            station=house.name_en if english else house.short_name,
            demo=house.demo,
            counter_words=named.get(self._counter, ""),
            role_words=say(_ROLES[self._role]) if self._role else "",
            pages=[
                {"page": one.page, "file": one.file, "icon": one.icon, "words": say(one.words)}
                for one in PAGES
                if self._role in one.roles
            ],
        )

    def _file_of_page(self) -> str:
        return next((one["file"] for one in self._pages if one["page"] == self._page), "")

    def _came(self, login: str, found: Any) -> None:
        """`found` is what Station.sign_in says."""
        if found.actor is None:
            said = sentence(found.reason, {"seconds": found.wait_seconds})
            self.put(refusal=said, wait=found.wait_seconds)
            if self._wait:
                self._second.start()
            return
        page = self._page if self.actor == found.actor else ""
        self.actor, self._role = found.actor, found.actor.role
        self._login, self._name, self._refusal = login, found.name, ""
        self.retranslate()
        self._quiet.start()
        self.turn_to(page or next((one["page"] for one in self._pages), ""))

    def _show_house(self, found: records.DeskHouse) -> None:
        self._house = found
        self._counter = self._counter or (found.counters[0].code if found.counters else "")
        self.retranslate()

    def _count_down(self) -> None:
        self.put(wait=max(0, self._wait - 1))
        if not self._wait:
            self._second.stop()

    def _forget_operator(self) -> None:
        self._signed_in, self._locked, self._login, self._name = False, False, "", ""
        self._role_words, self._pages, self._page, self._refusal, self._wait = "", [], "", "", 0


def _warm_up(station: Any) -> None:
    """While somebody types their password: the official calendar and the tables of letters take a while to load."""
    station.ask(DeskToday())
    normal("驿站")
