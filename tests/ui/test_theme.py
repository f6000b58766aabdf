"""Colours can be read and sizes touched, measured from Theme.qml itself."""

import re
from pathlib import Path

import pytest

THEME = (Path(__file__).parents[2] / "ui" / "qml" / "Yizhan" / "Theme.qml").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r'(\w+): "(#[0-9A-F]{6})"', THEME))
SERVICES = ("tickets", "rooms", "library", "classes", "wishes", "canteen", "health", "station")
PAIRS = [
    *(("white", service) for service in SERVICES),
    *(("ink", ground) for ground in ("paper", "card", "sunk", "keyboard", "functionKey", "caution")),
    *(("muted", ground) for ground in ("paper", "card", "disabledFill")),
    ("good", "goodFill"), ("wait", "waitFill"), ("error", "errorFill"), ("error", "card"), ("good", "paper"),
]  # fmt: skip


def luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_seven_to_one(text: str, ground: str) -> None:
    assert contrast(COLOURS[text], COLOURS[ground]) >= 7
