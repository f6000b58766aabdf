"""The front desk's view-models: thin as the kiosk's, each command sent by the operator who has signed in."""

from functools import cache


@cache
def load_desk() -> None:
    """Make every view-model of the desk known to QML."""
    from ui.viewmodels.desk import counter, requests, session, today  # noqa: F401
