"""`python -m tests.tour [--only NAME ...]`: the tour as `yizhan tour` makes it, for while pages are being written."""

import argparse
import os
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

AT = datetime(2026, 11, 23, 9, 41)


def main() -> int:
    from kiosk.rehearsal import rehearsals
    from ui.tour.tour import run_tour

    parser = argparse.ArgumentParser()
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=Path("build/tour"))
    parser.add_argument("--lang", nargs="*", default=["zh", "en"])
    args = parser.parse_args()
    with rehearsals(AT) as homes:
        return run_tour(homes, args.out, args.lang, AT, only=args.only)


if __name__ == "__main__":
    raise SystemExit(main())
