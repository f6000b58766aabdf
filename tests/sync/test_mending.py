"""A home whose database is lost or damaged comes back from its store, with what it had not sent where that can be read."""

from pathlib import Path

from sqlalchemy import select
from typer.testing import CliRunner

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.cli import app
from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder
from kiosk.station import Station
from kiosk.sync.mending import mend, needs_mending
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import MONDAY, DemoStation

NUMBER = from_fields("open_ticket", {"item": "gaoling"})


def damage(path: Path) -> None:
    """Some pages of the file are noise: where its titles begin."""
    database = Database(sqlite_url(path))
    with database.read() as connection:
        (page,) = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'titles'").one()
    database.close()
    with path.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x5a" * 4096)


def numbers(folder: HomeFolder) -> list[str]:
    station = Station(folder)
    station.exchange()
    station.do(NUMBER, at=MONDAY)
    with station._database.read() as connection:
        found = sorted(connection.execute(select(t.tickets.c.number)).scalars())
    station.close()
    assert verify_store(store_url(folder)) == verify_home(folder) == []
    return found


def test_a_sound_home_is_left_alone(demo: DemoStation) -> None:
    assert not needs_mending(demo.folder)
    done = CliRunner().invoke(app, ["--home", str(demo.folder.path), "doctor", "--mend", "--lang", "en"])
    assert "left alone" in done.stdout


def test_a_lost_database_is_made_anew_under_another_letter(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="gaoling")
    demo.close()
    demo.folder.database.unlink()
    assert needs_mending(demo.folder)
    assert mend(demo.folder).letter == "B"
    assert numbers(demo.folder) == ["A001", "B001"]


def test_what_a_damaged_home_had_not_sent_is_saved(demo: DemoStation) -> None:
    hidden = demo.folder.own_store.rename(demo.folder.path / "away.db")
    waiting = demo.do("open_ticket", item="gaoling")
    hidden.rename(demo.folder.own_store)
    demo.close()
    damage(demo.folder.database)
    assert needs_mending(demo.folder)
    done = mend(demo.folder)
    assert (done.saved, done.aside is not None) == (1, True)
    assert numbers(demo.folder) == [waiting.result["number"], "B001"]


def test_without_its_store_nothing_is_mended_and_nothing_is_lost(demo: DemoStation) -> None:
    demo.close()
    damage(demo.folder.database)
    demo.folder.own_store.rename(demo.folder.path / "away.db")
    before = demo.folder.database.read_bytes()
    done = CliRunner().invoke(app, ["--home", str(demo.folder.path), "doctor", "--mend", "--lang", "en"])
    assert (done.exit_code, demo.folder.database.read_bytes() == before) == (2, True)


def test_where_there_is_no_home_that_is_said(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["--home", str(tmp_path / "none"), "doctor", "--mend"])
    assert done.exit_code == 2
