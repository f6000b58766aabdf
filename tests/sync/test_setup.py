"""Making a home: whole or not at all, and one clear sentence when it cannot be."""

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from db import tables as t
from db.engines import Database, StoreTrouble, sqlite_url
from kiosk.commands.tickets import CallHelp
from kiosk.config import HomeFolder, Settings
from kiosk.domain.trouble import KioskError
from kiosk.reports.trouble import trouble_text
from kiosk.station import Station
from kiosk.station_setup import init, renew
from kiosk.sync import setup
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import DemoStation, make_demo_home

DEMO = Settings(terminal="", role="kiosk", demo=True)
PLAIN = Settings(terminal="", role="kiosk", demo=False)


def trouble(action: Callable[[], object]) -> str:
    """The key of the trouble that must come, with a sentence in both languages."""
    with pytest.raises(KioskError) as caught:
        action()
    for lang in ("zh", "en"):
        said = trouble_text(caught.value, lang)
        assert said != caught.value.key and "?" not in said, said
    return caught.value.key


def in_file(path: Path, statement: str) -> None:
    database = Database(sqlite_url(path))
    with database.write() as connection:
        connection.execute(text(statement))
    database.close()


@pytest.mark.skipif(os.name != "posix", reason="other systems keep rights another way")
def test_nobody_else_on_the_machine_can_look_into_a_home(tmp_path: Path) -> None:
    folder = make_demo_home(tmp_path / "home")
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


def test_a_home_is_made_where_nothing_or_an_empty_folder_was(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "deep/down"):
        folder = HomeFolder(tmp_path / name)
        init(folder, PLAIN).close()
        assert sorted(path.name for path in folder.path.iterdir()) == ["home.db", "store.db", "yizhan.toml"]
        assert verify_store(store_url(folder)) == verify_home(folder) == []


def test_an_existing_home_a_file_and_foreign_files_are_left_alone(tmp_path: Path, demo: DemoStation) -> None:
    file, foreign = tmp_path / "file", tmp_path / "foreign"
    file.write_text("mine")
    foreign.mkdir()
    (foreign / "thesis.txt").write_text("mine too")
    assert trouble(lambda: init(demo.folder, DEMO)) == "home_exists"
    assert trouble(lambda: init(HomeFolder(file), DEMO)) == "home_is_file"
    assert trouble(lambda: init(HomeFolder(file / "below"), DEMO)) == "home_unwritable"
    assert trouble(lambda: init(HomeFolder(foreign), DEMO)) == "home_foreign"
    assert [path.name for path in foreign.iterdir()] == ["thesis.txt"]


def test_a_home_that_lost_its_settings_is_not_written_over(demo: DemoStation) -> None:
    demo.folder.settings_file.unlink()
    assert trouble(lambda: init(demo.folder, DEMO)) == "home_incomplete"
    assert demo.folder.own_store.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert trouble(lambda: init(HomeFolder(tmp_path / "home"), DEMO)) == "home_unwritable"
    tmp_path.chmod(0o700)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """As good as a full disk for whatever grows beyond it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [2_000, 60_000, 400_000])
def test_a_disk_that_fills_while_a_home_is_made_leaves_nothing(tmp_path: Path, size: int) -> None:
    folder = HomeFolder(tmp_path / "home")
    with files_no_larger_than(size):
        assert trouble(lambda: init(folder, DEMO)) in {"disk_full", "store_unwritable", "home_unwritable"}
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_while_a_command_is_stored_loses_nothing_that_was_said(demo: DemoStation) -> None:
    size = max(path.stat().st_size for path in demo.folder.path.iterdir())
    said = []
    with files_no_larger_than(size + 20_000), pytest.raises(StoreTrouble):
        for _ in range(200):
            said.append(demo.do("call_help", page="x" * 90).id)
    demo.station.exchange()
    with demo.station._database.read() as connection:
        kept = set(connection.execute(text("SELECT id FROM help_calls")).scalars())
    assert set(said) <= kept
    assert verify_store(store_url(demo.folder)) == verify_home(demo.folder) == []


def test_a_failed_making_takes_no_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = sqlite_url(tmp_path / "shared.db")
    shared = Settings(terminal="", role="kiosk", demo=False, store=store)
    init(HomeFolder(tmp_path / "a"), shared).close()
    with monkeypatch.context() as broken:
        broken.setattr(
            setup, "create_home", lambda _connection: (_ for _ in ()).throw(OSError(28, "No space left"))
        )
        assert trouble(lambda: init(HomeFolder(tmp_path / "b"), shared)) == "home_unwritable"
    second = init(HomeFolder(tmp_path / "b"), shared)
    assert second.settings.terminal == "B"
    second.close()
    assert verify_store(store) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from kiosk.config import HomeFolder, Settings
from kiosk.station import Station
from kiosk.station_setup import init
do, left = Station.do, [int(sys.argv[2])]
def counted(*args, **kwargs):
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return do(*args, **kwargs)
Station.do = counted
store = sys.argv[3] if len(sys.argv) > 3 else None
init(HomeFolder(Path(sys.argv[1])), Settings(terminal="", role="kiosk", demo=True, store=store))
"""


def killed_init(path: Path, after: int, *store: str) -> None:
    command = [sys.executable, "-c", KILLED, str(path), str(after), *store]
    assert subprocess.run(command).returncode == -signal.SIGKILL


def test_a_making_that_was_killed_is_no_home_and_is_made_anew(tmp_path: Path) -> None:
    folder = HomeFolder(tmp_path / "home")
    killed_init(folder.path, 5)
    assert trouble(lambda: Station(folder)) == "no_home"
    init(folder, DEMO).close()
    assert verify_store(store_url(folder)) == verify_home(folder) == []


