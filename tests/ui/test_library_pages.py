"""图书借还 at the kiosk, as a person does it: searching, saying who one is, lending, and what is forgotten."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.commands import records
from kiosk.commands.library import Locations, PlaceHold, SearchTitles
from kiosk.config import HomeFolder
from kiosk.station import Station
from ui.tour.journey import Drive
from ui.viewmodels.book_marks import marked, spans
from ui.viewmodels.identity import Identity
from ui.viewmodels.library import Library
from ui.viewmodels.library_borrowing import Borrowing
from ui.viewmodels.library_loans import Loans
from ui.viewmodels.library_returning import Returning
from ui.viewmodels.library_rows import left_words
from ui.viewmodels.shell import Shell

AT = datetime(2026, 11, 23, 9, 41)
CARD, OTHER_CARD, PIN = "3709152841", "5281639400", "1234"
PAGES = [
    f"kiosk/{page}Page.qml"
    for page in (
        "library/Library", "library/Search", "library/Title", "library/Borrow", "library/BorrowDone",
        "library/Return", "library/ReturnDone", "library/Loans", "library/Classes", "library/Hold", "library/HoldDone",
        "identify/Identify", "identify/Told",
    )
]  # fmt: skip
OpenKiosk = Callable[..., Drive]


def identify(drive: Drive, card: str = CARD, pin: str = PIN) -> None:
    drive.digits(card)
    drive.tap("下一步")
    drive.digits(pin)
    drive.tap("确定")


@pytest.mark.parametrize(("language", "large"), [("zh", True), ("en", False)])
def test_every_page_opens_empty_without_a_warning(kiosk: OpenKiosk, language: str, large: bool) -> None:
    drive = kiosk(language=language, large=large)
    for page in PAGES:
        Shell.the().open(page)
        drive.can("")
        Shell.the().home()
        drive.can("")


def test_a_copy_is_lent_by_its_number_and_shown_with_its_due_day(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("借书")
    identify(drive)
    drive.sees("张*明 · 已借 0 / 5 本")
    drive.digits("0000005")
    drive.tap("借这本")
    drive.sees("12月23日 周三 前还")
    drive.sees("张*明 · 已借 1 / 5 本")


def test_a_book_scanned_twice_is_borrowed_once_and_says_so(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("借书")
    identify(drive)
    drive.scan("S0000005")
    drive.scan("S0000005")
    assert Borrowing.the()._done == 1
    drive.sees("这本书已经在您名下了")


def test_an_isbn_lends_the_only_copy_on_the_shelf(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("借书")
    identify(drive)
    drive.scan("9787544258609")
    drive.sees("白夜行")


def test_of_several_copies_with_one_isbn_it_asks_which(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("借书")
    identify(drive)
    drive.scan("9787506365437")
    drive.tap("S0000003")
    drive.sees("前还")


def test_a_code_that_is_no_book_is_said_in_words(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("还书")
    drive.scan("HELLO")
    drive.sees("这不是书上的条码。")


def test_a_wrong_pin_shows_how_many_tries_are_left_and_locks_at_the_end(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("我的借阅")
    drive.digits(CARD)
    drive.tap("下一步")
    for left in (4, 3, 2, 1):
        drive.digits("9999")
        drive.tap("确定")
        drive.sees(f"还可以试 {left} 次")
    drive.digits("9999")
    drive.tap("确定")
    drive.sees("这张卡现在用不了")
    drive.tap("换一张卡")
    drive.sees("您的卡号？")


def test_a_card_at_the_scanner_needs_only_its_pin(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("我的借阅")
    drive.scan(CARD)
    drive.digits(PIN)
    drive.tap("确定")
    drive.sees("您手上没有借的书")


def test_a_blocked_card_is_sent_to_the_desk(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("我的借阅")
    identify(drive, "7823406959")
    drive.sees("这张卡停用了")


@pytest.mark.parametrize("leave", ["结束并清除", "首页"])
def test_whoever_leaves_is_forgotten(kiosk: OpenKiosk, leave: str) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("借书")
    identify(drive)
    drive.scan("S0000005")
    drive.tap(leave)
    identity = Identity.the()
    assert not identity._known
    assert (identity._card, identity._name, identity._digits, identity._pin) == ("", "", "", "")
    assert Borrowing.the()._books.rowCount() == 0
    assert Borrowing.the()._told == []
    drive.tap("图书借还")
    drive.tap("我的借阅")
    drive.sees("您的卡号？")


def test_the_idle_wipe_forgets_the_session(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("我的借阅")
    identify(drive)
    drive.wait_idle()
    drive.tap("结束并清除")
    assert not Identity.the()._known
    assert Loans.the()._found == ()


def test_a_session_serves_borrowing_and_loans_without_a_second_pin(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("借书")
    identify(drive)
    drive.scan("S0000005")
    drive.tap("返回")
    drive.tap("我的借阅")
    drive.sees("还有 30 天")
    drive.tap("续借 解忧杂货店")
    drive.sees("续借好了")


def test_a_returned_book_that_someone_waits_for_goes_to_staff(
    kiosk: OpenKiosk, demo_template: Path, tmp_path: Path
) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("借书")
    identify(drive)
    drive.scan("S0000001")
    station = Station(HomeFolder(tmp_path / "home"), clock=lambda: AT)
    actor = station.find_actor(OTHER_CARD)
    assert station.do(PlaceHold(title="9787540468422"), actor).status == "accepted"
    station.close()
    drive.tap("首页")
    drive.tap("图书借还")
    drive.tap("还书")
    drive.scan("S0000001")
    drive.sees("有人预约，请交给工作人员")
    assert Returning.the()._held == 1


class SlowLibrary:
    """Knows one title for every search; `asked` holds what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self, question: Any, actor: Any = None) -> Any:
        if isinstance(question, Locations):
            return []
        if not isinstance(question, SearchTitles):
            raise AssertionError(question)
        self.asked.append(question.q)
        return records.TitlesFound(q=question.q, total=1, more=False, titles=(a_title(question.q),))


