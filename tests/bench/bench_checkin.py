"""One booking's code redeemed, durable in the home and decided in the store, beside one durable raw insert."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.commands.checkin import ReadCode
from tests.bench.bench_request import _insert, _raw
from tests.bench.filling import add_rooms, fill_bookings
from tests.bench.table import line, median, ms, p95, seconds
from tests.builders import DemoStation

pytestmark = pytest.mark.bench
ROOMS = 20
LAST_DAY = date(2026, 12, 1)
ROUNDS = 5
PER_ROUND = 20
SLOT = {"start": "19:30", "end": "21:00"}


@pytest.mark.parametrize("bookings", [100, 100_000])
def test_one_code_is_redeemed_among_many_bookings(
    demo_template: Path, tmp_path: Path, bookings: int, request: pytest.FixtureRequest
) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.close()
    fill_bookings(demo.folder, add_rooms(demo.folder, ROOMS), bookings, LAST_DAY)
    demo.station = type(demo.station)(demo.folder)
    codes = list(_codes(demo, ROUNDS * PER_ROUND))
    raw = _raw(tmp_path / "raw.db")
    redeemed, read, floors = [], [], []
    turns = iter(codes)
    for _ in range(ROUNDS):
        floors += [seconds(lambda: _insert(raw)) for _ in range(PER_ROUND)]
        for _ in range(PER_ROUND):
            code, at = next(turns)
            read.append(seconds(_reading(demo, code, at)))
            redeemed.append(seconds(_redeeming(demo, code, at)))
    demo.close()
    ratio = median(redeemed) / median(floors)
    line(
        f"check-in by a slip's code among {bookings:,} bookings",
        f"{ratio:.1f} x a raw durable insert ({ms(median(redeemed))}, p95 {ms(p95(redeemed))}; raw {ms(median(floors))}; "
        f"reading the code {ms(median(read))}, p95 {ms(p95(read))})",
        "at most 10 x",
    )


def _reading(demo: DemoStation, code: str, at: datetime) -> Callable[[], object]:
    return lambda: demo.ask(ReadCode(text=code), at=at)


def _redeeming(demo: DemoStation, code: str, at: datetime) -> Callable[[], object]:
    return lambda: demo.accept("check_in", code=code, at=at)


def _codes(demo: DemoStation, count: int) -> Iterator[tuple[str, datetime]]:
    """Of approved bookings, and when each is shown at the door."""
    for n in range(count):
        day = LAST_DAY - timedelta(days=n // ROOMS)
        at = datetime(day.year, day.month, day.day, 9) - timedelta(days=14)
        answer = demo.do(
            "request_booking", room=f"r{n % ROOMS}", date=day.isoformat(), **SLOT, people=9, purpose="排练", at=at,
            party={"kind": "group", "name": f"合唱队{n}"}, contact_name="张示明", contact_phone="13490000001",
        )  # fmt: skip
        demo.accept("approve_booking", who="clerk", booking=answer.id, at=at)
        yield answer.result["code"], datetime(day.year, day.month, day.day, 19, 20)
