"""MARC21 and CNMARC become books; what is broken is named by its record, and reading goes on after it."""

from pathlib import Path

import pymarc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.importing.books import BookRow, read_books
from kiosk.importing.catalogues import open_catalogue
from kiosk.importing.marc_places import read_places
from kiosk.importing.rows import BadRow, Holding, UnreadableTable
from tests.importing.marc import CNMARC, MARC21, marc, titled


def books(folder: Path, content: bytes, **wished: str) -> list[BookRow | BadRow]:
    path = folder / "catalogue"
    path.write_bytes(content)
    return list(read_books(open_catalogue(path, wished)))


def told(folder: Path, content: bytes) -> list[str]:
    """Titles, and reasons in brackets."""
    return [row.title if isinstance(row, BookRow) else f"[{row.reason}]" for row in books(folder, content)]


def test_a_cnmarc_record_is_a_book_with_its_copy(tmp_path: Path) -> None:
    assert books(tmp_path, marc(CNMARC)) == [
        BookRow(
            line=1, title="三国演义：全二册", author="罗贯中", publisher="人民文学出版社", year=1998, isbn="9787020008728",
            isbn_text="978-7-02-000872-8", price_fen=3950, pages=990, location="二楼", shelf="I242.4/7",
            class_number="I242.4", holdings=(Holding("S0900011", "二楼", "I242.4/7"),), large_print=True,
            audience="teens",
        )
    ]  # fmt: skip


def test_a_marc21_record_is_read_in_chinese_where_it_has_both(tmp_path: Path) -> None:
    (row,) = books(tmp_path, marc(MARC21))
    assert isinstance(row, BookRow)
    assert (row.title, row.author, row.publisher, row.year) == ("活着：精装版", "余华", "作家出版社", 2012)
    assert (row.isbn, row.price_fen, row.pages, row.class_number) == ("9787506365437", 2000, 191, "I247.5")
    assert row.audience == "teens" and not row.large_print and row.notes == ()
    assert [one.number for one in row.holdings] == ["S0900001", "S0900002"]
    assert row.holdings[0].shelf == "I247.5/12"


@pytest.mark.parametrize(
    ("codes", "audience"),
    [("a  ", "children"), ("c  ", "children"), ("e  ", "teens"), ("km ", "adults"), ("u  ", "")],
)
def test_whom_a_cnmarc_book_is_for_stands_in_its_codes(tmp_path: Path, codes: str, audience: str) -> None:
    (row,) = books(tmp_path, marc([("100", f"  |a20180501d2018    {codes}y0"), ("200", "1 |a书")]))
    assert isinstance(row, BookRow) and row.audience == audience


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_of_either_encoding_is_read_whatever_the_leader_says(tmp_path: Path, encoding: str) -> None:
    words = ["联通", "鲁迅全集", "𠮷野家", "龍", "café 与 naïve", "ABC", "①②③", "乾隆䶮"]
    content = b"".join(titled(word, encoding) for word in words)
    assert (
        told(tmp_path, content) == words if encoding == "utf-8" else told(tmp_path, content)[1:] == words[1:]
    )


def test_a_short_word_of_gb18030_that_looks_like_utf8_is_known_by_its_record(tmp_path: Path) -> None:
    assert told(tmp_path, marc([("200", "1 |a联通"), ("210", "  |c人民文学出版社")], "gb18030")) == ["联通"]


def test_marc8_has_accents_and_chinese_by_its_own_escapes(tmp_path: Path) -> None:
    accents = (
        marc([("245", "10|aCaf~e na~ive /")], "latin-1").replace(b"~e", b"\xe2e").replace(b"~i", b"\xe8i")
    )
    sanguo = b"10\x1fa\x1b$1!0$!7o!HR!RB\x1b(B /\x1fc\x1b$1!av![g\x1b(B."
    record = marc([("245", sanguo.decode("latin-1"))], "latin-1")
    assert told(tmp_path, accents + record) == ["Café naïve", "三國演義"]
    assert told(tmp_path, record.replace(b"!0$", b"!!!")) == ["[bad_encoding]"]


