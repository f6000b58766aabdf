"""The station's figures: sums as a naive count finds them, each role its own part; the audit list names no resident."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import insert

from db import tables as t
from db.engines import Database, sqlite_url
from db.work import Work
from kiosk.commands.bookings import Rooms
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.figures import AuditChoices, AuditPart, FiguresOf
from kiosk.domain.figures import Cases, Lending, Span, cut, days_of, month_of, span_days
from kiosk.domain.occupation import Series
from kiosk.services import figures as service
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import an_approved

TODAY = MONDAY.date()
MONTH = FiguresOf(first=TODAY.replace(day=1), last=TODAY)
DAY = timedelta(days=1)


def total(found: Any, name: str, part: str = "cases") -> Any:
    return sum(getattr(getattr(one, part), name) for one in found.days)


# periods


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.TODAY, "2026-03-31", "2026-03-31"), (Span.WEEK, "2026-03-25", "2026-03-31"),
        (Span.DAYS_30, "2026-03-02", "2026-03-31"), (Span.THIS_MONTH, "2026-03-01", "2026-03-31"),
        (Span.LAST_MONTH, "2026-02-01", "2026-02-28"),
    ],
)  # fmt: skip
def test_a_period_is_counted_with_its_first_and_last_day(span: Span, first: str, last: str) -> None:
    assert span_days(span, date(2026, 3, 31)) == (date.fromisoformat(first), date.fromisoformat(last))


@given(some.dates(date(2020, 1, 1), date(2030, 1, 1)), some.integers(0, 1500))
def test_a_chart_cuts_a_period_into_parts_that_are_all_of_it(first: date, more: int) -> None:
    last = first + timedelta(days=more)
    parts = cut(first, last)
    assert [day for part in parts for day in days_of(*part)] == days_of(first, last)
    assert len(parts) <= 60


def test_a_month_has_its_own_last_day() -> None:
    assert month_of(date(2028, 2, 10)) == (date(2028, 2, 1), date(2028, 2, 29))


# sums

_times = some.integers(0, 40)
_ticket = some.fixed_dictionaries(
    {
        "day": some.integers(-3, 12), "item": some.sampled_from(["i1", "i2"]),
        "state": some.sampled_from(["resolved", "closed", "no_show", "left", "waiting", "cancelled"]),
        "wait": some.none() | _times, "service": some.none() | _times, "stars": some.none() | some.integers(1, 5),
        "deleted": some.booleans(),
    }
)  # fmt: skip
_loan = some.fixed_dictionaries(
    {
        "day": some.integers(-3, 12),
        "kept": some.none() | some.integers(0, 9),
        "letter": some.sampled_from("ITi?"),
    }
)
_FIRST, _LAST = date(2026, 5, 1), date(2026, 5, 10)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Any:
    found = Database(sqlite_url(tmp_path_factory.mktemp("figures") / "rows.db"))
    with found.write() as connection:
        t.domain.create_all(connection)
    yield found
    found.close()


@settings(max_examples=40)
@given(some.lists(_ticket, max_size=25))
def test_the_cases_are_those_that_one_finds_by_counting(database: Any, tickets: list[dict[str, Any]]) -> None:
    rows = [_row_of(n, one) for n, one in enumerate(tickets)]
    found = _asked(database, t.tickets, rows, lambda work: service._cases(work, "item", _FIRST, _LAST))
    kept = [one for one in tickets if not one["deleted"] and 0 <= one["day"] < 10]
    for item in {one["item"] for one in kept}:
        mine = [one for one in kept if one["item"] == item]
        assert _rounded(found[item]) == _counted(mine)
    assert found.keys() == {one["item"] for one in kept}


@settings(max_examples=40)
@given(some.lists(_loan, max_size=25))
def test_the_loans_are_those_that_one_finds_by_counting(database: Any, loans: list[dict[str, Any]]) -> None:
    rows, lent, back, late = [], Counter[str](), Counter[str](), Counter[str]()
    for n, one in enumerate(loans):
        at = datetime(2026, 5, 1, 23, 59) + one["day"] * DAY
        returned = at + one["kept"] * DAY if one["kept"] is not None else None
        due = at.date() + 4 * DAY
        rows.append({"id": str(n), "copy": "c", "title": one["letter"], "lent_at": at, "returned_at": returned,
                     "due": due, "state": "x", "revision": 1})  # fmt: skip
        letter = one["letter"].upper()
        lent[letter] += _FIRST <= at.date() <= _LAST
        back[letter] += returned is not None and _FIRST <= returned.date() <= _LAST
        late[letter] += returned is not None and _FIRST <= returned.date() <= _LAST and returned.date() > due
    titles = [{"id": key, "title": key, "class_number": key + "1", "revision": 1} for key in "ITi?"]
    found = _asked(
        database,
        t.loans,
        rows,
        lambda work: service._lending(work, "letter", _FIRST, _LAST),
        (t.titles, titles),
    )
    for letter in lent.keys() | back.keys():
        wanted = Lending(lent=lent[letter], returned=back[letter], late=late[letter])
        assert found.get(letter, Lending()) == wanted


def _row_of(n: int, one: dict[str, Any]) -> dict[str, Any]:
    at = datetime(2026, 5, 1, 9, 30) + one["day"] * DAY
    called = at + timedelta(minutes=one["wait"]) if one["wait"] is not None else None
    ended = at + timedelta(minutes=one["service"]) if one["service"] is not None else None
    return {
        "id": str(n), "day": at.date(), "item": one["item"], "state": one["state"], "stars": one["stars"], "made_at": at,
        "queued_at": at, "called_at": called, "started_at": at, "ended_at": ended, "deleted": one["deleted"], "revision": 1,
    }  # fmt: skip


def _counted(mine: list[dict[str, Any]]) -> Cases:
    done = [one for one in mine if one["state"] in ("resolved", "closed")]
    waits = [one["wait"] for one in mine if one["wait"] is not None]
    served = [one["service"] for one in done if one["service"] is not None]
    given = [one["stars"] for one in mine if one["stars"] is not None]
    return Cases(
        taken=len(mine), done=len(done), missed=sum(one["state"] == "no_show" for one in mine),
        left=sum(one["state"] == "left" for one in mine), waits=len(waits), wait_minutes=sum(waits), served=len(served),
        serve_minutes=sum(served), rated=len(given), stars=sum(given),
    )  # fmt: skip


def _rounded(one: Cases) -> Cases:
    return one + Cases(
        wait_minutes=round(one.wait_minutes) - one.wait_minutes,
        serve_minutes=round(one.serve_minutes) - one.serve_minutes,
    )


def _asked(database: Any, table: Any, rows: list[dict[str, Any]], ask: Any, *more: Any) -> Any:
    with database.write() as connection:
        for each, values in ((table, rows), *more):
            connection.execute(each.delete())
            if values:
                connection.execute(insert(each), values)
        return ask(Work(connection, None, 0))  # type: ignore[arg-type]


def test_a_case_is_counted_on_its_day_under_its_item_and_hour(desk: DemoStation) -> None:
    ticket = desk.accept("open_ticket", item="gaoling")["ticket"]
    later = MONDAY + timedelta(minutes=12)
    for kind, fields in (("call_next", {"counter": "1"}), ("start_ticket", {"ticket": ticket}),
                         ("resolve_ticket", {"ticket": ticket})):  # fmt: skip
        desk.accept(kind, who="clerk", at=later, **fields)
    desk.accept("rate_ticket", ticket=ticket, stars=4, at=later)
    found = desk.ask(MONTH, who="clerk", at=later)
    (item,) = found.items
    assert (item.cases.taken, item.cases.done, item.cases.rating) == (1, 1, 4)
    assert round(item.cases.wait or 0, 3) == 12
    assert [(one.hour, one.cases.taken) for one in found.hours] == [(9, 1)]
    assert found.days[-1].cases.taken == 1 and total(found, "taken") == 1
    assert found.stars == (0, 0, 0, 1, 0)


def test_a_room_is_as_full_as_its_bookings_of_what_can_be_booked(desk: DemoStation) -> None:
    an_approved(desk)
    week = FiguresOf(first=date(2026, 11, 26), last=date(2026, 11, 26))
    found = desk.ask(week, who="manager")
    (room,) = [one for one in found.rooms if one.use.booked]
    assert (room.name, room.use.minutes, room.use.open_minutes) == ("党群会议室", 90, 540)
    assert total(found, "minutes", "rooms") == 90


def test_a_weekly_class_uses_its_room_too_where_it_could_be_booked(
    desk: DemoStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    (room,) = [one for one in desk.ask(Rooms()) if one.code == "huiyishi"]
    week = Series(room=room.id, weekdays=frozenset({4}), start=8 * 60, end=10 * 60, first=date(2026, 1, 1))
    monkeypatch.setattr(service, "series_of", lambda book: (week,))
    found = desk.ask(FiguresOf(first=date(2026, 11, 25), last=date(2026, 11, 27)), who="manager")
    (used,) = [one for one in found.rooms if one.use.minutes]
    assert (used.name, used.use.minutes) == ("党群会议室", 90)
    assert [one.rooms.minutes for one in found.days] == [0, 90, 0]


def test_each_role_sees_its_own_part_and_nobody_else_any(desk: DemoStation) -> None:
    desk.accept("open_ticket", item="gaoling")
    assert desk.ask(MONTH, who="librarian").items == () and desk.ask(MONTH, who="librarian").library
    assert desk.ask(MONTH, who="clerk").items and not desk.ask(MONTH, who="clerk").library
    assert desk.ask(MONTH) is None and desk.ask(MONTH, who="volunteer") is None
    assert desk.ask(FiguresOf(first=TODAY, last=TODAY - DAY), who="manager") is None


def test_an_empty_period_is_all_nought(desk: DemoStation) -> None:
    found = desk.ask(FiguresOf(first=date(2020, 2, 1), last=date(2020, 2, 29)), who="manager")
    assert len(found.days) == 29 and not found.items and not found.hours and not found.classes
    assert total(found, "taken") == 0 and found.days[0].cases.wait is None


# who did what when


def audit(demo: DemoStation, who: str = "manager", q: str = "", **where: str) -> list[Any]:
    page = demo.ask(DeskList(what="audit", q=q, where=where), who=who)
    assert page.total == len(page.rows)
    return list(page.rows)


def test_the_audit_list_tells_who_did_what_and_is_filtered(desk: DemoStation) -> None:
    number = desk.accept("open_ticket", item="gaoling")["number"]
    desk.accept("call_next", who="clerk", counter="1")
    newest, opened = audit(desk)[:2]
    assert (newest.kind, newest.role, newest.who, newest.about) == ("call_next", "operator", "周示岚", number)
    assert (opened.kind, opened.role, opened.status) == ("open_ticket", "terminal", "accepted")
    (clerk,) = [one for one in desk.ask(AuditChoices(), who="manager").operators if one.name == "周示岚"]
    assert [one.kind for one in audit(desk, actor=clerk.code)] == ["call_next"]
    assert [one.kind for one in audit(desk, kind="open_ticket")] == ["open_ticket"]
    assert [one.kind for one in audit(desk, q=number.lower())] == ["call_next", "open_ticket"]
    assert audit(desk, status="refused") == [] and audit(desk, first="2026-11-24") == []
    assert desk.ask(AuditPart(where={"first": "2026-11-23"}, most=1), who="manager") == [newest]


def test_only_a_manager_reads_the_audit_list(desk: DemoStation) -> None:
    for who in ("clerk", "librarian", "volunteer"):
        assert audit(desk, who) == [] and desk.ask(AuditPart(), who=who) == []
        assert desk.ask(AuditChoices(), who=who).operators == ()


def test_the_audit_list_names_no_resident_and_no_card(desk: DemoStation) -> None:
    fields = {"name": "张示明", "phone": "13812341234", "birth_month": "1950-01", "consent": "zh-1"}
    made = desk.accept("register_resident", who="clerk", **fields)
    desk.accept("open_ticket", who=made["card"], item="gaoling")
    said = str([(one.who, one.kind, one.about, one.reason) for one in audit(desk)])
    assert not any(word in said for word in ("张示明", "13812341234", made["card"], made["resident"]))
    assert audit(desk, q=made["card"]) == []
    assert audit(desk, actor="resident")[0].who == ""
