"""What is kept of a person, in the words of the desk."""

from datetime import date

import pytest

from kiosk.commands.records import Kept
from kiosk.services.people_kept import KIND_OF
from ui.viewmodels.desk.person_kept import kept_lines


@pytest.mark.parametrize("kind", sorted({*KIND_OF.values(), "guardian"}))
@pytest.mark.parametrize("until", [None, date(2027, 5, 22)])
def test_every_kind_says_what_for_and_how_long(kind: str, until: date | None) -> None:
    line, last = kept_lines((Kept(kind=kind, count=2, until=until, days=365),))
    purpose, how_long = line["value"].split("\n")
    assert line["label"] and purpose and how_long and last["value"] == "身份证号从来不存。"


def test_of_whoever_was_not_opened_nothing_is_told() -> None:
    assert kept_lines(()) == []


def test_the_day_is_named_where_it_is_known() -> None:
    (line, _) = kept_lines((Kept(kind="tickets", count=1, until=date(2027, 5, 22), days=180),))
    assert line["value"] == "1 条 · 处理事项用\n2027年5月22日自动删除"
