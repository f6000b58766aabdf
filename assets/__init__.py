"""The files that the product ships: fonts, icons, sounds, translations, the demo station."""

from pathlib import Path

FOLDER = Path(__file__).parent
