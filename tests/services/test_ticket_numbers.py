"""Taking a number: who may, when, with which answers, and never the same number twice."""

import json
import multiprocessing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.builders import MONDAY, DemoStation

CARD, OTHER_CARD, BLOCKED_CARD = "3709152841", "5281639400", "7823406959"
PHONE = "13490000009"


def refused(demo: DemoStation, **fields: Any) -> tuple[str | None, dict[str, Any]]:
    answer = demo.do("open_ticket", **({"item": "canbao"} | fields))
    assert answer.status == "refused", answer
    return answer.reason, answer.detail


def rows(demo: DemoStation, table: str) -> list[dict[str, Any]]:
    with demo.station._database.read() as connection:
        return [dict(row._mapping) for row in connection.execute(text(f"select * from {table}"))]


def test_numbers_start_anew_at_local_midnight(demo: DemoStation) -> None:
    last_minute, first_minute = datetime(2026, 11, 23, 23, 59, 59), datetime(2026, 11, 24, 0, 0)
    taken = [
        demo.accept("open_ticket", who="clerk", item="gaoling", mode="home_visit", at=at)["number"]
        for at in (last_minute, last_minute, first_minute)
    ]
    assert taken == ["A001", "A002", "A001"]
    assert [row["day"] for row in rows(demo, "tickets")].count(str(date(2026, 11, 23))) == 2


def test_a_number_means_that_of_its_own_day(demo: DemoStation) -> None:
    for day in range(2):
        demo.accept("open_ticket", item="gaoling", at=MONDAY + timedelta(days=day))
    demo.accept("cancel_ticket", who="clerk", ticket="A001", at=MONDAY + timedelta(days=1))
    assert [row["state"] for row in rows(demo, "tickets")] == ["waiting", "cancelled"]


def test_a_number_that_two_tickets_have_is_ambiguous(demo: DemoStation) -> None:
    for _ in range(2):
        demo.accept("open_ticket", item="gaoling")
    with demo.station._database.write() as connection:
        connection.execute(text("update tickets set number = 'A001'"))
    answer = demo.do("cancel_ticket", who="clerk", ticket="A001")
    assert (answer.status, answer.reason) == ("refused", "ambiguous_reference")


def test_a_refused_number_is_given_to_the_next(demo: DemoStation) -> None:
    refused(demo, phone="123")
    assert demo.accept("open_ticket", item="canbao")["number"] == "A001"


@pytest.mark.parametrize(
    ("at", "opens"),
    [("08:29", "2026-11-23T08:30"), ("17:30", "2026-11-24T08:30"), ("23:00", "2026-11-24T08:30")],
)
def test_outside_counter_hours_there_are_no_numbers(demo: DemoStation, at: str, opens: str) -> None:
    moment = datetime.fromisoformat(f"2026-11-23T{at}")
    assert refused(demo, at=moment) == ("counter_closed", {"opens": opens})


def test_outside_counter_hours_a_home_visit_can_still_be_asked_for(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="canbao", mode="home_visit", at=datetime(2026, 11, 23, 20, 0))


def test_on_a_day_that_the_manager_closed_there_are_no_numbers(demo: DemoStation) -> None:
    demo.accept("override_day", who="manager", date="2026-11-23", open=False)
    assert refused(demo) == ("counter_closed", {"opens": "2026-11-24T08:30"})


def test_one_terminal_gives_three_numbers_a_minute(demo: DemoStation) -> None:
    for second in (0, 10, 20):
        demo.accept("open_ticket", item="gaoling", at=MONDAY + timedelta(seconds=second))
    assert refused(demo, at=MONDAY + timedelta(seconds=59)) == ("too_many_numbers", {"limit": 3})
    demo.accept("open_ticket", item="gaoling", at=MONDAY + timedelta(seconds=61))


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"nonsense": 1}, "nonsense"),
        ({"who": "the cat"}, "who"),
        ({"who": ["self"]}, "who"),
        ({"people": 0}, "people"),
        ({"people": 21}, "people"),
        ({"people": 2.5}, "people"),
        ({"people": True}, "people"),
        ({"people": "many"}, "people"),
        ({"people": {"a": 1}}, "people"),
    ],
)
def test_an_answer_of_another_kind_is_refused_by_its_field(
    demo: DemoStation, form: dict[str, Any], field: str
) -> None:
    reason, detail = refused(demo, form=form)
    assert (reason, detail["field"]) == ("bad_form", field)


