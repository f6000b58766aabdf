"""What a manager changes of the station counts from the very next wish on, and is undone by setting the old value."""

from datetime import datetime
from pathlib import Path
from typing import Any

from db import tables as t
from kiosk.commands.station import Listing
from kiosk.commands.tickets import Areas
from kiosk.services.station_items import form_of
from tests.builders import DemoStation, beside
from tests.services.bookings import a_booking, ask_for_room, show, status
from tests.services.people import ZHANG, stored

ADDED: list[tuple[str, dict[str, Any]]] = [
    ("change_station", {"phone": "0898-5550-0456"}),
    ("add_room", {"code": "shufa", "name": "书法室"}),
    ("change_room", {"room": "huiyishi", "seats": 40}),
    ("add_counter", {"code": "3", "name": "3 号窗口"}),
    ("change_counter", {"counter": "1", "name": "综合窗口"}),
    ("add_service_item", {"code": "juzhu", "area": "zhengming", "name": "居住登记"}),
    ("change_service_item", {"item": "gaoling", "minutes": 12}),
    ("set_item_form", {"item": "gaoling", "fields": []}),
    ("add_area", {"code": "tiyu", "name": "体育"}),
    ("change_area", {"area": "yibao", "colour": "blue"}),
    ("set_policy", {"topic": "booking", "numbers": {"notice_days": 1}}),
    ("set_hours", {"whose": "counter", "hours": {"every_day": ["09:00-17:00"]}}),
    ("add_consent", {"title": "新说明", "text": "我们只记要用的。", "agree": "同意"}),
    ("revoke_terminal", {"terminal": "B"}),
]
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("change_station", {}, "already_done"),
    ("change_station", {"short_name": ""}, "bad_setting"),
    ("change_station", {"short_name": "名字太长了写不下的驿站"}, "bad_setting"),
    ("add_room", {"code": "huiyishi", "name": "又一间"}, "code_taken"),
    ("add_room", {"code": "会议", "name": "又一间"}, "bad_code"),
    ("add_room", {"code": "x", "name": "又一间", "part_of": "nosuch"}, "unknown_room"),
    ("add_room", {"code": "x", "name": "  "}, "bad_setting"),
    ("add_room", {"code": "x", "name": "又一间", "seats": 0}, "bad_setting"),
    ("change_room", {"room": "nosuch", "seats": 5}, "unknown_room"),
    ("change_room", {"room": "huiyishi"}, "already_done"),
    ("change_room", {"room": "huiyishi", "seats": 30}, "already_done"),
    ("change_room", {"room": "jianshen", "part_of": "lanqiu"}, "bad_setting"),
    ("change_room", {"room": "lanqiu", "part_of": "lanqiu"}, "bad_setting"),
    ("change_room", {"room": "huiyishi", "active": False, "bookable": True}, "bad_setting"),
    ("change_room", {"room": "huiyishi", "equipment": [{"name": "投影"}, {"name": "投影"}]}, "bad_setting"),
    ("add_counter", {"code": "1", "name": "一号"}, "code_taken"),
    ("change_counter", {"counter": "9", "name": "九号"}, "unknown_counter"),
    ("add_service_item", {"code": "x", "area": "nosuch", "name": "新事项"}, "unknown_area"),
    ("add_service_item", {"code": "x", "area": "yibao", "name": "新事项", "modes": []}, "bad_setting"),
    ("add_service_item", {"code": "x", "area": "yibao", "name": "新事项", "promised_days": 0}, "bad_setting"),
    ("change_service_item", {"item": "nosuch", "minutes": 5}, "unknown_item"),
    ("change_service_item", {"item": "gaoling", "short": "九个字太长了不行的"}, "bad_setting"),
    ("change_service_item", {"item": "gaoling", "materials": [{"name": ""}]}, "bad_setting"),
    (
        "set_item_form",
        {"item": "gaoling", "fields": [{"key": "a", "kind": "choice", "label": "哪种？"}]},
        "bad_setting",
    ),
    ("change_area", {"area": "yibao", "colour": "pink"}, "bad_setting"),
    ("change_area", {"area": "yibao", "icon": "../secret"}, "bad_setting"),
    ("change_area", {"area": "nosuch", "colour": "red"}, "unknown_area"),
    ("set_policy", {"topic": "booking", "numbers": {"notice_days": -1}}, "bad_setting"),
    ("set_policy", {"topic": "booking", "numbers": {"notice_days": 3}}, "already_done"),
    ("set_policy", {"topic": "booking", "numbers": {"days_ahead": 2}}, "bad_setting"),
    ("set_policy", {"topic": "booking", "numbers": {"surprise": 1}}, "bad_setting"),
    ("set_policy", {"topic": "booking", "drop": ["surprise"]}, "bad_setting"),
    ("set_policy", {"topic": "booking", "numbers": {"notice_days": 1}, "card_kind": "child"}, "bad_setting"),
    ("set_policy", {"topic": "booking", "numbers": {"notice_days": 1}, "room": "nosuch"}, "unknown_room"),
    ("set_policy", {"topic": "loan", "numbers": {"days": 9}, "card_kind": "king"}, "bad_setting"),
    ("set_hours", {"whose": "counter", "hours": {"1": ["08:00-12:00", "11:00-13:00"]}}, "bad_setting"),
    ("set_hours", {"whose": "counter", "hours": {"every_day": []}}, "bad_setting"),
    ("set_hours", {"whose": "station"}, "bad_setting"),
    ("set_hours", {"whose": "room", "hours": {"every_day": []}}, "unknown_room"),
    ("revoke_terminal", {"terminal": "Z"}, "unknown_terminal"),
    ("revoke_terminal", {"terminal": "A"}, "bad_setting"),
]


