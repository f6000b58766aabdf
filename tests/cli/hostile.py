"""A hostile and clumsy user of the command line, and what every answer to one must be like."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from msgspec import inspect

from kiosk import scripting
from kiosk.commands.base import KINDS, fields_of
from kiosk.reports.sentences import sentence
from kiosk.services import load_services
from tests.builders import DemoStation

load_services()
MONDAY = "2026-11-23T09:41"
ZHANG, BLOCKED = "3709152841", "7823406959"
WHO = {
    "terminal": None, "resident": ZHANG, "clerk": "clerk", "librarian": "librarian", "volunteer": "volunteer",
    "manager": "manager",
}  # fmt: skip
GOOD: dict[str, Any] = {
    "room": "huiyishi", "date": "2026-11-26", "start": "14:00", "end": "15:30", "people": 3,
    "party": {"kind": "person", "name": "张示明"}, "contact_phone": "13490000001", "counter": "1", "item": "gaoling",
    "ticket": "A001", "booking": "AB0001", "copy": "S0000001", "title": "9787540468422", "resident": ZHANG, "card": ZHANG,
    "name": "张三样", "number": "A001", "note": "材料齐了", "phone": "13490000001", "file": "/dev/null",
    "consent": "zh-1", "page": "home", "stars": 3, "role": "kiosk", "rows": [], "why": "maintenance",
    "year": 2027, "what": "name", "hold": "none", "on": True, "copy_kind": "book",
    "text": "周六上午义诊", "until_day": "2026-12-01", "announcement": "none",
    "begun_at": "2026-11-23T09:00:00",
    "party_kind": "group", "organisation": "银龄读书会", "rule": "FREQ=WEEKLY;COUNT=3", "strike": "AB0001",
}  # fmt: skip
REQUEST = {"kind": "request_booking", "at": MONDAY} | {
    name: GOOD[name] for name in ("room", "date", "start", "end", "people", "party", "contact_phone")
}
_ISO = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_QUOTED = re.compile("“[^”]*”")
_WORDS = {"JSON", "PIN", "ISBN"}
SAYS_BACK = {"bad_json", "unknown_kind", "missing_field", "bad_field", "bad_form"}
"""These name what was typed, in quotes."""

COUNTED = {"wrong_pin", "wrong_password"}
"""Each wrong secret is counted, so that nobody tries them all."""


class Hostile:
    """Says lines to a station in this process; whatever is not done must leave home and store as they were."""

    def __init__(self, demo: DemoStation) -> None:
        self.demo = demo
        files = (demo.folder.database, demo.folder.own_store)
        self._watched = [sqlite3.connect(file) for file in files]

    def say(self, line: bytes | dict[str, Any]) -> dict[str, Any]:
        text = line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode()
        station = self.demo.station
        before = self._versions()
        (answer,) = scripting.answer_lines(station, [text], station.find_actor)
        check_answer(answer)
        if answer["status"] in ("refused", "invalid") and answer["reason"] not in COUNTED:
            assert self._versions() == before, f"{answer} left something behind"
        return answer

    def reason(self, line: bytes | dict[str, Any], **fields: Any) -> str:
        answer = self.say({**line, **fields} if isinstance(line, dict) else line)
        return str(answer["reason"] or answer["status"])

    def _versions(self) -> list[int]:
        """Changes with every commit that others make."""
        return [file.execute("PRAGMA data_version").fetchone()[0] for file in self._watched]

    def close(self) -> None:
        for file in self._watched:
            file.close()


@contextmanager
def hostile_user(demo: DemoStation) -> Iterator[Hostile]:
    user = Hostile(demo)
    try:
        yield user
    finally:
        user.close()


def check_answer(answer: dict[str, Any]) -> None:
    """One line with the promised keys; whatever is not done says why, in both languages."""
    assert set(answer) == {"id", "kind", "status", "reason", "detail", "result"}
    assert "\n" not in json.dumps(answer, ensure_ascii=False)
    assert answer["status"] in ("accepted", "pending", "refused", "invalid")
    assert answer["reason"] != "fault"
    if answer["status"] in ("refused", "invalid"):
        assert answer["result"] == {}
        check_sentences(answer["reason"], answer["detail"])


def check_sentences(reason: str, detail: dict[str, Any]) -> None:
    assert sentence(reason, {}, "zh") != sentence("no such reason", {}, "zh"), f"{reason} has no sentence"
    zh, en = sentence(reason, detail, "zh"), sentence(reason, detail, "en")
    for said in (zh, en):
        own = _QUOTED.sub("", said) if reason in SAYS_BACK else said
        assert not (_ISO.search(own) or "{" in own or "None" in own or "True" in own), said
    assert set(_LATIN.findall(_QUOTED.sub("", zh) if reason in SAYS_BACK else zh)) <= _WORDS, zh
    colleague = str(detail.get("by", ""))  # a name is spelt as its bearer spells it
    assert not _HAN.search(_QUOTED.sub("", en).replace(colleague, "")) or reason == "occupied", en


def good_fields(kind: str) -> dict[str, Any]:
    """What a command of this kind needs at least; it may well be refused."""
    cls = KINDS[kind]
    needed = [field for field in msgspec.structs.fields(cls) if field.required]
    return {field.name: _example(field.name, field.type) for field in needed}


def _example(name: str, type_: Any) -> Any:
    info = inspect.type_info(type_)
    accepted = json_kinds(info)
    if isinstance(info, inspect.EnumType) and GOOD.get(name) not in [member.value for member in info.cls]:
        return next(iter(info.cls)).value
    for good in (GOOD.get(name), *EXAMPLES.values()):
        if good is not None and any(type(good) is type(EXAMPLES[kind]) for kind in accepted):
            return good
    return None


EXAMPLES: dict[str, Any] = {
    "string": "x",
    "integer": 3,
    "bool": True,
    "array": [],
    "object": {},
    "number": 1.5,
    "null": None,
}


def json_kinds(info: Any) -> set[str]:
    """The JSON kinds that a type takes at all."""
    if isinstance(info, inspect.UnionType):
        return set().union(*map(json_kinds, info.types))
    if isinstance(info, inspect.AnyType):
        return set(EXAMPLES)
    names = {
        inspect.NoneType: "null", inspect.BoolType: "bool", inspect.IntType: "integer", inspect.FloatType: "number",
        inspect.StructType: "object", inspect.DictType: "object", inspect.VarTupleType: "array", inspect.ListType: "array",
        inspect.TupleType: "array",
    }  # fmt: skip
    return {names.get(type(info), "string")}


def every_field() -> list[tuple[str, str, set[str]]]:
    """(kind, field, the JSON kinds it takes) of everything that a script may fill in."""
    return [
        (kind, field.name, json_kinds(inspect.type_info(field.type)))
        for kind, cls in sorted(KINDS.items())
        for field in msgspec.structs.fields(cls)
        if field.name in fields_of(cls)
    ]
