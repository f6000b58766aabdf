"""Codes that nobody was given open nothing: guessed, altered, cut, lengthened, of another station.

`make faults` tries 100,000 (YIZHAN_SCHEDULES), `make test` a sample.
"""

import os
import random
from typing import Any

from kiosk.commands.checkin import ReadCode
from kiosk.domain.codes import SLIP_PREFIX, parse_code, slip_code
from tests.builders import DemoStation
from tests.services.bookings import THURSDAY, ask_for_room, moment

GUESSES = 100_000 if int(os.environ.get("YIZHAN_SCHEDULES", "40")) >= 1000 else 2_000
COMING = moment(THURSDAY, "08:20")
HOWS = ("guessed", "of_another_station", "altered", "truncated", "longer", "shuffled")


def test_of_all_guessed_altered_truncated_and_foreign_codes_none_is_accepted(demo: DemoStation) -> None:
    codes = [_approved(demo, room) for room in ("huiyishi", "dangjian")]
    codes.append(demo.accept("open_ticket", item="gaoling")["code"])
    chance = random.Random(6)
    accepted: list[Any] = []
    for n in range(GUESSES):
        wrong = _wrong(HOWS[n % len(HOWS)], chance.choice(codes), chance)
        if parse_code(wrong) in codes:
            continue
        found = demo.ask(ReadCode(text=wrong), at=COMING)
        if found.lets_in or found.booking or found.ticket or found.state not in ("unknown", "needs_code"):
            accepted.append(wrong)
        if n % 200 == 0:
            assert demo.do("check_in", code=wrong[:100], at=COMING).status == "refused"
    assert accepted == []
    assert all(demo.ask(ReadCode(text=code), at=COMING).lets_in for code in codes[:2])


def _approved(demo: DemoStation, room: str) -> str:
    answer = ask_for_room(demo, room=room)
    demo.accept("approve_booking", who="clerk", booking=answer.id)
    return str(answer.result["code"])


def _wrong(how: str, code: str, chance: random.Random) -> str:
    """What another station gives out is as random as a guess: nothing in a code says whose it is."""
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    at = chance.randrange(len(SLIP_PREFIX), len(code))
    if how in ("guessed", "of_another_station"):
        return slip_code(chance.randbytes(16))
    if how == "altered":
        return code[:at] + chance.choice(signs) + code[at + 1 :]
    if how == "truncated":
        return code[:at]
    if how == "longer":
        return code[:at] + chance.choice(signs) + code[at:]
    body = list(code[len(SLIP_PREFIX) :])
    chance.shuffle(body)
    return SLIP_PREFIX + "".join(body)
