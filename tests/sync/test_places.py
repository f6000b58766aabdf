"""A store on a network share is noticed."""

from types import SimpleNamespace

import pytest

from kiosk.sync.places import is_on_network

MOUNTED = [
    SimpleNamespace(mountpoint="/", fstype="ext4", opts="rw"),
    SimpleNamespace(mountpoint="/mnt/share", fstype="nfs4", opts="rw,vers=4.2"),
    SimpleNamespace(mountpoint="/mnt/win", fstype="cifs", opts="rw"),
    SimpleNamespace(mountpoint="/mnt/share/own", fstype="ext4", opts="rw"),
    SimpleNamespace(mountpoint="/mnt/odd", fstype="NTFS", opts="rw,remote"),
]


@pytest.mark.parametrize(
    ("url", "remote"),
    [
        ("sqlite:////srv/yizhan/store.db", False),
        ("sqlite:////mnt/share/store.db", True),
        ("sqlite:////mnt/shared/store.db", False),
        ("sqlite:////mnt/share/own/store.db", False),
        ("sqlite:////mnt/win/deep/store.db", True),
        ("sqlite:////mnt/odd/store.db", True),
        ("sqlite://///server/share/store.db", True),
        ("postgresql://x@db.example/stations", False),
    ],
)
def test_a_file_on_another_machines_disk_is_known_by_its_mount(url: str, remote: bool) -> None:
    assert is_on_network(url, MOUNTED) is remote


def test_this_machines_own_disk_is_none() -> None:
    assert not is_on_network("sqlite:////tmp/store.db")
