"""What a DetailPane shows: sections of labelled lines."""

from collections.abc import Iterable
from typing import Any

PaneLine = dict[str, str]


def section(title: str, lines: Iterable[PaneLine]) -> dict[str, Any]:
    return {"title": title, "lines": list(lines)}


def line(label: str, value: str, tone: str = "") -> PaneLine:
    """`tone`: "", wait, error, good or muted, the value's colour."""
    return {"label": label, "value": value, "tone": tone}
