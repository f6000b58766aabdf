"""The shipped fonts, so that every machine draws the same; the rare one is read when a text needs it."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

FOLDER = Path(__file__).parents[1] / "assets" / "fonts"


def use_shipped_fonts(app: QGuiApplication) -> None:
    families: list[str] = []
    for path in sorted((*FOLDER.glob("*.ttf"), *FOLDER.glob("*.otf"))):
        number = QFontDatabase.addApplicationFont(str(path))
        families += [f for f in QFontDatabase.applicationFontFamilies(number) if f not in families]
    families.sort(key=lambda family: not family.startswith("Noto Sans SC"))
    font = QFont(families)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
