"""The first frame says what the station was called last."""

from pathlib import Path

import pytest

from kiosk.commands.station import HomePage
from kiosk.config import HomeFolder
from kiosk.welcome import FILE, keep_welcome, read_welcome
from tests.builders import DemoStation


def test_what_the_station_was_called_is_there_at_the_next_start(demo: DemoStation) -> None:
    keep_welcome(demo.folder, demo.ask(HomePage()))
    welcome = read_welcome(demo.folder)
    assert welcome is not None
    assert (welcome.name, welcome.opens, welcome.closes) == ("华垦社区党群服务驿站", "8:30", "21:00")


@pytest.mark.parametrize("content", [None, b"", b"{", b'{"name": 5}', b"\xff\xfe"])
def test_a_file_that_is_missing_or_broken_is_no_welcome(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    assert read_welcome(HomeFolder(tmp_path)) is None


def test_a_home_that_cannot_be_written_to_is_no_trouble(demo: DemoStation) -> None:
    (demo.folder.path / f"{FILE}.new").mkdir()
    keep_welcome(demo.folder, demo.ask(HomePage()))
    assert read_welcome(demo.folder) is None
