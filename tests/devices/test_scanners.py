"""Scanners with a cable: what they send, pulled out and put back, two at once, and garbage."""

import errno
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.scanners.base import Scanner
from kiosk.devices.scanners.evdev import EVENT, KeyDecoder, evdev_scanner, find_event_file
from kiosk.devices.scanners.framing import LONGEST, Frame, Framer
from kiosk.devices.scanners.keymap import LEFT_SHIFT, key_of
from kiosk.devices.scanners.making import make_scanners, wedge_ways
from kiosk.devices.scanners.reader import PortScanner
from kiosk.devices.scanners.serial import find_port, serial_scanner
from kiosk.devices.scanners.simulated import SimulatedScanner
from kiosk.devices.state import Presence, State
from kiosk.domain.devices import ScannerKind, ScannerSettings, read_devices

SLIP = "YZ1:ABCDEFGHIJKLMNOPQRSTUVWXYZ"
linux = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo terminal")


@dataclass
class Ear:
    """What a scanner said, from its thread."""

    texts: list[str] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    started: list[Scanner] = field(default_factory=list)

    def hear(self, scanner: Any) -> Any:
        self.started.append(scanner)
        scanner.start(self.texts.append, self.states.append)
        return scanner

    def presences(self) -> list[Presence]:
        return [state.presence for state in self.states]


@pytest.fixture
def ear() -> Iterator[Ear]:
    ear = Ear()
    yield ear
    for scanner in ear.started:
        scanner.stop()


def until(is_so: Callable[[], bool], seconds: float = 3) -> None:
    """Three seconds are what is promised for a device that comes or goes."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.01)


class Cable:
    """A pseudo terminal under a name that stays, as udev gives one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.plug()

    def plug(self) -> None:
        self.master, slave = os.openpty()
        self.path.symlink_to(os.ttyname(slave))
        self._slave = slave

    def send(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self.master, view[:4096]) :]

    def pull(self) -> None:
        self.path.unlink()
        os.close(self._slave)
        os.close(self.master)


def on_serial(path: Path, **more: Any) -> ScannerSettings:
    return ScannerSettings(ScannerKind.SERIAL, port=str(path), **more)


@linux
def test_a_serial_scanner_reads_whatever_it_ends_with(tmp_path: Path, ear: Ear) -> None:
    cable = Cable(tmp_path / "scanner")
    ear.hear(serial_scanner(on_serial(cable.path)))
    until(lambda: ear.presences() == [Presence.READY])
    cable.send(
        f"{SLIP}\r".encode() + b"9787544258609\r\n" + b"\x02S0000123\x03" + "健康码\t".encode("gb18030")
    )
    until(lambda: len(ear.texts) == 4)
    cable.send(b"3709")
    time.sleep(0.02)
    cable.send(b"152841")  # in two parts, and without an end
    until(lambda: len(ear.texts) == 5)
    assert ear.texts == [SLIP, "9787544258609", "S0000123", "健康码", "3709152841"]
    assert ear.started[0].last_scan is not None


@linux
def test_pulled_out_and_put_back_is_noticed_and_reads_again(tmp_path: Path, ear: Ear) -> None:
    cable = Cable(tmp_path / "scanner")
    ear.hear(serial_scanner(on_serial(cable.path)))
    until(lambda: ear.presences() == [Presence.READY])
    cable.send(b"YZ1:HALF")
    time.sleep(0.02)
    cable.pull()
    until(lambda: ear.presences()[-1] is Presence.AWAY)
    cable.plug()
    until(lambda: ear.presences()[-1] is Presence.READY)
    cable.send(f"{SLIP}\r".encode())
    until(lambda: ear.texts[-1:] == [SLIP])
    assert set(ear.texts) <= {"YZ1:HALF", SLIP}


@linux
def test_a_million_bytes_without_end_are_answered_once_and_the_next_scan_is_read(
    tmp_path: Path, ear: Ear
) -> None:
    cable = Cable(tmp_path / "scanner")
    ear.hear(serial_scanner(on_serial(cable.path)))
    until(lambda: ear.presences() == [Presence.READY])
    cable.send(b"7" * 1_000_000 + b"\r" + SLIP.encode() + b"\r")
    until(lambda: len(ear.texts) >= 2, 10)
    assert ear.texts == ["7" * LONGEST, SLIP]


