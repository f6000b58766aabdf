"""Refusals and trouble in the language of the moment; the texts themselves are in assets/texts."""

from collections.abc import Mapping
from typing import Any

from kiosk.domain.trouble import KioskError
from ui.viewmodels.shell import Shell
from ui.words import say

_TROUBLE = {"store_busy": "机器正忙，什么都没改动。请等一会儿再试。"}


def sentence(reason: str | None, detail: Mapping[str, Any] | None = None) -> str:
    """What happened and what to do next. `fault` when no reason was given."""
    from kiosk.reports import sentences

    return sentences.sentence(reason or "fault", detail or {}, language())


def trouble(error: KioskError) -> str:
    """Trouble with this machine, as a resident can hear it; which one stands in the log."""
    return say(_TROUBLE.get(error.key, "机器这会儿记不下来，什么都没改动。请叫人帮忙，或到服务台办。"))


def language() -> str:
    return str(Shell.the()._language)
