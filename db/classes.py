"""How many titles each main class has, read from an index alone."""

from sqlalchemy import Connection, func, select, text

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
