"""Strikes: two that count suspend, a waiver heals, and a party is the same party however it is typed."""

import re
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.integrity import (
    Strike,
    StrikePolicy,
    counts_at,
    has_expired,
    judge_appeal,
    judge_integrity,
    party_key,
    strike_made,
    suspended_until,
)
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import AppealState, PartyKind

POLICY = StrikePolicy()
DAY = timedelta(days=1)
NOW = datetime(2026, 11, 23, 9, 41)
SALT = b"a station's own"


def a_strike(days_ago: float, waived: bool = False) -> Strike:
    made = NOW - days_ago * DAY
    return Strike(made, made + 90 * DAY, waived)


def test_a_strike_has_expired_from_the_moment_on_that_it_counts_no_longer() -> None:
    strike = a_strike(90)
    assert has_expired(strike, NOW) and not counts_at(strike, NOW)
    assert not has_expired(strike, NOW - timedelta(seconds=1)) and counts_at(
        strike, NOW - timedelta(seconds=1)
    )


@pytest.mark.parametrize(
    ("strike", "appeal", "reason"),
    [
        (a_strike(0), None, None),
        (a_strike(89), None, None),
        (a_strike(90), None, Reason.TOO_LATE),
        (a_strike(1, waived=True), None, Reason.ALREADY_DONE),
        (a_strike(1), AppealState.OPEN, Reason.ALREADY_DONE),
        (a_strike(1), AppealState.DISMISSED, Reason.ALREADY_DONE),
        (a_strike(1, waived=True), AppealState.GRANTED, Reason.ALREADY_DONE),
    ],
)
def test_a_strike_is_appealed_once_while_it_counts(
    strike: Strike, appeal: AppealState | None, reason: Reason | None
) -> None:
    refused = judge_appeal(strike, appeal, NOW)
    assert (refused.reason if refused else None) is reason


def test_one_strike_does_not_suspend() -> None:
    assert suspended_until(POLICY, [a_strike(0)], NOW) is None
    assert suspended_until(POLICY, [], NOW) is None


def test_the_second_within_ninety_days_suspends_for_thirty_from_then() -> None:
    strikes = [a_strike(5), a_strike(89)]
    assert suspended_until(POLICY, strikes, NOW) == NOW + 25 * DAY
    assert judge_integrity(POLICY, strikes, NOW) == Refused(Reason.SUSPENDED, {"until": "2026-12-18"})


def test_the_suspension_runs_on_though_the_older_strike_expires_meanwhile() -> None:
    assert suspended_until(POLICY, [a_strike(95), a_strike(10)], NOW) == NOW + 20 * DAY


def test_strikes_ninety_days_apart_do_not_meet() -> None:
    assert suspended_until(POLICY, [a_strike(95), a_strike(5)], NOW) is None


def test_after_its_days_the_suspension_is_over() -> None:
    strikes = [a_strike(30), a_strike(40)]
    assert suspended_until(POLICY, strikes, NOW) is None
    assert suspended_until(POLICY, strikes, NOW - timedelta(minutes=1)) is not None
    assert judge_integrity(POLICY, strikes, NOW) is None


def test_a_waived_strike_never_counted() -> None:
    assert suspended_until(POLICY, [a_strike(5), a_strike(6, waived=True)], NOW) is None


def test_a_strike_that_is_yet_to_come_does_not_count_yet() -> None:
    assert suspended_until(POLICY, [a_strike(5), a_strike(-1)], NOW) is None


def test_without_a_limit_nobody_is_suspended() -> None:
    assert suspended_until(StrikePolicy(limit=None), [a_strike(1)] * 9, NOW) is None


def test_a_new_strike_counts_as_long_as_the_policy_says() -> None:
    assert strike_made(StrikePolicy(days=10), NOW) == Strike(NOW, NOW + 10 * DAY)


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), max_size=6), st.integers(0, 400))
def test_waiving_one_more_strike_never_lengthens_a_suspension(
    made: list[tuple[int, bool]], waived_one: int
) -> None:
    strikes = [a_strike(ago, waived) for ago, waived in made]
    milder = [
        Strike(each.made_at, each.expires_at, each.waived or place == waived_one % max(len(strikes), 1))
        for place, each in enumerate(strikes)
    ]
    before, after = suspended_until(POLICY, strikes, NOW), suspended_until(POLICY, milder, NOW)
    assert after is None or (before is not None and after <= before)


def key(kind: PartyKind, name: str, uscc: str | None, phone: str | None) -> str | None:
    return party_key(kind, name, uscc, phone, SALT)


def test_an_organisation_is_its_uscc_however_it_is_typed() -> None:
    first = key(PartyKind.ORGANISATION, "星河读书社", "91350100M000100Y43", "13800001234")
    assert first == key(PartyKind.GROUP, "另一个名字", " 91350100m000100y43 ", None)
    assert first and re.fullmatch("[0-9a-f]{64}", first)


def test_without_uscc_it_is_its_name_with_the_contacts_phone() -> None:
    first = key(PartyKind.ORGANISATION, "星河读书社", None, "138 0000 1234")
    assert first == key(PartyKind.GROUP, " 星河 读书社", "", "+86-13800001234")
    assert first != key(PartyKind.GROUP, "星河读书社", None, "13800001235")
    assert first != key(PartyKind.PERSON, "星河读书社", None, "13800001234")


def test_full_width_and_case_make_no_difference() -> None:
    assert key(PartyKind.GROUP, "ＡＢＣ社", None, "13800001234") == key(
        PartyKind.GROUP, "abc社", None, "１３８００００１２３４"
    )


def test_a_persons_uscc_is_not_looked_at() -> None:
    first = key(PartyKind.PERSON, "张小明", "91350100M000100Y43", "13800001234")
    assert first == key(PartyKind.PERSON, "张小明", None, "13800001234")


@pytest.mark.parametrize("phone", [None, "", "没有"])
def test_a_name_alone_tells_nobody_apart(phone: str | None) -> None:
    assert key(PartyKind.PERSON, "张伟", None, phone) is None


def test_another_stations_key_is_another_key() -> None:
    ours = party_key(PartyKind.PERSON, "张小明", None, "13800001234", b"one")
    assert ours != party_key(PartyKind.PERSON, "张小明", None, "13800001234", b"two")