@linux
def test_two_scanners_at_once_do_not_mix(tmp_path: Path, ear: Ear) -> None:
    cables = [Cable(tmp_path / "left"), Cable(tmp_path / "right")]
    for cable in cables:
        ear.hear(serial_scanner(on_serial(cable.path)))
    until(lambda: ear.presences() == [Presence.READY] * 2)
    for letter in SLIP + "\r":
        for cable in cables:
            cable.send(letter.encode())
    until(lambda: len(ear.texts) == 2)
    assert ear.texts == [SLIP, SLIP]


def test_a_port_is_found_by_vendor_and_product() -> None:
    @dataclass
    class Listed:
        device: str
        vid: int | None
        pid: int | None

    ports = [Listed("COM1", None, None), Listed("COM7", 0x0C2E, 0x0901)]
    assert find_port("0C2E:0901", ports) == "COM7"
    with pytest.raises(OSError, match="no USB device 1234:0001"):
        find_port("1234:0001", ports)


class Broken:
    def __init__(self, trouble: Exception) -> None:
        self.trouble = trouble
        self.closed = 0

    def read(self, seconds: float) -> bytes:
        raise self.trouble

    def close(self) -> None:
        self.closed += 1


@pytest.mark.parametrize("trouble", [OSError(errno.ENODEV, "gone"), RuntimeError("a driver's nonsense")])
def test_whatever_a_driver_does_the_scanner_is_away_and_tried_again(ear: Ear, trouble: Exception) -> None:
    port = Broken(trouble)
    ear.hear(PortScanner("x", lambda: port, Framer(Frame()), retry_seconds=0.01))
    until(lambda: port.closed > 2)
    assert {Presence.READY, Presence.AWAY} == set(ear.presences())


def test_a_port_that_may_not_be_opened_names_the_group_to_join(ear: Ear, tmp_path: Path) -> None:
    def forbidden() -> Any:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path))

    ear.hear(PortScanner("x", forbidden, Framer(Frame())))
    until(lambda: bool(ear.states))
    assert ear.states[0].presence is Presence.NOT_ALLOWED
    assert os.name != "posix" or ear.states[0].detail["group"]


@given(
    st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30)), st.data()
)
def test_scans_are_cut_alike_however_the_bytes_arrive(texts: list[str], data: st.DataObject) -> None:
    framer, stream, scans = Framer(Frame()), "".join(text + "\r\n" for text in texts).encode(), []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        scans += framer.feed(stream[:size])
        stream = stream[size:]
    assert scans == [bare for text in texts if (bare := Frame().bare(text))]


@given(st.binary(max_size=600))
def test_any_bytes_are_some_text_or_none(data: bytes) -> None:
    framer = Framer(Frame())
    assert all(0 < len(text) <= LONGEST for text in [*framer.feed(data), *framer.quiet()])
    assert not framer.is_open


def keys(text: str) -> bytes:
    """The kernel's events of a scanner that types this."""
    events = []
    for letter in text:
        code, shifted = key_of(letter)
        shift = [(1, LEFT_SHIFT, 1)] if shifted else []
        up = [(1, LEFT_SHIFT, 0)] if shifted else []
        events += [*shift, (4, 4, 458756), (1, code, 1), (0, 0, 0), (1, code, 0), *up, (0, 0, 0)]
    return b"".join(EVENT.pack(0, 0, *event) for event in events)


@linux
def test_an_event_device_is_taken_for_us_alone_read_and_found_again(tmp_path: Path, ear: Ear) -> None:
    fifo, grabbed = tmp_path / "event7", []
    os.mkfifo(fifo)
    ear.hear(evdev_scanner(ScannerSettings(ScannerKind.EVDEV, port=str(fifo)), grabbed.append))
    until(lambda: ear.presences() == [Presence.READY])
    hand = os.open(fifo, os.O_WRONLY)
    for part in (keys(SLIP)[:100], keys(SLIP)[100:], keys("\r"), keys("https://a.cn/?X=1\r")):
        os.write(hand, part)
    until(lambda: len(ear.texts) == 2)
    assert ear.texts == [SLIP, "https://a.cn/?X=1"]
    os.close(hand)
    until(lambda: Presence.AWAY in ear.presences())
    until(lambda: ear.presences()[-1] is Presence.READY)
    assert len(grabbed) == 2


