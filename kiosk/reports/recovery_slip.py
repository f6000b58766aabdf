"""The paper that brings a manager back: whose it is, the code, where to keep it."""

from datetime import date

from PIL import Image

from kiosk.reports.paper import BODY, HEAD, SMALL, TEXT, Paper
from kiosk.reports.sentences import short_day_text
from kiosk.reports.slip_words import SlipWords

_CODE = 60
_GROUPS_A_LINE = 3


def recovery_slip(station: str, login: str, code: str, day: date, lang: str) -> Image.Image:
    """`code` as it was drawn, six groups; it is printed and kept nowhere."""
    say, paper = SlipWords("recovery", lang), Paper()
    paper.centred(station, TEXT)
    paper.rule()
    paper.bar(say("title"))
    paper.space(16)
    groups = code.split("-")
    for start in range(0, len(groups), _GROUPS_A_LINE):
        paper.centred("-".join(groups[start : start + _GROUPS_A_LINE]), _CODE, line=88)
    paper.rule()
    paper.facts([(say("login"), login), (say("day"), short_day_text(day, lang))])
    paper.rule()
    paper.left(say("keep"), HEAD, least=BODY)
    paper.left(say("use"), BODY, least=SMALL)
    return paper.cut()
