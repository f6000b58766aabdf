"""What people are told when a code was read, in both languages; the texts stand in assets/texts/codes.toml."""

from kiosk.commands.records.checkin import CodeRead
from kiosk.reports.sentences import value_text
from kiosk.reports.trouble import sentence


def told(read: CodeRead, lang: str) -> str:
    """What it is, or is not, and what to do next: one or two short sentences."""
    values = {name: value_text(value, lang) for name, value in read.detail.items()}
    if lang == "en":
        values |= {name.removesuffix("_en"): value for name, value in values.items() if name.endswith("_en")}
    return sentence("codes", read.sentence, values, lang)
