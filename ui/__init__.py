"""The screens: Qt Quick, one application with four start pages."""

import ctypes
import sys


def _keep_constants_alive() -> None:
    """PySide 6.12 gives back one reference too many to the None, True or False that its calls return.

    They are immortal from Python 3.12 on; in 3.11 (Debian 12) a count falls to zero after some ten thousand
    touches, and the process ends with `none_dealloc` or `bool_dealloc`. So each begins with a count that no
    kiosk uses up.
    """
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value += 1 << 60


_keep_constants_alive()
