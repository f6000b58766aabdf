"""The desk's pages in the order of the rail, and who sees them."""

from dataclasses import dataclass

from kiosk.domain.states import Role

_C, _L, _M = Role.CLERK, Role.LIBRARIAN, Role.MANAGER


@dataclass(frozen=True, slots=True)
class DeskPage:
    """`file` is under qml/Yizhan/desk; `words` the Chinese of its rail button."""

    page: str
    file: str
    icon: str
    words: str
    roles: frozenset[Role]


PAGES = (
    DeskPage("helping", "HelpingPage.qml", "hand-heart", "帮忙", frozenset({Role.VOLUNTEER})),
    DeskPage("today", "TodayPage.qml", "layout-grid", "今日", frozenset({_C, _L, _M})),
    DeskPage("counter", "CounterPage.qml", "ticket", "工单", frozenset({_C, _M})),
    DeskPage("requests", "RequestsPage.qml", "calendar-days", "预约", frozenset({_C, _M})),
    DeskPage("library", "library/LibraryPage.qml", "book-open", "图书", frozenset({_L, _M})),
    DeskPage("people", "PeoplePage.qml", "id-card", "居民", frozenset({_C, _L, _M})),
    DeskPage("told", "told/NoticesPage.qml", "phone-call", "待通知", frozenset({_C, _L, _M})),
    DeskPage("figures", "figures/FiguresPage.qml", "chart-column", "统计", frozenset({_C, _L, _M})),
    DeskPage("operators", "OperatorsPage.qml", "users", "工作人员", frozenset({_M})),
    DeskPage("station", "stationset/StationPage.qml", "settings", "驿站设置", frozenset({_M})),
)
