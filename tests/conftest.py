"""Tests need no display and no graphics card."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.pop("QT_IM_MODULE", None)
# Qt's own keyboard page warns from the thread that loads QML, while the main thread waits and holds
# Python's lock: a message handler in Python (pytest-qt's) then waits forever. So it is not said at all.
os.environ.setdefault("QT_LOGGING_RULES", "qt.qml.propertyCache.append=false")

pytest_plugins = ["tests.stations"]
