"""Fixtures: a demo station for each test, copied from one that is made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import DemoStation, make_demo_home


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "home"
    make_demo_home(path)
    return path


@pytest.fixture
def demo(demo_template: Path, tmp_path: Path) -> Iterator[DemoStation]:
    station = DemoStation(demo_template, tmp_path / "home")
    yield station
    station.close()
