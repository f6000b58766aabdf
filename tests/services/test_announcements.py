"""What the hall is told: put up by one, seen at every board, taken down and put back."""

from datetime import datetime
from pathlib import Path

from kiosk.commands.board import BoardNow
from tests.builders import DemoStation, beside

TEXT, ENGLISH = "周六上午义诊，在一楼大厅", "Free check-ups on Saturday"


def said(demo: DemoStation, at: datetime | None = None) -> list[str]:
    return [one.text for one in demo.ask(BoardNow(), at=at).said]


def post(demo: DemoStation, text: str = TEXT, **more: str) -> str:
    wish = {"text": text, "text_en": ENGLISH, "until_day": "2026-11-28"} | more
    return str(demo.accept("post_announcement", who="clerk", **wish)["announcement"])


def test_it_is_on_every_board_from_its_first_day_to_its_last(demo: DemoStation, tmp_path: Path) -> None:
    post(demo)
    post(demo, "冬至包饺子", from_day="2026-12-20", until_day="2026-12-22")
    other = beside(demo, tmp_path / "board", role="board")
    assert said(demo) == said(other) == [TEXT]
    assert said(other, datetime(2026, 11, 28, 20)) == [TEXT]
    assert said(other, datetime(2026, 11, 29, 9)) == []
    assert said(other, datetime(2026, 12, 21, 9)) == ["冬至包饺子"]
    other.close()


def test_it_is_taken_down_put_back_and_changed_back(demo: DemoStation) -> None:
    this = post(demo)
    demo.accept("withdraw_announcement", who="librarian", announcement=this)
    assert said(demo) == []
    for again in ("withdraw_announcement", "change_announcement"):
        assert demo.do(again, who="clerk", announcement=this).reason == "already_done"
    demo.accept("restore_announcement", who="clerk", announcement=this)
    changed = demo.accept("change_announcement", who="clerk", announcement=this, text="改到周日")
    assert said(demo) == ["改到周日"]
    demo.accept("change_announcement", who="clerk", announcement=this, **changed["before"])
    assert said(demo) == [TEXT]


def test_a_walk_in_tells_the_hall_nothing_and_an_unknown_one_is_said_so(demo: DemoStation) -> None:
    wish = {"text": TEXT, "until_day": "2026-11-28"}
    for who in (None, "volunteer"):
        assert demo.do("post_announcement", who=who, **wish).reason == "not_allowed"
    unknown = demo.do("withdraw_announcement", who="clerk", announcement="x")
    assert unknown.reason == "unknown_announcement"


def test_a_desk_that_is_cut_off_puts_it_up_and_all_know_when_the_line_is_back(
    demo: DemoStation, tmp_path: Path
) -> None:
    other = beside(demo, tmp_path / "board", role="board")
    with demo.cut_off():
        wish = {"text": TEXT, "until_day": "2026-11-28"}
        assert demo.do("post_announcement", who="clerk", **wish).status == "pending"
        assert said(demo) == [TEXT]
    other.station.exchange()
    assert said(other) == [TEXT]
    other.close()
