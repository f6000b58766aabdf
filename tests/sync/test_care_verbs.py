"""The verbs of care on the command line: what they print, what they exit with."""

from pathlib import Path

import pytest
from sqlalchemy import text

from db.engines import Database, sqlite_url
from tests.builders import DemoStation
from tests.cli.verbs import invoke as yizhan


def test_verify_says_that_all_is_well(demo: DemoStation) -> None:
    result = yizhan("--home", demo.folder.path, "verify", "--lang", "en")
    assert result.exit_code == 0, result.output
    assert result.output.count("all is well") == 2


def test_verify_says_what_is_broken_and_exits_with_1(demo: DemoStation) -> None:
    database = Database(sqlite_url(demo.folder.own_store))
    with database.write() as connection:
        connection.execute(text("UPDATE incarnations SET last_seq = last_seq + 1"))
    database.close()
    result = yizhan("verify", "--store", sqlite_url(demo.folder.own_store), demo.folder.path, "--lang", "en")
    assert (result.exit_code, "outcomes, the highest numbered" in result.output) == (1, True)


@pytest.mark.parametrize(
    "words", [("verify",), ("verify", "--store", "sqlite:////nowhere/store.db"), ("sync",)]
)
def test_no_home_or_store_is_one_sentence_and_exit_2(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = yizhan("--home", tmp_path / "none", *words)
    assert (result.exit_code, len(result.output.strip().splitlines())) == (2, 1), result.output
    assert list(tmp_path.iterdir()) == []
