"""诚信: strikes for not coming or calling off too late, and how long they keep a party from asking again."""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import AppealState, PartyKind, StrikeState


@dataclass(frozen=True, slots=True)
class StrikePolicy:
    """`limit` strikes that count at one time suspend for `suspend_days`; a strike counts for `days`. Limit
    None: nobody is suspended.
    """

    limit: int | None = 2
    days: int = 90
    suspend_days: int = 30


@dataclass(frozen=True, slots=True)
class Strike:
    """Never deleted: it expires, or it is waived."""

    made_at: datetime
    expires_at: datetime
    waived: bool = False


def strike_made(policy: StrikePolicy, made_at: datetime) -> Strike:
    return Strike(made_at, made_at + timedelta(days=policy.days))


def has_expired(strike: Strike, moment: datetime) -> bool:
    return moment >= strike.expires_at


def counts_at(strike: Strike, moment: datetime) -> bool:
    return not strike.waived and strike.made_at <= moment and not has_expired(strike, moment)


def suspended_until(policy: StrikePolicy, strikes: Iterable[Strike], now: datetime) -> datetime | None:
    """When the suspension in force ends; None if there is none.

    It begins with the strike that fills the limit and runs its days, even if an older strike expires
    meanwhile; a waiver ends it.
    """
    if policy.limit is None:
        return None
    past = [strike for strike in strikes if not strike.waived and strike.made_at <= now]
    ends = [
        strike.made_at + timedelta(days=policy.suspend_days)
        for strike in past
        if sum(counts_at(other, strike.made_at) for other in past) >= policy.limit
    ]
    end = max(ends, default=now)
    return end if end > now else None


def judge_integrity(policy: StrikePolicy, strikes: Iterable[Strike], now: datetime) -> Refused | None:
    end = suspended_until(policy, strikes, now)
    if end is None:
        return None
    return Refused.because(Reason.SUSPENDED, until=end.date().isoformat())


def judge_appeal(strike: Strike, appeal: AppealState | None, now: datetime) -> Refused | None:
    """Once, and while it still counts."""
    if strike.waived:
        return Refused.because(Reason.ALREADY_DONE, of="strike", state=StrikeState.WAIVED.value)
    if appeal is not None:
        return Refused.because(Reason.ALREADY_DONE, of="appeal", state=appeal.value)
    if has_expired(strike, now):
        return Refused.because(Reason.TOO_LATE, until=strike.expires_at.isoformat(timespec="minutes"))
    return None


def party_key(kind: PartyKind, name: str, uscc: str | None, phone: str | None, salt: bytes) -> str | None:
    """Under which key a party's strikes are kept; tells nobody without the station's salt who it is.

    An organisation is its USCC, else its name with the contact's phone, and so is a person. None: nothing
    to tell it from others by (a name alone is not enough: there are many 张伟).
    """
    registered = _letters(uscc or "") if kind is not PartyKind.PERSON else ""
    if registered:
        return _keyed(salt, "uscc", registered)
    digits = _digits(phone or "")
    if not digits:
        return None
    what = "person" if kind is PartyKind.PERSON else "organisation"
    return _keyed(salt, what, _letters(name), digits)


def _letters(text: str) -> str:
    """Full and half width, case, spaces and punctuation make no difference."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def _digits(phone: str) -> str:
    """`+86 138-0000-1234` and `13800001234` are one number."""
    digits = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", phone))
    return re.sub(r"^(00)?86(?=1\d{10}$)", "", digits)


def _keyed(salt: bytes, *parts: str) -> str:
    return hmac.new(salt, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()
