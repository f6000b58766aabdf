"""Slips can be read, scanned and printed."""

from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from kiosk.commands.records import Material
from kiosk.domain.states import BookingState, Mode
from kiosk.reports.lettering import MAIN, RARE, _file
from kiosk.reports.paper import MODULE, QUIET, qr_matrix
from kiosk.reports.slips import booking_slip, number_slip, png_bytes
from tests.reports.records import CODE, a_booking_slip, a_number_slip

LONG = "党组织关系转接与流动党员报到登记以及医疗保险参保缴费和家庭成员信息变更（𠮷㐂䶮）"
LONG_EN = "Medical insurance: join, pay and change the registered members of the household"
SLIPS: dict[str, Callable[[str], Image.Image]] = {
    "number": lambda lang: number_slip(a_number_slip(), CODE, lang),
    "long number": lambda lang: number_slip(
        a_number_slip(
            number="AC1000",
            ahead=120,
            minutes=245,
            priority=True,
            item=LONG,
            item_en=LONG_EN,
            materials=(Material(name=LONG, name_en=LONG_EN, required=False),),
        ),
        CODE,
        lang,
    ),
    "errand": lambda lang: number_slip(a_number_slip(mode=Mode.ERRAND, materials=()), CODE, lang),
    "home visit": lambda lang: number_slip(a_number_slip(mode=Mode.HOME_VISIT, place=""), CODE, lang),
    "callback": lambda lang: number_slip(a_number_slip(mode=Mode.CALLBACK), CODE, lang),
    "booking": lambda lang: booking_slip(a_booking_slip(), CODE, lang),
    "pending booking": lambda lang: booking_slip(a_booking_slip(pending=True, room_name=LONG), CODE, lang),
    "approved booking": lambda lang: booking_slip(a_booking_slip(status=BookingState.APPROVED), CODE, lang),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", SLIPS)
def test_every_slip_is_black_or_white_keeps_its_margins_and_can_be_scanned(name: str, lang: str) -> None:
    slip = SLIPS[name](lang)
    assert (slip.mode, slip.width) == ("1", 576)
    assert _is_white(slip, (0, 0, 22, slip.height))
    assert _is_white(slip, (554, 0, 576, slip.height))
    assert _holds_code(slip, CODE)


def test_a_slip_is_stored_as_a_small_png() -> None:
    stored = png_bytes(number_slip(a_number_slip(), CODE, "zh"))
    assert stored.startswith(b"\x89PNG")
    assert len(stored) < 20_000


def test_a_pending_booking_says_so_and_a_confirmed_one_does_not() -> None:
    confirmed, pending = (
        booking_slip(a_booking_slip(pending=pending), CODE, "zh") for pending in (False, True)
    )
    assert pending.height > confirmed.height


def test_an_errand_does_not_wait_to_be_called() -> None:
    waiting, errand = (
        number_slip(a_number_slip(mode=mode, ahead=ahead), CODE, "zh")
        for mode, ahead in ((Mode.ERRAND, 9), (Mode.ERRAND, 0))
    )
    assert waiting.tobytes() == errand.tobytes()


def test_a_rare_character_of_a_name_is_drawn_by_the_font_that_has_it() -> None:
    assert [_file(char) for char in "吉𠮷"] == [MAIN, RARE]


def _is_white(slip: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return slip.crop(box).getextrema() == (255, 255)


def _holds_code(slip: Image.Image, code: str) -> bool:
    """Its modules stand somewhere on the slip, dot for dot, with the quiet zone white around them."""
    matrix = qr_matrix(code)
    left, side, quiet = MODULE * QUIET + 4, len(matrix) * MODULE, MODULE * QUIET
    return any(
        _reads(slip, matrix, left, top) and _is_quiet(slip, left, top, side, quiet)
        for top in range(slip.height - side)
        if not slip.getpixel((left, top))
    )


def _reads(slip: Image.Image, matrix: list[list[bool]], left: int, top: int) -> bool:
    half = MODULE // 2
    pixels: Any = slip.load()
    return all(
        (pixels[left + column * MODULE + half, top + row * MODULE + half] == 0) == is_black
        for row, modules in enumerate(matrix)
        for column, is_black in enumerate(modules)
    )


def _is_quiet(slip: Image.Image, left: int, top: int, side: int, quiet: int) -> bool:
    right, bottom = left + side, top + side
    return all(
        _is_white(slip, box)
        for box in (
            (left - quiet, top - quiet, right + quiet, top),
            (left - quiet, bottom, right + quiet, bottom + quiet),
            (left - quiet, top, left, bottom),
            (right, top, right + quiet, bottom),
        )
    )
