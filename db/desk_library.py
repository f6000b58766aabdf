"""Queries of the librarian's desk: long tables of titles, copies, loans and holds, and shelves to be counted."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    bindparam,
    column,
    exists,
    func,
    or_,
    select,
    table,
    text,
    union,
)

from db import tables as t
from db.paging import Orders, containing, page, starting
from db.search import LAST
from db.work import AnyRow, Work
from kiosk.domain.states import CopyState, HoldState, LoanState

_T, _K, _L, _H, _R, _O = t.titles.c, t.copies.c, t.loans.c, t.holds.c, t.residents.c, t.outcomes.c
_index = table("title_index", column("id"), column("pinyin"))
_CARE = (
    "report_lost",
    "found_copy",
    "mark_damaged",
    "repair_copy",
    "withdraw_copy",
    "move_copy",
    "set_copy_kind",
)
Found = tuple[int, list[AnyRow]]

_COPIES = (
    select(t.copies, _T.title.label("title_name"))
    .outerjoin(t.titles, _T.id == _K.title)
    .where(_K.deleted.is_(False))
)
_LOANS = (
    select(t.loans, _K.number, _T.title.label("title_name"), _R.masked_name)
    .outerjoin(t.copies, _K.id == _L.copy)
    .outerjoin(t.titles, _T.id == _L.title)
    .outerjoin(t.residents, _R.id == _L.resident)
    .where(_L.deleted.is_(False))
)
_OPEN = and_(text("loans.returned_at IS NULL"), _L.state == LoanState.OPEN.value)
_HOLDS = (
    select(t.holds, _K.number, _T.title.label("title_name"), _R.masked_name)
    .outerjoin(t.copies, _K.id == _H.copy)
    .outerjoin(t.titles, _T.id == _H.title)
    .outerjoin(t.residents, _R.id == _H.resident)
    .where(_H.deleted.is_(False))
)
_OPEN_LOAN = _LOANS.where(_L.copy == bindparam("copy"), _L.state == LoanState.OPEN.value)
_READY_HOLD = _HOLDS.where(
    _H.title == bindparam("title"), _H.copy == bindparam("copy"), _H.state == HoldState.READY.value
)
_LOANS_OF_COPY = _LOANS.where(_L.copy == bindparam("copy")).order_by(_L.lent_at.desc()).limit(50)
_CARE_OF: Select[Any] = (
    select(_O.kind, _O.made_at, t.operators.c.name)
    .outerjoin(t.operators, _O.actor == "operator:" + t.operators.c.id)
    .where(
        _O.kind.in_(_CARE), _O.status == "accepted", func.json_extract(_O.told, "$.copy") == bindparam("copy")
    )
    .order_by(_O.made_at.desc())
    .limit(50)
)
_PLACES: Select[Any] = (
    select(_K.location, _K.shelf, func.count().label("copies"))
    .where(_K.deleted.is_(False), _K.state != CopyState.WITHDRAWN.value)
    .group_by(_K.location, _K.shelf)
    .order_by(_K.location, _K.shelf)
)
_STOCK: Select[Any] = (
    select(_K.id, _K.number, _K.state, _K.shelf, _T.title.label("title_name"))
    .outerjoin(t.titles, _T.id == _K.title)
    .where(_K.deleted.is_(False), _K.state != CopyState.WITHDRAWN.value)
    .where(func.coalesce(_K.location, "") == bindparam("location"))
    .order_by(_K.number)
)
_STOCK_ON_SHELF = _STOCK.where(_K.shelf == bindparam("shelf"))
_STOCKTAKES: Select[Any] = (
    select(_O.id, _O.made_at, _O.result, t.operators.c.name)
    .outerjoin(t.operators, _O.actor == "operator:" + t.operators.c.id)
    .where(_O.kind == "finish_stocktake", _O.status == "accepted")
    .order_by(_O.made_at.desc())
    .limit(50)
)


def titles_page(
    work: Work, where: Mapping[str, str], sort: str, down: bool, offset: int, limit: int,
    among: Collection[str] | None = None,
) -> tuple[int, list[str]]:  # fmt: skip
    """Ids. `among`: only these. `where`: location, main_class, large_print, children, only_in."""
    orders: Orders = {
        "title": (_index.c.pinyin,), "author": (_T.author,), "class": (_T.class_number,), "year": (_T.year,),
    }  # fmt: skip
    by_title = sort not in orders or sort == "title"
    if by_title and not where and among is None:
        source = select(_index.c.id)  # it holds no others: nothing need be looked up elsewhere
    else:
        source = select(_T.id).where(_T.deleted.is_(False), *_title_filters(where))
        source = source.join(_index, _index.c.id == _T.id) if by_title else source
        source = source.where(_T.id.in_(list(among))) if among is not None else source
    total, rows = page(work, source, orders, sort, down, offset, limit)
    return total, [row.id for row in rows]


def _title_filters(where: Mapping[str, str]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if letter := where.get("main_class"):
        found.append(starting(_T.class_number, letter))
    if where.get("large_print"):
        found.append(_T.large_print.is_(True))
    if where.get("children"):
        found.append(_T.audience == "children")
    here = [_K.location == where["location"]] if where.get("location") else []
    if where.get("only_in"):
        here.append(_K.state == CopyState.ON_SHELF.value)
    if here:
        found.append(exists().where(_K.title == _T.id, _K.deleted.is_(False), *here))
    return found


def copies_page(
    work: Work, where: Mapping[str, str], q: str, titles: Collection[str], down: bool, offset: int, limit: int
) -> Found:
    """By number; `q` begins a number, or its title is one of `titles`. `where`: state, location, title."""
    wanted = (_K[name] == where[name] for name in ("state", "location", "title") if where.get(name))
    source = select(_K.id).where(_K.deleted.is_(False), *wanted)
    if q:
        source = source.where(or_(_begins(q), _K.title.in_(list(titles))))
    return _named(work, _COPIES, _K.id, page(work, source, {"number": (_K.number,)}, "", down, offset, limit))


def loans_page(
    work: Work, where: Mapping[str, str], q: str, titles: Collection[str], today: Any, down: bool, offset: int, limit: int
) -> Found:  # fmt: skip
    """Open ones by the day they are due. `where`: overdue."""
    source = select(_L.id).where(_OPEN, _L.deleted.is_(False))
    if where.get("overdue"):
        source = source.where(_L.due < today)
    if q:
        source = source.where(_L.id.in_(_loans_like(q, titles)))
    return _named(work, _LOANS, _L.id, page(work, source, {"due": (_L.due,)}, "", down, offset, limit))


def holds_page(
    work: Work, where: Mapping[str, str], q: str, titles: Collection[str], down: bool, offset: int, limit: int
) -> Found:
    """Live ones. `where`: state."""
    states = [where["state"]] if where.get("state") else [HoldState.READY.value, HoldState.WAITING.value]
    source = select(_H.id).where(_H.state.in_(states), _H.deleted.is_(False))
    if q:
        source = source.where(
            or_(_H.copy.in_(_numbered(q, ())), _H.title.in_(list(titles)), _H.resident.in_(_called(q)))
        )
    first = _H.ready_until if states == [HoldState.READY.value] else _H.made_at
    return _named(work, _HOLDS, _H.id, page(work, source, {"at": (first,)}, "", down, offset, limit))


def _named(work: Work, source: Select[Any], key: ColumnElement[Any], part: Found) -> Found:
    """The rows of a page with the names that belong to them: looked up for these alone."""
    total, ids = part[0], [row.id for row in part[1]]
    found = {row.id: row for row in work.connection.execute(source.where(key.in_(ids)))} if ids else {}
    return total, [found[one] for one in ids]


def _begins(q: str) -> ColumnElement[bool]:
    return and_(_K.number >= q.upper(), _K.number < q.upper() + LAST)


def _numbered(q: str, titles: Collection[str]) -> Select[Any]:
    """Copies with such a number, or of these titles."""
    return select(_K.id).where(or_(_begins(q), _K.title.in_(list(titles))))


def _loans_like(q: str, titles: Collection[str]) -> CompoundSelect[Any]:
    """Two narrow queries: of one with OR every open loan would be looked at."""
    here = t.loans.alias("here").c
    of_state = select(here.id).where(here.state == LoanState.OPEN.value)
    by_copy, by_reader = here.copy.in_(_numbered(q, titles)), here.resident.in_(_called(q))
    return union(of_state.where(by_copy), of_state.where(by_reader))


def _called(q: str) -> Select[Any]:
    return select(_R.id).where(containing(_R.masked_name, q))


def open_loan(work: Work, copy: str) -> AnyRow | None:
    """With its reader's masked name."""
    return work.one(_OPEN_LOAN, copy=copy)


def ready_hold(work: Work, title: str, copy: str) -> AnyRow | None:
    """What this copy is kept for."""
    return work.one(_READY_HOLD, title=title, copy=copy)


def loans_of_copy(work: Work, copy: str) -> list[AnyRow]:
    """The latest first."""
    return work.all(_LOANS_OF_COPY, copy=copy)


def care_of_copy(work: Work, copy: str) -> list[AnyRow]:
    """What staff found out about it, as long as the hub's answers are kept."""
    return work.all(_CARE_OF, copy=copy)


def places(work: Work) -> list[AnyRow]:
    return work.all(_PLACES)


def stock_of(work: Work, location: str, shelf: str) -> list[AnyRow]:
    if shelf:
        return work.all(_STOCK_ON_SHELF, location=location, shelf=shelf)
    return work.all(_STOCK, location=location)


def stocktakes(work: Work) -> list[AnyRow]:
    return work.all(_STOCKTAKES)
