"""Labels to stick on books."""

from kiosk.commands.base import Question


class LabelsOf(Question, frozen=True):
    """-> list[records.CopyLabel] by number, at most `most`; every condition that is given holds.

    `title` is what one would search for, or an id or ISBN; `location` a code or name; `first` and `last` copy numbers.
    """

    title: str | None = None
    location: str | None = None
    numbers: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    most: int = 1000
