"""Finding titles: what was typed becomes a few narrow queries, the best kind of hit first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, TextClause, text

from db.search_index import tokens
from kiosk.domain.codes import read_copy_number
from kiosk.domain.isbn import isbn13
from kiosk.domain.search_keys import normal

LONGEST = 100  # characters of what is typed; whoever pastes more has pasted something else
WORDS = 8
CAP = 200
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: `words` as searched, `joined` all of them in one. No words: everything."""

    joined: str
    words: tuple[str, ...]
    isbn: str | None
    copy: str | None
    is_blank: bool


@dataclass(frozen=True, slots=True)
class Hits:
    """Ids of titles, best first; `more`: there are others beyond the cap."""

    ids: tuple[str, ...]
    more: bool


def wanted(typed: str) -> Wanted:
    typed = typed[:LONGEST]
    words = tuple(word for part in typed.split() if (word := normal(part)))[:WORDS]
    return Wanted("".join(words), words, isbn13(typed), read_copy_number(typed), not typed.strip())


def search_titles(
    connection: Connection, typed: str, *, only_in: bool = False, location: str | None = None,
    large_print: bool = False, children: bool = False, main_class: str | None = None, cap: int = CAP,
) -> Hits:  # fmt: skip
    """`location` is a code, `main_class` a letter; `only_in`: with a copy on the shelf. Never fails on what is typed."""
    facets = {
        "only_in": only_in, "location": location, "large_print": large_print, "children": children, "main_class": main_class,
    }  # fmt: skip
    filtered = any(facets.values())
    given = facets | {"most": cap + 1}
    found: dict[str, None] = {}
    for name, values in _steps(wanted(typed)):
        rows = connection.execute(_STATEMENTS[name, filtered], given | values)
        found |= dict.fromkeys(row.id for row in rows)
        if len(found) > cap:
            break
    ids = tuple(found)
    return Hits(ids[:cap], len(ids) > cap)


def _steps(looked_for: Wanted) -> Iterator[tuple[str, dict[str, Any]]]:
    """(statement, its values), the best kind of hit first."""
    if looked_for.is_blank:
        yield "all", {}
        return
    if looked_for.isbn:
        yield "isbn", {"q": looked_for.isbn}
    if looked_for.copy:
        yield "copy", {"q": looked_for.copy}
    if not looked_for.words:
        return
    span = {"q": looked_for.joined, "end": looked_for.joined + LAST}
    yield "plain", span
    if looked_for.joined.isascii():
        yield "pinyin", span
        yield "initials", span
    yield from _matches(looked_for)


def _matches(looked_for: Wanted) -> Iterator[tuple[str, dict[str, Any]]]:
    """Parts of the title, then of the author, then the beginning of any key.

    A single Latin letter is in everything: alone it only begins titles, beside words it is still being typed.
    """
    words = [word for word in looked_for.words if len(word) > 1 or not word.isascii()]
    if not words:
        return
    anywhere = [_somewhere(word) for word in words]
    yield "match", {"q": " AND ".join(f"title : {_phrase(word)}" for word in words)}
    if len(words) > 1:  # 三国 罗: the title first, then who wrote it
        yield "match", {"q": " AND ".join((f"title : {_phrase(words[0])}", *anywhere[1:]))}
        yield "match", {"q": " AND ".join(anywhere)}
    else:
        yield "match", {"q": f"author : {_phrase(words[0])}"}
    if looked_for.joined.isascii():
        yield "match", {"q": f'keys : "{looked_for.joined}" *'}


def _somewhere(word: str) -> str:
    keys = f' OR keys : "{word}" *' if word.isascii() else ""
    return f"({{title author}} : {_phrase(word)}{keys})"


def _phrase(word: str) -> str:
    """Only letters and digits are left in a word: nothing in it can be an operator or a quote."""
    parts = tokens(word)
    if not word[-1].isascii():
        return f'"{" ".join(parts)}"'
    if len(parts) > 1 and word[-2].isascii():
        return f'"{" ".join(parts[:-1])}"'  # in a title the last letter may be half of a pair
    return f'"{" ".join(parts)}" *'


_FILTER = """
    AND EXISTS (SELECT 1 FROM titles AS w WHERE w.id = i.id AND (NOT :large_print OR w.large_print)
                AND (NOT :children OR w.audience = 'children')
                AND (:main_class IS NULL OR substr(w.class_number, 1, 1) = :main_class))
    AND ((NOT :only_in AND :location IS NULL)
         OR EXISTS (SELECT 1 FROM copies AS c WHERE c.title = i.id AND NOT c.deleted
                    AND (NOT :only_in OR c.state = 'on_shelf') AND (:location IS NULL OR c.location = :location)))
"""
_SELECTS = {
    "all": "SELECT i.id FROM title_index AS i WHERE TRUE {filter} ORDER BY i.pinyin LIMIT :most",
    "isbn": """
        SELECT i.id FROM titles AS t JOIN title_index AS i ON i.id = t.id
        WHERE t.isbn = :q {filter} LIMIT :most
    """,
    "copy": """
        SELECT i.id FROM copies AS k JOIN title_index AS i ON i.id = k.title
        WHERE k.number = :q AND NOT k.deleted {filter} LIMIT :most
    """,
    **{
        column: f"""
            SELECT i.id FROM title_index AS i WHERE i.{column} >= :q AND i.{column} < :end {{filter}}
            ORDER BY i.{column} LIMIT :most
        """
        for column in ("plain", "pinyin", "initials")
    },
    "match": """
        SELECT i.id FROM title_search AS s JOIN title_index AS i ON i.n = s.rowid
        WHERE s.title_search MATCH :q {filter} LIMIT :most
    """,
}
_STATEMENTS: dict[tuple[str, bool], TextClause] = {
    (name, filtered): text(select.format(filter=_FILTER if filtered else ""))
    for name, select in _SELECTS.items()
    for filtered in (False, True)
}
