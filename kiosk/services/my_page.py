"""我的: what one resident has at the station, for themselves and for staff."""

from datetime import timedelta
from typing import Any

from db import library as library_rows
from db import my_page as rows
from db import people as people_rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import to_json
from kiosk.commands.integrity import StrikesOf
from kiosk.commands.library import LoansOf
from kiosk.commands.people_data import MyPage
from kiosk.commands.tickets import TicketOf
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import HoldState, WishState
from kiosk.services.booking_views import booking_record
from kiosk.services.people import find_resident
from kiosk.services.people_views import holder_of
from kiosk.services.readers import has_expired
from kiosk.services.registry import ANSWERERS, Asking, answers, lists

TICKETS_SHOWN = timedelta(days=30)
BOOKINGS_SHOWN = timedelta(days=90)


def person_asked(work: Work, reference: str, asking: Asking) -> AnyRow | None:
    """Whose data it is: their own, or anybody's for staff; else nobody's."""
    resident = find_resident(work, reference)
    if isinstance(resident, Refused) or not (asking.sees_persons or asking.actor.resident == resident.id):
        return None
    return resident


@answers(MyPage)
def my_page(work: Work, question: MyPage, asking: Asking) -> r.MyPage | None:
    resident = person_asked(work, question.resident, asking)
    holder = holder_of(work, resident.id) if resident is not None else None
    if resident is None or holder is None:
        return None
    return r.MyPage(
        holder=holder,
        tickets=_tickets(work, resident.id, asking),
        bookings=tuple(_bookings(work, resident.id, asking)),
        loans=tuple(ANSWERERS[LoansOf](work, LoansOf(resident=resident.id), asking)),
        holds=_holds(work, resident.id, asking),
        strikes=tuple(ANSWERERS[StrikesOf](work, StrikesOf(resident=resident.id), asking)),
        memberships=tuple(map(_membership, people_rows.memberships_of(work, resident.id))),
        wishes=_wishes(work, resident.id, asking),
    )


def _tickets(work: Work, resident: str, asking: Asking) -> tuple[r.Ticket, ...]:
    found = rows.tickets_of(work, resident, asking.now - TICKETS_SHOWN)
    shown = (ANSWERERS[TicketOf](work, TicketOf(ticket=row.id), asking) for row in found)
    return tuple(ticket for ticket in shown if ticket is not None)


def _bookings(work: Work, resident: str, asking: Asking) -> list[r.Booking]:
    found = rows.bookings_of(work, resident, (asking.now - BOOKINGS_SHOWN).date())
    return [booking_record(work, row, asking) for row in found]


def _holds(work: Work, resident: str, asking: Asking) -> tuple[r.MyHold, ...]:
    found = library_rows.live_holds_of(work.connection, resident)
    return tuple(_hold(work, row, asking) for row in found if not has_expired(row, asking.now.date()))


def _hold(work: Work, row: AnyRow, asking: Asking) -> r.MyHold:
    title = work.row(t.titles, row.title)
    return r.MyHold(
        id=row.id, title=title.title if title is not None else "", status=HoldState(row.state),
        ready_until=row.ready_until, pending=asking.is_pending("holds", row.id),
    )  # fmt: skip


def _membership(row: AnyRow) -> r.MyMembership:
    return r.MyMembership(
        id=row.id, organisation=row.organisation_name or "", role=row.role, from_day=row.from_day,
        until_day=row.until_day, tags=tuple(row.tags or ()),
    )  # fmt: skip


def _wishes(work: Work, resident: str, asking: Asking) -> tuple[r.MyWish, ...]:
    return tuple(
        r.MyWish(
            id=row.id, kind=row.kind, what=row.what, made_at=row.made_at, status=WishState(row.state),
            pending=asking.is_pending("data_wishes", row.id),
        )
        for row in people_rows.wishes_of(work, resident)
    )  # fmt: skip


@lists("my")
def list_my(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """All of it, each with its `section`; for staff with --where resident=CARD."""
    page = my_page(work, MyPage(resident=where.get("resident") or asking.actor.resident or ""), asking)
    if page is None:
        return []
    own = {"resident": where["resident"]} if "resident" in where else {}
    kinds = ("tickets", "bookings", "loans", "holds", "strikes", "memberships", "wishes")
    return [{"section": kind} | to_json(one) | own for kind in kinds for one in getattr(page, kind)]
