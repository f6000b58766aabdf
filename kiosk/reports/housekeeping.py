"""What housekeeping has done, in a line."""

from collections.abc import Mapping

from kiosk.reports.sentences import list_text
from kiosk.reports.trouble import sentence


def done_text(done: Mapping[str, int], lang: str = "zh") -> str:
    """`done`: how many of each kind of command."""
    if not done:
        return sentence("housekeeping", "nothing", {}, lang)
    parts = (sentence("housekeeping", kind, {"count": count}, lang) for kind, count in sorted(done.items()))
    return sentence("housekeeping", "done", {"what": list_text(parts, lang)}, lang)
