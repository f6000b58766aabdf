"""Backups and what they bring back: made while others write, put back over nothing, over work, over ruins."""

import json
import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlalchemy import select

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.config import HomeFolder, Settings
from kiosk.station import Station
from kiosk.station_setup import init
from kiosk.sync import backup_file as backups
from kiosk.sync.backups import back_up, restore
from kiosk.sync.erased_list import NAME
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import MONDAY, DemoStation
from tests.cli.verbs import invoke as yizhan
from tests.faults.processes import Worker
from tests.services.bookings import a_request

RUIN = b"no database at all, but long enough to be read as one" * 400


def rows(path: Path, table: Any) -> list[Any]:
    with closing(Database(sqlite_url(path))) as database, database.read() as connection:
        return list(connection.execute(select(table)))


def a_backup(demo: DemoStation, where: Path) -> Path:
    where.mkdir(exist_ok=True)
    file = where / "backup.zip"
    back_up(demo.folder, file, MONDAY)
    return file


def met(folder: HomeFolder) -> Station:
    """Opened, and in agreement with its hub."""
    station = Station(folder)
    for _ in range(2):
        station.exchange()
    assert station.trouble is None
    return station


def is_well(folder: HomeFolder) -> bool:
    met(folder).close()
    return verify_store(store_url(folder)) == verify_home(folder) == []


def a_day(demo: DemoStation) -> dict[str, str]:
    """A number, a room, somebody registered: what each command was told."""
    told = [
        demo.do("open_ticket", item="gaoling"),
        demo.do("request_booking", **a_request(date=date(2026, 12, 1))),
        register(demo),
        demo.do("call_help", page="home"),
    ]
    return {answer.id: str(answer.status) for answer in told}


def register(demo: DemoStation) -> Any:
    fields = {"name": "慕容·示范人", "phone": "13812345678", "birth_month": "1950-03", "consent": "zh-1"}
    return demo.do("register_resident", who="clerk", **fields)


def decided(folder: HomeFolder) -> dict[str, str]:
    return {row.id: row.status for row in rows(folder.own_store, t.outcomes)}


def test_a_backup_made_while_another_process_writes_is_one_moment_of_it(
    demo: DemoStation, tmp_path: Path
) -> None:
    wish = ("call_help", {"page": "home"}, None)
    worker = Worker(demo.folder, [wish] * 120)
    worker.start()
    files = [tmp_path / f"{n}.zip" for n in range(2)]
    for file in files:
        back_up(demo.folder, file, MONDAY)
    said = worker.answers()
    assert worker.process.exitcode == 0 and len(said) == 120
    for file in files:
        folder = HomeFolder(tmp_path / file.stem)
        restore(folder, file)
        assert is_well(folder)
        kept = {row.command_id for row in rows(folder.database, t.outbox)}
        assert kept <= decided(folder).keys()
    assert is_well(demo.folder)


def test_where_there_is_no_home_all_of_it_comes_back(desk: DemoStation, tmp_path: Path) -> None:
    told = a_day(desk)
    file = a_backup(desk, tmp_path / "disk")
    folder = HomeFolder(tmp_path / "new")
    done = restore(folder, file)
    assert (done.home, done.store, done.kept) == (True, True, None)
    assert is_well(folder)
    assert told.items() <= decided(folder).items()
    assert folder.load() == desk.folder.load()


def test_what_was_decided_after_the_backup_comes_back_by_report(desk: DemoStation, tmp_path: Path) -> None:
    before = a_day(desk)
    file = a_backup(desk, tmp_path / "disk")
    since = {desk.do("open_ticket", item="gaoling").id: "accepted"} | {register(desk).id: "accepted"}
    numbers = {row.number for row in rows(desk.folder.own_store, t.tickets)}
    done = restore(desk.folder, file)
    assert (done.home, done.store) == (False, True) and done.kept is not None
    assert decided(desk.folder).keys().isdisjoint(since)
    desk.station.exchange()  # it was open all the while
    assert is_well(desk.folder)
    assert (before | since).items() <= decided(desk.folder).items()
    assert {row.number for row in rows(desk.folder.own_store, t.tickets)} == numbers
    restore(HomeFolder(tmp_path / "as it was"), done.kept)
    assert is_well(HomeFolder(tmp_path / "as it was"))


def test_a_broken_home_is_put_aside_and_the_backups_takes_its_place(
    desk: DemoStation, tmp_path: Path
) -> None:
    told = a_day(desk)
    file = a_backup(desk, tmp_path / "disk")
    desk.close()
    desk.folder.database.write_bytes(RUIN)
    done = restore(desk.folder, file)
    assert (done.home, done.store) == (True, True)
    assert desk.folder.database.with_name("home.db.broken-1").read_bytes() == RUIN
    assert is_well(desk.folder)
    assert told.items() <= decided(desk.folder).items()


