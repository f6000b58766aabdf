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
Names = list[tuple[str, str]]


@pytest.mark.timeout(3600)
def test_what_is_typed_is_found_among_many_titles(demo_template: Path, tmp_path: Path) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.close()
    books = fill_titles(demo.folder, TITLES)
    station = Station(demo.folder)
    measure(station, books[:REAL] + random.Random(3).sample(books[REAL:], TYPED), TITLES)
    station.close()


def measure(station: Station, names: Names, titles: int) -> None:
    station.ask(SearchTitles(q="三国"))
    every: dict[str, float] = {}
    ways = []
    for way, inputs in _ways(names).items():
        times = {typed: seconds(partial(station.ask, SearchTitles(q=typed))) for typed in inputs}
        ways.append(f"{way} {ms(p95(list(times.values())))}")
        every |= times
    filtered = [seconds(partial(station.ask, SearchTitles(q=typed, only_in=True))) for typed in every]
    worst = max(every, key=lambda typed: every[typed])
    line(
        f"search while typing, {titles:,} titles, {len(every)} inputs",
        f"p95 {ms(p95(list(every.values())))}: {', '.join(ways)}; "
        f"worst {ms(every[worst])} ({worst}); only what is in: {ms(p95(filtered))}",
        "p95 at most 20 ms",
    )


def _ways(names: Names) -> dict[str, list[str]]:
    parts = [
        title[start : start + length] for title, _ in names for start, length in ((1, 2), (2, 3), (1, 5))
    ]
    return {
        "two characters": [title[start : start + 2] for title, _ in names for start in range(len(title) - 1)],
        "part of a title": [part for part in parts if len(part) > 1],
        "author": [author for _, author in names],
        "initials": [*_typing(initials(text) for name in names for text in name)],
        "prefix": [
            *_typing(title for title, _ in names),
            *_typing(pinyin_full(title)[:14] for title, _ in names),
        ],
        "title and author": [*_typing(f"{title[:2]} {author}" for title, author in names)],
    }


def _typing(texts: Iterator[str]) -> Iterator[str]:
    """Letter by letter."""
    for text in texts:
        for end in range(1, len(text) + 1):
            yield text[:end]
