"""Pages are read ahead in their order; trouble comes where they are wanted, and nobody reads on for nothing."""

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from kiosk.importing.ahead import PAGES, ahead


def test_all_pages_come_in_their_order() -> None:
    assert list(ahead(iter(range(50)))) == list(range(50))
    assert list(ahead(iter(()))) == []


def test_trouble_in_reading_rises_after_the_pages_before_it() -> None:
    def pages() -> Iterator[int]:
        yield 1
        raise OSError("the stick was pulled out")

    got = ahead(pages())
    assert next(got) == 1
    with pytest.raises(OSError, match="pulled out"):
        next(got)


def test_whoever_stops_early_leaves_no_thread_and_no_open_file() -> None:
    seen, closed = [], []

    def pages() -> Iterator[int]:
        try:
            for page in range(1000):
                seen.append(page)
                yield page
        finally:
            closed.append(True)

    with closing(ahead(pages())) as got:
        assert next(got) == 0
    assert closed == [True] and len(seen) <= PAGES + 3
    assert "reading ahead" not in {thread.name for thread in threading.enumerate()}
