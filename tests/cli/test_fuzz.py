"""Random wishes of every kind: each gets exactly one answer, a refusal changes nothing, and the promises stay proven."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.commands.base import KINDS, fields_of
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import DemoStation
from tests.cli.hostile import GOOD, WHO, Hostile, good_fields, hostile_user

QUIET = settings(suppress_health_check=list(HealthCheck), database=None)
A_KIND = 5
"""Wishes of each kind in a day, more or less."""
TIMES = [
    f"2026-{month}-{day}T{hour}"
    for month, day in ((11, 23), (11, 26), (12, 3))
    for hour in ("09:41", "13:50", "22:30")
]
REFERENCES = [
    "A001", "A002", "A003", "AB0001", "AB0002", "S0000001", "S0000002", "9787020008728", "huiyishi", "lanqiu", "guangchang",
    "3709152841", "6139704826", "7823406959", "gaoling", "canbao", "1", "2", "08:30", "10:00", "11:30", "2026-11-26",
    "2026-12-03", "counter", "errand", "class", "kiosk", "zh-1", "13490000001", "张三样",
]  # fmt: skip
texts = st.sampled_from(REFERENCES) | st.text(max_size=20)
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-5, 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def user(desk_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """One station that lives through it all."""
    demo = DemoStation(desk_template, tmp_path_factory.mktemp("fuzz") / "home")
    with hostile_user(demo) as hostile:
        yield hostile
    demo.close()


@st.composite
def wild(draw: st.DrawFn) -> dict[str, Any]:
    """A kind with any fields of its own, whatever they hold."""
    kind = draw(st.sampled_from(sorted(KINDS)))
    fields = fields_of(KINDS[kind])
    wished = st.dictionaries(st.sampled_from(fields), values, max_size=4) if fields else st.just({})
    return {"kind": kind} | draw(wished)


@st.composite
def likely(draw: st.DrawFn) -> dict[str, Any]:
    """A command such as could be made, with one or two things in it changed, by anyone, at any of a few moments."""
    kind = draw(st.sampled_from(sorted(KINDS.keys() - {"seed_station", "join_terminal"})))
    line: dict[str, Any] = {"kind": kind, "at": draw(st.sampled_from(TIMES))} | good_fields(kind)
    known = [name for name in fields_of(KINDS[kind]) if isinstance(GOOD.get(name), str)]
    if known:
        line |= draw(st.dictionaries(st.sampled_from(known), texts, max_size=2))
    who = WHO[draw(st.sampled_from(sorted(WHO)))]
    return line | ({"as": who} if who else {})


def assert_proven(user: Hostile) -> None:
    folder = user.demo.folder
    assert verify_home(folder) == verify_store(store_url(folder)) == []


@QUIET
@given(st.binary(max_size=80) | values.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_get_one_answer(user: Hostile, line: bytes) -> None:
    if line.strip():
        assert user.say(line)["status"] == "invalid"


@QUIET
@given(wild())
def test_any_fields_get_one_answer(user: Hostile, line: dict[str, Any]) -> None:
    user.say(json.dumps(line).encode())


def test_a_day_of_random_wishes_keeps_every_promise(user: Hostile) -> None:
    heard: list[str] = []

    @settings(QUIET, max_examples=int(os.environ.get("YIZHAN_WISHES", A_KIND * len(KINDS))))
    @given(likely())
    def day(line: dict[str, Any]) -> None:
        heard.append(user.reason(json.dumps(line).encode()))

    day()
    assert heard.count("accepted") > 10
    assert len(set(heard)) > 12, set(heard)
    assert_proven(user)
