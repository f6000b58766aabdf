"""What every section of the station's settings can do."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.commands.base import Command
from ui.viewmodels.desk.fields import Action
from ui.viewmodels.desk.stationset.house import House
from ui.viewmodels.desk.stationset.rows import SettingRow, Thing

Chosen = Callable[[], str]
ReadHouse = Callable[[], House]


class Section:
    """`words` are Chinese source text. `page`: the QML of a section that is not a list of lines."""

    key = ""
    words = ""
    icon = ""
    page = ""

    def things(self, house: House) -> Sequence[Thing]:
        return ()

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        """What may be set of the thing `key`."""
        return ()

    def save(self, house: House, key: str, row: SettingRow, value: Any) -> Command:
        """The command that sets it."""
        raise NotImplementedError

    def drop(self, house: House, key: str, row: SettingRow) -> Command | None:
        """The command after which it follows what is above it."""
        return None

    def actions(self, house: ReadHouse, chosen: Chosen, is_open: Callable[[], bool]) -> Sequence[Action]:
        """What can be added here, or done with the chosen thing."""
        return ()
