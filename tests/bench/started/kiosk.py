"""`yizhan run` as it is started every morning, until home can be pressed; `--figures`: until it says who waits."""

import sys
from typing import Any

from tests.bench.started.report import ready

FIGURES = False


def main() -> None:
    from kiosk.__main__ import main as yizhan

    global FIGURES
    FIGURES = "--figures" in sys.argv
    sys.argv = [word for word in sys.argv if word != "--figures"]
    _watch_the_frames()
    yizhan()


def _watch_the_frames() -> None:
    from ui.app import Screens

    begin = Screens.__init__

    def watched(screens: Any, *args: Any, **options: Any) -> None:
        begin(screens, *args, **options)
        screens.window.frameSwapped.connect(_see)

    Screens.__init__ = watched  # type: ignore[method-assign]


def _see() -> None:
    """Data comes and frames are drawn on the same thread: a frame swapped with the data there has drawn it."""
    from ui.viewmodels.home import Home

    home = Home.the()
    if home._facts if FIGURES else home._station:
        ready()


if __name__ == "__main__":
    main()
