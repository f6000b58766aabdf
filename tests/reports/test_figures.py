"""Figures as files: cells that begin like a formula, what a sheet says, a report of any month, words for every command."""

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from kiosk.commands import records as r
from kiosk.commands.base import KINDS
from kiosk.domain.figures import Cases, Lending, RoomUse, days_of
from kiosk.reports.audit_file import audit_file
from kiosk.reports.audit_table import audit_table, kind_words
from kiosk.reports.figures_tables import Table, figure_tables
from kiosk.reports.month_report import month_report, report_title
from kiosk.reports.spreadsheet import spreadsheet
from kiosk.services import load_services

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
SOME = Cases(taken=3, done=2, waits=2, wait_minutes=25, rated=1, stars=4)


def figures(name: str = "高龄老人补贴", **changes: Any) -> r.Figures:
    days = tuple(
        r.DayFigures(day=day, cases=SOME, rooms=RoomUse(minutes=90, open_minutes=180), loans=Lending(lent=1))
        for day in days_of(changes.get("first", FIRST), changes.get("last", LAST))
    )
    values = {
        "station": "华垦驿站", "station_en": "Huaken", "first": FIRST, "last": LAST, "made_at": datetime(2026, 11, 2, 9),
        "counter": True, "library": True, "days": days, "items": (r.ItemFigures(name=name, name_en=name, cases=SOME),),
        "hours": (r.HourFigures(hour=9, cases=SOME),), "classes": (), "stars": (0, 0, 0, 1, 0),
        "rooms": (r.RoomFigures(name="会议室", name_en="Meeting room", use=RoomUse(minutes=90, open_minutes=180)),),
    }  # fmt: skip
    return r.Figures(**(values | changes))


def opened(tables: list[Table]) -> Any:
    return openpyxl.load_workbook(BytesIO(spreadsheet(tables)))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-2", "@SUM(A1)", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"]
)
def test_what_begins_like_a_formula_is_a_text(text: str) -> None:
    sheet = opened(figure_tables(figures(text), "zh"))["按事项"]
    cell = sheet["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_signs_that_no_sheet_can_hold_are_left_out() -> None:
    assert opened(figure_tables(figures("高龄\x0b补贴"), "zh"))["按事项"]["A2"].value == "高龄补贴"


def test_a_sheet_holds_numbers_and_days_and_sums_as_such() -> None:
    book = opened(figure_tables(figures(), "zh"))
    sheet = book["按天"]
    heads = [cell.value for cell in sheet[1]]
    assert sheet["A2"].value == datetime(2026, 10, 1) and sheet.max_row == 33 and sheet.freeze_panes == "A2"
    column = heads.index("登记工单")
    counted = [row[column].value for row in sheet.iter_rows(min_row=2)]
    assert counted[:-1] == [3] * 31 and counted[-1] == 93
    share = sheet[2][heads.index("使用率")]
    assert (share.value, share.number_format) == (0.5, "0%")
    assert sheet[33][heads.index("平均等候分钟")].value == 12.5


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_librarian_s_files_hold_the_books_alone(lang: str) -> None:
    tables = figure_tables(figures(counter=False, items=(), hours=(), rooms=()), lang)
    assert [one.key for one in tables] == ["summary", "by_day", "by_class"]
    assert all(len(row) == len(table.heads) for table in tables for row in table.rows)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_report_is_a_few_sheets_even_of_nothing(lang: str) -> None:
    empty = figures(days=(), items=(), hours=(), rooms=(), stars=(0,) * 5)
    for found in (figures("𠮷" * 60), empty):
        pdf = month_report(found, lang)
        assert pdf.startswith(b"%PDF-") and 1 <= len(re.findall(rb"/Type /Page\b", pdf)) <= 5


def test_a_whole_month_is_called_by_its_name_and_other_days_are_not() -> None:
    assert report_title(figures(), "zh") == "华垦驿站 2026年10月报"
    assert report_title(figures(first=date(2026, 10, 2)), "en") == "Huaken: figures"
    running = figures(first=date(2026, 11, 1), last=date(2026, 11, 2))
    assert report_title(running, "en") == "Huaken: report 2026-11"


def test_the_audit_file_says_what_happened_in_words() -> None:
    row = r.AuditRow(
        id="1", made_at=datetime(2026, 11, 23, 9, 41), decided_at=None, role="operator", who="=1+1", kind="call_next",
        about="A001", status="refused", reason="counter_closed", flags=(),
    )  # fmt: skip
    text = audit_file(audit_table([row], "zh")).decode("utf-8-sig")
    assert text.splitlines()[1].startswith("2026-11-23 09:41:00,'=1+1,叫下一位,A001,没办成,")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_has_its_words_in_the_audit_list(lang: str) -> None:
    load_services()
    assert [kind for kind in sorted(KINDS) if kind_words(kind, lang) == kind] == []
