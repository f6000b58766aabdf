"""By what else than words titles can be found here: main classes with their counts, large print, children's books."""

from sqlalchemy import Connection, exists, func, select, text

from db import tables as t

_letter = func.upper(func.substr(t.titles.c.class_number, 1, 1))
_COUNTS = (
    select(_letter.label("letter"), func.count().label("titles"))
    .where(text("NOT titles.deleted"))
    .group_by(_letter)
)


def count_classes(connection: Connection) -> dict[str, int]:
    """By letter, whatever stands there."""
    return {row.letter: row.titles for row in connection.execute(_COUNTS)}


_live = t.titles.c.deleted.is_(False)
_HAS = select(
    exists().where(t.titles.c.large_print.is_(True), _live).label("large_print"),
    exists().where(t.titles.c.audience == "children", _live).label("children"),
)


def facets(connection: Connection) -> tuple[bool, bool]:
    """Whether any title is in large print; whether any is for children."""
    found = connection.execute(_HAS).one()
    return bool(found.large_print), bool(found.children)