@pytest.mark.parametrize("ruin", [RUIN, b"", None])
def test_a_broken_store_is_put_back_and_the_home_says_what_it_knows(
    desk: DemoStation, tmp_path: Path, ruin: bytes | None
) -> None:
    file = a_backup(desk, tmp_path / "disk")
    told = a_day(desk)
    desk.close()
    if ruin is None:
        desk.folder.own_store.unlink()
    else:
        desk.folder.own_store.write_bytes(ruin)
    done = restore(desk.folder, file)
    assert (done.home, done.store) == (False, True)
    assert is_well(desk.folder)
    assert told.items() <= decided(desk.folder).items()


def erase_one(desk: DemoStation) -> str:
    resident = register(desk).id
    file = desk.folder.path.parent / "disk" / "old.zip"
    file.parent.mkdir()
    back_up(desk.folder, file, MONDAY)
    desk.accept("erase_resident", who="manager", resident=resident)
    return str(resident)


def names_of(folder: HomeFolder) -> str:
    both = (folder.own_store, folder.database)
    kept = [row.payload.decode("utf-8", "ignore") for row in rows(folder.database, t.outbox)]
    return str([*kept, *(rows(path, table) for path in both for table in (t.residents, t.resident_details))])


def test_whoever_was_erased_stays_erased_when_an_older_backup_is_put_back(
    desk: DemoStation, tmp_path: Path
) -> None:
    resident = erase_one(desk)
    restore(desk.folder, tmp_path / "disk" / "old.zip")
    assert [row.erased for row in rows(desk.folder.own_store, t.residents) if row.id == resident] == [True]
    assert is_well(desk.folder)
    assert "慕容" not in names_of(desk.folder)


def test_where_only_the_list_beside_the_backup_knows_that_is_enough(
    desk: DemoStation, tmp_path: Path
) -> None:
    resident = erase_one(desk)
    desk.close()
    shutil.rmtree(desk.folder.path)
    assert resident in (tmp_path / "disk" / NAME).read_text()
    folder = HomeFolder(tmp_path / "new")
    restore(folder, tmp_path / "disk" / "old.zip")
    assert [row.erased for row in rows(folder.own_store, t.residents) if row.id == resident] == [True]
    assert is_well(folder)
    assert "慕容" not in names_of(folder)


def as_text(file: Path) -> None:
    file.write_text("a letter")


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:20_000])


def damaged(file: Path) -> None:
    """Inside one of its parts, which the check sum of a zip file knows."""
    data = bytearray(file.read_bytes())
    data[30_000:30_400] = bytes(400)
    file.write_bytes(data)


def somebodys(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("photos.txt", "mine")


def renamed(**changes: Any) -> Callable[[Path], None]:
    def rewrite(file: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        about = json.loads(parts[backups.ABOUT]) | changes
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in (parts | {backups.ABOUT: json.dumps(about).encode()}).items():
                archive.writestr(name, data)

    return rewrite


def without(part: str, by: bytes | None = None) -> Callable[[Path], None]:
    def rewrite(file: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist() if name != part}
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in (parts | ({part: by} if by is not None else {})).items():
                archive.writestr(name, data)

    return rewrite


HARMS = {
    "text": as_text, "cut short": cut_short, "damaged": damaged, "somebody's": somebodys, "missing": Path.unlink,
    "no home": without(backups.HOME), "a ruined home": without(backups.HOME, RUIN),
    "a ruined store": without(backups.STORE, RUIN), "no settings": without(backups.SETTINGS),
    "ruined settings": without(backups.SETTINGS, b"="), "a newer version": renamed(schema=t.SCHEMA + 1),
    "a newer form": renamed(format=2), "an odd version": renamed(schema="new"), "an odd form": renamed(format=None),
    "an odd card": without(backups.ABOUT, b"[]"), "another station": renamed(station="another"),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_a_backup_that_is_none_is_one_sentence_and_exit_2_and_changes_nothing(
    demo: DemoStation, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    told = demo.do("call_help", page="home")
    file = a_backup(demo, tmp_path / "disk")
    harm(file)
    for home in (demo.folder.path, tmp_path / "new"):
        assert_one_sentence(yizhan("--home", home, "restore", file))
    assert not (tmp_path / "new").exists()
    assert decided(demo.folder)[told.id] == "accepted"
    assert is_well(demo.folder)


def assert_one_sentence(said: Result) -> None:
    assert (said.exit_code, len(said.output.strip().splitlines())) == (2, 1), said.output


def test_the_backup_of_another_station_is_not_put_over_this_one(demo: DemoStation, tmp_path: Path) -> None:
    other = HomeFolder(tmp_path / "other")
    init(other, Settings(terminal="", role="kiosk", demo=False)).close()
    file = tmp_path / "other.zip"
    back_up(other, file, MONDAY)
    assert_one_sentence(yizhan("--home", demo.folder.path, "restore", file))
    assert is_well(demo.folder)


def test_a_backup_is_never_written_over_and_needs_a_folder(demo: DemoStation, tmp_path: Path) -> None:
    file = a_backup(demo, tmp_path / "disk")
    before = file.read_bytes()
    for target in (file, tmp_path / "nowhere" / "backup.zip"):
        said = yizhan("--home", demo.folder.path, "backup", target)
        assert_one_sentence(said)
    assert file.read_bytes() == before and not (tmp_path / "nowhere").exists()
