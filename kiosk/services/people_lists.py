"""Memberships, consents, wishes for one's data, as scripts read them."""

from typing import Any

from db import people as rows
from db.work import AnyRow, Work
from kiosk.domain.memberships import Term, belongs
from kiosk.domain.names import mask_phone
from kiosk.services.consents import has_consented
from kiosk.services.people_data import CORRECTION, ERASURE
from kiosk.services.registry import Asking, lists

Listed = list[dict[str, Any]]


@lists("memberships")
def list_memberships(work: Work, where: dict[str, str], asking: Asking) -> Listed:
    """Who belongs to what is for staff, and for themselves."""
    return [_membership(row, asking) for row in work.all(rows.MEMBERSHIPS)]


def _membership(row: AnyRow, asking: Asking) -> dict[str, Any]:
    return {
        "id": row.id, "resident": row.resident if _sees(asking, row.resident) else None, "name": row.masked_name,
        "organisation": row.organisation, "organisation_name": row.organisation_name, "role": row.role,
        "from": row.from_day, "until": row.until_day, "tags": row.tags or [],
        "active": belongs(Term(row.from_day, row.until_day), asking.now.date()),
        "pending": asking.is_pending("memberships", row.id),
    }  # fmt: skip


@lists("consents")
def list_consents(work: Work, where: dict[str, str], asking: Asking) -> Listed:
    """Who agreed to which text and when, at the registration and since; their own for others than staff."""
    events = work.all(rows.CONSENT_EVENTS)
    first = [row for row in work.all(rows.RESIDENTS) if row.consent and _sees(asking, row.id)]
    said = [row for row in events if _sees(asking, row.resident)]
    return [_registered(work, row) for row in first] + [_said(row) for row in said]


def _registered(work: Work, row: AnyRow) -> dict[str, Any]:
    return {
        "id": row.id, "resident": row.id, "consent": row.consent, "given": True, "at": row.consented_at,
        "by": row.consented_by, "stands": has_consented(work, row),
    }  # fmt: skip


def _said(row: AnyRow) -> dict[str, Any]:
    return {
        "id": row.id, "resident": row.resident, "consent": row.consent, "given": row.given, "at": row.at, "by": row.by,
        "stands": None,
    }  # fmt: skip


@lists("erasure_requests")
def list_erasure_requests(work: Work, where: dict[str, str], asking: Asking) -> Listed:
    """erase_resident answers them; `books_out` keep it from being done yet."""
    return [
        _wish(work, row, asking) for row in work.all(rows.WISHES, kind=ERASURE) if _sees(asking, row.resident)
    ]


@lists("correction_requests")
def list_correction_requests(work: Work, where: dict[str, str], asking: Asking) -> Listed:
    """correct_details answers them; `what` is name, phone, birth_month or other."""
    return [
        _wish(work, row, asking)
        for row in work.all(rows.WISHES, kind=CORRECTION)
        if _sees(asking, row.resident)
    ]


def _wish(work: Work, row: AnyRow, asking: Asking) -> dict[str, Any]:
    sees = asking.sees_persons
    return {
        "id": row.id, "resident": row.resident, "name": (sees and row.name) or row.masked_name,
        "phone": row.phone if sees or not row.phone else mask_phone(row.phone), "what": row.what,
        "made_at": row.made_at, "status": row.state, "closed_at": row.closed_at,
        "books_out": rows.open_loan_count(work, row.resident),
        "pending": asking.is_pending("data_wishes", row.id),
    }  # fmt: skip


def _sees(asking: Asking, resident: str | None) -> bool:
    return asking.sees_persons or (resident is not None and asking.actor.resident == resident)