def test_a_file_of_mixed_encodings_is_read_record_by_record(tmp_path: Path) -> None:
    content = titled("鲁迅全集") + titled("红楼梦", "gb18030") + titled("水浒传")
    assert told(tmp_path, content) == ["鲁迅全集", "红楼梦", "水浒传"]


def test_a_field_of_another_encoding_in_a_record_is_read_too(tmp_path: Path) -> None:
    fields = [("200", "1 |a鲁迅全集"), ("210", "  |c人民文学出版社"), ("701", " 0|a鲁迅")]
    content = marc(fields).replace("人民文学出版社".encode(), "人民文学出版社".encode("gb18030"))
    (row,) = books(tmp_path, content)
    assert isinstance(row, BookRow) and (row.title, row.publisher) == ("鲁迅全集", "人民文学出版社")


GOOD = titled("好书")


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (b"\x1d", "[empty_record]"),
        (b" \r\n\x1d", "[empty_record]"),
        (b"00012nam\x1d", "[truncated]"),
        (b"00045nam a2200037   4500no directory here\x1e\x1d", "[bad_directory]"),
        (GOOD[:24] + b"20000120000\x1e" + GOOD[50:], "[bad_directory]"),
        (GOOD.replace(b"\x1e", b""), "[bad_directory]"),
        (b"99999" + b"x" * 120_000 + b"\x1d", "[too_long]"),
        (marc([("200", "1 |a" + "书" * 400)]), "[too_long]"),
        (marc([("701", " 0|a某人")]), "[missing_title]"),
        (marc([("200", "1 no subfields")]), "[missing_title]"),
        (titled("好书").replace("好".encode(), b"\xff\xfe"), "[bad_encoding]"),
    ],
)
def test_a_broken_record_is_named_and_the_next_one_read(tmp_path: Path, broken: bytes, reason: str) -> None:
    assert told(tmp_path, GOOD + broken + GOOD) == ["好书", reason, "好书"]


@pytest.mark.parametrize(
    ("odd", "notes"),
    [
        (b"00000" + GOOD[5:], ("bad_length",)),
        (b"xxxxx" + GOOD[5:], ("bad_length",)),
        (GOOD.replace("好书".encode(), "好书好书".encode()), ("bad_length", "mended_directory")),
        (
            GOOD[:24] + GOOD[24:].replace(b"200", b"200", 1).replace(b"00000", b"00007", 1),
            ("mended_directory",),
        ),
        (GOOD.replace(b"1 \x1fa", b"1x\x1fa"), ()),
        (GOOD.replace(b"1 \x1fa", b"123\x1fa"), ("bad_length", "mended_directory")),
        (GOOD.replace(b"1 \x1fa", b"\x1fa"), ("bad_length", "mended_directory")),
        (b"\r\n" + GOOD, ()),
        (GOOD[:-2] + b"\x1d", ("bad_length", "mended_directory")),
        (GOOD.replace("某".encode(), "某".encode() + b"\x07\x00"), ("bad_length", "mended_directory")),
    ],
)
def test_a_record_that_can_still_be_read_is_kept_and_flagged(
    tmp_path: Path, odd: bytes, notes: tuple[str, ...]
) -> None:
    (row, after) = books(tmp_path, odd + GOOD)
    assert isinstance(row, BookRow) and row.title.startswith("好书") and row.author == "某人"
    assert row.notes == notes and isinstance(after, BookRow)


def test_a_file_that_breaks_off_is_kept_up_to_there(tmp_path: Path) -> None:
    assert told(tmp_path, GOOD + GOOD[:-20]) == ["好书", "[truncated]"]
    assert told(tmp_path, GOOD + b"\r\n\x1a") == ["好书"]


def test_a_copy_number_that_is_not_ours_is_flagged(tmp_path: Path) -> None:
    (row,) = books(tmp_path, marc([("200", "1 |a书"), ("905", "  |bA12345|dI2")]))
    assert isinstance(row, BookRow) and row.notes == ("bad_copy_number",) and row.holdings[0].number == ""


