"""A database that was migrated is the same as one that was made today; replicas are pulled anew."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from db import tables as t
from db.engines import Database, sqlite_url
from db.migrations import freeze, migrate
from db.schema import HEADS, create_home, create_store, store_metadata
from kiosk.sync.upgrade import upgrade_home, upgrade_store
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import DemoStation

SIDES = {"store": (create_store, store_metadata()), "home": (create_home, t.home_side)}


def made(path: Path, *steps: Callable[[Connection], None]) -> Database:
    database = Database(sqlite_url(path))
    for step in steps:
        with database.write() as connection:
            step(connection)
    return database


def tables_of(database: Database, names: set[str]) -> list[str]:
    """What SQLite remembers of these tables and their indexes, blanks and quotes aside."""
    statement = text("SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    with database.read() as connection:
        rows = [(row.tbl_name, row.sql) for row in connection.execute(statement)]
    database.close()
    return sorted(re.sub(r"[\s\"]+", "", sql) for name, sql in rows if name in names)


@pytest.mark.parametrize("side", ["store", "home"])
def test_migrated_from_nothing_it_equals_one_made_today(tmp_path: Path, side: str) -> None:
    create, metadata = SIDES[side]
    names = {*metadata.tables, "alembic_version"}
    migrated = made(tmp_path / "migrated.db", lambda connection: migrate(connection, side))
    assert tables_of(migrated, names) == tables_of(made(tmp_path / "made.db", create), names), (
        "tables have changed: `python -m db.migrations.freeze`, or after the first release a migration"
    )


@pytest.mark.parametrize("side", ["store", "home"])
def test_one_made_today_is_stamped_as_the_newest(tmp_path: Path, side: str) -> None:
    create, _ = SIDES[side]
    database = made(tmp_path / "made.db", create, lambda connection: migrate(connection, side))
    with database.read() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [
            HEADS[side]
        ]
    database.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions" / "v1.py").write_text(
        "from alembic import op\nrevision = 'one'\ndown_revision = None\n"
        "def upgrade():\n    op.execute('CREATE TABLE half (id)')\n    op.execute('nonsense')\n"
    )
    database = Database(sqlite_url(tmp_path / "some.db"))
    with pytest.raises(Exception, match="nonsense"), database.write() as connection:
        migrate(connection, "store", tmp_path / "versions")
    with database.read() as connection:
        assert connection.execute(text("SELECT name FROM sqlite_master")).all() == []
    database.close()


def older(demo: DemoStation) -> None:
    for path, table in ((demo.folder.own_store, t.store), (demo.folder.database, t.home)):
        database = Database(sqlite_url(path))
        with database.write() as connection:
            connection.execute(table.update().values(schema=t.SCHEMA - 1))
        database.close()


def test_an_older_home_and_store_are_brought_up_when_the_station_opens(demo: DemoStation) -> None:
    demo.accept("call_help", page="home")
    older(demo)
    again = type(demo.station)(demo.folder)
    again.exchange()
    assert again.online
    again.close()
    assert verify_store(store_url(demo.folder)) == verify_home(demo.folder) == []


def test_what_waits_for_the_hub_stays_in_sight_while_the_replica_is_made_anew(demo: DemoStation) -> None:
    hidden = demo.folder.own_store.rename(demo.folder.path / "elsewhere.db")
    waiting = demo.do("call_help", page="home")
    hidden.rename(demo.folder.own_store)
    older(demo)
    upgrade_store(store_url(demo.folder))
    upgrade_home(demo.folder)
    with demo.station._database.read() as connection:
        assert connection.execute(select(t.help_calls.c.id)).scalars().all() == [waiting.id]
        assert connection.execute(select(t.rooms.c.id)).all() == []
    assert demo.station.exchange()[waiting.id].status == "accepted"
    assert verify_home(demo.folder) == []
    assert demo.do("open_ticket", item="gaoling").status == "accepted"


@pytest.mark.parametrize("side", ["store", "home"])
def test_the_first_migration_is_written_from_the_tables(side: str) -> None:
    namespace: dict[str, object] = {}
    exec(freeze.path(side).read_text("utf-8"), namespace)
    assert namespace["revision"] == f"{side}_0001"
