"""`yizhan export`: valid iCalendar in station time, without anybody's name; figures and the audit list as files."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from icalendar import Calendar
from openpyxl import load_workbook

from tests.builders import DemoStation
from tests.cli.verbs import yizhan
from tests.services.bookings import PERSON, PHONE, a_booking, an_approved

EIGHT = timedelta(hours=8)


def exported(demo: DemoStation, tmp_path: Path, *more: str) -> tuple[Calendar, str]:
    file = tmp_path / "rooms.ics"
    run = yizhan(demo.folder.path, "export", "calendar", str(file), "--at", "2026-11-23T10:00", *more)
    assert run.returncode == 0, run.stderr.decode()
    text = file.read_bytes().decode()
    return Calendar.from_ical(text), text


def events(calendar: Calendar) -> dict[str, Any]:
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_a_booking_stands_at_its_station_time_wherever_it_is_read(desk: DemoStation, tmp_path: Path) -> None:
    booking = an_approved(desk)
    calendar, text = exported(desk, tmp_path)
    found = events(calendar)["党群会议室 · 银龄读书会"]
    assert found.start.utcoffset() == found.end.utcoffset() == EIGHT
    assert found.start.replace(tzinfo=None) == datetime(2026, 11, 26, 8, 30)
    assert found.end.replace(tzinfo=None) == datetime(2026, 11, 26, 10)
    assert (str(found["uid"]), str(found["status"])) == (f"{booking}@yizhan", "CONFIRMED")
    assert "DTSTART;TZID=Asia/Shanghai:20261126T083000" in text
    assert "BEGIN:VTIMEZONE" in text and "TZOFFSETTO:+0800" in text


def test_it_is_a_file_as_the_standard_wants_it(demo: DemoStation, tmp_path: Path) -> None:
    a_booking(demo, party={"kind": "group", "name": "很长的名字，带逗号；和分号" * 4})
    calendar, text = exported(demo, tmp_path)
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert (str(calendar["version"]), str(calendar["prodid"])) == ("2.0", "-//Yizhan//yizhan//ZH")
    every = calendar.walk("VEVENT")
    assert len({str(event["uid"]) for event in every}) == len(every)
    assert all(event["dtstamp"].dt == datetime.fromisoformat("2026-11-23T02:00+00:00") for event in every)
    assert not any(event.errors for event in every)


def test_what_is_not_decided_is_tentative_and_what_is_over_or_waits_is_not_there(
    demo: DemoStation, tmp_path: Path
) -> None:
    a_booking(demo)
    a_booking(demo, party=PERSON, waitlist=True, contact_phone="13812340001")
    gone = a_booking(demo, start="10:00", end="11:30", party={"kind": "group", "name": "太极队"})
    demo.accept("cancel_booking", who="clerk", booking=gone)
    found = events(exported(demo, tmp_path)[0])
    assert str(found["党群会议室 · 银龄读书会"]["status"]) == "TENTATIVE"
    assert not any("太极队" in name or "个人" in name for name in found)


def test_nobody_is_named_unless_staff_ask_for_it(desk: DemoStation, tmp_path: Path) -> None:
    a_booking(desk, party=PERSON)
    for who in ((), ("--as", "volunteer")):
        calendar, text = exported(desk, tmp_path, *who)
        assert "党群会议室 · 个人预约" in events(calendar)
        assert not any(word in text for word in ("张示范", "张*范", "张示明", PHONE, "读书"))
    assert "党群会议室 · 张示范" in events(exported(desk, tmp_path, "--as", "clerk")[0])


def test_a_class_comes_back_on_its_weekdays_until_its_last_day(demo: DemoStation, tmp_path: Path) -> None:
    calendar, _ = exported(demo, tmp_path)
    classes = [event for event in calendar.walk("VEVENT") if "rrule" in event]
    assert classes
    for event in classes:
        weekdays = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
        assert weekdays[event.start.weekday()] in event["rrule"]["BYDAY"]
        assert event.start.utcoffset() == EIGHT


def test_several_rooms_and_blocks_are_each_there_and_one_room_may_be_chosen(
    demo: DemoStation, tmp_path: Path
) -> None:
    a_booking(demo, also=["dangjian"])
    block = {"room": "lanqiu", "date": "2026-11-26", "start": "09:00", "end": "12:00", "title": "画线"}
    demo.accept("block_room", who="clerk", why="maintenance", **block)
    found = events(exported(demo, tmp_path)[0])
    assert {"党群会议室 · 银龄读书会", "党建活动区 · 银龄读书会", "篮球场 · 画线"} <= found.keys()
    only = events(exported(demo, tmp_path, "--room", "lanqiu")[0])
    assert {str(event["location"]) for event in only.values()} == {"篮球场"}


def test_what_cannot_be_exported_is_one_sentence_and_exit_2(demo: DemoStation, tmp_path: Path) -> None:
    target = str(tmp_path / "rooms.ics")
    for wrong in (("books", target), ("calendar", str(tmp_path)), ("calendar", target, "--room", "nowhere")):
        run = yizhan(demo.folder.path, "export", *wrong)
        assert run.returncode == 2
        assert len(run.stderr.decode().strip().splitlines()) == 1
    assert not (tmp_path / "rooms.ics").exists()


def test_figures_and_audit_are_files_for_those_who_may_have_them(desk: DemoStation, tmp_path: Path) -> None:
    desk.accept("open_ticket", item="gaoling")
    sheet, report, audit = (tmp_path / name for name in ("f.xlsx", "f.pdf", "a.csv"))
    at = ("--at", "2026-11-23T10:00")
    for what, file in (("figures", sheet), ("figures", report), ("audit", audit)):
        assert yizhan(desk.folder.path, "export", what, str(file), *at).returncode == 0
    assert load_workbook(sheet)["按事项"]["A2"].value == "高龄老人补贴"
    assert report.read_bytes().startswith(b"%PDF-") and "取号或登记" in audit.read_text("utf-8-sig")
    wrong = (
        ("audit", "b.csv", "--as", "clerk"),
        ("figures", "b.doc"),
        ("figures", "b.pdf", "--from", "2027-01-01"),
    )
    for what, name, *more in wrong:
        run = yizhan(desk.folder.path, "export", what, str(tmp_path / name), *more, *at)
        assert run.returncode == 2 and len(run.stderr.decode().strip().splitlines()) == 1
        assert not (tmp_path / name).exists()
