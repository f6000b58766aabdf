"""A catalogue file into home and store, with its search index, beside pypinyin alone; and what it needs of memory."""

import csv
import random
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from pypinyin import lazy_pinyin

from assets import FOLDER
from kiosk.catalogue_import import import_books
from tests.bench.filling import GIVEN, SURNAMES
from tests.bench.table import line
from tests.builders import DemoStation

pytestmark = pytest.mark.bench
TITLES = 20_000
FEW, MANY = 10_000, 50_000
HEADER = ("题名", "责任者", "出版社", "出版年", "ISBN", "定价", "页数", "分类号", "馆藏地", "架位")
MEASURE = """
import resource, sys
from pathlib import Path
from kiosk.catalogue_import import import_books
from kiosk.config import HomeFolder
from kiosk.station import Station
station = Station(HomeFolder(Path(sys.argv[1])))
import_books(station, Path(sys.argv[2]), station.find_actor("manager"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.timeout(600)
def test_a_catalogue_is_imported(demo: DemoStation, tmp_path: Path) -> None:
    write_catalogue(tmp_path / "first.csv", 1000)
    bring(demo, tmp_path / "first.csv")  # whatever is loaded once
    titles = write_catalogue(tmp_path / "books.csv", TITLES, seed=2)
    start = perf_counter()
    for title in titles:
        lazy_pinyin(title)
    floor = TITLES / (perf_counter() - start)
    start = perf_counter()
    assert bring(demo, tmp_path / "books.csv") == TITLES
    rate = TITLES / (perf_counter() - start)
    line(
        f"import of {TITLES:,} titles, each with a copy, search index and pinyin",
        f"{rate:,.0f} a second: {rate / floor:.2f} of pypinyin alone ({floor:,.0f} a second)",
        "at least 5,000 a second, 0.36 of pypinyin alone",
    )


@pytest.mark.timeout(900)
def test_memory_does_not_grow_with_the_catalogue(demo_template: Path, tmp_path: Path) -> None:
    needed = []
    for count in (FEW, MANY):
        write_catalogue(tmp_path / "books.csv", count)
        demo = DemoStation(demo_template, tmp_path / str(count))
        demo.close()
        call = [sys.executable, "-c", MEASURE, str(demo.folder.path), str(tmp_path / "books.csv")]
        needed.append(int(subprocess.run(call, check=True, capture_output=True, text=True).stdout))
    line(
        f"memory of an import of {MANY:,} titles",
        f"{needed[1] / needed[0]:.2f} x that of {FEW:,} ({needed[1]} MiB)",
        "flat",
    )


def bring(demo: DemoStation, path: Path) -> int:
    actor = demo.station.find_actor("manager")
    assert actor is not None
    return import_books(demo.station, path, actor).added


def write_catalogue(path: Path, count: int, seed: int = 1) -> list[str]:
    """Titles made of the demo's own characters, each with its ISBN; the titles."""
    chance = random.Random(seed)
    demo = csv.DictReader((FOLDER / "demo" / "books.csv").read_text("utf-8").splitlines())
    letters = [char for row in demo for char in row["题名"] if char.isalpha()]
    titles = ["".join(chance.choices(letters, k=chance.randint(4, 14))) for _ in range(count)]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        for n, title in enumerate(titles):
            author = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2))
            out.writerow(
                (
                    title, author, "人民文学出版社", chance.randint(1980, 2024), isbn(seed * 10**7 + n),
                    f"{chance.randint(10, 99)}.00", chance.randint(80, 900), "I247.5", "一楼阅览区", f"A-{n % 50}",
                )
            )  # fmt: skip
    return titles


def isbn(number: int) -> str:
    digits = f"9787{number:08d}"
    return digits + str(-sum(int(one) * (3 if place % 2 else 1) for place, one in enumerate(digits)) % 10)