def test_a_making_that_was_killed_between_two_moves_is_made_anew(tmp_path: Path) -> None:
    folder = HomeFolder(tmp_path / "home")
    killed_init(folder.path, 5)
    (folder.path / setup.HALF / "store.db").rename(folder.own_store)
    init(folder, DEMO).close()
    assert verify_home(folder) == []


def test_a_shared_store_whose_filling_was_killed_is_filled_by_the_next_terminal(tmp_path: Path) -> None:
    store = sqlite_url(tmp_path / "shared.db")
    killed_init(tmp_path / "a", 7, store)
    settings = Settings(terminal="", role="kiosk", demo=True, store=store)
    station = init(HomeFolder(tmp_path / "b"), settings)
    assert station.do(CallHelp(page="home")).status == "accepted"
    station.close()
    assert verify_store(store) == verify_home(station.folder) == []


def test_a_second_making_at_the_same_time_is_told_to_wait(tmp_path: Path) -> None:
    folder = HomeFolder(tmp_path / "home")
    with setup.being_made(folder):
        assert trouble(lambda: init(folder, PLAIN)) == "home_busy"


@pytest.mark.parametrize("store", ["nonsense", "sqlite://", "mysql://host/db", "sqlite:///:memory:"])
def test_what_cannot_be_a_store_is_said(tmp_path: Path, store: str) -> None:
    settings = Settings(terminal="", role="kiosk", demo=True, store=store)
    assert trouble(lambda: init(HomeFolder(tmp_path / "home"), settings)) == "bad_store"
    assert list(tmp_path.iterdir()) == []


def test_other_programs_databases_are_left_alone(tmp_path: Path) -> None:
    in_file(tmp_path / "photos.db", "CREATE TABLE photos (id)")
    (tmp_path / "text.db").write_text("just a text, and long enough to be looked at" * 50)
    for name, key in (("photos.db", "store_foreign"), ("text.db", "store_broken")):
        settings = Settings(terminal="", role="kiosk", demo=True, store=sqlite_url(tmp_path / name))
        assert trouble(lambda settings=settings: init(HomeFolder(tmp_path / "home"), settings)) == key  # type: ignore[misc]
    assert not (tmp_path / "home").exists()


def test_settings_that_cannot_be_read_are_said(demo: DemoStation) -> None:
    demo.folder.settings_file.write_text("terminal = ")
    assert trouble(lambda: Station(demo.folder)) == "bad_settings"
    demo.folder.settings_file.write_bytes(b"\xff\xfe\x00")
    assert trouble(lambda: Station(demo.folder)) == "bad_settings"


def test_a_home_without_its_database_is_said_and_none_is_made(demo: DemoStation) -> None:
    demo.close()
    demo.folder.database.unlink()
    assert trouble(lambda: Station(demo.folder)) == "home_incomplete"
    assert not demo.folder.database.exists()


def test_a_home_whose_database_is_broken_or_foreign_is_said(demo: DemoStation) -> None:
    demo.close()
    demo.folder.database.write_text("no database, but long enough to be looked at by it" * 50)
    assert trouble(lambda: Station(demo.folder)) == "store_broken"
    demo.folder.database.write_bytes(b"")
    assert trouble(lambda: Station(demo.folder)) == "store_foreign"


def test_a_home_or_store_of_a_newer_version_is_left_alone(demo: DemoStation) -> None:
    in_file(demo.folder.own_store, f"UPDATE store SET schema = {t.SCHEMA + 1}")
    assert demo.do("call_help", page="home").status == "pending"
    assert demo.station.trouble is not None and demo.station.trouble.key == "schema_mismatch"
    in_file(demo.folder.database, f"UPDATE home SET schema = {t.SCHEMA + 1}")
    assert trouble(lambda: Station(demo.folder)) == "made_by_newer"


def test_renewing_makes_a_demo_keeps_a_good_one_and_leaves_service_alone(tmp_path: Path) -> None:
    folder, service = HomeFolder(tmp_path / "demo"), HomeFolder(tmp_path / "service")
    first = renew(folder, DEMO)
    said = first.do(CallHelp(page="home"))
    first.close()
    again = renew(folder, DEMO)
    with again._database.read() as connection:
        assert connection.execute(text("SELECT id FROM help_calls")).scalars().all() == [said.id]
    again.close()
    init(service, PLAIN).close()
    assert trouble(lambda: renew(service, DEMO)) == "renew_demo_only"


@pytest.mark.parametrize("harm", ["settings", "home", "store", "page"])
def test_renewing_a_broken_demo_moves_it_aside_and_makes_a_new_one(demo: DemoStation, harm: str) -> None:
    demo.close()
    if harm == "settings":
        demo.folder.settings_file.write_text(demo.folder.settings_file.read_text() + "what = \n")
    elif harm == "home":
        demo.folder.database.unlink()
    elif harm == "store":
        demo.folder.own_store.write_text("broken" * 2000)
    else:
        data = bytearray(demo.folder.own_store.read_bytes())
        data[8192:200_000] = b"\xa5" * (200_000 - 8192)
        demo.folder.own_store.write_bytes(data)
    renew(demo.folder, DEMO).close()
    assert demo.folder.path.with_name("home.old-1").is_dir()
    assert verify_store(store_url(demo.folder)) == verify_home(demo.folder) == []


def test_renewing_somebodys_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert trouble(lambda: renew(HomeFolder(tmp_path), DEMO)) == "home_foreign"
    shutil.rmtree(tmp_path)
