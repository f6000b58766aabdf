"""Recovery codes as they are printed, read out and typed."""

import pytest

from kiosk.domain.recovery import read_recovery_code, recovery_code

CODE = recovery_code(bytes(range(15)))


def test_a_code_is_six_groups_of_four() -> None:
    assert [len(group) for group in CODE.split("-")] == [4] * 6


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        f"  {CODE}\n",
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        CODE.replace("-", "–"),
        CODE.replace("O", "0").replace("I", "1").replace("B", "8"),
        "".join(chr(ord(sign) + 0xFEE0) for sign in CODE),
    ],
)
def test_it_is_read_however_it_was_typed(typed: str) -> None:
    assert read_recovery_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", "-", CODE[:-1], CODE + "A", CODE[:-1] + "?", "恢复码", "\x00" * 24])
def test_anything_else_is_none(typed: str) -> None:
    assert read_recovery_code(typed) is None
