"""Reading ahead: the next pages are made while the database is busy with this one."""

from collections.abc import Generator, Iterator
from queue import Full, Queue
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")
PAGES = 2
PATIENCE = 0.1


def ahead(pages: Iterator[T]) -> Generator[T, None, None]:
    """The same pages; a thread is up to PAGES of them ahead, and ends when nobody wants more. Errors rise here."""
    waiting: Queue[tuple[T | None, BaseException | None]] = Queue(PAGES)
    is_over = Event()
    thread = Thread(target=_read, args=(pages, waiting, is_over), name="reading ahead", daemon=True)
    thread.start()
    try:
        while True:
            page, error = waiting.get()
            if error is not None:
                raise error
            if page is None:
                return
            yield page
    finally:
        is_over.set()
        thread.join()


def _read(pages: Iterator[T], waiting: Queue[tuple[T | None, BaseException | None]], is_over: Event) -> None:
    error: BaseException | None = None
    try:
        for page in pages:
            if not _put((page, None), waiting, is_over):
                return
    except Exception as raised:  # whatever it is: it is raised again where the pages are wanted
        error = raised
    finally:
        close = getattr(pages, "close", None)
        if close:
            close()
    _put((None, error), waiting, is_over)


def _put(
    item: tuple[T | None, BaseException | None],
    waiting: Queue[tuple[T | None, BaseException | None]],
    is_over: Event,
) -> bool:
    while not is_over.is_set():
        try:
            waiting.put(item, timeout=PATIENCE)
        except Full:
            continue
        return True
    return False
