"""The audit list in words: who did what when, and what became of it."""

import tomllib
from collections.abc import Iterable
from functools import cache

from assets import FOLDER
from kiosk.commands.records import AuditRow
from kiosk.reports import sentences
from kiosk.reports.figures_tables import Table, words

_HEADS = ("when", "who", "what", "about", "outcome", "why")


def audit_table(found: Iterable[AuditRow], lang: str) -> Table:
    rows = tuple(
        (
            row.made_at,
            who_words(row.role, row.who, lang),
            kind_words(row.kind, lang),
            row.about,
            outcome_words(row, lang),
            why_words(row, lang),
        )
        for row in found
    )
    return Table("audit", words("audit", lang), _HEADS, tuple(words(head, lang) for head in _HEADS), rows)


def kind_words(kind: str, lang: str) -> str:
    """`call_next` -> 叫下一位; a command that this version does not know keeps its name."""
    return str(_kinds().get(kind, {}).get(lang, kind))


def who_words(role: str, who: str, lang: str) -> str:
    """An operator's name; of residents only that it was one."""
    return who if role == "operator" and who else words(role or "hub", lang, who=who)


def outcome_words(row: AuditRow, lang: str) -> str:
    return words("flagged" if row.status == "accepted" and row.flags else row.status, lang)


def why_words(row: AuditRow, lang: str) -> str:
    """Why it was refused, or what is to be seen to."""
    reasons = ([row.reason] if row.reason else []) + list(row.flags)
    return sentences.list_text((sentences.short(reason, lang) for reason in reasons), lang)


@cache
def _kinds() -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / "texts" / "kinds.toml").read_text("utf-8"))
