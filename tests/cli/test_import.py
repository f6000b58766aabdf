"""`yizhan import books`: progress, odd lines named, nothing twice."""

from pathlib import Path

import pytest

from tests.builders import DemoStation
from tests.cli.verbs import yizhan
from tests.importing.marc import marc, titled

CATALOGUE = "书名,作者,ISBN,册数,条码\n新书,甲,9787000000000,2,\n,乙,,,\n旧书,丙,9787020008728,1,S0000001\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_odd_lines_are_named_with_line_and_reason_and_good_ones_are_kept(
    demo: DemoStation, tmp_path: Path, encoding: str
) -> None:
    file = tmp_path / "books.csv"
    file.write_bytes(CATALOGUE.encode(encoding))
    first = yizhan(demo.folder.path, "import", "books", str(file))
    assert first.returncode == 0
    text = first.stdout.decode()
    assert "第 3 行没收（missing_title）" in text
    assert "第 2 行" in text and "bad_isbn" in text
    assert "第 4 行" in text and "duplicate_copy_number" in text
    assert "新增 2 种、2 册" in text
    again = yizhan(demo.folder.path, "import", "books", str(file)).stdout.decode()
    assert "新增 0 种、0 册，原有 2 种" in again


def test_a_file_that_cannot_be_read_is_one_sentence_and_exit_2(demo: DemoStation, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "picture.csv").write_bytes(b"PK\x03\x04" + bytes(100))
    for name in ("nowhere.csv", "empty.csv", "picture.csv"):
        run = yizhan(demo.folder.path, "import", "books", str(tmp_path / name))
        assert run.returncode == 2
        assert len(run.stderr.decode().strip().splitlines()) == 1


def test_a_clerk_may_not_import(demo: DemoStation) -> None:
    run = yizhan(demo.folder.path, "import", "books", "assets/demo/books.csv", "--as", "clerk")
    assert run.returncode == 2
    assert "not_allowed" in run.stderr.decode()


def test_a_look_first_shows_the_guess_and_stores_nothing(demo: DemoStation, tmp_path: Path) -> None:
    file = tmp_path / "books.csv"
    file.write_text("书名,作者,排,备注\n驿站新书,甲,A-1,好\n", "utf-8")
    look = yizhan(demo.folder.path, "import", "books", str(file), "--dry-run", "--map", "shelf=排")
    text = look.stdout.decode()
    assert (
        look.returncode == 0
        and "title = 书名" in text
        and "shelf = 排" in text
        and "没有用到的列：备注" in text
    )
    assert "第 2 行：驿站新书 · 甲 · A-1" in text
    assert "[]" in yizhan(demo.folder.path, "show", "titles", "--where", "q=驿站新书").stdout.decode()
    done = yizhan(demo.folder.path, "import", "books", str(file), "--map", "shelf=排", "--map", "author=")
    assert "新增 1 种、1 册" in done.stdout.decode()
    shown = yizhan(demo.folder.path, "show", "titles", "--where", "q=驿站新书").stdout.decode()
    assert '"shelf": "A-1"' in shown and '"author": ""' in shown


@pytest.mark.parametrize("wish", [["--map", "shelf"], ["--map", "shelf=没有"]])
def test_a_column_that_cannot_be_told_is_one_sentence(
    demo: DemoStation, tmp_path: Path, wish: list[str]
) -> None:
    file = tmp_path / "books.csv"
    file.write_text("书名,作者,排\n驿站新书,甲,A-1\n", "utf-8")
    run = yizhan(demo.folder.path, "import", "books", str(file), *wish)
    assert run.returncode == 2 and len(run.stderr.decode().strip().splitlines()) == 1


def test_a_marc_catalogue_tells_its_records(demo: DemoStation, tmp_path: Path) -> None:
    file = tmp_path / "books.iso"
    file.write_bytes(titled("驿站新书", "gb18030") + b"\x1d" + b"00000" + titled("又一本")[5:])
    text = yizhan(demo.folder.path, "import", "books", str(file)).stdout.decode()
    assert "第 2 条记录没收（empty_record）" in text and "第 3 条记录：头标里的长度不对" in text
    assert "读了 3 条记录（CNMARC, gb18030）：新增 2 种、2 册" in text


def test_places_of_marc_and_its_dialect_can_be_told(demo: DemoStation, tmp_path: Path) -> None:
    file = tmp_path / "books.iso"
    file.write_bytes(marc([("200", "1 |a驿站新书|f某人著"), ("245", "10|aTitle"), ("930", "  |aS0900031")]))
    wish = ["--dialect", "cnmarc", "--map", "author=701$a 200$f", "--map", "copy_number=930a"]
    look = yizhan(demo.folder.path, "import", "books", str(file), "--dry-run", *wish).stdout.decode()
    assert "author = 701a 200f" in look and "930 $a  S0900031 (1)" in look
    assert "驿站新书 · 某人著 · S0900031" in look
    for wrong, said in ((["--map", "author=701"], "“701”"), (["--dialect", "danmarc"], "danmarc")):
        run = yizhan(demo.folder.path, "import", "books", str(file), *wrong)
        assert run.returncode == 2 and said in run.stderr.decode()
