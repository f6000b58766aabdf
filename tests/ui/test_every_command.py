"""Everything that can be wished can be wished from a screen."""

import ast
from pathlib import Path

from kiosk.commands.base import HUB, KINDS, spec_of
from kiosk.services import load_services

SCREENS = Path(__file__).parents[2] / "ui" / "viewmodels"


BY_THE_STATION = {
    "import_calendar": "the import makes it of a file",
    "wrong_pin": "Station.identify counts", "right_pin": "Station.identify counts",
    "first_manager": "Station.first_manager", "recover_manager": "Station.recover",
    "seed_station": "init", "join_terminal": "init",
}  # fmt: skip
"""Sent for somebody by the facade, which makes them: no screen names their classes."""


def names_used() -> set[str]:
    """Every name that a view-model mentions outside of imports."""
    found: set[str] = set()
    for path in SCREENS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Name):
                found.add(node.id)
            elif isinstance(node, ast.Attribute):
                found.add(node.attr)
    return found


def test_every_command_that_a_person_may_send_is_sent_by_some_screen() -> None:
    load_services()
    wishes = {kind: cls.__name__ for kind, cls in KINDS.items() if spec_of(cls).by != HUB}
    used = names_used()
    unsent = {kind for kind, name in wishes.items() if name not in used}
    assert unsent == set(BY_THE_STATION)
