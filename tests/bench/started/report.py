"""What a started program says at its first usable frame: its resident memory. The clock is with whoever started it."""

import os
import sys
from pathlib import Path


def ready() -> None:
    """Say it, and end at once: how long closing takes is not measured here."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    print(pages * os.sysconf("SC_PAGE_SIZE"), flush=True)
    sys.stderr.flush()
    os._exit(0)
