"""`yizhan run` as it is started every morning, until the frame that shows home with its data: it can be pressed."""

from typing import Any

from tests.bench.started.report import ready


def main() -> None:
    from kiosk.__main__ import main as yizhan

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

    if Home.the()._station:
        ready()


if __name__ == "__main__":
    main()
