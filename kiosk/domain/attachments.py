"""What may be attached to a ticket: photos, scans and documents up to 10 MB, known by their content, not by a name."""

import re

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason

MEGABYTES = 10
LARGEST = MEGABYTES * 1024 * 1024
MOST = 20
"""Attachments of one ticket."""
CHUNK = 256 * 1024
TYPES = frozenset(
    {
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/heic",
        "image/tiff",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)
_HASH = re.compile(r"[0-9a-f]{64}")


def may_attach(size: int, kind: str | None, content_hash: str, there: int) -> Refused | None:
    """`kind` is what its first bytes say; `there`: how many the ticket has."""
    if size > LARGEST:
        return Refused.because(Reason.TOO_LARGE, most=MEGABYTES)
    if size < 1 or kind not in TYPES or not _HASH.fullmatch(content_hash):
        return Refused.because(Reason.BAD_FILE)
    return Refused.because(Reason.LIMIT_REACHED, what="attachments", limit=MOST) if there >= MOST else None
