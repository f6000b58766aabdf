"""The front desk's view-models: thin as the kiosk's, each command sent by the operator who has signed in."""

import pkgutil
from functools import cache
from importlib import import_module


@cache
def load_desk() -> None:
    """Make every view-model of the desk known to QML; they are found by themselves, in folders too."""
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        import_module(module.name)
