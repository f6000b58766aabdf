"""Where in a title or an author stands what was looked for: by its letters, its pinyin or its initials."""

from collections.abc import Iterator
from html import escape

from kiosk.domain.search_keys import initials, normal, pinyin_full

Span = tuple[int, int]


def marked(text: str, looked_for: str) -> str:
    """Styled text in which the found part is a link; the page gives links their colour and line."""
    pieces, end = [], 0
    for start, stop in spans(text, looked_for):
        pieces += [escape(text[end:start]), '<a href="#">', escape(text[start:stop]), "</a>"]
        end = stop
    return "".join([*pieces, escape(text[end:])])


def spans(text: str, looked_for: str) -> list[Span]:
    """Characters [start, stop) that what was looked for names; apart, in order."""
    letters = [(place, plain) for place, char in enumerate(text) if (plain := normal(char))]
    words = [word for part in looked_for.split() if (word := normal(part))]
    whole = _first(letters, "".join(words)) if words else None
    found = [whole] if whole else [span for word in words if (span := _first(letters, word))]
    return list(_apart(sorted(found)))


def _first(letters: list[tuple[int, str]], word: str) -> Span | None:
    kinds = [[plain for _, plain in letters]]
    if word.isascii():
        kinds += [[pinyin_full(plain) for plain in kinds[0]], _initials(kinds[0])]
    return next((span for kind in kinds if (span := _find(letters, kind, word))), None)


def _initials(plains: list[str]) -> list[str]:
    """As the index has them: the phrase decides between two readings."""
    read = initials("".join(plains))
    return list(read) if len(read) == len(plains) else [plain[:1] for plain in plains]


def _find(letters: list[tuple[int, str]], spelt: list[str], word: str) -> Span | None:
    """Where `word` begins with one of the letters; its end may stand within one (sang -> 三国)."""
    joined, starts = "".join(spelt), []
    at = 0
    for spelling in spelt:
        starts.append(at)
        at += len(spelling)
    found = joined.find(word)
    while found >= 0 and found not in starts:
        found = joined.find(word, found + 1)
    if found < 0:
        return None
    first = starts.index(found)
    last = max(place for place, start in enumerate(starts) if start < found + len(word))
    return letters[first][0], letters[last][0] + 1


def _apart(found: list[Span]) -> Iterator[Span]:
    end = 0
    for start, stop in found:
        if start >= end:
            yield start, stop
            end = stop
