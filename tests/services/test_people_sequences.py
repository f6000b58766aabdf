"""Whatever is done to people in whatever order: one good card of a kind, nothing erased comes back, no loan is lost."""

import shutil
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import tables as t
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import DemoStation
from tests.services.people import CHILD, LI, OUYANG, ZHANG, resident

PEOPLE = (ZHANG, OUYANG, LI, CHILD)
COPIES = ("S0000001", "S0000005", "S0000006")
WHO = st.sampled_from(range(len(PEOPLE)))
STEPS = st.one_of(
    st.tuples(st.sampled_from(["block_card", "unblock_card", "reissue_card", "reset_pin"]), st.integers(0, 20), st.just(0)),
    st.tuples(
        st.sampled_from([
            "issue_card", "record_consent", "withdraw_consent", "correct_details", "request_erasure", "erase_resident",
        ]),
        WHO, st.just(0),
    ),
    st.tuples(st.sampled_from(["merge_residents", "set_guardian"]), WHO, WHO),
    st.tuples(st.sampled_from(["check_out_copy", "check_out_copy", "return_copy"]), WHO, st.integers(0, len(COPIES) - 1)),
)  # fmt: skip


class Town:
    """Four people, named by their ids whatever becomes of them."""

    def __init__(self, template: Path, folder: Path) -> None:
        self.demo = DemoStation(template, folder / "desk")
        self.ids = [resident(self.demo, card) for card in PEOPLE]
        self.lent: set[str] = set()

    def rows(self, table: Any) -> list[Any]:
        with self.demo.station._database.read() as connection:
            return list(connection.execute(select(table)))

    def do(self, kind: str, one: int, other: int) -> None:
        answer = self.demo.do(kind, who="manager", **self._fields(kind, one, other))
        assert answer.reason != "fault", answer
        if answer.status == "accepted" and kind == "check_out_copy":
            self.lent.add(answer.result["loan"])

    def _fields(self, kind: str, one: int, other: int) -> dict[str, Any]:
        if kind in ("check_out_copy", "return_copy"):
            return {"copy": COPIES[other]} | ({"resident": self.ids[one]} if kind == "check_out_copy" else {})
        if kind.endswith(("_card", "_pin")) and kind != "issue_card":
            cards = self.rows(t.cards)
            return {"card": cards[one % len(cards)].number}
        more = {
            "record_consent": {"consent": "zh-1"},
            "correct_details": {"name": "新名字", "phone": "13811112222"},
            "merge_residents": {"other": self.ids[other]},
            "set_guardian": {"guardian": self.ids[other]},
        }
        return {"resident": self.ids[one]} | more.get(kind, {})

    def check(self) -> None:
        people = {row.id: row for row in self.rows(t.residents)}
        good = [card for card in self.rows(t.cards) if not card.blocked]
        assert all(count == 1 for count in Counter((card.resident, card.kind) for card in good).values())
        gone = {key for key, row in people.items() if row.erased or row.merged_into}
        assert not gone & {card.resident for card in good}
        self._nothing_came_back(people, gone)
        loans = {row.id: row for row in self.rows(t.loans)}
        assert loans.keys() >= self.lent
        assert not gone & {row.resident for row in loans.values() if row.state == "open"}

    def _nothing_came_back(self, people: dict[str, Any], gone: set[str]) -> None:
        details = {row.id: row for row in self.rows(t.resident_details)}
        for key in gone:
            assert (people[key].masked_name, people[key].guardian) == ("", None)
            if key in details:
                assert (details[key].name, details[key].phone, details[key].deleted) == ("", None, True)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, min_size=10, max_size=30))
def test_in_any_order_people_keep_one_card_their_loans_and_their_silence(
    desk_template: Path, steps: list[tuple[str, int, int]]
) -> None:
    with TemporaryDirectory() as folder:
        town = Town(desk_template, Path(folder))
        for step in steps:
            town.do(*step)
            town.check()
        assert verify_store(store_url(town.demo.folder)) == verify_home(town.demo.folder) == []
        town.demo.close()
        shutil.rmtree(folder, ignore_errors=True)
