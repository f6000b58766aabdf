"""What must hold in a store, whatever has happened: each promise as a search for what breaks it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Table, and_, func, select

from db import tables as t
from db.bookings import STRIKE
from db.contents import size_by_hash
from kiosk.domain.bookings import HOLDS_ROOM
from kiosk.domain.occupation import Occupied, Parents, Series, overlaps, related_rooms
from kiosk.domain.states import BookingState, CopyState, HoldState, LoanState, Why


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that should not be: `code` names its sentence, `where` and `detail` fill it."""

    code: str
    where: str
    detail: dict[str, Any] = field(default_factory=dict)


Findings = Iterator[Finding]


# The protocol


def sequences(connection: Connection) -> Findings:
    """Per incarnation: as many outcomes as its last seq, numbered without a gap."""
    o = t.outcomes.c
    counts = select(o.incarnation, func.count(), func.min(o.seq), func.max(o.seq)).group_by(o.incarnation)
    found = {row[0]: tuple(row[1:]) for row in connection.execute(counts)}
    for one in connection.execute(select(t.incarnations)):
        count, first, last = found.pop(one.id, (0, 1, 0))
        if not count == last == one.last_seq or first != 1:
            yield Finding("seq_count", one.terminal, {"count": count, "last": last, "said": one.last_seq})
    for unknown in found:
        yield Finding("unknown_incarnation", unknown)


def revisions(connection: Connection) -> Findings:
    """Every revision from 1 to the counter has exactly one outcome."""
    counter = connection.execute(select(t.store.c.revision)).scalar_one()
    seen: set[int] = set()
    for revision in connection.execute(select(t.outcomes.c.revision)).scalars():
        if revision in seen:
            yield Finding("revision_twice", str(revision))
        seen.add(revision)
    for missing in sorted(set(range(1, counter + 1)) - seen):
        yield Finding("revision_missing", str(missing))
    for beyond in sorted(revision for revision in seen if not 1 <= revision <= counter):
        yield Finding("revision_beyond", str(beyond), {"counter": counter})


def row_owners(connection: Connection) -> Findings:
    """Every row carries the revision of the last outcome that names it, and every named row is there, or was purged."""
    last = _last_named(connection)
    purged_to = connection.execute(select(t.store.c.purged_to)).scalar_one()
    for name, table in t.REPLICATED.items():
        for row in connection.execute(select(table.c.id, table.c.revision)):
            owner = last.pop((name, row.id), None)
            if owner != row.revision:
                yield Finding(
                    "row_unowned", f"{name} {row.id}", {"revision": row.revision, "owner": owner or "-"}
                )
    for (name, key), revision in last.items():
        if revision > purged_to:
            yield Finding("row_missing", f"{name} {key}")


def _last_named(connection: Connection) -> dict[tuple[str, str], int]:
    statement = select(t.outcomes.c.revision, t.outcomes.c.rows).order_by(t.outcomes.c.revision)
    return {(name, key): row.revision for row in connection.execute(statement) for name, key in row.rows}


def twice_given(connection: Connection) -> Findings:
    """Queue numbers of a day, card numbers, codes: given once, also where someone dropped the index."""
    for name, *columns in t.UNIQUE_IN_STORE:
        yield from _twice(connection, t.domain.tables[name], columns)


def _twice(connection: Connection, table: Table, names: list[str]) -> Findings:
    columns = [table.c[name] for name in names]
    statement = select(*columns).where(and_(*(column.is_not(None) for column in columns)))
    for row in connection.execute(statement.group_by(*columns).having(func.count() > 1)):
        value = " ".join(str(part) for part in row)
        yield Finding("number_twice" if table is t.tickets else "given_twice", f"{table.name} {value}")


# Rooms


def overlapping(connection: Connection, parents: Parents, series: Iterable[Series]) -> Findings:
    """No two live occupations of a room, of its whole or of its parts, and none during a class."""
    by_day: dict[date, list[Occupied]] = defaultdict(list)
    for row in connection.execute(_live()):
        by_day[row.day].append(Occupied(row.room, row.day, row.start, row.end, Why(row.why), id=row.id))
    classes = tuple(series)
    for day, occupied in by_day.items():
        fixed = [one for each in classes if (one := each.on(day))]
        yield from _collisions(occupied, fixed, parents)


def _live() -> Any:
    return select(t.occupations).where(t.occupations.c.live.is_(True), t.occupations.c.deleted.is_(False))


def _collisions(occupied: list[Occupied], classes: list[Occupied], parents: Parents) -> Findings:
    by_room: dict[str, list[Occupied]] = defaultdict(list)
    for one in occupied:
        by_room[one.room].append(one)
    related = {room: related_rooms(room, parents) for room in by_room}
    for room, own in by_room.items():
        near = [one for other in related[room] if other > room for one in by_room.get(other, ())]
        for first, second in [*combinations(own, 2), *((a, b) for a in own for b in near)]:
            if overlaps((first.start, first.end), (second.start, second.end)):
                yield _collision("overlap", first, second)
        for first, second in ((a, b) for a in own for b in classes if b.room in related[room]):
            if overlaps((first.start, first.end), (second.start, second.end)):
                yield _collision("class_overlap", first, second)


