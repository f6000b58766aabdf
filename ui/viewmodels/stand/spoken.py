"""What the stand says aloud, in both languages: what to do, rooms and times. Never a name."""

from datetime import datetime

from ui.words import english

_HOUR, _HOUR_AND_MINUTE = "%1点", "%1点%2分"


def spoken(sentence: str, room: tuple[str, str] = ("", ""), at: datetime | None = None) -> dict[str, str]:
    """`%1` in the Chinese source text is the room (its name in both languages), `%2` the time."""
    translate = english()
    hour = _HOUR if at is None or not at.minute else _HOUR_AND_MINUTE
    said = {"zh": (sentence, room[0], hour), "en": (translate[sentence], room[1], translate[hour])}
    return {
        language: text.replace("%1", name).replace("%2", _time(time, at))
        for language, (text, name, time) in said.items()
    }


def _time(words: str, at: datetime | None) -> str:
    """13:30 is read as 13点30分: a voice may take the colon for something else."""
    return words.replace("%1", str(at.hour)).replace("%2", f"{at.minute:02d}") if at else ""
