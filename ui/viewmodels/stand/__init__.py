"""The check-in stand's view-models."""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module


@cache
def load_stand() -> None:
    """Make every view-model of the stand known to QML."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")


def begin_stand(alternates: bool, is_pin: Callable[[str], bool] | None, bolted: bool) -> None:
    """Once the first frame is seen: both languages in turn, the way out, and a voice, which takes a moment to find.

    `bolted`: the window does not close before somebody has been let out; `is_pin` None: nobody needs a PIN for it.
    """
    from kiosk.devices.speaker import MachineSpeaker
    from ui.viewmodels.stand.door import Stand
    from ui.viewmodels.stand.leaving import Leaving

    Leaving.the().guard(is_pin, bolted)
    stand = Stand.the()
    stand.alternate(alternates)
    stand.use(MachineSpeaker(stand))
