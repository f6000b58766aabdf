"""People at the desk: a long table of masked names, one person opened, organisations and who belongs to them."""

from datetime import timedelta

from db import bookings as booking_rows
from db import people as people_rows
from db import people_desk as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import CLERK, STAFF
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.people_data import KeptOf, MyPage
from kiosk.commands.people_desk import OpenPerson, OrganisationOf, PersonOf
from kiosk.domain.cards import state_of
from kiosk.domain.memberships import Term, belongs
from kiosk.domain.names import mask_phone
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import is_minor
from kiosk.domain.states import PartyKind, Role, StrikeState, SuspendedFor
from kiosk.services.actors import reference_of
from kiosk.services.booking_strikes import strike_state
from kiosk.services.consents import consent_of, has_consented
from kiosk.services.desk_bookings import booking_row
from kiosk.services.people import find_resident, pin_tries
from kiosk.services.registry import (
    ANSWERERS,
    Asking,
    Completed,
    Drawer,
    Made,
    answers,
    completes,
    handles,
    pages,
)
from kiosk.services.suspensions import last_day_of, suspension_of, suspensions

LOOK_LASTS = timedelta(minutes=10)


@completes(OpenPerson)
def know_whom(work: Work, wish: OpenPerson, made: Made, drawer: Drawer) -> Completed | Refused:
    resident = find_resident(work, wish.resident)
    return resident if isinstance(resident, Refused) else Completed(OpenPerson(resident=resident.id))


@handles(OpenPerson)
def open_person(work: Work, wish: OpenPerson, made: Made) -> Outcome:
    """Nothing is changed: the command itself, with who sent it and when, is the record."""
    resident = find_resident(work, wish.resident)
    return resident if isinstance(resident, Refused) else Accepted({"resident": resident.id})


@pages("people", by=STAFF)
def list_people(work: Work, asked: DeskList, asking: Asking) -> r.DeskPage:
    which = asked.where.get("which", "")
    total, found = rows.people(
        work, asked.q.strip(), which, asked.sort, asked.down, asked.offset, asked.limit
    )
    cards = rows.good_cards(work, [row.id for row in found])
    return r.DeskPage(total=total, rows=tuple(_row(row, cards.get(row.id, ""), asking) for row in found))


@pages("organisations", by=CLERK)
def list_organisations(work: Work, asked: DeskList, asking: Asking) -> r.DeskPage:
    total, found = rows.organisations(
        work, asked.q.strip(), asked.sort, asked.down, asked.offset, asked.limit
    )
    stopped = suspensions(work, [row.id for row in found], asking.now)
    return r.DeskPage(
        total=total, rows=tuple(_organisation(row, asking, suspended=row.id in stopped) for row in found)
    )


@answers(PersonOf)
def person_of(work: Work, question: PersonOf, asking: Asking) -> r.Person | None:
    resident = find_resident(work, question.resident)
    if isinstance(resident, Refused) or not asking.sees_persons:
        return None
    details = work.row(t.resident_details, resident.id)
    name, phone, born = (
        (details.name, details.phone or "", details.birth_month or "") if details else ("", "", "")
    )
    consent = work.book.get(t.consents, consent_of(work, resident))
    opened = question.opened and _has_opened(work, resident.id, asking)
    return r.Person(
        row=person_row(work, resident, asking),
        opened=opened,
        name=name if opened and name else resident.masked_name,
        phone=phone if opened or not phone else mask_phone(phone),
        birth_month=born if opened else "",
        consent=consent.title if consent is not None else "",
        consent_en=consent.title_en if consent is not None else "",
        consented_at=resident.consented_at,
        consents=has_consented(work, resident),
        minor=is_minor(born, asking.now.date()) if born else False,
        guardian=person_row(work, guardian, asking)
        if (guardian := work.row(t.residents, resident.guardian))
        else None,
        children=tuple(person_row(work, child, asking) for child in rows.children_of(work, resident.id)),
        keeps_history=resident.keeps_history,
        cards=tuple(_card(row, pin_tries(work)) for row in people_rows.cards_of(work, resident.id)),
        page=ANSWERERS[MyPage](work, MyPage(resident=resident.id), asking),
        kept=tuple(ANSWERERS[KeptOf](work, KeptOf(resident=resident.id), asking)) if opened else (),
        alike=tuple(
            person_row(work, row, asking) for row in rows.alike(work, resident.id, name, phone, born)
        ),
        looks=_looks(work, resident.id) if asking.actor.role is Role.MANAGER else (),
    )


