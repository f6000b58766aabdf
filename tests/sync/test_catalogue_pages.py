"""A catalogue comes to all terminals through either store, and once only, whatever happens on the way."""

from pathlib import Path
from typing import Any

import pytest

from db import tables as t
from db.engines import StoreTrouble
from kiosk.catalogue_import import ImportReport, import_books
from kiosk.commands.library import PAGE_ROWS, SearchTitles
from kiosk.domain.trouble import KioskError
from kiosk.station import Station
from tests.importing.marc import titled
from tests.stores import Shared

BOOKS = 2400
"""Three pages."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "books.mrc"
    path.write_bytes(b"".join(titled(f"驿站新书第{n}种") for n in range(BOOKS)))
    return path


def bring(station: Station, path: Path) -> ImportReport:
    actor = station.find_actor("librarian")
    assert actor is not None
    return import_books(station, path, actor)


def test_a_catalogue_is_found_at_every_terminal(shared: Shared, catalogue: Path) -> None:
    report = bring(shared["c"], catalogue)
    assert (report.added, report.copies, report.bad) == (BOOKS, BOOKS, [])
    shared["a"].exchange()
    for name in "ac":
        assert shared[name].ask(SearchTitles(q="驿站新书第2399种")).total == 1
        numbers = [row.number for row in shared.in_home(name, t.copies)]
        assert len(numbers) == len(set(numbers)) == len(shared.stored(t.copies))
    again = bring(shared["a"], catalogue)
    assert (again.added, again.known, again.copies) == (0, BOOKS, 0)
    assert shared.wrongs() == []


class _Lost:
    """A hub whose answer is lost once, after so many exchanges: it had decided."""

    def __init__(self, hub: Any, after: int) -> None:
        self._hub, self._left = hub, after

    def exchange(self, request: Any) -> Any:
        answer = self._hub.exchange(request)
        self._left -= bool(request.commands)
        if self._left == 0:
            raise StoreTrouble("store_busy", store="x", why="gone")
        return answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._hub, name)


def test_an_answer_that_is_lost_stops_the_import_and_the_next_one_ends_it(
    shared: Shared, catalogue: Path
) -> None:
    desk = shared.open("c", hub=_Lost(shared["c"]._hub, 2))
    with pytest.raises(KioskError, match="import_refused"):
        bring(desk, catalogue)
    report = bring(desk, catalogue)
    assert report.added + report.known == BOOKS and report.known >= PAGE_ROWS
    assert len([row for row in shared.stored(t.titles) if "驿站新书" in row.title]) == BOOKS
    assert len(shared.stored(t.copies)) == len({row.number for row in shared.stored(t.copies)})
    assert shared.wrongs() == []
