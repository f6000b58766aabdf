"""What operators were typing when the screen went dark: kept in the home until it was sent or thrown away."""

import time
from pathlib import Path

from kiosk.small_file import SmallFile

Draft = dict[str, str]
Kept = dict[str, tuple[float, Draft]]
"""By form: when it was kept (seconds since 1970), and what."""
_KEPT_SECONDS = 24 * 3600


class Drafts:
    """One small file that its owner alone can read; a draft that nobody came back to for a day is dropped."""

    def __init__(self, file: Path) -> None:
        self._file = SmallFile[dict[str, Kept]](file, dict[str, Kept])

    def of(self, operator: str) -> dict[str, Draft]:
        """By form. What nobody came back to is gone from the file with this look."""
        held = self._read()
        good = {one: _lasting(mine) for one, mine in held.items()}
        if good != held:
            self._write(good)
        return {form: values for form, (_, values) in good.get(operator, {}).items()}

    def keep(self, operator: str, form: str, values: Draft) -> None:
        """An empty draft is none."""
        held = self._read()
        mine = {name: draft for name, draft in held.get(operator, {}).items() if name != form}
        if any(values.values()):
            mine[form] = (time.time(), values)
        self._write({**held, operator: mine})

    def _read(self) -> dict[str, Kept]:
        return self._file.read({})

    def _write(self, held: dict[str, Kept]) -> None:
        self._file.write({one: mine for one, mine in held.items() if mine})


def _lasting(mine: Kept) -> Kept:
    return {form: draft for form, draft in mine.items() if time.time() - draft[0] < _KEPT_SECONDS}