def manage(demo: DemoStation, kind: str, **fields: Any) -> dict[str, Any]:
    return demo.accept(kind, who="manager", **fields)


def test_managers_alone_change_the_station_and_only_with_the_hub(demo: DemoStation) -> None:
    for kind, fields in ADDED:
        for who in (None, ZHANG, "clerk", "librarian", "volunteer"):
            assert demo.do(kind, who=who, **fields).reason == "not_allowed", kind
    with demo.cut_off():
        for kind, fields in ADDED:
            assert demo.do(kind, who="manager", **fields).reason == "hub_unreachable", kind


def test_what_cannot_be_is_refused_by_name(demo: DemoStation) -> None:
    for kind, fields, reason in REFUSED:
        answer = demo.do(kind, who="manager", **fields)
        assert (answer.status, answer.reason) == ("refused", reason), (kind, fields)


def test_a_room_is_added_changed_retired_and_brought_back(demo: DemoStation) -> None:
    manage(
        demo,
        "add_room",
        code="Shufa",
        name="书法室",
        name_en="Calligraphy",
        seats=12,
        bookable=True,
        part_of="huiyishi",
    )
    (room,) = show(demo, "rooms", code="shufa")
    assert (room["seats"], room["part_of"], room["active"]) == (12, "huiyishi", True)
    manage(demo, "change_room", room="shufa", seats=20, part_of="", equipment=[{"name": "毛毡", "count": 12}])
    (room,) = show(demo, "rooms", code="shufa")
    assert (room["seats"], room["part_of"], room["equipment"][0]["count"]) == (20, None, 12)
    assert ask_for_room(demo, room="shufa").status == "accepted"
    manage(demo, "change_room", room="shufa", active=False)
    assert ask_for_room(demo, room="shufa", start="14:00", end="15:30").reason == "not_bookable"
    manage(demo, "change_room", room="shufa", active=True, bookable=True)
    assert ask_for_room(demo, room="shufa", start="14:00", end="15:30").status == "accepted"


