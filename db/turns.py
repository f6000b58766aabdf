"""Waiting for one's turn to write a SQLite file: whoever has waited longer asks more often.

SQLite's own sleeps grow to a tenth of a second while newcomers take the lock: of eight busy processes one in a thousand
waited 0.8 s (tests/bench/bench_writers.py). Short uneven sleeps that shrink bring that under 0.1 s. A lock file whose
waiters sleep in the kernel (flock) was as fair but a third slower: each turn then begins with somebody waking up.
"""

import random
import sqlite3
import time

LONGEST, SHORTEST = 0.008, 0.001
OLD = 0.05
"""Seconds after which a waiter's sleeps are the shortest."""


def begin_writing(connection: sqlite3.Connection, patience: float) -> None:
    """BEGIN IMMEDIATE; raises sqlite3.OperationalError when it is still another's turn after so many seconds."""
    connection.execute("PRAGMA busy_timeout=0")
    try:
        _wait_and_begin(connection, patience)
    finally:
        connection.execute(f"PRAGMA busy_timeout={int(patience * 1000)}")


def _wait_and_begin(connection: sqlite3.Connection, patience: float) -> None:
    asked = time.monotonic()
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
            return
        except sqlite3.OperationalError as error:
            waited = time.monotonic() - asked
            if waited > patience or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
        time.sleep(random.uniform(SHORTEST, max(SHORTEST, LONGEST * (1 - waited / OLD))))
