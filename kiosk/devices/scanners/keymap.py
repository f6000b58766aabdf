"""What the keys of a US keyboard write: scanners are such keyboards, whatever layout this machine has.

Numbers are the kernel's key codes (linux/input-event-codes.h); X and Wayland count eight more, Windows the same.
"""

LEFT_SHIFT, RIGHT_SHIFT = 42, 54
SHIFTS = (LEFT_SHIFT, RIGHT_SHIFT)
_ENTER, _KEYPAD_ENTER, _TAB, _SPACE = 28, 96, 15, 57
_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (55, "*", "*"),
    (71, "789-456+1230.", "789-456+1230."),
    (_SPACE, " ", " "),
    (_ENTER, "\r", "\r"),
    (_KEYPAD_ENTER, "\r", "\r"),
    (_TAB, "\t", "\t"),
)
_KEYS = {
    first + n: (low, high)
    for first, plain, shifted in _ROWS
    for n, (low, high) in enumerate(zip(plain, shifted, strict=True))
}


def us_text(code: int, shifted: bool) -> str:
    """What the key writes; empty if nothing."""
    return _KEYS.get(code, ("", ""))[shifted]


def key_of(letter: str) -> tuple[int, bool]:
    """The key that writes this letter, and whether with Shift. Raises KeyError."""
    for code, written in _KEYS.items():
        if letter in written:
            return code, letter != written[0]
    raise KeyError(letter)