def test_the_next_request_is_judged_by_the_new_rule_and_open_ones_stay(demo: DemoStation) -> None:
    booking = a_booking(demo)
    manage(demo, "set_policy", topic="booking", numbers={"notice_days": 10}, room="huiyishi")
    assert ask_for_room(demo, start="14:00", end="15:30").reason == "too_soon"
    assert ask_for_room(demo, room="lanqiu").status == "accepted"
    assert status(demo, booking) == "requested"
    manage(demo, "set_policy", topic="booking", drop=["notice_days"], room="huiyishi")
    assert ask_for_room(demo, start="14:00", end="15:30").status == "accepted"


def test_who_may_book_is_a_rule_of_the_room(demo: DemoStation) -> None:
    manage(demo, "set_policy", topic="booking", numbers={"parties": ["party_branch"]}, room="dangjian")
    assert ask_for_room(demo, room="dangjian").reason == "not_for_you"


def test_a_kind_of_card_and_of_book_have_rules_of_their_own(demo: DemoStation) -> None:
    manage(demo, "set_policy", topic="loan", numbers={"limit": 1}, card_kind="child")
    manage(demo, "set_policy", topic="loan", numbers={"lendable": False}, copy_kind="newspaper")
    manage(demo, "set_policy", topic="loan", numbers={"days": 14})
    (loan,) = show(demo, "policies", topic="loan")
    assert loan["numbers"]["days"] == 14 and loan["numbers"]["cards"] == {"child": {"limit": 1}}
    assert {"magazine", "newspaper", "reference"} == set(loan["numbers"]["kinds"])
    due = demo.accept("check_out_copy", who="librarian", copy="S0000001", resident=ZHANG)["due"]
    assert due == "2026-12-07"


def test_new_hours_count_at_once_and_name_the_bookings_that_they_leave_out(demo: DemoStation) -> None:
    booking = a_booking(demo)
    manage(demo, "set_hours", whose="counter", hours={"every_day": ["13:00-17:00"]})
    assert demo.do("open_ticket", item="gaoling").reason == "counter_closed"
    manage(demo, "set_hours", whose="room", room="huiyishi", hours={"every_day": ["13:00-21:00"]})
    assert ask_for_room(demo, date="2026-11-27").reason == "outside_hours"
    assert [row["id"] for row in show(demo, "affected")] == [booking]
    assert status(demo, booking) == "requested"
    manage(demo, "set_hours", whose="room", room="huiyishi", hours=None)
    assert show(demo, "affected") == []


def test_public_holidays_follow_the_calendar(demo: DemoStation) -> None:
    hours = {"every_day": ["08:30-21:00"], "holidays": []}
    manage(demo, "set_hours", whose="station", hours=hours)
    days = {row["date"]: row["open"] for row in demo_calendar(demo, datetime(2026, 9, 25, 9))}
    assert (days["2026-10-01"], days["2026-10-09"]) == (False, True)


def demo_calendar(demo: DemoStation, at: datetime) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = demo.ask(Listing(what="calendar"), at=at)
    return found


def test_a_closed_counter_calls_nobody_and_the_last_one_stays(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="gaoling")
    number = demo.accept("call_next", who="clerk", counter="2")["number"]
    assert demo.do("change_counter", who="manager", counter="2", active=False).detail["number"] == number
    manage(demo, "change_counter", counter="1", active=False)
    assert demo.do("call_next", who="clerk", counter="1").reason == "unknown_counter"
    assert demo.do("change_counter", who="manager", counter="2", active=False).detail == {"last": True}
    manage(demo, "change_counter", counter="1", active=True)


def test_older_tickets_keep_the_form_that_they_were_asked(desk_template: Path, tmp_path: Path) -> None:
    demo = DemoStation(desk_template, tmp_path / "desk")
    old = demo.accept("open_ticket", item="canbao", form={"who": "parent"})["ticket"]
    asked = [{"key": "whose", "kind": "text", "label": "谁的医保？", "help": "写名字"}]
    assert manage(demo, "set_item_form", item="canbao", fields=asked)["version"] == 2
    new = demo.accept("open_ticket", item="canbao", form={"whose": "母亲"})["ticket"]
    assert demo.do("open_ticket", item="canbao", form={"who": "parent"}).reason == "bad_form"
    versions = {row["id"]: row["form_version"] for row in demo_tickets(demo)}
    assert (versions[old], versions[new]) == (1, 2)
    (item,) = show(demo, "items", code="canbao")
    with demo.station._reading() as work:
        assert [field["key"] for field in form_of(work, item["id"], 1)] == ["who", "people"]
        assert [field["key"] for field in form_of(work, item["id"], 2)] == ["whose"]
    assert demo.do("set_item_form", who="manager", item="canbao", fields=asked).reason == "already_done"
    demo.close()


