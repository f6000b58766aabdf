"""The colours that areas may wear: the design's services, each good to read white letters on."""

PALETTE = {
    "red": "#A3161D", "green": "#17592B", "blue": "#123F7C", "teal": "#00525C", "orange": "#8A3B00", "amber": "#6B4A00",
    "purple": "#5A1F7A",
}  # fmt: skip
WHITE = "#FFFFFF"
LEAST_CONTRAST = 7.0


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours written #RRGGBB, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