def test_keys_that_the_kernel_lost_make_no_scan() -> None:
    decoder = KeyDecoder(Frame())
    assert decoder.feed(keys("YZ1:ABC") + EVENT.pack(0, 0, 0, 3, 0) + keys("S0000123\r")) == ["S0000123"]
    assert decoder.feed(EVENT.pack(0, 0, 1, key_of("a")[0], 2) + keys("b\r")) == [
        "b"
    ]  # held down: typed once


def test_an_event_file_is_found_by_vendor_and_product(tmp_path: Path) -> None:
    for name, caps in (
        ("event3", "0"),
        ("event4", "1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe"),
    ):
        device = tmp_path / name / "device"
        (device / "id").mkdir(parents=True)
        (device / "capabilities").mkdir()
        (device / "id" / "vendor").write_text("0c2e\n")
        (device / "id" / "product").write_text("0901\n")
        (device / "capabilities" / "key").write_text(caps + "\n")
    assert find_event_file("0C2E:0901", tmp_path) == "/dev/input/event4"
    with pytest.raises(OSError, match="no USB keyboard"):
        find_event_file("0c2e:ffff", tmp_path)


def test_a_simulated_scanner_plays_its_texts_and_can_be_pulled_out(ear: Ear) -> None:
    scanner = ear.hear(SimulatedScanner(texts=[(0.01, SLIP), (0.01, "A001")]))
    until(lambda: ear.texts == [SLIP, "A001"])
    scanner.unplug()
    scanner.scan(SLIP)
    scanner.forbid("dialout")
    assert len(ear.texts) == 2
    assert ear.presences() == [Presence.READY, Presence.AWAY, Presence.NOT_ALLOWED]


def test_settings_become_scanners() -> None:
    devices = read_devices(
        {
            "scanners": [
                {"kind": "serial", "name": "柜台", "usb": "0c2e:0901", "baud": 115200, "terminator": "cr"},
                {"kind": "wedge", "prefix": "~", "quick_ms": 40},
            ]
        }
    )
    assert [scanner.name for scanner in make_scanners(devices.scanners)] == ["柜台"]
    assert (wedge_ways(devices.scanners).frame.prefix, wedge_ways(devices.scanners).quick_ms) == ("~", 40)
    assert wedge_ways(()).frame == Frame()


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (7, "must be a table"),
        ({"scaners": []}, "has no scaners"),
        ({"scanners": "serial"}, "must be a list"),
        ({"scanners": [3]}, "scanner 1 must be a table"),
        ({"scanners": [{"kind": "laser"}]}, "kind must be one of wedge, serial, evdev"),
        ({"scanners": [{"kind": ["serial"]}]}, "kind must be a text"),
        ({"scanners": [{"kind": "serial"}]}, "say where it is"),
        ({"scanners": [{"kind": "serial", "port": "COM1", "usb": "0c2e:0901"}]}, "either with port or with usb"),
        ({"scanners": [{"kind": "serial", "usb": "scanner"}]}, "vendor:product"),
        ({"scanners": [{"kind": "serial", "port": "COM1", "baud": "9600"}]}, "baud must be a number"),
        ({"scanners": [{"kind": "serial", "port": "COM1", "baud": True}]}, "baud must be a number"),
        ({"scanners": [{"kind": "serial", "port": "COM1", "baud": 0}]}, "more than 0"),
        ({"scanners": [{"kind": "wedge", "terminator": "return"}]}, "terminator must be one of"),
        ({"scanners": [{"kind": "wedge", "quick_ms": 500}]}, "quick_ms must be"),
        ({"scanners": [{"kind": "evdev", "port": "/dev/input/event3", "speed": 1}]}, "has no speed"),
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_explained(table: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_devices(table)
