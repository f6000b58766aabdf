"""The two languages: Chinese is the source text, English comes from assets/translations/en/*.json.

One small file per group of pages, `{"中文": "English"}`, found by the text alone: the same words mean the
same everywhere.
"""

import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

FOLDER = Path(__file__).parents[1] / "assets" / "translations" / "en"


@cache
def english() -> dict[str, str]:
    """Read when English is first asked for."""
    texts: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.json")):
        texts.update(json.loads(path.read_text(encoding="utf-8")))
    return texts


class English(QTranslator):
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        return english().get(sourceText, sourceText)

    def isEmpty(self) -> bool:
        return False


def say(text: str, *values: object) -> str:
    """A sentence of a view-model in the language of the moment: `say("前面 %1 人", 3)`."""
    said = QCoreApplication.translate("", text)
    for number, value in enumerate(values, start=1):
        said = said.replace(f"%{number}", str(value))
    return said
