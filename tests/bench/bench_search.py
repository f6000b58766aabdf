"""Search while typing among 100,000 titles, letter by letter, the records of the page included."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.commands.library import SearchTitles
from kiosk.domain.search_keys import initials, pinyin_full
from kiosk.station import Station
from tests.bench.table import line, ms, p95, seconds
from tests.builders import DemoStation

pytestmark = pytest.mark.bench
TITLES = 100_000
TYPED = 60  # titles and authors, each typed in up to four ways
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张", "文明国安平建华志远思齐若水清风子墨一凡"


@pytest.mark.timeout(600)
def test_what_is_typed_is_found_among_many_titles(demo_template: Path, tmp_path: Path) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.close()
    names = _fill(Database(sqlite_url(demo.folder.database)))
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
        "p95 at most 10 ms",
    )


def _fill(database: Database) -> list[tuple[str, str]]:
    """Titles made of the demo's own characters, a tenth in Latin letters; (title, author) of some."""
    chance = random.Random(3)
    with database.write() as connection:
        real = [row.title for row in connection.execute(select(t.titles))]
        letters = [char for title in real for char in title if char.isalpha()]
        states = ["on_shelf", "on_loan"]
        made = [_book(chance, letters, n) for n in range(TITLES)]
        connection.execute(
            insert(t.titles), [{"id": f"b{n}", "title": a, "author": b} for n, (a, b) in enumerate(made)]
        )
        connection.execute(
            insert(t.copies),
            [
                {"id": f"c{n}", "number": f"S1{n:06d}", "title": f"b{n}", "state": chance.choice(states)}
                for n in range(TITLES)
            ],
        )
        real_pairs = [(row.title, row.author) for row in connection.execute(select(t.titles).limit(30))]
    database.close()
    return real_pairs + chance.sample(made, TYPED)


def _book(chance: random.Random, letters: list[str], n: int) -> tuple[str, str]:
    author = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
    if n % 10:
        return "".join(chance.choices(letters, k=chance.randint(2, 12))), author
    words = "the story of harry stone river winter a night house and time garden".title().split()
    return " ".join(chance.choices(words, k=chance.randint(2, 6))), "J. " + chance.choice(words)


def _typing(names: list[tuple[str, str]]) -> Iterator[str]:
    for title, author in names:
        pinyin = (pinyin_full(title)[:14], initials(title), pinyin_full(author))
        for whole in (title, author, f"{title[:2]} {author}", *pinyin):
            for end in range(1, len(whole) + 1):
                yield whole[:end]
