"""Hearing that somebody else has changed a store: on a file and on a real server."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.engines import Database, StoreTrouble, sqlite_url
from db.news import LOOK_SECONDS, news_of

SOON = 5.0
"""Seconds that nobody needs when all is well."""


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path, postgres_store: Callable[[], str]) -> str:
    made = sqlite_url(tmp_path / "store.db") if request.param == "sqlite" else postgres_store()
    database = Database(made)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE told (n integer)")
    database.close()
    return made


@pytest.fixture
def open_database(url: str) -> Iterator[Callable[[], Database]]:
    opened: list[Database] = []

    def open_one() -> Database:
        opened.append(Database(url))
        return opened[-1]

    yield open_one
    for database in opened:
        database.close()


def commit(database: Database) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO told VALUES (1)")
    news_of(database).tell()


def test_what_was_committed_before_one_listened_is_news(open_database: Callable[[], Database]) -> None:
    news = news_of(open_database())
    assert news.wait(SOON)
    assert not news.wait(0.15)


def test_what_another_commits_is_heard_while_waiting(open_database: Callable[[], Database], url: str) -> None:
    news = news_of(open_database())
    news.wait(0)

    def commit_soon() -> None:
        time.sleep(0.2)
        database = Database(url)
        commit(database)
        database.close()

    other = threading.Thread(target=commit_soon)
    other.start()
    asked = time.monotonic()
    assert news.wait(SOON)
    assert time.monotonic() - asked < SOON / 2
    other.join()


def test_what_came_between_two_waits_is_heard_in_the_second(open_database: Callable[[], Database]) -> None:
    news, other = news_of(open_database()), open_database()
    news.wait(0)
    commit(other)
    assert news.wait(SOON)
    assert not news.wait(0.15)


def test_what_came_while_one_was_reading_is_not_missed(open_database: Callable[[], Database]) -> None:
    mine, other = open_database(), open_database()
    news = news_of(mine)
    news.wait(0)
    with mine.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM told")
        commit(other)
    with mine.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM told")
    assert news.wait(SOON)


def test_what_one_commits_oneself_is_no_news(open_database: Callable[[], Database]) -> None:
    database = open_database()
    news = news_of(database)
    news.wait(0)
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO told VALUES (1)")
    news.tell()
    assert not news.wait(0.3)


def test_after_the_connection_was_lost_something_may_have_been_missed(
    open_database: Callable[[], Database],
) -> None:
    database = open_database()
    news = news_of(database)
    news.wait(0)
    database.close()
    assert news.wait(SOON)


def test_a_file_is_not_looked_at_more_often_however_often_one_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(sqlite_url(tmp_path / "store.db"))
    news = news_of(database)
    looks = 0

    def look() -> bool:
        nonlocal looks
        news._looked_at = time.monotonic()
        looks += 1
        return False

    monkeypatch.setattr(news, "_has_changed", look)
    end = time.monotonic() + 10 * LOOK_SECONDS
    while time.monotonic() < end:
        news.wait(0.01)
    database.close()
    assert 1 <= looks <= 11


def test_one_station_does_not_hear_of_another(postgres_store: Callable[[], str]) -> None:
    mine, other = Database(postgres_store()), Database(postgres_store())
    news = news_of(mine)
    news.wait(0)
    news_of(other).tell()
    assert not news.wait(0.3)
    mine.close()
    other.close()


def test_a_server_that_ends_the_connection_is_trouble_and_then_heard_again(
    postgres_store: Callable[[], str],
) -> None:
    url = postgres_store()
    mine, other = Database(url), Database(url)
    news = news_of(mine)
    news.wait(0)
    with other.read() as connection:
        own = "pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()"
        connection.exec_driver_sql(f"SELECT pg_terminate_backend(pid) FROM {own}")
    with pytest.raises(StoreTrouble) as said:
        news.wait(SOON)
    assert said.value.key == "store_unreachable"
    assert news.wait(SOON)
    news_of(other).tell()
    assert news.wait(SOON)
    mine.close()
    other.close()


def test_telling_where_nobody_can_be_reached_harms_nothing() -> None:
    database = Database("postgresql://x@127.0.0.1:9/x")
    news_of(database).tell()
    with pytest.raises(StoreTrouble):
        news_of(database).wait(0)
    database.close()
