"""Label sheets: on the paper that was bought, with everything in its label, in fonts that go with the file."""

import re
import zlib
from base64 import a85decode

import pytest
from reportlab.lib.pagesizes import A4

from kiosk.commands.records import CopyLabel
from kiosk.domain.trouble import KioskError
from kiosk.reports.labels import Layout, label_sheets
from kiosk.reports.pdf_text import BOLD, REGULAR, fitted, runs, width_of

LONG = "𠮷野家的㐂䶮故事，一个非常长的书名要在标签上换行 and even so be cut off at the end of the second line"


def a_label(number: int = 1, title: str = "活着", shelf: str = "A 区 1 架 1 层") -> CopyLabel:
    return CopyLabel(
        number=f"S{number:07d}", title=title, class_number="I247.5", shelf=shelf, location="一楼阅览区"
    )


def contents(pdf: bytes) -> list[bytes]:
    """What is drawn on each page."""
    found = re.findall(
        rb"/Filter \[ /ASCII85Decode /FlateDecode \].*?stream\s*(.*?)endstream", pdf, re.DOTALL
    )
    streams = [zlib.decompress(a85decode(one.strip().removesuffix(b"~>"))) for one in found]
    return [one for one in streams if b" re" in one and b"Tf" in one]


@pytest.mark.parametrize(
    ("text", "size"), [("3x8", (70, 37.1)), ("2 × 5", (105, 59.4)), ("5X13", (42, 22.8))]
)
def test_a_sheet_is_as_many_labels_as_it_says(text: str, size: tuple[float, float]) -> None:
    layout = Layout.read(text)
    assert (round(layout.width / 72 * 25.4, 1), round(layout.height / 72 * 25.4, 1)) == size
    assert layout.corner(0)[1] == pytest.approx(A4[1] - layout.height)
    assert layout.corner(layout.count - 1) == pytest.approx((A4[0] - layout.width, 0))


@pytest.mark.parametrize(
    "text", ["", "3", "0x8", "3x0", "9x9", "3x99", "-3x8", "3x8x2", "٣x8", "3x100000000000"]
)
def test_a_sheet_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(KioskError, match="labels_bad_sheet"):
        Layout.read(text)


@pytest.mark.parametrize(
    ("labels", "skip", "pages"), [(1, 0, 1), (24, 0, 1), (25, 0, 2), (24, 1, 2), (48, 24, 2)]
)
def test_labels_go_on_to_the_next_sheet(labels: int, skip: int, pages: int) -> None:
    pdf = label_sheets([a_label(n) for n in range(1, labels + 1)], Layout.read("3x8"), skip=skip)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == pages
    assert len(contents(pdf)) == pages


def test_the_fonts_go_with_the_file() -> None:
    pdf = label_sheets([a_label()], Layout.read("3x8"))
    assert pdf.count(b"/FontFile2") == 2 and len(pdf) < 100_000


def test_bars_and_qr_are_drawn_as_wished() -> None:
    counts = []
    for bars, qr in ((True, False), (False, True), (True, True)):
        (page,) = contents(label_sheets([a_label()], Layout.read("3x8"), bars=bars, qr=qr))
        counts.append(page.count(b" re"))
    assert 20 < counts[0] < 60 < 150 < counts[1] < counts[2] == counts[0] + counts[1]


@pytest.mark.parametrize("sheet", ["3x8", "5x13", "2x5"])
def test_nothing_is_wider_than_its_label(sheet: str) -> None:
    room = Layout.read(sheet).width - 17
    lines = fitted(LONG + LONG, BOLD, 9, room, 2)
    assert len(lines) == 2 and all(width_of(line, BOLD, 9) <= room for line in lines)
    assert lines[1].endswith("…") and LONG.startswith("".join(lines)[:12])
    assert fitted("短", REGULAR, 9, room, 1) == ["短"]


def test_a_character_that_the_font_lacks_is_drawn_by_itself() -> None:
    assert runs("𠮷野家", BOLD) == [("𠮷", True), ("野家", False)]
    pdf = label_sheets([a_label(title="𠮷野家")], Layout.read("3x8"))
    assert b"/Subtype /Image" in pdf
