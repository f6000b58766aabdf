"""Tests need no display and no graphics card."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.pop("QT_IM_MODULE", None)

pytest_plugins = ["tests.stations"]
