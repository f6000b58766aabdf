"""A small file of the home that holds one value as JSON; what is lost with it can be done without."""

import logging
import os
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

log = logging.getLogger(__name__)
T = TypeVar("T")


class SmallFile(Generic[T]):
    """Its owner alone can read it. It is written beside and moved, so that nobody ever reads half of one."""

    def __init__(self, path: Path, kind: Any) -> None:
        """`kind` is what the value is, as msgspec knows it."""
        self._path, self._kind = path, kind

    def read(self, empty: T) -> T:
        """`empty` where there is none; what cannot be read is begun anew."""
        try:
            held: T = msgspec.json.decode(self._path.read_bytes(), type=self._kind)
        except FileNotFoundError:
            return empty
        except (OSError, msgspec.MsgspecError):
            log.warning("%s cannot be read and is begun anew", self._path.name, exc_info=True)
            return empty
        return held

    def write(self, value: T) -> None:
        """Raises OSError."""
        staged = self._path.with_suffix(".new")
        staged.touch(mode=0o600)
        staged.write_bytes(msgspec.json.encode(value))
        os.replace(staged, self._path)
