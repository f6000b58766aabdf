"""How long somebody waits after wrong passwords."""

from datetime import datetime, timedelta

FREE_TRIES = 3
"""So many may be wrong; after the last of them the waiting begins."""
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=5)
FORGOTTEN_AFTER = timedelta(days=1)
_DOUBLINGS = 6


def wait_after(wrong: int) -> timedelta:
    """After so many wrong ones, one after the other: nothing, nothing, 5 s, 10 s, 20 s ... 5 minutes."""
    if wrong < FREE_TRIES:
        return timedelta(0)
    doublings: int = min(wrong - FREE_TRIES, _DOUBLINGS)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def wait_left(wrong: int, last: datetime, now: datetime) -> timedelta:
    """What is still to be waited; never longer than the whole of it, whatever somebody did to the clock."""
    whole = wait_after(wrong)
    return max(min(last + whole - now, whole), timedelta(0))


def whole_seconds(wait: timedelta) -> int:
    """As it is told: after so many seconds it is surely over."""
    return -(-wait // timedelta(seconds=1))