def _collision(code: str, first: Occupied, second: Occupied) -> Finding:
    return Finding(code, f"occupations {first.id}", {"day": first.day.isoformat(), "other": second.id})


def bookings_and_rooms(connection: Connection) -> Findings:
    """A booking that holds its rooms has a live occupation of each; one that does not has none."""
    held: dict[str | None, list[Any]] = defaultdict(list)
    for row in connection.execute(_live()):
        if row.why == Why.BOOKING:
            held[row.booking].append(row)
    for row in connection.execute(select(t.bookings).where(t.bookings.c.deleted.is_(False))):
        own = held.pop(row.id, [])
        if row.state in HOLDS_ROOM and sorted(map(_span, own)) != _spans(row):
            yield Finding("booking_unheld", f"bookings {row.id}", {"number": row.number, "state": row.state})
        if own and row.state not in HOLDS_ROOM | {BookingState.COMPLETED}:
            yield Finding(
                "booking_still_holds", f"bookings {row.id}", {"number": row.number, "state": row.state}
            )
    for stray in (row for rows in held.values() for row in rows):
        yield Finding("occupation_stray", f"occupations {stray.id}", {"day": stray.day.isoformat()})


def _span(row: Any) -> tuple[Any, ...]:
    return row.room, row.day, row.start, row.end


def _spans(booking: Any) -> list[tuple[Any, ...]]:
    rooms = (booking.room, *(booking.also or ()))
    return sorted((room, booking.day, booking.start, booking.end) for room in rooms)


def over_capacity(connection: Connection) -> Findings:
    b, r = t.bookings.c, t.rooms.c
    statement = select(b.id, b.number, b.people, b.also, r.seats).join(t.rooms, r.id == b.room)
    statement = statement.where(b.deleted.is_(False), b.state.in_(sorted(HOLDS_ROOM)), b.people > r.seats)
    seats = {row.id: row.seats for row in connection.execute(select(r.id, r.seats))}
    for row in connection.execute(statement):
        further = [seats.get(room) for room in row.also or ()]
        there = row.seats + sum(count or row.people for count in further)
        if row.people > there:
            detail = {"number": row.number, "people": row.people, "seats": there}
            yield Finding("over_capacity", f"bookings {row.id}", detail)


def strikes_once(connection: Connection) -> Findings:
    """No booking has two."""
    of = t.ledger.c
    statement = select(of.cause, func.count()).where(of.kind == STRIKE, of.cause.is_not(None))
    for cause, count in connection.execute(statement.group_by(of.cause).having(func.count() > 1)):
        yield Finding("strike_twice", f"bookings {cause}", {"count": count})


# Attachments


def attachments_kept(connection: Connection) -> Findings:
    """Whatever an attachment names is here, all of it."""
    sizes, a = size_by_hash(connection), t.attachments.c
    for row in connection.execute(select(a.id, a.hash, a.size).where(a.deleted.is_(False))):
        if sizes.get(row.hash, 0) != row.size:
            yield Finding(
                "attachment_missing",
                f"attachments {row.id}",
                {"size": row.size, "here": sizes.get(row.hash, 0)},
            )


# The library


def loans_and_copies(connection: Connection) -> Findings:
    """A copy has at most one open loan, and says so itself."""
    open_loans = select(t.loans.c.copy, func.count()).group_by(t.loans.c.copy)
    open_loans = open_loans.where(t.loans.c.state == LoanState.OPEN.value, t.loans.c.deleted.is_(False))
    loans = {row[0]: row[1] for row in connection.execute(open_loans)}
    statement = select(t.copies.c.id, t.copies.c.number, t.copies.c.state).where(
        t.copies.c.deleted.is_(False)
    )
    for row in connection.execute(statement):
        count = loans.pop(row.id, 0)
        if count > 1:
            yield Finding("loan_twice", f"copies {row.id}", {"number": row.number, "count": count})
        if bool(count) != (row.state == CopyState.ON_LOAN):
            yield Finding("copy_state", f"copies {row.id}", {"number": row.number, "state": row.state})
    for unknown in loans:
        yield Finding("loan_of_nothing", f"copies {unknown}")


def holds_and_copies(connection: Connection) -> Findings:
    """A copy on the hold shelf is there for one reader, who may fetch it; nothing else is kept for anybody."""
    ready = select(t.holds.c.copy, func.count()).group_by(t.holds.c.copy)
    ready = ready.where(t.holds.c.state == HoldState.READY.value, t.holds.c.deleted.is_(False))
    kept = {row[0]: row[1] for row in connection.execute(ready)}
    c = t.copies.c
    statement = select(c.id, c.number, c.state).where(c.deleted.is_(False))
    on_hold = statement.where(c.state == CopyState.ON_HOLD.value)
    for row in connection.execute(on_hold):
        count = kept.pop(row.id, 0)
        if count != 1:
            yield Finding("copy_kept", f"copies {row.id}", {"number": row.number, "count": count})
    for copy in kept:
        yield Finding("hold_of_nothing", f"copies {copy}")
