"""`yizhan`, and `python -m kiosk`."""

import gc
import sys

_MADE_BEFORE_COLLECTING = 50_000


def main() -> None:
    # Starting makes many objects and throws none away; looking for garbage meanwhile is a tenth of the start.
    gc.set_threshold(_MADE_BEFORE_COLLECTING)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    from kiosk.cli import app

    app(prog_name="yizhan")


if __name__ == "__main__":
    main()
