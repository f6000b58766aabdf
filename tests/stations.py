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


@pytest.fixture(scope="session")
def desk_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk-template") / "home"
    make_demo_home(path, "desk")
    return path


@pytest.fixture
def desk(desk_template: Path, tmp_path: Path) -> Iterator[DemoStation]:
    """The front desk's own home: the only kind that holds what identifies people."""
    station = DemoStation(desk_template, tmp_path / "desk")
    yield station
    station.close()
