"""Where a store lies: a file on a network share cannot be locked reliably, so SQLite must not be shared that way."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from db.engines import file_of

# https://www.sqlite.org/faq.html#q5
REMOTE = (
    "nfs",
    "cifs",
    "smb",
    "afs",
    "9p",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
    "fuse.rclone",
    "davfs",
    "ncpfs",
)


def is_on_network(url: str, partitions: Iterable[Any] | None = None) -> bool:
    """Whether the store at this URL is a file on another machine's disk. `partitions` as psutil tells them."""
    file = file_of(url)
    if file is None:
        return False
    if file.startswith(("//", "\\\\")):
        return True
    path = Path(file).absolute()
    mounts = [one for one in partitions or _mounted() if path.is_relative_to(one.mountpoint)]
    nearest = max(mounts, key=lambda one: len(one.mountpoint), default=None)
    return nearest is not None and (nearest.fstype.startswith(REMOTE) or "remote" in nearest.opts.split(","))


def _mounted() -> Iterable[Any]:
    import psutil  # for this one question

    found: list[Any] = psutil.disk_partitions(all=True)
    return found
