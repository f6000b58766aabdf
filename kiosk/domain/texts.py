"""What people type and files hold, made clean: composed, without control characters, within its length."""

import unicodedata

# Old GB18030 kept some characters in the private use area; Unicode has since given them a place.
_GB18030_PRIVATE = str.maketrans(
    {
        0xE816: 0x20087,
        0xE817: 0x20089,
        0xE818: 0x200CC,
        0xE81E: 0x9FB4,
        0xE826: 0x9FB5,
        0xE82B: 0x9FB6,
        0xE82C: 0x9FB7,
        0xE831: 0x215D7,
        0xE832: 0x9FB8,
        0xE83B: 0x2298F,
        0xE843: 0x9FB9,
        0xE854: 0x9FBA,
        0xE855: 0x241FE,
        0xE864: 0x9FBB,
        0xE863: 0x4DAE,
    }
)


def is_shown(char: str) -> bool:
    """True if a screen can show it: no controls, no lone surrogates, no bidi or zero-width tricks.

    The ideograph planes count as a whole: Python may be older than a character in someone's name.
    """
    return char.isprintable() or 0x20000 <= ord(char) <= 0x3FFFF


def composed(text: str) -> str:
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text  # nothing of the private use area can be printed
    return unicodedata.normalize("NFC", text.translate(_GB18030_PRIVATE))


def clean_line(text: str) -> str:
    """One line: every run of white space is one space, what cannot be shown is gone."""
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return " ".join(text.split())
    shown = "".join(
        char if is_shown(char) else " " * char.isspace() for char in text.translate(_GB18030_PRIVATE)
    )
    return composed(" ".join(shown.split()))


def clean_text(text: str) -> str:
    """Several lines, each clean; blank lines at the ends are gone."""
    return "\n".join(clean_line(line) for line in text.splitlines()).strip()


def narrow(text: str) -> str:
    """Full-width digits, letters and signs, as Chinese input methods type them, made half-width."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text)
