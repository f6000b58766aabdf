"""我的: what a resident has, and every kind of data that is kept of them, for nobody else."""

from typing import Any

import pytest

from db import tables as t
from kiosk.commands.people_data import KeptOf, MyPage
from kiosk.services.people_kept import KIND_OF
from tests.builders import DemoStation
from tests.services.bookings import a_booking, moment
from tests.services.people import CHILD, OUYANG, ZHANG, resident, show

PARTY = {"kind": "person", "name": "张示明"}
ROOM = {
    "room": "menqiu",
    "date": "2026-11-26",
    "start": "08:30",
    "end": "10:00",
    "purpose": "打球",
    "people": 2,
}


def kinds(demo: DemoStation, who: str | None = ZHANG, of: str = ZHANG) -> dict[str, Any]:
    return {kept.kind: kept for kept in demo.ask(KeptOf(resident=of), who=who)}


def live(demo: DemoStation) -> None:
    """Something of everything."""
    demo.accept("check_out_copy", who=ZHANG, copy="S0000005")
    demo.accept("place_hold", who=ZHANG, title="9787540468422")
    demo.accept("open_ticket", who=ZHANG, item="gaoling")
    demo.accept("open_ticket", item="gaoling", on_behalf_of=ZHANG)
    booking = demo.accept("request_booking", who=ZHANG, party=PARTY, **ROOM)["booking"]
    demo.accept("approve_booking", who="clerk", booking=booking)
    demo.accept("no_show_booking", who="clerk", booking=booking, at=demo.at.replace(day=26))
    demo.accept("request_correction", who=ZHANG, what="name")


def test_my_page_has_all_that_is_mine(demo: DemoStation) -> None:
    live(demo)
    page = demo.ask(MyPage(resident=ZHANG), who=ZHANG)
    counts = {name: len(getattr(page, name)) for name in page.__struct_fields__[1:]}
    assert counts == {
        "tickets": 2, "bookings": 1, "loans": 1, "holds": 1, "strikes": 1, "memberships": 1, "wishes": 1,
    }  # fmt: skip
    assert (page.holder.masked_name, page.strikes[0].why, page.strikes[0].state) == (
        "张*明",
        "no_show",
        "counts",
    )


def test_nobody_elses_page_is_shown_but_to_staff(demo: DemoStation) -> None:
    live(demo)
    for who in (None, OUYANG, "volunteer"):
        assert demo.ask(MyPage(resident=ZHANG), who=who) is None
        assert demo.ask(KeptOf(resident=ZHANG), who=who) == []
        assert show(demo, "my", who, resident=ZHANG) == show(demo, "kept", who, resident=ZHANG) == []
    assert demo.ask(MyPage(resident=ZHANG), who="librarian") is not None
    assert demo.ask(MyPage(resident=OUYANG), who=OUYANG).loans == ()


def test_scripts_read_the_same(demo: DemoStation) -> None:
    live(demo)
    own, staffs = show(demo, "my", ZHANG), show(demo, "my", "clerk", resident=ZHANG)
    assert [row["section"] for row in own] == [row["section"] for row in staffs]
    assert {"tickets", "bookings", "loans", "holds", "strikes", "memberships", "wishes"} == {
        row["section"] for row in own
    }
    assert [row["kind"] for row in show(demo, "kept", ZHANG)] == list(kinds(demo))


def test_a_strike_of_the_party_that_was_booked_for_is_shown_to_who_booked(demo: DemoStation) -> None:
    booking = demo.accept("request_booking", who=ZHANG, party={"kind": "group", "name": "合唱队"}, contact_phone="13490000001",
                          **ROOM)["booking"]  # fmt: skip
    demo.accept("approve_booking", who="clerk", booking=booking)
    demo.accept("no_show_booking", who="clerk", booking=booking, at=demo.at.replace(day=26))
    assert [strike.room_name for strike in demo.ask(MyPage(resident=ZHANG), who=ZHANG).strikes] == ["门球场"]
    assert kinds(demo).get("strikes") is None  # it is kept of the group


def test_every_table_about_people_is_told_to_them() -> None:
    """A new one must be added to what is shown, with its purpose and its end."""
    about = {table.name for table in t.REPLICATED.values() if table.info["personal"]}
    about |= {
        table.name for table in t.REPLICATED.values() if any(name in table.c for name in t.PERSON_COLUMNS)
    }
    assert about - KIND_OF.keys() == set()


def test_what_is_kept_says_until_when(desk: DemoStation) -> None:
    live(desk)
    kept = kinds(desk)
    assert set(kept) == set(KIND_OF.values())
    assert kept["details"].shown == ("张*明", "134****0001") and kept["details"].at_desk
    assert kept["tickets"].until is None and kept["tickets"].days == 180
    assert kept["bookings"].until is not None and kept["bookings"].until.isoformat() == "2027-11-26"
    desk.accept("return_copy", copy="S0000005", at=moment(desk.at.date(), "12:00"))
    assert kinds(desk)["loans"].until.isoformat() == "2026-12-23"


def test_a_kiosk_shows_the_mask_and_no_phone(demo: DemoStation) -> None:
    assert kinds(demo)["details"].shown == ("张*明",)


def test_a_child_reads_who_its_guardian_is(demo: DemoStation) -> None:
    assert kinds(demo, CHILD, CHILD)["guardian"].shown == ("李*本",)


def test_what_is_over_long_ago_is_not_on_the_page(demo: DemoStation) -> None:
    a_booking(demo)
    ticket = demo.accept("open_ticket", who=ZHANG, item="gaoling")["ticket"]
    demo.accept("cancel_ticket", who=ZHANG, ticket=ticket)
    assert len(demo.ask(MyPage(resident=ZHANG), who=ZHANG).tickets) == 1
    demo.at = demo.at.replace(year=2027, month=2)
    assert demo.ask(MyPage(resident=ZHANG), who=ZHANG).tickets == ()


@pytest.mark.parametrize("reference", ["", "nobody", "1234567897"])
def test_of_nobody_nothing_is_kept(demo: DemoStation, reference: str) -> None:
    assert demo.ask(KeptOf(resident=reference), who="clerk") == []
    assert demo.ask(MyPage(resident=reference), who="clerk") is None


def test_after_the_erasure_there_is_no_page(desk: DemoStation) -> None:
    key = desk.accept("erase_resident", who="manager", resident=resident(desk, ZHANG))["resident"]
    assert desk.ask(MyPage(resident=key), who="clerk") is None
    assert desk.ask(KeptOf(resident=key), who="clerk") == []
