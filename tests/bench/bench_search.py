"""Search while typing among 1,000,000 titles, letter by letter, the records of the page included."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kiosk.commands.library import SearchTitles
from kiosk.domain.search_keys import initials, pinyin_full
from kiosk.station import Station
from tests.bench.filling import fill_titles
from tests.bench.table import line, ms, p95, seconds
from tests.builders import DemoStation

pytestmark = pytest.mark.bench
TITLES = 1_000_000
REAL, TYPED = 30, 60  # titles and authors, each typed in every way


@pytest.mark.timeout(3600)
def test_what_is_typed_is_found_among_many_titles(demo_template: Path, tmp_path: Path) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.close()
    books = fill_titles(demo.folder, TITLES)
    names = books[:REAL] + random.Random(3).sample(books[REAL:], TYPED)
    station = Station(demo.folder)
    station.ask(SearchTitles(q="三国"))
    times = {typed: seconds(partial(station.ask, SearchTitles(q=typed))) for typed in _typing(names)}
    filtered = [seconds(partial(station.ask, SearchTitles(q=typed, only_in=True))) for typed in times]
    station.close()
    worst = max(times, key=lambda typed: times[typed])
    line(
        f"search while typing, {TITLES:,} titles, {len(times)} inputs",
        f"p95 {ms(p95(list(times.values())))}, "
        f"worst {ms(times[worst])} ({worst}); only what is in: {ms(p95(filtered))}",
        "p95 at most 20 ms",
    )


def _typing(names: list[tuple[str, str]]) -> Iterator[str]:
    for title, author in names:
        pinyin = (pinyin_full(title)[:14], initials(title), pinyin_full(author))
        for whole in (title, author, f"{title[:2]} {author}", *pinyin):
            for end in range(1, len(whole) + 1):
                yield whole[:end]