def test_another_place_can_be_named_for_a_field(tmp_path: Path) -> None:
    record = marc([("200", "1 |a书"), ("999", "  |l地下室|sA-3")])
    (row,) = books(tmp_path, record, location="999l", shelf="999$s")
    assert isinstance(row, BookRow) and (row.location, row.shelf) == ("地下室", "A-3")
    with pytest.raises(UnreadableTable, match="bad_place"):
        books(tmp_path, record, shelf="架位")
    with pytest.raises(UnreadableTable, match="unknown_field"):
        books(tmp_path, record, shelves="999s")


def test_what_pymarc_writes_is_read(tmp_path: Path) -> None:
    record = pymarc.Record(force_utf8=True)
    parts = [pymarc.Subfield("a", "活着 /"), pymarc.Subfield("c", "余华.")]
    record.add_field(pymarc.Field("245", ["1", "0"], subfields=parts))
    assert told(tmp_path, record.as_marc()) == ["活着"]
    assert told(tmp_path, pymarc.record_to_xml(record, namespace=True)) == ["活着"]


XML = """<?xml version="1.0" encoding="UTF-8"?><marc:collection xmlns:marc="http://www.loc.gov/MARC21/slim">{}</marc:collection>"""
RECORD = """<marc:record><marc:leader>00000nam a2200000   4500</marc:leader><marc:controlfield tag="001">1</marc:controlfield>
<marc:datafield tag="200" ind1="1" ind2=" "><marc:subfield code="a">{}</marc:subfield></marc:datafield></marc:record>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_marcxml_is_read_record_by_record(tmp_path: Path, encoding: str) -> None:
    text = XML.replace("UTF-8", encoding).format(
        "\n".join(RECORD.format(name) for name in ("好书", "红&amp;黑"))
    )
    assert told(tmp_path, text.encode(encoding)) == ["好书", "红&黑"]


def test_broken_xml_costs_its_own_record(tmp_path: Path) -> None:
    records = [
        RECORD.format("甲"),
        RECORD.format("<b>"),
        RECORD.format("&bomb;"),
        RECORD.format("乙"),
        "<marc:record><x>",
    ]
    text = '<!DOCTYPE x [<!ENTITY bomb "ha">]>' + XML.format("".join(records))
    assert told(tmp_path, text.encode()) == ["甲", "[bad_xml]", "[bad_xml]", "乙", "[bad_xml]"]
    huge = XML.format(RECORD.format("长" * 1_100_000) + RECORD.format("乙"))
    assert told(tmp_path, huge.encode()) == ["[too_long]", "乙"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    st.lists(
        st.one_of(st.binary(max_size=40), st.sampled_from([GOOD, b"\x1d", b"\x1e", b"\x1f", b"\x1b$1"])),
        max_size=6,
    )
)
def test_any_bytes_among_records_are_answered(tmp_path: Path, parts: list[bytes]) -> None:
    rows = books(tmp_path, GOOD + b"".join(parts) + b"\x1d" + GOOD)
    assert isinstance(rows[-1], BookRow) and [row.line for row in rows] == list(range(1, len(rows) + 1))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.data())
def test_a_record_with_any_byte_changed_is_answered(tmp_path: Path, data: st.DataObject) -> None:
    record = bytearray(marc(CNMARC))
    for _ in range(data.draw(st.integers(1, 6))):
        record[data.draw(st.integers(0, len(record) - 1))] = data.draw(st.integers(0, 255))
    rows = books(tmp_path, GOOD + bytes(record) + GOOD)
    repr(rows).encode("utf-8")
    found = open_catalogue(tmp_path / "catalogue").survey()
    assert found is not None and found.read == len(rows)
    assert all(read_places(place) == (place,) for place in found.seen)


OWN_COPIES = [("200", "1 |a书"), ("905", "  |c二楼|dI2"), ("930", "  |aS0900021|n3"), ("930", "  |aS0900022")]


def test_copies_are_read_where_they_are_wished_and_what_stands_elsewhere_is_of_all(tmp_path: Path) -> None:
    (row,) = books(tmp_path, marc(OWN_COPIES), copy_number="930$a", copies="930n", location="905$c")
    assert isinstance(row, BookRow)
    assert row.holdings == (Holding("S0900021", "二楼", "I2"), Holding("S0900022", "二楼", "I2"))
    assert row.copies == 3
    (row,) = books(tmp_path, marc(CNMARC), copy_number="", audience="")
    assert (
        isinstance(row, BookRow) and row.holdings == (Holding("", "二楼", "I242.4/7"),) and not row.audience
    )


def test_several_places_are_tried_in_their_order(tmp_path: Path) -> None:
    fields = [("001", "C77"), ("200", "1 |a书|f某人著"), ("686", "  |aX9")]
    (row,) = books(tmp_path, marc(fields), author="701$a$b，200$f", class_number="690a 686a", shelf="001")
    assert isinstance(row, BookRow) and (row.author, row.class_number, row.shelf) == ("某人著", "X9", "C77")


def test_a_wish_for_one_dialect_makes_no_nonsense_of_the_other(tmp_path: Path) -> None:
    content = marc(MARC21) * 2 + marc(CNMARC)
    (first, _, other) = books(tmp_path, content, author="245c", title="245a")
    assert isinstance(first, BookRow) and (first.title, first.author) == ("活着", "余华著.")
    assert isinstance(other, BookRow) and (other.title, other.author) == ("三国演义：全二册", "罗贯中")


def test_the_dialect_can_be_told(tmp_path: Path) -> None:
    both = [("200", "1 |a书名"), ("245", "10|aTitle"), ("701", " 0|a某人")]
    path = tmp_path / "catalogue"
    path.write_bytes(marc(both))
    said = [read_books(open_catalogue(path, dialect=one)) for one in ("", "cnmarc", "MARC21")]
    assert [row.title for rows in said for row in rows if isinstance(row, BookRow)] == [
        "Title",
        "书名",
        "Title",
    ]
    with pytest.raises(UnreadableTable, match="unknown_dialect"):
        open_catalogue(path, dialect="danmarc")


def test_an_encoding_that_was_guessed_wrong_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / "catalogue"
    path.write_bytes(marc([("245", "10|aCafé à Orléans")], "latin-1") + titled("紅樓夢", "big5"))

    def titles(encoding: str) -> list[str]:
        rows = read_books(open_catalogue(path, encoding=encoding))
        return [row.title if isinstance(row, BookRow) else row.reason for row in rows]

    assert titles("latin-1")[0] == "Café à Orléans" and titles("BIG5")[1] == "紅樓夢"
    assert titles("utf-8") == ["bad_encoding"] * 2
    with pytest.raises(UnreadableTable, match="unknown_encoding"):
        open_catalogue(path, encoding="rot13")


def test_what_occurs_is_told_with_an_example_and_what_feeds_each_field(tmp_path: Path) -> None:
    path = tmp_path / "catalogue"
    path.write_bytes(marc(CNMARC) + titled("又一本", "gb18030") + b"\x1d" + GOOD[:-20])
    found = open_catalogue(path, {"class_number": "690$v"}).survey()
    assert found is not None and (found.read, found.bad) == (4, 2)
    assert (found.seen["200a"].example, found.seen["200a"].records) == ("三国演义", 2)
    assert "701b" not in found.seen and "001" in found.seen
    assert (found.fed["author"].places, found.fed["author"].example) == (("701ab", "200f"), "罗贯中")
    assert (found.fed["class_number"].example, found.fed["copy_number"].example) == ("5", "S0900011")


@pytest.mark.parametrize("name", ["books.iso", "books.mrc"])
def test_a_file_that_only_calls_itself_marc_is_said_to_be_none(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("=245  10$aA title as some program prints it\n", "utf-8")
    with pytest.raises(UnreadableTable, match="not_marc"):
        open_catalogue(path)
    path.write_text("题名,作者\n甲,乙\n", "utf-8")
    assert open_catalogue(path).unit == "row"
