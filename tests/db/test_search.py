"""Finding titles while typing: by any part, pinyin, initials, numbers; whatever is typed, nothing breaks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, insert, update
from sqlalchemy.pool import StaticPool

from db import tables as t
from db.schema import create_home
from db.search import search_titles
from db.search_index import add_functions
from db.store import put_rows

BOOKS = {
    "sanguo": ("三国演义（全二册）", "罗贯中", "9787020008728", "S0000001"),
    "pinggu": ("三国志评话", "佚名", None, "S0000002"),
    "shuihu": ("水浒传", "施耐庵", "9787020008742", "S0000003"),
    "hongloumeng": ("紅樓夢", "曹雪芹", None, "S0000004"),
    "potter": ("Harry Potter 与魔法石", "J. K. Rowling", None, "S0000005"),
    "chongqing": ("重庆往事", "罗三国", None, "S0000006"),
    "nvren": ("女人花", "吕㐂", None, "S0000007"),
    "ji": ("𠮷野家的故事", "䶮", None, "S0000008"),
    "year": ("1984", "乔治·奥威尔", None, "S0000009"),
    "signs": ("！？", "", None, "S0000010"),
}


def home() -> Connection:
    raw = create_engine("sqlite://", poolclass=StaticPool)
    connection = raw.connect()
    add_functions(connection.connection.dbapi_connection)
    create_home(connection)
    for key, (title, author, isbn, number) in BOOKS.items():
        connection.execute(insert(t.titles), {"id": key, "title": title, "author": author, "isbn": isbn})
        place = "ketang" if key == "shuihu" else "yilou"
        copy = {"id": number, "number": number, "title": key, "state": "on_shelf", "location": place}
        connection.execute(insert(t.copies), copy)
    return connection


@pytest.fixture(scope="module")
def titles() -> Connection:
    return home()


def found(titles: Connection, typed: str) -> list[str]:
    return list(search_titles(titles, typed).ids)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("三国", ["pinggu", "sanguo", "chongqing"]),
        ("三国演义", ["sanguo"]),
        ("演义", ["sanguo"]),
        ("国", ["sanguo", "pinggu", "chongqing"]),
        ("罗贯", ["sanguo"]),
        ("三国 罗", ["sanguo", "chongqing"]),
        ("罗 演", ["sanguo"]),
        ("三国 水浒", []),
        ("三國演義", ["sanguo"]),
        ("红楼", ["hongloumeng"]),
        ("sanguoyanyi", ["sanguo"]),
        ("sanguoy", ["sanguo"]),
        ("SAN GUO YAN", ["sanguo"]),
        ("ｓａｎｇｕｏｙ", ["sanguo"]),
        ("sgyy", ["sanguo"]),
        ("gyy", ["sanguo"]),
        ("lgz", ["sanguo"]),
        ("luoguanzhong", ["sanguo"]),
        ("sgyy lgz", ["sanguo"]),
        ("演义 luoguanzhong", ["sanguo"]),
        ("chongqing", ["chongqing"]),
        ("cqws", ["chongqing"]),
        ("zqws", ["chongqing"]),
        ("nvren", ["nvren"]),
        ("nürenhua", ["nvren"]),
        ("㐂", ["nvren"]),
        ("𠮷", ["ji"]),
        ("䶮", ["ji"]),
        ("harry", ["potter"]),
        ("potter", ["potter"]),
        ("OTTE", ["potter"]),
        ("harry potter", ["potter"]),
        ("potter 魔法", ["potter"]),
        ("r与", ["potter"]),
        ("rowling", ["potter"]),
        ("98", ["year"]),
        ("1984", ["year"]),
        ("9787020008728", ["sanguo"]),
        ("978-7-02-000872-8", ["sanguo"]),
        ("7-02-000872-0", ["sanguo"]),
        ("S0000004", ["hongloumeng"]),
        ("s0000004", ["hongloumeng"]),
        ("w", []),
        ("h", ["potter", "hongloumeng"]),
    ],
)
def test_a_title_is_found_by(titles: Connection, typed: str, expected: list[str]) -> None:
    assert found(titles, typed) == expected


@pytest.mark.parametrize("typed", ["", "   ", "\n"])
def test_nothing_typed_is_everything_in_the_order_of_its_pinyin(titles: Connection, typed: str) -> None:
    ids = found(titles, typed)
    assert set(ids) == set(BOOKS)
    assert ids.index("chongqing") < ids.index("sanguo") < ids.index("shuihu")


@pytest.mark.parametrize(
    "typed",
    [
        '"', '""', "'; DROP TABLE titles; --", "三国 OR 水浒 NOT", "title:三", "三*", "^三", "-三", "(", ")",
        "NEAR(三 国)", "%", "_", "\0", "三\0国", "😀", "👨‍👩‍👧", "\ud800", "x" * 10_000, "三" * 10_000,
        "a " * 5_000, "AND",
        "{title}", "<b>",
    ],
)  # fmt: skip
def test_whatever_is_typed_is_only_looked_for(titles: Connection, typed: str) -> None:
    assert len(found(titles, typed)) <= len(BOOKS)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(), max_size=30))
def test_no_text_breaks_the_search(titles: Connection, typed: str) -> None:
    search_titles(titles, typed)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(set(BOOKS) - {"signs"})), st.data())
def test_any_part_of_a_title_finds_it(titles: Connection, key: str, data: st.DataObject) -> None:
    title = BOOKS[key][0].replace(" ", "")
    start = data.draw(st.integers(0, len(title) - 2))
    part = title[start : data.draw(st.integers(start + 2, len(title)))]
    if any(char.isalnum() for char in part):
        assert key in found(titles, part)


def test_only_what_is_in_or_at_a_place(titles: Connection) -> None:
    assert search_titles(titles, "水浒", location="ketang").ids == ("shuihu",)
    assert search_titles(titles, "水浒", location="yilou").ids == ()
    assert search_titles(titles, "", only_in=True, location="ketang").ids == ("shuihu",)


def test_no_more_than_the_cap_is_counted(titles: Connection) -> None:
    hits = search_titles(titles, "", cap=3)
    assert (len(hits.ids), hits.more) == (3, True)


def test_the_index_follows_whatever_writes_titles() -> None:
    titles = home()
    row = dict.fromkeys(t.titles.columns.keys(), "") | {"id": "sanguo", "title": "三国演义新编"}
    put_rows(titles, "titles", [row | {"revision": 2, "deleted": False, "large_print": False}])
    assert found(titles, "新编") == ["sanguo"]
    assert found(titles, "罗贯中") == []
    titles.execute(update(t.titles).where(t.titles.c.id == "sanguo").values(deleted=True))
    assert found(titles, "新编") == []
    titles.execute(t.titles.delete().where(t.titles.c.id == "shuihu"))
    assert found(titles, "水浒") == []
    titles.exec_driver_sql("INSERT INTO title_search (title_search) VALUES ('integrity-check')")
    titles.close()
