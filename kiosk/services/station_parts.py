"""What changing a part of the station has in common: one of its rows, its texts, codes that nobody else has."""

from collections.abc import Iterable
from typing import Any

from db.work import AnyRow, Work
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.station_names import BOUNDS, judge_bounds, read_code, read_text

SAME = Refused.because(Reason.ALREADY_DONE)
Values = dict[str, Any]


def new_code(work: Work, table: Any, text: str) -> str | Refused:
    """One that no other row of the table has."""
    code = read_code(text)
    if isinstance(code, str) and work.book.find(table, code) is not None:
        return Refused.because(Reason.CODE_TAKEN)
    return code


def next_place(work: Work, table: Any) -> int:
    """The `sort` of a new row: after all others."""
    return 1 + max((row.sort or 0 for row in work.book.all(table)), default=0)


def read_fields(wish: Any, texts: Iterable[str], numbers: Iterable[str] = ()) -> Values | Refused:
    """Those that the wish says, as they are kept; or what is wrong with the first bad one."""
    kept: Values = {}
    for field in texts:
        if (said := getattr(wish, field)) is not None:
            text = read_text(field, said)
            if isinstance(text, Refused):
                return text
            kept[field] = text
    for field in numbers:
        if (number := getattr(wish, field)) is not None:
            if field in BOUNDS and (refused := judge_bounds(field, number)):
                return refused
            kept[field] = number
    return kept


def change_part(work: Work, table: Any, row: AnyRow, name: str, values: Values) -> Outcome:
    """Nothing to change is said so. The result names what was changed and how it was before."""
    before = {field: getattr(row, field) for field in values}
    changed = {field: value for field, value in values.items() if value != before[field]}
    if not changed:
        return SAME
    work.change(table, row.id, **changed)
    return Accepted({name: row.id, "code": row.code, "before": {field: before[field] for field in changed}})
