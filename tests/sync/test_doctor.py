"""The doctor names what is wrong with a home, and what to do."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.config import HomeFolder
from kiosk.domain.times import station_now
from kiosk.domain.trouble import KioskError
from kiosk.sync import doctor
from kiosk.sync.doctor import Note, examine, exit_code
from tests.builders import MONDAY, DemoStation


@pytest.fixture(autouse=True)
def without_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading Qt takes a second; one test below does it."""
    monkeypatch.setattr(doctor, "_qt", lambda: iter(()))


def found(demo: DemoStation, now: datetime | None = None) -> tuple[set[str], int]:
    notes = examine(demo.folder, now or station_now())
    for note in notes:
        for lang in ("zh", "en"):
            assert note.text(lang) != note.key and "?" not in note.text(lang), note
    return {note.key for note in notes if note.state != "ok"}, exit_code(notes)


def changed(path: Path, table: Any, **values: Any) -> None:
    database = Database(sqlite_url(path))
    with database.write() as connection:
        connection.execute(table.update().values(**values))
    database.close()


def test_a_home_that_is_well_is_well(demo: DemoStation) -> None:
    assert found(demo)[0] <= {"calendar_missing"}


def test_commands_that_wait_are_named_with_their_time(demo: DemoStation) -> None:
    hidden = demo.folder.own_store.rename(demo.folder.path / "elsewhere.db")
    demo.do("call_help", page="home")
    keys, code = found(demo)
    assert {"waiting", "store_missing"} <= keys and code == 1
    hidden.rename(demo.folder.own_store)


def test_a_clock_that_went_back_is_a_problem(demo: DemoStation) -> None:
    changed(demo.folder.database, t.home, last_made_at=MONDAY + timedelta(days=1))
    assert "clock_behind" in found(demo, MONDAY)[0]
    assert "clock_wrong" in found(demo, datetime(2025, 12, 31))[0]


def test_little_room_on_the_disk_is_a_problem(demo: DemoStation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=50 * 1024 * 1024))
    assert "disk_low" in found(demo)[0]


def test_a_year_without_its_official_calendar_is_a_warning(demo: DemoStation) -> None:
    assert "calendar_missing" in found(demo, datetime(2060, 5, 1))[0]


def test_a_store_that_is_ahead_or_another_stations_is_found(demo: DemoStation) -> None:
    changed(demo.folder.database, t.home, cursor=3)
    assert "behind" in found(demo)[0]
    changed(demo.folder.own_store, t.store, station="other")
    assert "wrong_station" in found(demo)[0]


@pytest.mark.parametrize("harm", ["bad_settings", "home_incomplete", "made_by_newer", "store_broken"])
def test_a_home_that_cannot_be_worked_with_is_exit_2(demo: DemoStation, harm: str) -> None:
    demo.close()
    if harm == "bad_settings":
        demo.folder.settings_file.write_text("=")
    elif harm == "home_incomplete":
        demo.folder.database.unlink()
    elif harm == "made_by_newer":
        changed(demo.folder.database, t.home, schema=t.SCHEMA + 1)
    else:
        demo.folder.database.write_text("broken" * 2000)
    keys, code = found(demo)
    assert harm in keys and code == 2


def test_where_there_is_no_home_the_doctor_says_so(tmp_path: Path) -> None:
    with pytest.raises(KioskError):
        examine(HomeFolder(tmp_path), MONDAY)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    said = (
        "Traceback ...\nImportError: libEGL.so.1: cannot open shared object file: No such file or directory"
    )
    notes: list[Note] = list(doctor._qt(lambda *_a, **_k: SimpleNamespace(returncode=1, stderr=said)))
    assert "libEGL.so.1" in notes[0].text("en")
    assert [note.key for note in doctor._qt()] == ["qt"]