def demo_tickets(demo: DemoStation) -> list[dict[str, Any]]:
    return show(demo, "tickets", who="clerk")


def test_a_form_that_was_changed_while_a_kiosk_was_cut_off_flags_nothing(
    demo: DemoStation, tmp_path: Path
) -> None:
    desk = beside(demo, tmp_path / "desk")
    with_form = {"item": "canbao", "form": {"who": "parent"}}
    away = demo.folder.own_store.with_name("away.db")
    kiosk = beside(demo, tmp_path / "kiosk", role="kiosk")
    demo.folder.own_store.rename(away)
    ticket = kiosk.do("open_ticket", **with_form)
    away.rename(demo.folder.own_store)
    desk.accept("set_item_form", who="manager", item="canbao", fields=[])
    kiosk.station.exchange()
    desk.station.exchange()
    (outcome,) = [row for row in show(desk, "outcomes") if row["id"] == ticket.id]
    assert (outcome["status"], outcome["flags"]) == ("accepted", [])
    assert [row["answers"] for row in demo_tickets(desk)] == [{"who": "parent"}]
    for one in (desk, kiosk):
        one.close()


def test_the_stations_own_words_are_changed(demo: DemoStation) -> None:
    manage(demo, "change_station", name="榕树社区驿站", phone="0898-5550-0456")
    (station,) = show(demo, "station")
    assert (station["name"], station["short_name"], station["phone"]) == (
        "榕树社区驿站",
        "华垦驿站",
        "0898-5550-0456",
    )


def test_an_area_is_shown_from_the_day_on_which_something_can_be_done_there(demo: DemoStation) -> None:
    manage(demo, "add_area", code="tiyu", name="体育", colour="purple", icon="trophy")
    assert "tiyu" not in [area.code for area in demo.ask(Areas())]
    manage(demo, "add_service_item", code="duanlian", area="tiyu", name="健身卡")
    assert demo.ask(Areas())[-1].code == "tiyu"
    manage(demo, "change_service_item", item="duanlian", active=False)
    assert "tiyu" not in [area.code for area in demo.ask(Areas())]


def test_a_new_consent_is_a_new_version(demo: DemoStation) -> None:
    assert manage(demo, "add_consent", title="新说明", text="一\n二", agree="同意")["consent"] == "zh-2"
    assert stored(demo, t.consents, "zh-2").text == "一\n二"
    for _ in range(9):
        manage(demo, "add_consent", title="新说明", text="一", agree="同意")
    assert [row["id"] for row in show(demo, "consent_texts")][-2:] == ["zh-10", "zh-11"]


def test_a_revoked_terminal_is_refused_at_its_next_exchange(demo: DemoStation, tmp_path: Path) -> None:
    other = beside(demo, tmp_path / "other", role="kiosk")
    assert other.do("call_help", page="home").status == "accepted"
    (seen,) = [row for row in demo.station.terminals_seen() if row.terminal == "B"]
    assert seen.last_seen is not None and seen.version and abs(seen.clock_ahead) < 5
    demo.station.exchange()
    manage(demo, "revoke_terminal", terminal="B")
    assert other.do("call_help", page="home").status == "pending"
    assert other.station.trouble is not None and other.station.trouble.key == "unknown_terminal"
    assert demo.do("revoke_terminal", who="manager", terminal="B").reason == "unknown_terminal"
    assert [row["revoked"] for row in show(demo, "terminals")] == [False, True]
    other.close()
