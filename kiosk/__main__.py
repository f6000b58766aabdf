"""`yizhan`, and `python -m kiosk`."""

import sys


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    from kiosk.cli import app

    app(prog_name="yizhan")


if __name__ == "__main__":
    main()
