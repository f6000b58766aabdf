"""Whom a book is for, and whether it is printed large, from what catalogues say in words."""

import re
from enum import StrEnum

from kiosk.domain.texts import narrow


class Audience(StrEnum):
    CHILDREN = "children"
    TEENS = "teens"
    ADULTS = "adults"


_YES = {"1", "y", "yes", "true", "x", "是", "有", "√", "✓", "大字", "大字版", "大字本"}
_LARGE = re.compile(r"大字(?:版|本|号|體|体)|大号字|大字號|large[ -]?(?:print|type)", re.IGNORECASE)
_AGES = re.compile(r"(\d{1,2})\s*(?:[-~—–至到]+\s*(\d{1,2}))?\s*(?:岁|歲|years?|yrs?)", re.IGNORECASE)
_WORDS = (
    (Audience.TEENS, re.compile(r"青少|初中|高中|中学|teen|young adult|adolescen", re.IGNORECASE)),
    (
        Audience.CHILDREN,
        re.compile(
            r"儿童|兒童|少儿|少兒|少年|幼儿|幼兒|低幼|婴|小学|小學|学龄|child|juvenile|kids|preschool",
            re.IGNORECASE,
        ),
    ),
    (Audience.ADULTS, re.compile(r"成人|成年|adult", re.IGNORECASE)),
)
CHILD_UNTIL, TEEN_UNTIL = 14, 18
_CHILDRENS_CLASS = re.compile(
    r"I(?:18|28|\d{2,3}\.8)"
)  # literature for children: of the world, of China, elsewhere


def audience_of(text: str) -> str:
    """An Audience, or "" where the text says nothing; ages count to the oldest reader meant."""
    plain = narrow(text)
    if ages := _AGES.search(plain):
        oldest = int(ages[2] or ages[1])
        if not ages[2] and re.search(r"以上|\+", plain):
            return Audience.ADULTS if oldest >= TEEN_UNTIL else ""
        return (
            Audience.CHILDREN
            if oldest <= CHILD_UNTIL
            else Audience.TEENS
            if oldest <= TEEN_UNTIL
            else Audience.ADULTS
        )
    return next((audience for audience, words in _WORDS if words.search(plain)), "")


def is_for_children(class_number: str) -> bool:
    """By the Chinese Library Classification."""
    return bool(_CHILDRENS_CLASS.match(class_number))


def is_large_print(*texts: str) -> bool:
    return any(_LARGE.search(text) for text in texts if text)


def says_yes(text: str) -> bool:
    return narrow(text).strip().lower() in _YES
