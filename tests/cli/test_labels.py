"""`yizhan labels FILE.pdf`: the copies that are wanted, and a sentence where there are none."""

from pathlib import Path

import pytest

from kiosk.commands.labels import LabelsOf
from tests.builders import DemoStation
from tests.cli.verbs import yizhan


def numbers(demo: DemoStation, **wanted: object) -> list[str]:
    return [label.number for label in demo.ask(LabelsOf(**wanted))]  # type: ignore[arg-type]


def test_copies_are_chosen_by_number_title_and_place(demo: DemoStation) -> None:
    assert numbers(demo, first="S0000002", last="S0000004") == ["S0000002", "S0000003", "S0000004"]
    assert numbers(demo, title="活着") == ["S0000002", "S0000003"]
    assert numbers(demo, title="9787506365437", first="S0000003") == ["S0000003"]
    assert numbers(demo, numbers=("S0000004", "S0000001", "S9999999")) == ["S0000001", "S0000004"]
    assert set(numbers(demo, location="ketang")) == set(numbers(demo, location="四点半课堂书架")) > set()
    assert numbers(demo, location="nowhere") == [] and len(numbers(demo, most=7)) == 7


def test_a_label_says_where_its_book_belongs(demo: DemoStation) -> None:
    (label,) = demo.ask(LabelsOf(numbers=("S0000001",)))
    assert (label.title, label.shelf, label.location) == ("坏小孩", "A 区 1 架 1 层", "一楼阅览区")


def test_labels_are_a_pdf(demo: DemoStation, tmp_path: Path) -> None:
    file = tmp_path / "labels.pdf"
    run = yizhan(
        demo.folder.path, "labels", str(file), "--from", "s0000001", "--to", "S0000030", "--sheet", "3x8"
    )
    assert run.returncode == 0 and "30 枚" in run.stdout.decode()
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "wish",
    [
        ["--where", "title=没有这本书"],
        ["--where", "author=余华"],
        ["--where", "numbers=X1"],
        ["--sheet", "9x9"],
    ],
)
def test_what_cannot_be_labelled_is_one_sentence_and_exit_2(
    demo: DemoStation, tmp_path: Path, wish: list[str]
) -> None:
    run = yizhan(demo.folder.path, "labels", str(tmp_path / "labels.pdf"), *wish)
    assert run.returncode == 2 and run.stderr.strip() and b"Traceback" not in run.stderr
    assert not (tmp_path / "labels.pdf").exists()


def test_a_folder_that_is_not_there_is_told(demo: DemoStation, tmp_path: Path) -> None:
    run = yizhan(demo.folder.path, "labels", str(tmp_path / "no" / "labels.pdf"))
    assert run.returncode == 2 and "labels.pdf" in run.stderr.decode()