def a_title(name: str) -> records.Title:
    return records.Title(
        id=name, title=name, author="", publisher="", year=None, isbn=None, pages=None, location="",
        location_en="", shelf="", available=1, total=1, due=None,
    )  # fmt: skip


class HeldBack:
    """A road to the station on which answers come when the test says so."""

    def __init__(self, library: SlowLibrary) -> None:
        self._library = library
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Any, done: Any, failed: Any = None) -> None:
        result = work(self._library)
        self.waiting.append(lambda: done(result))

    def answer(self) -> None:
        self.waiting.pop(0)()


def test_an_answer_to_fewer_letters_never_takes_the_place_of_the_newest(
    kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk()
    road = HeldBack(library := SlowLibrary())
    monkeypatch.setattr(Library.the(), "_run", road.run)
    for typed in ("s", "sg", "sgy"):
        Library.the().type(typed)
    assert library.asked == ["s"]
    road.answer()
    assert Library.the()._titles.rowCount() == 0
    assert library.asked == ["s", "sgy"]
    road.answer()
    assert [row.title for row in Library.the()._titles.rows] == ["sgy"]
    assert road.waiting == []
    QCoreApplication.processEvents()


def test_the_end_of_the_list_brings_more_and_leaves_what_is_in_sight(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("找书")
    resets: list[None] = []
    Library.the()._titles.modelReset.connect(lambda: resets.append(None))
    before = [row.id for row in Library.the()._titles.rows]
    Library.the().more()
    drive.sees("共 95 种")
    rows = [row.id for row in Library.the()._titles.rows]
    assert (len(before), len(rows), rows[:30], resets) == (30, 60, before, [])


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("三国演义（全二册）", "sgyy", "三国演义"),
        ("三国演义（全二册）", "sanguo", "三国"),
        ("少年三国演义", "三国", "三国"),
        ("三國演義", "三国", "三國"),
        ("活着", "hz", "活着"),
        ("Python 编程", "python", "Python"),
    ],
)
def test_what_was_looked_for_is_marked_in_the_title(text: str, typed: str, found: str) -> None:
    (start, stop), *more = spans(text, typed)
    assert (text[start:stop], more) == (found, [])


def test_marks_escape_what_a_catalogue_may_hold() -> None:
    assert marked("<b>C&A</b>", "zzz") == "&lt;b&gt;C&amp;A&lt;/b&gt;"


@pytest.mark.parametrize(
    ("days", "words", "tone"),
    [
        (30, "还有 30 天", "good"),
        (3, "还有 3 天", "wait"),
        (0, "今天到期", "wait"),
        (-5, "过期 5 天", "error"),
    ],
)
def test_the_time_left_is_said_in_words_and_colour(days: int, words: str, tone: str) -> None:
    assert left_words(days)[:2] == (words, tone)
