"""What is plugged into a terminal, as the table `[devices]` of its settings says it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

_USB = re.compile(r"[0-9a-fA-F]{4}:[0-9a-fA-F]{4}")
TERMINATORS = ("auto", "cr", "lf", "crlf", "tab", "etx")
SLOWEST_QUICK_MS = 100


class ScannerKind(StrEnum):
    WEDGE = "wedge"
    SERIAL = "serial"
    EVDEV = "evdev"


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """`port` is a serial port or a device file, `usb` vendor:product instead of it, `baud` of a serial line.

    `quick_ms`: at most that long between two keys of a wedge, mostly.
    """

    kind: ScannerKind
    name: str = ""
    port: str = ""
    usb: str = ""
    baud: int = 9600
    terminator: str = "auto"
    prefix: str = ""
    suffix: str = ""
    quick_ms: int = 22

    @property
    def called(self) -> str:
        """Its name, or else where it is."""
        return self.name or self.port or self.usb


@dataclass(frozen=True, slots=True)
class Devices:
    """A keyboard-wedge needs no entry: it is listened for in any case."""

    scanners: tuple[ScannerSettings, ...] = ()


def read_devices(table: Any) -> Devices:
    """From TOML. Raises ValueError with the words of what is wrong."""
    if not isinstance(table, dict):
        raise ValueError("[devices] must be a table")
    _refuse_unknown("[devices]", table, (one.name for one in fields(Devices)))
    scanners = table.get("scanners", [])
    if not isinstance(scanners, list | tuple):
        raise ValueError("scanners must be a list: begin each with [[devices.scanners]]")
    return Devices(tuple(_scanner(n, one) for n, one in enumerate(scanners, 1)))


def _scanner(n: int, table: Any) -> ScannerSettings:
    where = f"scanner {n}"
    if not isinstance(table, dict):
        raise ValueError(f"{where} must be a table: begin it with [[devices.scanners]]")
    _refuse_unknown(where, table, (one.name for one in fields(ScannerSettings)))
    for name, value in table.items():
        wanted = int if name in ("baud", "quick_ms") else str
        if type(value) is not wanted:
            raise ValueError(f"{where}: {name} must be {'a number' if wanted is int else 'a text'}")
    if table.get("kind") not in list(ScannerKind):
        raise ValueError(f"{where}: kind must be one of {', '.join(ScannerKind)}")
    settings = ScannerSettings(**{**table, "kind": ScannerKind(table["kind"])})
    _check(where, settings)
    return settings


def _check(where: str, one: ScannerSettings) -> None:
    if one.terminator not in TERMINATORS:
        raise ValueError(f"{where}: terminator must be one of {', '.join(TERMINATORS)}")
    if one.usb and not _USB.fullmatch(one.usb):
        raise ValueError(f"{where}: usb must be vendor:product, such as 0c2e:0901")
    if one.kind is not ScannerKind.WEDGE and bool(one.port) == bool(one.usb):
        raise ValueError(f"{where}: say where it is, either with port or with usb")
    if one.baud <= 0:
        raise ValueError(f"{where}: baud must be more than 0")
    if not 1 <= one.quick_ms <= SLOWEST_QUICK_MS:
        raise ValueError(f"{where}: quick_ms must be 1 to {SLOWEST_QUICK_MS}")


def _refuse_unknown(where: str, table: dict[str, Any], known: Iterable[str]) -> None:
    names = list(known)
    unknown = [name for name in table if name not in names]
    if unknown:
        raise ValueError(f"{where} has no {unknown[0]}; there are {', '.join(names)}")
