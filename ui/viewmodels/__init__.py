"""What the pages bind to: thin view-models that turn text into values and call the station."""

import pkgutil
from functools import cache
from importlib import import_module


@cache
def load_all() -> None:
    """Make every view-model known to QML; the first frame needs only the shell's own."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
