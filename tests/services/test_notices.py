"""Telling people what was decided: one line for each decision, whom it concerns, ticked once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import inspect

from db.engines import Database, sqlite_url
from kiosk.commands.desk import TroublesNow
from kiosk.commands.notices import NoticesOpened, NoticesToTell
from kiosk.config import HomeFolder
from kiosk.domain.notices import Notice, notice_id, read_notice_id
from kiosk.domain.trouble import KioskError
from kiosk.notify import Notified, notifier_of, notify
from kiosk.reports.call_sheet import Message
from kiosk.reports.notices import notice_name, notice_text
from kiosk.station import Station
from tests.builders import MONDAY, DemoStation, beside
from tests.services.bookings import PHONE, THURSDAY, a_booking, a_request, an_approved
from tests.services.housekeeping import keep_house
from tests.services.library import BOOK, COPY, LATER, OUYANG, ZHANG


def lines(demo: DemoStation, show: str = "wait", who: str = "manager", at: datetime = MONDAY) -> list[Any]:
    return list(demo.ask(NoticesToTell(show=show), who=who, at=at).rows)  # type: ignore[arg-type]


def new(demo: DemoStation, before: list[Any], show: str = "wait", **about: Any) -> list[Any]:
    known = {line.id for line in before}
    return [line for line in lines(demo, show, **about) if line.id not in known]


def text(line: Any, lang: str = "zh") -> str:
    return notice_text(line.what, line.detail, lang)


def test_a_decision_makes_one_line_with_what_is_read_out(desk: DemoStation) -> None:
    before = lines(desk)
    an_approved(desk)
    (line,) = new(desk, before)
    assert (line.what, line.who, line.phone) == (Notice.APPROVED, "张*明", "138****1234")
    assert "您约的党群会议室，11月26日 周四 08:30–10:00，已经同意了" in text(line)
    assert "on Thu 26 Nov, 08:30–10:00, has been approved" in text(line, "en")


def test_a_refusal_is_told_with_its_reason(desk: DemoStation) -> None:
    before, booking = lines(desk), a_booking(desk)
    desk.accept("reject_booking", who="clerk", booking=booking, why="那天停电。")
    (line,) = new(desk, before)
    assert line.what is Notice.REJECTED and "抱歉。那天停电。要不要" in text(line)


def test_the_last_word_about_a_booking_is_the_one_to_tell(desk: DemoStation) -> None:
    before, booking = lines(desk), an_approved(desk)
    (first,) = new(desk, before)
    desk.accept("tell_notice", who="clerk", notice=first.id)
    desk.accept("move_booking", who="clerk", booking=booking, start="10:00", end="11:30")
    (moved,) = new(desk, before)
    assert moved.what is Notice.MOVED and "10:00–11:30" in text(moved)
    desk.accept("cancel_booking", who="clerk", booking=booking)
    (off,) = new(desk, before)
    assert (off.what, off.id != moved.id) == (Notice.CALLED_OFF, True)


def test_whoever_moves_up_or_hears_nothing_in_time_is_told(desk: DemoStation) -> None:
    before, first = lines(desk), an_approved(desk)
    second = desk.accept(
        "request_booking", room="huiyishi", date=THURSDAY.isoformat(), start="08:30", end="10:00", people=5,
        party={"kind": "person", "name": "李候补"}, contact_name="李候补", contact_phone="13900001111", waitlist=True,
        purpose="开会",
    )["booking"]  # fmt: skip
    desk.accept("cancel_booking", who="clerk", booking=first)
    told = {line.what: line for line in new(desk, before)}
    assert told[Notice.MOVED_UP].id.startswith(f"moved_up:{second}:")
    assert set(told) == {Notice.MOVED_UP, Notice.CALLED_OFF}
    late = datetime.combine(THURSDAY, datetime.min.time()) + timedelta(hours=1)
    keep_house(desk, late)
    assert {line.what for line in new(desk, before, at=late)} == {Notice.EXPIRED, Notice.CALLED_OFF}


def test_their_own_cancelling_is_no_news_but_a_strike_is(desk: DemoStation) -> None:
    before, booking = lines(desk), an_approved(desk)
    late = datetime(2026, 11, 25, 20, 0)
    desk.accept("cancel_booking", who="clerk", booking=booking, at=late)
    found = {line.what for line in new(desk, before, at=late)}
    assert found == {Notice.CALLED_OFF, Notice.STRIKE}


def test_a_book_that_is_ready_or_overdue_is_told_by_the_librarian(desk: DemoStation) -> None:
    before, later = lines(desk), LATER - timedelta(days=20)
    desk.accept("check_out_copy", who="librarian", copy=COPY, resident=ZHANG)
    desk.accept("place_hold", who="librarian", title=BOOK, resident=OUYANG)
    late = new(desk, [], "overdue", who="librarian", at=LATER)
    assert any(line.what is Notice.OVERDUE and "就该还了" in text(line) for line in late)
    desk.accept("return_copy", who="librarian", copy=COPY, at=later)
    (ready,) = [
        line for line in new(desk, before, who="librarian", at=later) if line.what is Notice.HOLD_READY
    ]
    assert "给您留到" in text(ready)
    assert ready.id not in [line.id for line in lines(desk, who="clerk", at=later)]
    assert desk.do("tell_notice", who="clerk", notice=ready.id, at=later).reason == "not_allowed"
    desk.accept("tell_notice", who="librarian", notice=ready.id, at=later)


def test_a_case_that_waits_for_papers_or_was_done_without_its_owner_is_told(desk: DemoStation) -> None:
    before = lines(desk)
    ticket = desk.accept("open_ticket", item="gaoling", phone=PHONE)["ticket"]
    desk.accept("call_next", who="clerk", counter="1")
    desk.accept("start_ticket", who="clerk", ticket=ticket)
    desk.accept("request_materials", who="clerk", ticket=ticket, note="户口本")
    (line,) = new(desk, before)
    assert line.what is Notice.MATERIALS and "户口本" not in text(line)
    (opened,) = desk.ask(NoticesOpened(notices=(line.id,)), who="clerk")
    assert opened.phone == PHONE and text(opened).endswith("要带的是：户口本")
    desk.accept("materials_received", who="clerk", ticket=ticket)
    assert new(desk, before) == []
    tomorrow = MONDAY + timedelta(days=1)
    desk.accept("start_ticket", who="clerk", ticket=ticket, at=tomorrow)
    desk.accept("resolve_ticket", who="clerk", ticket=ticket, at=tomorrow)
    assert [one.what for one in new(desk, before, at=tomorrow)] == [Notice.TICKET_DONE]


def test_who_is_at_the_counter_when_it_is_done_needs_no_call(desk: DemoStation) -> None:
    before = lines(desk)
    ticket = desk.accept("open_ticket", item="gaoling", phone=PHONE)["ticket"]
    desk.accept("call_next", who="clerk", counter="1")
    desk.accept("start_ticket", who="clerk", ticket=ticket)
    desk.accept("resolve_ticket", who="clerk", ticket=ticket)
    assert new(desk, before) == []


def test_tomorrows_bookings_are_a_list_of_their_own(desk: DemoStation) -> None:
    an_approved(desk)
    eve = datetime(2026, 11, 25, 9)
    assert any("明天 08:30–10:00" in text(line) for line in lines(desk, "tomorrow", at=eve))


def test_a_line_is_ticked_and_fetched_back(desk: DemoStation) -> None:
    before = lines(desk)
    an_approved(desk)
    (line,) = new(desk, before)
    desk.accept("try_notice", who="clerk", notice=line.id)
    assert [one.tries for one in new(desk, before)] == [1]
    desk.accept("tell_notice", who="clerk", notice=line.id)
    assert new(desk, before) == [] and line.id in [one.id for one in lines(desk, "told")]
    assert desk.do("tell_notice", who="clerk", notice=line.id).reason == "already_done"
    desk.accept("untell_notice", who="clerk", notice=line.id)
    assert [one.id for one in new(desk, before)] == [line.id]


def test_two_desks_that_tick_the_same_have_told_it_once(desk: DemoStation, tmp_path: Path) -> None:
    """Cut off from each other, both have called: the first stands, the second is no trouble; a decision sent twice is one."""
    before = lines(desk)
    an_approved(desk)
    other = beside(desk, tmp_path / "other")
    (line,) = new(desk, before)
    assert [one.id for one in new(other, before)] == [line.id]
    own_store = desk.folder.own_store
    away = own_store.rename(own_store.with_name("away.db"))
    for one in (desk, other):
        assert one.do("tell_notice", who="clerk", notice=line.id).status == "pending"
    away.rename(own_store)
    for one in (desk, other, desk):
        one.station.exchange()
    for one in (desk, other):
        assert new(one, before) == []
        told = [row for row in lines(one, "told") if row.id == line.id]
        assert len(told) == 1 and not told[0].pending
    other.close()


def test_opening_lines_is_noted_and_only_staff_see_anything(desk: DemoStation, tmp_path: Path) -> None:
    an_approved(desk)
    line = lines(desk)[0]
    assert desk.accept("open_notices", who="clerk", notices=[line.id]) == {"notices": [line.id]}
    assert desk.do("open_notices", notices=[line.id]).reason == "not_allowed"
    assert lines(desk, who=ZHANG) == [] == desk.ask(NoticesOpened(notices=(line.id,)), who=ZHANG)
    kiosk = beside(desk, tmp_path / "kiosk", "kiosk")
    desk.accept("tell_notice", who="clerk", notice=line.id)
    kiosk.station.exchange()
    database = Database(sqlite_url(kiosk.folder.database))
    with database.read() as connection:
        assert "told_notices" in inspect(connection).get_table_names()
        assert connection.exec_driver_sql("SELECT count(*) FROM told_notices").scalar() == 0
    database.close()
    kiosk.close()


@pytest.mark.parametrize("bad", ["", "approved", "approved:1", "hello:" + "0" * 36, "approved:" + "0" * 36])
def test_a_line_that_is_none_cannot_be_ticked(desk: DemoStation, bad: str) -> None:
    if bad:
        assert desk.do("tell_notice", who="manager", notice=bad).reason == "unknown_notice"
    assert read_notice_id(bad) is None or bad.endswith("0" * 36)


@given(st.sampled_from(Notice), st.uuids(), st.sampled_from(["", date(2026, 11, 23), "0a1b2c3d"]))
def test_a_name_is_read_back(what: Notice, thing: Any, turn: Any) -> None:
    assert read_notice_id(notice_id(what, str(thing), turn)) == (what, str(thing))
    assert len(notice_id(what, str(thing), turn)) <= 80


@pytest.mark.parametrize("what", Notice)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_has_its_words(what: Notice, lang: str) -> None:
    assert notice_name(what, lang) and notice_text(what, {"station": "驿站"}, lang)


def test_a_printed_list_has_phones_and_tells_nobody_by_itself(desk: DemoStation) -> None:
    booking = an_approved(desk)
    mine = [line.id for line in lines(desk) if booking in line.id]
    station = Station(desk.folder, clock=lambda: MONDAY)
    clerk = station.find_actor("clerk")
    done = notify(station, mine, clerk, "zh")
    assert isinstance(done, Notified) and done.file is not None and done.told == ()
    assert done.file.read_bytes().startswith(b"%PDF") and list(done.file.parent.iterdir()) == [done.file]
    again = notify(station, [*mine, "approved:" + "0" * 36], clerk, "zh")
    assert not isinstance(again, Notified) and again.reason == "unknown_notice"
    station.close()


class Gateway:
    """As a station would add one: it sends, and says to whom it could."""

    words: ClassVar = {"zh": "发短信", "en": "Send"}
    sent: ClassVar[list[Message]] = []

    def __init__(self, folder: HomeFolder) -> None:
        pass

    def notify(self, messages: Sequence[Message], station: str, now: datetime, lang: str) -> Notified:
        self.sent[:] = messages
        return Notified(told=tuple(one.notice for one in messages if one.phone))


def test_a_gateway_is_one_more_class_that_the_settings_name(desk: DemoStation) -> None:
    settings = desk.folder.load()
    desk.folder.save(replace(settings, notify=f"{__name__}:Gateway"))
    booking = an_approved(desk)
    (mine,) = [line.id for line in lines(desk) if booking in line.id]
    station = Station(desk.folder, clock=lambda: MONDAY)
    done = notify(station, [mine], station.find_actor("clerk"), "zh")
    station.close()
    assert isinstance(done, Notified) and done.told == (mine,) and Gateway.sent[0].phone == PHONE
    assert mine not in [line.id for line in lines(desk)]
    desk.folder.save(replace(settings, notify="nowhere:Nothing"))
    with pytest.raises(KioskError, match="bad_settings"):
        notifier_of(desk.folder)


def test_a_wish_that_the_hub_refused_later_is_told_and_so_explained(
    desk: DemoStation, tmp_path: Path
) -> None:
    before, other = lines(desk), beside(desk, tmp_path / "other")
    store = desk.folder.own_store
    away = store.rename(store.with_name("away.db"))
    assert desk.do("request_booking", who=ZHANG, **a_request()).status == "pending"
    away.rename(store)
    an_approved(other)
    other.close()
    desk.station.exchange()
    (line,) = [one for one in new(desk, before) if one.what is Notice.REFUSED]
    assert "预约党群会议室，当时记下了，后来没办成，对不起。这个时段刚被别人约了" in text(line)
    assert line.phone and line.who == "张*明"
    desk.accept("tell_notice", who="clerk", notice=line.id)
    assert desk.ask(TroublesNow(), who="clerk").unheard == ()
    assert line.id not in [one.id for one in lines(desk)]


def test_a_series_that_was_agreed_to_is_one_call(desk: DemoStation) -> None:
    before = lines(desk)
    made = desk.accept("request_series", rule="FREQ=WEEKLY;COUNT=3", **a_request())["bookings"]
    desk.accept("approve_booking", who="clerk", booking=made[1]["booking"], whole_series=True)
    (line,) = new(desk, before)
    assert line.id.startswith(f"approved:{made[0]['booking']}:")
    assert "从11月26日 周四起一共 3 次，都同意了" in text(line)
