"""This terminal's settings: a small TOML file in its home, and where things lie."""

import json
import os
import tomllib
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from kiosk.domain.devices import Devices, read_devices
from kiosk.domain.trouble import KioskError

SETTINGS = "yizhan.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """`store` is the URL of the shared store; None: the terminal is its own hub with a store file in its home.

    `notify`: how people are told what was decided, see kiosk/notify.py. `exit_pin`: the hash of the PIN that ends a stand's
    full screen, see kiosk/exit_pin.py. `devices`: the table `[devices]`.
    """

    terminal: str
    role: str
    demo: bool
    store: str | None = None
    place: str = ""
    diagonal: float = 21.5
    notify: str = "paper"
    exit_pin: str | None = None
    devices: Devices = field(default_factory=Devices)


@dataclass(frozen=True, slots=True)
class HomeFolder:
    """Where the files of one terminal lie."""

    path: Path

    @property
    def settings_file(self) -> Path:
        return self.path / SETTINGS

    @property
    def database(self) -> Path:
        return self.path / "home.db"

    @property
    def own_store(self) -> Path:
        return self.path / "store.db"

    @property
    def exchange_lock(self) -> Path:
        return self.path / "exchange.lock"

    @property
    def drafts(self) -> Path:
        return self.path / "drafts.json"

    @property
    def mappings(self) -> Path:
        """Which column of a catalogue is what, as it was set right here before."""
        return self.path / "mappings.json"

    @property
    def labels(self) -> Path:
        """Up to which copy labels were printed here."""
        return self.path / "labels.json"

    @property
    def lists(self) -> Path:
        """Call lists, for as long as somebody calls from them."""
        return self.path / "lists"

    @property
    def log(self) -> Path:
        return self.path / "yizhan.log"

    @property
    def exists(self) -> bool:
        return self.settings_file.exists()

    def load(self) -> Settings:
        """Raises KioskError: no_home, home_is_file, bad_settings."""
        try:
            data = tomllib.loads(self.settings_file.read_text("utf-8"))
            return Settings(**data | {"devices": read_devices(data.get("devices", {}))})
        except FileNotFoundError:
            raise KioskError("no_home", home=str(self.path)) from None
        except NotADirectoryError:
            raise KioskError("home_is_file", home=str(self.path)) from None
        except (OSError, ValueError, TypeError) as error:
            raise KioskError("bad_settings", home=str(self.path), why=str(error)) from error

    def save(self, settings: Settings) -> None:
        staged = self.settings_file.with_suffix(".new")
        staged.write_text("\n".join(_table(asdict(settings))) + "\n", "utf-8")
        os.replace(staged, self.settings_file)


def _table(table: dict[str, Any], path: str = "") -> list[str]:
    """The lines of a TOML table: first its own values, then the tables in it; what is empty is left out."""
    values = {name: value for name, value in table.items() if not isinstance(value, dict | list | tuple)}
    lines = [f"{name} = {_toml(value)}" for name, value in values.items() if value is not None]
    for name, value in table.items():
        if isinstance(value, dict):
            inner = _table(value, f"{path}{name}.")
            lines += [*([f"[{path}{name}]"] if any("=" in line for line in inner) else []), *inner]
        elif name not in values:
            for one in value:
                lines += [f"[[{path}{name}]]", *_table(one, f"{path}{name}.")]
    return lines


def _toml(value: str | bool | float) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def default_home() -> HomeFolder:
    return HomeFolder(user_data_path("yizhan", appauthor=False))
