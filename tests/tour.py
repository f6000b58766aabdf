"""`python -m tests.tour [--only NAME ...]`: tour a fresh demo station while pages are being written."""

import argparse
import os
import shutil
import tempfile
from datetime import datetime
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

AT = datetime(2026, 11, 23, 9, 41)


def main() -> int:
    from kiosk.config import HomeFolder
    from kiosk.station import Station
    from tests.builders import make_demo_home
    from ui.tour.tour import run_tour

    parser = argparse.ArgumentParser()
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=Path("build/tour"))
    parser.add_argument("--lang", nargs="*", default=["zh", "en"])
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        template, number = Path(folder) / "template", count()
        make_demo_home(template)

        def open_station() -> Station:
            home = Path(folder) / f"home{next(number)}"
            shutil.copytree(template, home)
            return Station(HomeFolder(home), clock=lambda: AT)

        return run_tour(open_station, args.out, args.lang, AT, only=args.only)


if __name__ == "__main__":
    raise SystemExit(main())
