"""The index that a home keeps of its titles: letters for "any part of", keys for pinyin and initials.

Triggers keep it, so it is current whatever writes titles: a command not confirmed yet, or the hub's rows.
They call the Python functions below, which every connection has (see db/engines.py). The store has no index.
"""

import re
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from kiosk.domain.search_keys import initials as initials_of
from kiosk.domain.search_keys import normal, search_keys

_keys = lru_cache(maxsize=512)(search_keys)  # one new title asks three times, an author has several books
_ASCII = re.compile("[\0-\x7f]")
SUFFIXES = 12  # of initials: `gyy` finds 三国演义, but nobody types the thirteenth letter first


def letters(text: str | None) -> str:
    """What full-text search sees: a token for each character, for Latin letters and digits overlapping pairs.

    Any part of the text is then a phrase of tokens, and no Latin phrase is made of common letters.
    """
    return " ".join(tokens(_keys(text or "").normal))


def tokens(plain: str) -> list[str]:
    """`三k12` -> 三 k1 12 2."""
    if not _ASCII.search(plain):
        return list(plain)
    following = plain[1:] + "\0"
    return [
        one + after if one.isascii() and after.isascii() and after != "\0" else one
        for one, after in zip(plain, following, strict=False)
    ]


def plain(text: str | None) -> str:
    return _keys(text or "").normal


def pinyin(text: str | None) -> str:
    """The usual reading alone: what a list is sorted by."""
    return _keys(text or "").pinyin.split(" ")[0]


def initials(text: str | None) -> str:
    return _keys(text or "").initials.split(" ")[0]


def keys(title: str | None, author: str | None) -> str:
    """All that is found from its beginning: readings of title and author, initials from each letter on."""
    found: list[str] = []
    for text in (title, author):
        made = _keys(text or "")
        found += made.pinyin.split()
        for one in made.initials.split():
            found += [one[start:] for start in range(min(len(one), SUFFIXES))]
    return " ".join(dict.fromkeys(found))


@lru_cache(maxsize=65_536)
def name_initials(text: str | None) -> str:
    """Of a person's name; asked of all people of a station while somebody types."""
    return initials_of(text or "")


def name_normal(text: str | None) -> str:
    return normal(text or "")


FUNCTIONS = {
    "search_letters": (letters, 1), "search_plain": (plain, 1), "search_pinyin": (pinyin, 1),
    "search_initials": (initials, 1), "search_keys": (keys, 2),
    "search_normal": (name_normal, 1), "search_initials_all": (name_initials, 1),
}  # fmt: skip


def add_functions(connection: Any) -> None:
    """To a raw SQLite connection."""
    for name, (function, arguments) in FUNCTIONS.items():
        connection.create_function(name, arguments, function, deterministic=True)


_NEW_ENTRY = """
    INSERT INTO title_index (id, plain, pinyin, initials, title, author, keys)
    SELECT id, search_plain(title), search_pinyin(title), search_initials(title),
           search_letters(title), search_letters(author), search_keys(title, author)
    FROM titles WHERE NOT deleted AND {which}
"""
_TABLES = (
    """
    CREATE TABLE title_index (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
        plain TEXT NOT NULL, pinyin TEXT NOT NULL, initials TEXT NOT NULL,
        title TEXT NOT NULL, author TEXT NOT NULL, keys TEXT NOT NULL)
    """,
    "CREATE INDEX title_index_plain ON title_index (plain)",
    "CREATE INDEX title_index_pinyin ON title_index (pinyin)",
    "CREATE INDEX title_index_initials ON title_index (initials)",
    # ascii: characters beyond ASCII are parts of tokens as they are, the newest ideographs too; columnsize: for ranks only
    """
    CREATE VIRTUAL TABLE title_search USING fts5 (
        title, author, keys, content='title_index', content_rowid='n', tokenize='ascii', prefix='2 3', columnsize=0)
    """,
)
_TRIGGERS = (
    """
    CREATE TRIGGER title_entry_added AFTER INSERT ON title_index BEGIN
        INSERT INTO title_search (rowid, title, author, keys) VALUES (NEW.n, NEW.title, NEW.author, NEW.keys);
    END
    """,
    """
    CREATE TRIGGER title_entry_gone AFTER DELETE ON title_index BEGIN
        INSERT INTO title_search (title_search, rowid, title, author, keys)
        VALUES ('delete', OLD.n, OLD.title, OLD.author, OLD.keys);
    END
    """,
    f"CREATE TRIGGER title_added AFTER INSERT ON titles BEGIN {_NEW_ENTRY.format(which='id = NEW.id')}; END",
    f"""
    CREATE TRIGGER title_changed AFTER UPDATE ON titles
    WHEN OLD.title IS NOT NEW.title OR OLD.author IS NOT NEW.author OR OLD.deleted IS NOT NEW.deleted BEGIN
        DELETE FROM title_index WHERE id = OLD.id;
        {_NEW_ENTRY.format(which="id = NEW.id")};
    END
    """,
    "CREATE TRIGGER title_gone AFTER DELETE ON titles BEGIN DELETE FROM title_index WHERE id = OLD.id; END",
)


def create_search(connection: Connection) -> None:
    """In a home whose titles may already be there."""
    for statement in (*_TABLES, *_TRIGGERS[:2]):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(_NEW_ENTRY.format(which="TRUE"))
    for statement in _TRIGGERS[2:]:
        connection.exec_driver_sql(statement)
