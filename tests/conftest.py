"""Tests need no display and no graphics card."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.pop("QT_IM_MODULE", None)
# Loading QML, the main thread holds Python's lock and waits for Qt's loader thread. What Qt warns of on that
# thread (its own keyboard page; optional sound and video libraries) reaches pytest-qt's handler, which needs
# the lock: both would wait forever. So these two are not said at all.
os.environ.setdefault("QT_LOGGING_RULES", "qt.qml.propertyCache.append=false;qt.multimedia*=false")

# no example is timed: machines are busy
settings.register_profile("yizhan", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("yizhan")

pytest_plugins = ["tests.stations", "tests.postgres", "tests.stores"]
