"""The screens: Qt Quick, one application with four start pages."""

import ctypes
import sys


def _keep_none_alive() -> None:
    """PySide 6.12 gives back one reference to None too many with every call that returns nothing.

    None is immortal from Python 3.12 on; in 3.11 (Debian 12) its count falls to zero after some ten thousand
    touches, and the process ends with `none_dealloc`. So it begins with a count that no kiosk uses up.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value += 1 << 60


_keep_none_alive()
