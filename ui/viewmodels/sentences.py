"""Refusals and trouble in the language of the moment; the texts themselves are in assets/texts."""

from collections.abc import Mapping
from typing import Any

from kiosk.domain.trouble import KioskError
from ui.viewmodels.shell import Shell


def sentence(reason: str | None, detail: Mapping[str, Any] | None = None) -> str:
    """What happened and what to do next. `fault` when no reason was given."""
    from kiosk.reports import sentences

    return sentences.sentence(reason or "fault", detail or {}, language())


def trouble(error: KioskError) -> str:
    """Trouble that the person can hear about."""
    from kiosk.reports.trouble import trouble_text

    return trouble_text(error, language())


def language() -> str:
    return str(Shell.the()._language)