@pytest.mark.parametrize("answer", ["2026-02-29", "2026/01/01", "yesterday", 20260101])
def test_a_date_must_exist(demo: DemoStation, answer: object) -> None:
    reason, detail = refused(demo, item="baoxiao", form={"left_on": answer})
    assert (reason, detail["field"]) == ("bad_form", "left_on")


def test_answers_may_be_left_out_or_empty(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="canbao", form={"who": "", "people": None})
    assert rows(demo, "ticket_details") == []


def test_digits_typed_full_width_are_a_number(desk: DemoStation) -> None:
    desk.accept("open_ticket", item="canbao", form={"people": "３"})
    assert json.loads(rows(desk, "ticket_details")[0]["answers"]) == {"people": 3}


def test_a_mode_that_the_item_does_not_have_is_refused(demo: DemoStation) -> None:
    reason, detail = refused(demo, mode="errand")
    assert (reason, detail["label"]) == ("bad_form", "办理方式")


def test_unknown_items_people_and_cards_are_refused_by_name(demo: DemoStation) -> None:
    assert refused(demo, item="nothing")[0] == "unknown_item"
    assert refused(demo, resident="0000000000")[0] == "unknown_resident"
    assert refused(demo, on_behalf_of="nobody")[0] == "unknown_resident"
    assert refused(demo, resident=BLOCKED_CARD)[0] == "revoked_card"
    assert refused(demo, phone="12345")[0] == "bad_phone"


def test_a_resident_takes_a_number_for_somebody_else_but_not_in_their_name(demo: DemoStation) -> None:
    assert refused(demo, who=CARD, resident=OTHER_CARD)[0] == "not_allowed"
    demo.accept("open_ticket", who=CARD, item="canbao", on_behalf_of=OTHER_CARD)
    ticket = rows(demo, "tickets")[0]
    assert ticket["resident"] and ticket["on_behalf_of"] and ticket["resident"] != ticket["on_behalf_of"]


def test_what_people_typed_is_in_the_details_and_nowhere_else(desk: DemoStation) -> None:
    desk.accept("open_ticket", item="canbao", form={"people": 17}, phone=PHONE)
    desk.accept("call_next", who="clerk", counter="1")
    desk.accept("start_ticket", who="clerk", ticket="A001")
    desk.accept("resolve_ticket", who="clerk", ticket="A001", note="秘密的话")
    details = rows(desk, "ticket_details")[0]
    assert (details["phone"], json.loads(details["answers"])) == (PHONE, {"people": 17})
    assert json.loads(details["notes"])[0]["text"] == "秘密的话"
    elsewhere = str([rows(desk, table) for table in ("tickets", "ticket_events", "outcomes")])
    assert not any(secret in elsewhere for secret in (PHONE, "people", "秘密"))


def test_the_slip_code_itself_is_stored_nowhere(demo: DemoStation) -> None:
    code = demo.accept("open_ticket", item="canbao")["code"]
    demo.accept("cancel_ticket", code=code)
    demo.close()
    for file in (demo.folder.database, demo.folder.own_store):
        for part in file.parent.glob(file.name + "*"):
            assert code.encode() not in part.read_bytes()


def _take_many(home: str, count: int, queue: Any) -> None:
    """In a process of its own, as a second screen on the same home."""
    from kiosk.commands.tickets import OpenTicket
    from kiosk.config import HomeFolder
    from kiosk.domain.states import Mode
    from kiosk.station import Station

    station = Station(HomeFolder(Path(home)))
    clerk = station.find_actor("clerk")
    wish = OpenTicket(item="gaoling", mode=Mode.ERRAND)
    queue.put([station.do(wish, clerk, MONDAY).result["number"] for _ in range(count)])
    station.close()


def test_two_processes_on_one_home_never_give_the_same_number(demo: DemoStation) -> None:
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    workers = [context.Process(target=_take_many, args=(str(demo.folder.path), 30, queue)) for _ in range(2)]
    for worker in workers:
        worker.start()
    taken = [number for _ in workers for number in queue.get(timeout=60)]
    for worker in workers:
        worker.join()
    queue.close()
    queue.join_thread()
    assert sorted(taken) == [f"A{n:03d}" for n in range(1, 61)]
    assert len({row["number"] for row in rows(demo, "tickets")}) == 60
