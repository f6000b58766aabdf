"""The local services: handlers and answers to questions, one file (or two) for each."""

import pkgutil
from importlib import import_module


def load_services() -> None:
    """Enter every service's handlers and answers into the registry."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
