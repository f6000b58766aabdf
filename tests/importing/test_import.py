"""A catalogue file end to end: from bytes of any encoding to books that can be found and lent."""

import pytest

from assets import FOLDER
from kiosk.catalogue_import import ImportReport, import_books
from kiosk.commands.library import SearchTitles
from kiosk.commands.station import Listing
from kiosk.domain.trouble import KioskError
from kiosk.importing.rows import BadRow, UnreadableTable
from tests.builders import DemoStation

HEADER = "题名,责任者,ISBN,条码,馆藏地"


def bring(demo: DemoStation, content: str | bytes, who: str = "librarian") -> ImportReport:
    path = demo.folder.path / "new.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    actor = demo.station.find_actor(who)
    assert actor is not None
    return import_books(demo.station, path, actor)


def csv(*lines: str, header: str = HEADER) -> str:
    return "\n".join((header, *lines)) + "\n"


def copies_of(demo: DemoStation, title: str) -> list[str]:
    return [row["number"] for row in demo.ask(Listing(what="copies")) if row["title"] == title]


def count(demo: DemoStation) -> int:
    return len(demo.ask(Listing(what="titles")))


def test_the_demos_own_catalogue_again_adds_nothing(demo: DemoStation) -> None:
    report = bring(demo, (FOLDER / "demo" / "books.csv").read_bytes())
    assert (report.rows, report.added, report.known, report.copies, report.bad) == (95, 0, 95, 0, [])
    assert count(demo) == 95


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_a_catalogue_of_any_encoding_is_found_by_its_initials(demo: DemoStation, encoding: str) -> None:
    lines = [f"驿站新书{n},张三,,," for n in range(20)]
    report = bring(demo, csv(*lines).encode(encoding))
    assert (report.encoding, report.added, report.bad) == (encoding, 20, [])
    assert demo.ask(SearchTitles(q="yzxs")).total == 20


def test_the_same_file_twice_is_imported_once(demo: DemoStation) -> None:
    content = csv("驿站新书,张三,,,", "驿站新书,张三,,,", "另一本,李四,,S0900001,")
    assert (bring(demo, content).added, count(demo)) == (2, 97)
    again = bring(demo, content)
    assert (again.added, again.known, again.copies, count(demo)) == (0, 3, 0, 97)


def test_a_book_without_a_number_gets_the_next_one(demo: DemoStation) -> None:
    bring(demo, csv("甲书,张三,,S0000500,", "乙书,李四,,,"))
    assert copies_of(demo, "乙书") == ["S0000501"]
    assert copies_of(demo, "甲书") == ["S0000500"]


def test_one_line_for_each_copy_is_one_title_with_its_copies(demo: DemoStation) -> None:
    report = bring(demo, csv("甲书,张三,,S0000500,", "甲书,张三,,S0000501,"))
    assert (report.added, report.copies) == (1, 2)
    assert bring(demo, csv("甲书,张三,,S0000502,")).copies == 1
    assert copies_of(demo, "甲书") == ["S0000500", "S0000501", "S0000502"]


def test_a_count_of_copies_is_kept(demo: DemoStation) -> None:
    bring(demo, csv("甲书,3", "乙书,0", "丙书,", header="题名,册数"))
    assert [len(copies_of(demo, title)) for title in ("甲书", "乙书", "丙书")] == [3, 0, 1]


def test_a_number_that_another_book_has_is_refused_and_named(demo: DemoStation) -> None:
    report = bring(demo, csv("甲书,张三,,S0000001,", "乙书,李四,,S0000700,", "丙书,王五,,S0000700,"))
    assert report.bad == [
        BadRow(2, "duplicate_copy_number", "S0000001"),
        BadRow(4, "duplicate_copy_number", "S0000700"),
    ]
    assert (report.added, copies_of(demo, "甲书"), copies_of(demo, "乙书")) == (3, [], ["S0000700"])


def test_an_invalid_isbn_is_kept_and_flagged(demo: DemoStation) -> None:
    report = bring(demo, csv("甲书,张三,9787020008729,,"))
    assert report.flagged == [BadRow(2, "bad_isbn", "甲书")]
    assert demo.ask(SearchTitles(q="甲书")).titles[0].isbn is None


def test_broken_lines_are_named_and_the_others_kept(demo: DemoStation) -> None:
    good = csv("甲书,张三,,,").encode()
    report = bring(demo, good + b"\xff\xfe\xff,bad\n" + "乙书,李四,,,\n".encode() + ",无名,,,\n".encode())
    assert [(row.line, row.reason) for row in report.bad] == [(3, "bad_encoding"), (5, "missing_title")]
    assert report.added == 2


def test_a_place_is_known_by_its_name(demo: DemoStation) -> None:
    bring(demo, csv("甲书,张三,,,一楼阅览区", "乙书,李四,,,地下室"))
    places = {row["title"]: row["location"] for row in demo.ask(Listing(what="copies"))}
    assert (places["甲书"], places["乙书"]) == ("yilou", "地下室")


def test_many_rows_go_in_pages_and_say_how_far_they_are(demo: DemoStation) -> None:
    path = demo.folder.path / "many.csv"
    path.write_text(csv(*(f"第{n}册,佚名,3" for n in range(1000)), header="题名,责任者,册数"), "utf-8")
    actor, seen = demo.station.find_actor("manager"), list[int]()
    assert actor is not None
    report = import_books(demo.station, path, actor, seen.append)
    assert (report.added, report.copies) == (1000, 3000)
    assert seen == sorted(seen) and seen[-1] == 100 and len(seen) > 2


def test_only_the_library_may_import(demo: DemoStation) -> None:
    with pytest.raises(KioskError, match="import_refused"):
        bring(demo, csv("甲书,张三,,,"), who="clerk")
    assert count(demo) == 95


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rest", b"a,b\n1,2\n"])
def test_what_is_no_catalogue_is_not_imported(demo: DemoStation, content: bytes) -> None:
    with pytest.raises(UnreadableTable):
        bring(demo, content)


def test_a_page_by_command_must_not_be_too_long(demo: DemoStation) -> None:
    rows = [{"key": f"k{n}", "title": "甲", "copies": [{}] * 600} for n in range(4)]
    assert demo.do("import_books", who="manager", rows=rows).reason == "too_long"
    bad = {"key": "k", "title": "甲", "copies": [{"number": "X1"}]}
    result = demo.accept("import_books", who="manager", rows=[bad])
    assert result["bad"] == [{"row": 0, "copy": "X1", "reason": "bad_copy_number"}]
