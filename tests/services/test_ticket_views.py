"""What screens and scripts are shown of the help desk."""

from datetime import datetime, timedelta
from typing import Any

from kiosk.commands.station import HomePage, Listing, SyncState
from kiosk.commands.tickets import Areas, ItemOf, ItemsOf, NumberSlipOf, QueueNow, TicketOf
from tests.builders import MONDAY, DemoStation


def listed(demo: DemoStation, what: str, who: str | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = demo.ask(Listing(what=what), who=who)
    return found


def test_every_area_has_items_that_can_be_opened_one_by_one(demo: DemoStation) -> None:
    areas = demo.ask(Areas())
    assert len(areas) == 6
    for area in areas:
        items = demo.ask(ItemsOf(area=area.code))
        assert items
        assert all(demo.ask(ItemOf(item=item.code)) == item for item in items)


def test_nobody_ahead_is_no_wait(demo: DemoStation) -> None:
    queue = demo.ask(QueueNow())
    assert (queue.ahead, queue.minutes, queue.open, queue.opens) == (0, 0, True, None)


def test_the_wait_is_shared_by_the_counters_and_rounded_up(demo: DemoStation) -> None:
    for minute in range(4):
        demo.accept("open_ticket", item="gaoling", at=MONDAY + timedelta(minutes=minute))
    queue = demo.ask(QueueNow())
    assert (queue.ahead, queue.minutes % 5) == (4, 0)
    assert 0 < queue.minutes <= 60


def test_a_closed_counter_says_when_it_opens(demo: DemoStation) -> None:
    queue = demo.ask(QueueNow(), at=datetime(2026, 11, 23, 19, 0))
    assert (queue.open, queue.opens) == (False, datetime(2026, 11, 24, 8, 30))


def test_a_ticket_is_found_by_id_number_and_code(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="gaoling")
    taken = demo.accept("open_ticket", item="gaoling")
    shown = [demo.ask(TicketOf(ticket=taken[key])) for key in ("ticket", "number", "code")]
    assert shown[0].ahead == 1
    assert shown[0] == shown[1] == shown[2]
    assert demo.ask(TicketOf(ticket="A999")) is None


def test_the_slip_tells_what_was_said(demo: DemoStation) -> None:
    taken = demo.accept("open_ticket", item="gaoling", priority=True)
    slip = demo.ask(NumberSlipOf(ticket=taken["ticket"]))
    assert (slip.number, slip.ahead, slip.priority, slip.pending) == ("A001", 0, True, False)
    assert (slip.opens, slip.closes) == ("8:30", "21:00")
    assert slip.materials


def test_the_home_page_tells_of_the_queue_and_the_books(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="gaoling")
    home = demo.ask(HomePage())
    assert (home.waiting, home.counters_open, home.titles) == (1, True, 95)
    sync = demo.ask(SyncState())
    assert (sync.letter, sync.waiting, sync.online) == ("A", 0, True)


def test_a_listed_phone_is_masked_but_for_staff(desk: DemoStation) -> None:
    desk.accept("open_ticket", item="canbao", phone="13490000009", form={"people": 2})
    for_all, for_staff = listed(desk, "tickets")[0], listed(desk, "tickets", who="clerk")[0]
    assert (for_all["phone"], "answers" in for_all) == ("134****0009", False)
    assert (for_staff["phone"], for_staff["answers"]) == ("13490000009", {"people": 2})
    assert (for_all["number"], for_all["item"], for_all["status"]) == ("A001", "canbao", "waiting")


def test_every_listing_of_the_station_shows_its_codes(demo: DemoStation) -> None:
    demo.accept("call_help", page="home")
    assert "gaoling" in {row["code"] for row in listed(demo, "items")}
    assert [row["code"] for row in listed(demo, "counters")] == ["1", "2"]
    assert len(listed(demo, "areas")) == 6
    assert listed(demo, "help_calls")[0]["status"] == "open"
    assert {"clerk", "librarian", "manager"} <= {row["login"] for row in listed(demo, "operators")}
    assert "password_hash" not in listed(demo, "operators")[0]
    assert {"booking", "loan", "ticket"} <= {row["topic"] for row in listed(demo, "policies")}


def test_the_calendar_lists_the_next_days_and_the_managers_own(demo: DemoStation) -> None:
    demo.accept("override_day", who="manager", date="2027-12-01", working=False, note="社区日")
    days = listed(demo, "calendar")
    assert days[0]["date"] == "2026-11-23"
    assert len(days) == 61
    assert (days[-1]["date"], days[-1]["working"], days[-1]["note"]) == ("2027-12-01", False, "社区日")


def test_whoever_needs_priority_is_told_the_shorter_wait(demo: DemoStation) -> None:
    for _ in range(3):
        demo.accept("open_ticket", item="gaoling", at=MONDAY - timedelta(minutes=10))
    taken = demo.accept("open_ticket", item="gaoling", priority=True)
    assert demo.ask(NumberSlipOf(ticket=taken["ticket"])).ahead == 0
    assert demo.ask(QueueNow()).ahead == 4
