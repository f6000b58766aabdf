"""A scanner on a serial line, or on USB pretending to be one."""

import errno
from collections.abc import Iterable
from typing import Any

import serial
from serial.tools import list_ports

from kiosk.devices.scanners.framing import TERMINATORS, Frame, Framer
from kiosk.devices.scanners.reader import RETRY_SECONDS, Port, PortScanner
from kiosk.domain.devices import ScannerSettings

_MOST = 65536


class SerialPort:
    """Raises OSError, as files do: pyserial's own error is one."""

    def __init__(self, name: str, baud: int) -> None:
        try:
            self._line = serial.Serial(name, baud)
        except serial.SerialException as error:
            raise OSError(error.errno or errno.ENODEV, str(error), name) from error
        except ValueError as error:  # a baud rate that this port does not know
            raise OSError(errno.EINVAL, str(error), name) from error

    def read(self, seconds: float) -> bytes:
        self._line.timeout = seconds
        first = self._line.read(1)
        return bytes(first + self._line.read(min(self._line.in_waiting, _MOST))) if first else b""

    def close(self) -> None:
        self._line.close()


def serial_scanner(settings: ScannerSettings, retry_seconds: float = RETRY_SECONDS) -> PortScanner:
    """By the port's name, or by USB's vendor:product wherever it is plugged in."""

    def open_port() -> Port:
        return SerialPort(settings.port or find_port(settings.usb), settings.baud)

    frame = Frame(TERMINATORS[settings.terminator], settings.prefix, settings.suffix)
    return PortScanner(settings.called, open_port, Framer(frame), retry_seconds)


def find_port(usb: str, ports: Iterable[Any] | None = None) -> str:
    """The port's name. Raises OSError when nothing of this vendor and product is plugged in."""
    vendor, product = (int(part, 16) for part in usb.split(":"))
    for port in list_ports.comports() if ports is None else ports:
        if (port.vid, port.pid) == (vendor, product):
            return str(port.device)
    raise OSError(errno.ENODEV, f"no USB device {usb}")
