"""Logins, passwords, and the last manager."""

import pytest

from kiosk.domain.operators import is_managing, judge_change, judge_password, read_login
from kiosk.domain.outcomes import Refused


@pytest.mark.parametrize(
    ("typed", "login"),
    [
        ("zhou", "zhou"), (" Zhou.Shi-lan2 ", "zhou.shi-lan2"), ("ｚｈｏｕ", "zhou"), ("ab", "ab"), ("a" * 30, "a" * 30),
        ("", None), ("a", None), ("a" * 31, None), ("3709152841", None), ("周示岚", None), ("zhou lan", None),
        ("zhou'; --", None), ("zhou\n", "zhou"),
    ],
)  # fmt: skip
def test_a_login_is_small_letters_and_what_looks_like_it(typed: str, login: str | None) -> None:
    found = read_login(typed)
    assert (None if isinstance(found, Refused) else found) == login


@pytest.mark.parametrize(
    ("password", "detail"),
    [
        ("", {"least": 8}), ("1234567", {"least": 8}), ("七个汉字的密码", {"least": 8}),
        ("八个汉字的好密码", None), ("kaimen-0830", None), ("aaaaaaaa", {"easy": True}), ("AAAAaaaa", {"easy": True}),
        ("12345678", {"easy": True}), ("98765432", {"easy": True}), ("90123456", {"easy": True}),
        ("abcdefgh", {"easy": True}), ("QwertyUiop", {"easy": True}), ("zhoushilan", {"easy": True}),
        ("ZhouShilan", {"easy": True}), ("12345687", None),
    ],
)  # fmt: skip
def test_what_is_no_password(password: str, detail: dict[str, object] | None) -> None:
    refused = judge_password(password, "zhoushilan")
    assert (refused and refused.detail) == detail
    assert refused is None or refused.reason == "weak_password"


@pytest.mark.parametrize(
    ("was", "stays", "others", "refused"),
    [
        (True, False, 0, True), (True, False, 1, False), (True, True, 0, False), (False, False, 0, False),
        (False, True, 0, False), (False, False, 3, False),
    ],
)  # fmt: skip
def test_the_last_manager_stays_one(*, was: bool, stays: bool, others: int, refused: bool) -> None:
    found = judge_change(was_manager=was, stays_manager=stays, others=others)
    assert (found is not None) is refused


@pytest.mark.parametrize(
    ("role", "active", "managing"),
    [("manager", True, True), ("manager", False, False), ("clerk", True, False), ("volunteer", False, False)],
)
def test_only_an_active_manager_manages(role: str, *, active: bool, managing: bool) -> None:
    assert is_managing(role, active=active) is managing
