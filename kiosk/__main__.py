"""`yizhan`, and `python -m kiosk`."""

import gc
import os
import sys
from pathlib import Path
from typing import TextIO, cast

_MADE_BEFORE_COLLECTING = 50_000


def main() -> None:
    # Starting makes many objects and throws none away; looking for garbage meanwhile is a tenth of the start.
    gc.set_threshold(_MADE_BEFORE_COLLECTING)
    _open_streams()
    from kiosk.cli import app

    try:
        app(prog_name="yizhan")
    except OSError as error:  # nobody reads our answers any more, or the disk they go to is full
        sys.exit(_say(error))


def _open_streams() -> None:
    """UTF-8 everywhere; one that was closed before we began is empty, and swallows."""
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _say(error: OSError) -> int:
    from kiosk.domain.trouble import KioskError
    from kiosk.reports.trouble import trouble_text

    sys.stdout = _nowhere("w")  # what is left in the old one cannot be written at the end either
    print(trouble_text(KioskError("stream_failed", why=error.strerror or str(error))), file=sys.stderr)
    return 2


def _nowhere(mode: str) -> TextIO:
    return cast(TextIO, Path(os.devnull).open(mode))


if __name__ == "__main__":
    main()
