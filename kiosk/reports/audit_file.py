"""The audit list as CSV: a list of years has more rows than a spreadsheet is quickly written with."""

import csv
from io import StringIO

from kiosk.reports.figures_tables import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def audit_file(table: Table) -> bytes:
    """UTF-8 with its mark, which spreadsheets ask for; what begins like a formula gets a ' before it."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(table.heads)
    writer.writerows([_safe(str(value)) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
