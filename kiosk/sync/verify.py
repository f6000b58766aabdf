"""Proving the promises over a store and the homes that belong to it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection

from db import home as home_rows
from db import proofs, replica_proofs
from db import store as store_rows
from db.book import Bookshelf
from db.engines import Database, StoreTrouble, file_of, sqlite_url
from db.proofs import Finding
from kiosk.config import HomeFolder
from kiosk.services.house import parents_of, series_of
from kiosk.sync.messages import mismatch

__all__ = ["Finding", "store_findings", "store_url", "verify_home", "verify_store"]


def store_url(folder: HomeFolder) -> str:
    """Where the store of a home lies. Raises KioskError: no_home, bad_settings."""
    return folder.load().store or sqlite_url(folder.own_store)


def verify_store(url: str) -> list[Finding]:
    """Everything that breaks a promise there. Raises StoreTrouble when it is no store that can be read."""
    with _reading(url) as connection:
        return store_findings(connection)


def store_findings(connection: Connection) -> list[Finding]:
    """The same, inside somebody's transaction."""
    book = Bookshelf().read(connection, store_rows.read_store(connection).book)
    return [
        *proofs.sequences(connection),
        *proofs.revisions(connection),
        *proofs.row_owners(connection),
        *proofs.twice_given(connection),
        *proofs.overlapping(connection, parents_of(book), series_of(book)),
        *proofs.bookings_and_rooms(connection),
        *proofs.over_capacity(connection),
        *proofs.strikes_once(connection),
        *proofs.loans_and_copies(connection),
        *proofs.holds_and_copies(connection),
        *proofs.attachments_kept(connection),
    ]


def verify_home(folder: HomeFolder, url: str | None = None) -> list[Finding]:
    """A home by itself and beside its store, which may be ahead. Raises KioskError: wrong home or store."""
    wanted = url or store_url(folder)
    with _reading(sqlite_url(folder.database)) as home, _reading(wanted) as store:
        mine = home_rows.read_home(home)
        if reason := mismatch(store_rows.read_store(store), mine):
            raise StoreTrouble(reason)
        if store_rows.read_incarnation(store, mine.incarnation) is None:
            raise StoreTrouble("unknown_terminal")
        return [
            *replica_proofs.outbox_order(home),
            *replica_proofs.marks(home),
            *replica_proofs.kept_readable(home),
            *replica_proofs.outbox_against(home, store),
            *replica_proofs.replica_against(home, store),
        ]


@contextmanager
def _reading(url: str) -> Iterator[Connection]:
    file = file_of(url)
    if file and not Path(file).exists():
        raise StoreTrouble("store_missing", store=file)
    with closing(Database(url)) as database, database.read() as connection:
        yield connection
