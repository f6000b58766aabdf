"""Every wrong address of a store: `sync` says one sentence and exits with 2, `do` keeps what is wished."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import update

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.config import HomeFolder, Settings
from kiosk.station_setup import init
from tests.cli.verbs import invoke as yizhan
from tests.stores import Shared

LETTER = "just a letter, and long enough to be looked at as a store" * 200


def nowhere(shared: Shared) -> str:
    return "sqlite:////nowhere/at/all/store.db"


def a_folder(shared: Shared) -> str:
    return sqlite_url(shared.path)


def empty(shared: Shared) -> str:
    (shared.path / "empty.db").touch()
    return sqlite_url(shared.path / "empty.db")


def a_letter(shared: Shared) -> str:
    (shared.path / "letter.db").write_text(LETTER)
    return sqlite_url(shared.path / "letter.db")


def photos(shared: Shared) -> str:
    url = sqlite_url(shared.path / "photos.db")
    with closing(Database(url)) as database, database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE photos (id)")
    return url


def another_station(shared: Shared) -> str:
    other = HomeFolder(shared.path / "other")
    init(other, Settings(terminal="", role="kiosk", demo=False)).close()
    return sqlite_url(other.own_store)


def another_version(shared: Shared) -> str:
    with closing(Database(shared.url)) as database, database.write() as connection:
        connection.execute(update(t.store).values(schema=t.SCHEMA + 1))
    return shared.url


def another_kind(shared: Shared) -> str:
    return "mysql://somebody@127.0.0.1:9/station"


def no_address(shared: Shared) -> str:
    return "the server in the cellar"


def no_server(shared: Shared) -> str:
    return "postgresql://x@127.0.0.1:9/x"


def unknown_host(shared: Shared) -> str:
    return "postgresql://x@nowhere.invalid/x"


def another_database(shared: Shared) -> str:
    return shared.url.replace("/postgres?", "/elsewhere?", 1)


def read_only(shared: Shared) -> str:
    with closing(Database(shared.url)) as database:
        database.connection.exec_driver_sql(
            f"ALTER ROLE {database.engine.url.username} SET default_transaction_read_only = on"
        )
    return shared.url


FILES = [nowhere, a_folder, empty, a_letter, photos, another_station, another_version]
SERVERS = [no_server, unknown_host, another_database, another_station, another_version, read_only]
CASES = [*(("file", make) for make in FILES), *(("schema", make) for make in SERVERS)]


@pytest.mark.parametrize(
    ("shared", "make"), CASES, indirect=["shared"], ids=[f"{kind} {make.__name__}" for kind, make in CASES]
)
def test_a_wrong_store_is_one_sentence_and_exit_2_and_the_terminal_goes_on(
    shared: Shared, make: Callable[[Shared], str]
) -> None:
    folder = shared.folder("a")
    right = folder.load()
    folder.save(replace(right, store=make(shared)))
    done = yizhan("--home", folder.path, "do", "call_help", '{"page": "home"}')
    answer = json.loads(done.stdout)
    assert (answer["status"], done.exit_code, done.stderr) == ("pending", 0, ""), done.output
    for lang in ("zh", "en"):
        said = yizhan("--home", folder.path, "sync", "--lang", lang)
        assert said.exit_code == 2, said.output
        assert len(said.stderr.strip().splitlines()) == 1, said.stderr
    folder.save(right)


@pytest.mark.parametrize("shared", ["file"], indirect=True)
@pytest.mark.parametrize("make", [another_kind, no_address])
def test_what_can_be_no_address_is_told_by_every_verb(shared: Shared, make: Callable[[Shared], str]) -> None:
    folder = shared.folder("a")
    folder.save(replace(folder.load(), store=make(shared)))
    for words in (("sync",), ("do", "call_help", '{"page": "home"}'), ("show", "rooms"), ("verify",)):
        said = yizhan("--home", folder.path, *words)
        assert (said.exit_code, len(said.stderr.strip().splitlines())) == (2, 1), said.output
