"""One writer at a time: the others wait for their turn, as long as they have patience."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection

from db.engines import Database, StoreTrouble, sqlite_url


def a_database(path: Path, patience: float) -> Database:
    database = Database(sqlite_url(path / "rows.db"), patience)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS one (n INTEGER)")
    return database


def timeout_of(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one())


def test_a_writer_has_its_turn_after_the_one_before(tmp_path: Path) -> None:
    first, second = a_database(tmp_path, 1), a_database(tmp_path, 30)
    order: list[str] = []
    asked = threading.Event()

    def wait() -> None:
        asked.set()
        with second.write():
            order.append("second")
        second.close()

    waiting = threading.Thread(target=wait)
    second.close()  # its connection belongs to the thread
    with first.write():
        waiting.start()
        asked.wait()
        order.append("first")
    waiting.join()
    first.close()
    assert order == ["first", "second"]


def test_who_has_no_patience_hears_that_the_store_is_busy(tmp_path: Path) -> None:
    first, second = a_database(tmp_path, 1), a_database(tmp_path, 0)
    with first.write(), pytest.raises(StoreTrouble) as said, second.write():
        pass
    assert said.value.key == "store_busy"
    with second.write() as connection:
        connection.exec_driver_sql("INSERT INTO one VALUES (1)")
    first.close()
    second.close()


def test_statements_other_than_the_first_keep_the_patience_of_sqlite(tmp_path: Path) -> None:
    database, other = a_database(tmp_path, 2), a_database(tmp_path, 0)
    with database.write() as connection:
        assert timeout_of(connection) == 2000
        with pytest.raises(StoreTrouble), other.write():
            pass
        assert timeout_of(other.connection) == 0
    database.close()
    other.close()
