"""Who a room is for: the party as it is shown, as its strikes count, and what only the desk may see of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.booking_series import RequestSeries
from kiosk.commands.bookings import Party, RequestBooking
from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.integrity import Strike, judge_integrity, party_key
from kiosk.domain.names import check_name, check_phone, mask_name
from kiosk.domain.outcomes import Refused
from kiosk.domain.people import check_uscc
from kiosk.domain.reasons import Reason
from kiosk.domain.states import PartyKind, StrikeState
from kiosk.domain.texts import clean_line, is_shown
from kiosk.services.house import salt_of

LONGEST_PARTY = 60
Wish = RequestBooking | RequestSeries


@dataclass(frozen=True, slots=True)
class KnownParty:
    """`shown` may be read by anyone: a person's name is masked.

    `keys`: its strikes are kept under the first; those under any of them count.
    """

    kind: PartyKind
    shown: str
    name: str
    keys: tuple[str, ...]
    organisation: str | None
    contact_name: str | None
    contact_phone: str | None
    verified: bool = False


def know_party(work: Work, wish: Wish) -> KnownParty | Refused:
    """Checks everything that was said about who asks."""
    contact = _contact_name(wish)
    phone = _phone(wish)
    if isinstance(contact, Refused):
        return contact
    if isinstance(phone, Refused):
        return phone
    if wish.party.kind is PartyKind.PERSON:
        return _person(work, wish, contact, phone)
    return _organisation(work, wish, contact, phone)


def judge_strikes(work: Work, policy: BookingPolicy, party: KnownParty, now: datetime) -> Refused | None:
    return judge_integrity(policy.strikes, map(strike_of, rows.strikes_of(work, party.keys)), now)


def judge_open_requests(
    work: Work, policy: BookingPolicy, subject: str, now: datetime, more: int = 1
) -> Refused | None:
    """Whether so many more may be open at one time."""
    limit = policy.max_open_requests
    if limit is None or rows.count_open_requests(work, subject, now) + more <= limit:
        return None
    return Refused.because(Reason.LIMIT_REACHED, what="requests", limit=limit)


def strike_of(row: AnyRow) -> Strike:
    return Strike(row.made_at, row.expires_at, row.state == StrikeState.WAIVED)


def _contact_name(wish: Wish) -> str | Refused | None:
    """It may be left to the desk."""
    return check_name(wish.contact_name) if wish.contact_name else None


def _phone(wish: Wish) -> str | Refused | None:
    """Whoever has a card can be reached without typing one."""
    if wish.contact_phone:
        return check_phone(wish.contact_phone)
    return None if wish.resident else Refused.because(Reason.BAD_PHONE)


def _person(work: Work, wish: Wish, contact: str | None, phone: str | None) -> KnownParty | Refused:
    name = check_name(wish.party.name) if wish.party.name else contact or ""
    if isinstance(name, Refused):
        return name
    shown = mask_name(name) if name else _resident_name(work, wish.resident)
    typed = party_key(PartyKind.PERSON, name, None, phone, salt_of(work.book))
    card = f"resident:{wish.resident}" if wish.resident else None
    keys = tuple(key for key in (card, typed) if key)
    return KnownParty(PartyKind.PERSON, shown, name, keys, None, contact or name or None, phone)


def _organisation(work: Work, wish: Wish, contact: str | None, phone: str | None) -> KnownParty | Refused:
    uscc = check_uscc(wish.party.uscc) if wish.party.uscc else None
    if isinstance(uscc, Refused):
        return uscc
    known = _known(work, wish.party, uscc)
    name = known.name if known is not None else check_party_name(wish.party.name)
    if isinstance(name, Refused):
        return name
    uscc = uscc or (known.uscc if known is not None else None)
    names = dict.fromkeys([name, *(rows.former_names(work, known.id) if known is not None else ())])
    keys = _keys(work, wish, uscc, names, phone)
    organisation, verified = (known.id, bool(known.verified)) if known is not None else (None, False)
    return KnownParty(wish.party.kind, name, name, keys, organisation, contact, phone, verified)


def _keys(
    work: Work, wish: Wish, uscc: str | None, names: Iterable[str], phone: str | None
) -> tuple[str, ...]:
    """Its credit code's, then those of its names with this phone: what was noted before the code was known counts on."""
    kind, salt = wish.party.kind, salt_of(work.book)
    found = [party_key(kind, "", uscc, None, salt)] if uscc else []
    found += [party_key(kind, name, None, phone, salt) for name in names] if phone else []
    keys = tuple(dict.fromkeys(key for key in found if key))
    return keys or (f"resident:{wish.resident}",)


def _known(work: Work, party: Party, uscc: str | None) -> AnyRow | None:
    """The credit code decides; a name alone is only as good as that no other code was given with it."""
    found = rows.organisations_named(work, party.name, uscc)
    by_code = next((row for row in found if uscc and row.uscc == uscc), None)
    by_name = [row for row in found if not uscc or not row.uscc]
    called = [*(row for row in by_name if row.name == party.name), *by_name]  # a former name comes after
    return by_code if by_code is not None else next(iter(called), None)


def check_party_name(text: str) -> str | Refused:
    """An organisation's name is longer than a person's and may hold signs and digits."""
    name = clean_line(text)
    if 2 <= len(name) <= LONGEST_PARTY and all(map(is_shown, name)) and any(map(str.isalnum, name)):
        return name
    return Refused.because(Reason.BAD_NAME, least=2, most=LONGEST_PARTY)


def _resident_name(work: Work, resident: str | None) -> str:
    row = work.row(t.residents, resident)
    return row.masked_name if row is not None else ""
