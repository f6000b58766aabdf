"""The next catalogue of a kind is read as the last one was set right here."""

from pathlib import Path

from kiosk.catalogue_import import Wishes, preview_books
from kiosk.import_memory import ImportMemory, preview_as_before
from tests.importing.marc import CNMARC, MARC21, marc, titled


def test_what_was_set_right_is_remembered_for_files_of_the_same_kind_alone(tmp_path: Path) -> None:
    files = {name: tmp_path / name for name in ("a.iso", "b.iso", "c.mrc", "d.csv", "e.csv")}
    for name, content in zip(files, (marc(CNMARC), titled("又一本"), marc(MARC21)), strict=False):
        files[name].write_bytes(content)
    for name in ("d.csv", "e.csv"):
        files[name].write_text(f"题名,放哪\n{name},一架\n", "utf-8")
    memory = ImportMemory(tmp_path / "mappings.json")
    memory.keep(preview_books(files["a.iso"]).kind, Wishes({"author": "200$f"}, None, "MARC21"))
    memory.keep(preview_books(files["d.csv"]).kind, Wishes({"shelf": "放哪"}, "一楼"))
    again = ImportMemory(tmp_path / "mappings.json")
    assert preview_as_before(files["b.iso"], again)[1] == Wishes({"author": "200$f"}, None, "MARC21")
    assert preview_as_before(files["c.mrc"], again)[1] == Wishes()
    preview, wishes = preview_as_before(files["e.csv"], again)
    assert preview.columns["shelf"] == "放哪" and wishes.sheet is None
    again.keep(preview.kind, Wishes())
    assert preview_as_before(files["e.csv"], again)[1] == Wishes()


def test_a_memory_that_fits_no_more_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "a.iso").write_bytes(marc(CNMARC))
    memory = ImportMemory(tmp_path / "mappings.json")
    memory.keep(preview_books(tmp_path / "a.iso").kind, Wishes({"no such field": "200a"}))
    assert preview_as_before(tmp_path / "a.iso", memory)[1] == Wishes()
    (tmp_path / "mappings.json").write_bytes(b"{ torn")
    assert preview_as_before(tmp_path / "a.iso", memory)[1] == Wishes()
