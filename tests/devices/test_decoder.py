"""Codes in pictures: plain, hard, of other kinds, and pictures that are none."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import qrcode
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage

from kiosk.devices.camera import as_qimage
from kiosk.devices.decoder import Read, read
from kiosk.devices.pictures import RawPicture
from tests.devices.hard_images import FRAME, Bad, HardImage, draw, hard_images

SAMPLE, SEED, FLOOR = 8, 6, 7


@pytest.fixture(scope="module")
def plain() -> HardImage:
    return draw(Bad(module=5), Random(1))


def test_the_same_code_is_read_from_a_qimage_a_pillow_picture_and_plain_rows(plain: HardImage) -> None:
    grey, stride = plain.frame, FRAME[0] + 16
    padded = b"".join(
        grey.tobytes()[row * FRAME[0] : (row + 1) * FRAME[0]] + bytes(16) for row in range(FRAME[1])
    )
    for picture in (as_qimage(grey), grey, grey.convert("RGB"), RawPicture(padded, *FRAME, stride)):
        found = read(picture)
        assert [(one.text, one.format) for one in found] == [(plain.text, "qr")]
        assert _far(found[0], plain) < 4


def test_hard_images_are_read_and_none_is_misread() -> None:
    """A small sample of `make bench`'s, with a floor of its own; zxing-cpp's defaults read about half."""
    readings = [
        (image.text, [one.text for one in read(image.frame, patience=6)])
        for image in hard_images(SAMPLE, SEED)
    ]
    assert all(texts in ([], [text]) for text, texts in readings)
    assert sum(texts == [text] for text, texts in readings) >= FLOOR


def test_a_code_with_an_eye_in_glare_is_read_by_what_is_left() -> None:
    """The corner of an eye, a whole one even, is more than a plain look can do without."""
    image = draw(Bad(module=5, version=3), Random(3))
    x, y = (round(value) for value in image.corners[0])
    image.frame.paste(252, (x - 5, y - 5, x + 22, y + 22))
    assert zxingcpp.read_barcodes(image.frame) == []
    assert [one.text for one in read(image.frame, patience=6)] == [image.text]


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("EAN13", "9787506365437", "ean13"),
        ("Code128", "S0000005", "code128"),
        ("QRCode", "https://a.cn/1", "qr"),
    ],
)
def test_other_codes_that_we_know_are_read_as_what_they_are(kind: str, text: str, told: str) -> None:
    found = read(_drawn(kind, text))
    assert [(one.text, one.format) for one in found] == [(text, told)]


@pytest.mark.parametrize("kind", ["DataMatrix", "Aztec", "PDF417"])
def test_codes_of_other_kinds_are_nothing_to_us(kind: str) -> None:
    assert read(_drawn(kind, "12345678")) == ()


@pytest.mark.parametrize(
    "picture",
    [
        QImage(),
        QImage(1, 1, QImage.Format.Format_RGB32),
        Image.new("L", (1, 1)),
        Image.new("RGBA", (9000, 20)),
        Image.new("1", (64, 64)),
        RawPicture(b"", 1280, 720, 1280),
        RawPicture(b"1234", 0, 0, 0),
        RawPicture(bytes(100), 10, 10, 3),
        RawPicture(bytes(100), -10, 10, 10),
    ],
    ids=[
        "null",
        "one pixel",
        "one grey pixel",
        "very wide",
        "one bit",
        "no bytes",
        "nothing",
        "short rows",
        "negative",
    ],
)
def test_what_is_no_picture_of_a_code_says_nothing(picture: object) -> None:
    assert read(picture, patience=0.1) == ()  # type: ignore[arg-type]


def test_a_file_cut_off_in_the_middle_says_nothing(tmp_path: Path, plain: HardImage) -> None:
    plain.frame.save(tmp_path / "frame.png")
    (tmp_path / "cut.png").write_bytes((tmp_path / "frame.png").read_bytes()[:4000])
    with Image.open(tmp_path / "cut.png") as cut:
        assert read(cut, patience=0.1) == ()


def test_noise_is_never_a_code() -> None:
    dice = Random(4)
    for _ in range(4):
        assert read(Image.frombytes("L", (320, 240), dice.randbytes(320 * 240)), patience=0.3) == ()


def test_a_huge_picture_is_read_all_the_same(plain: HardImage) -> None:
    assert [one.text for one in read(plain.frame.resize((7680, 4320)))] == [plain.text]


def test_the_same_seed_gives_the_same_pictures() -> None:
    one, same = (next(hard_images(1, 9)) for _ in range(2))
    assert (one.text, one.frame.tobytes()) == (same.text, same.frame.tobytes())
    assert replace(one.how) == same.how


def _drawn(kind: str, text: str) -> Image.Image:
    if kind == "QRCode":
        return qrcode.make(text, box_size=6).get_image().convert("L")
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.__members__[kind])
    picture = _as_pillow(made)
    frame = Image.new("L", FRAME, 255)
    frame.paste(picture, (300, 200))
    return frame


def _as_pillow(made: zxingcpp.Barcode) -> Image.Image:
    rows = memoryview(made.to_image(scale=4))
    height, width = rows.shape[:2]
    return Image.frombytes("L", (width, height), rows.tobytes())


def _far(one: Read, image: HardImage) -> float:
    pairs = zip(one.corners, image.corners, strict=True)
    return max(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairs)