@answers(OrganisationOf)
def organisation_of(work: Work, question: OrganisationOf, asking: Asking) -> r.Organisation | None:
    row = work.row(t.organisations, question.organisation)
    if row is None or asking.actor.role not in CLERK:
        return None
    strikes = booking_rows.strikes_of(work, [row.party_key]) if row.party_key else []
    stopped = suspension_of(work, row.id, asking.now)
    return r.Organisation(
        row=_organisation(row, asking, suspended=stopped is not None),
        before=tuple((old.name, old.until) for old in rows.old_names(work, row.id)),
        members=tuple(_member(one, asking) for one in rows.members_of(work, row.id)),
        strikes=sum(strike_state(one, asking.now) is StrikeState.COUNTS for one in strikes),
        suspension=_suspended(work, stopped) if stopped is not None else None,
        ahead=tuple(
            booking_row(work, one, asking)
            for one in booking_rows.still_ahead_of(work, row.id, asking.now.date())
        ),
    )


def _has_opened(work: Work, resident: str, asking: Asking) -> bool:
    """Nothing is told in full that nobody could see on record; a look lasts its while."""
    return rows.has_opened(work, resident, reference_of(asking.actor), asking.now - LOOK_LASTS)


def person_row(work: Work, resident: AnyRow, asking: Asking) -> r.PersonRow:
    details = work.row(t.resident_details, resident.id)
    phone = details.phone or "" if details is not None else ""
    card = rows.good_cards(work, [resident.id]).get(resident.id, "")
    return r.PersonRow(
        id=resident.id, name=resident.masked_name, phone=mask_phone(phone) if phone else "", card=card,
        child=resident.child, pending=asking.is_pending("residents", resident.id),
    )  # fmt: skip


def _row(row: AnyRow, card: str, asking: Asking) -> r.PersonRow:
    return r.PersonRow(
        id=row.id, name=row.masked_name, phone=mask_phone(row.phone) if row.phone else "", card=card, child=row.child,
        pending=asking.is_pending("residents", row.id),
    )  # fmt: skip


def _card(row: AnyRow, tries: int) -> r.PersonCard:
    return r.PersonCard(
        number=row.number,
        kind=row.kind,
        state=state_of(row.state, blocked=row.blocked),
        locked=row.wrong_tries >= tries,
    )


def _looks(work: Work, resident: str) -> tuple[r.Look, ...]:
    found = (
        (row, work.book.get(t.operators, row.actor.partition(":")[2]))
        for row in rows.looks_at(work, resident)
    )
    return tuple(r.Look(at=row.made_at, by=operator.name if operator else "") for row, operator in found)


def _suspended(work: Work, row: AnyRow) -> r.Suspended:
    said = rows.actor_of(work, row.id)
    operator = work.book.get(t.operators, (said or "").partition(":")[2])
    return r.Suspended(
        why=SuspendedFor(row.note),
        since=row.made_at,
        until=last_day_of(row),
        by=operator.name if operator else "",
    )


def _organisation(row: AnyRow, asking: Asking, *, suspended: bool) -> r.OrganisationRow:
    return r.OrganisationRow(
        id=row.id, name=row.name, name_en=row.name_en, kind=PartyKind(row.kind), uscc=row.uscc or "",
        verified=row.verified, suspended=suspended, pending=asking.is_pending("organisations", row.id),
    )  # fmt: skip


def _member(row: AnyRow, asking: Asking) -> r.Member:
    return r.Member(
        id=row.id, person=row.masked_name or "", role=row.role, tags=tuple(row.tags or ()), from_day=row.from_day,
        until_day=row.until_day, active=belongs(Term(row.from_day, row.until_day), asking.now.date()),
    )  # fmt: skip
