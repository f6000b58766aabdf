"""The calling board's view-models."""

import pkgutil
from functools import cache
from importlib import import_module


@cache
def load_board() -> None:
    """Make every view-model of the board known to QML."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")


def give_voice() -> None:
    """Once the first frame is seen: finding a voice takes a moment."""
    from kiosk.devices.speaker import MachineSpeaker
    from ui.viewmodels.board.calls import Board

    board = Board.the()
    board.use(MachineSpeaker(board))
