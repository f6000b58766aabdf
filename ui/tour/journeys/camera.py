"""A kiosk with a camera: its picture stands where something is to be held up, and goes with the page."""

import qrcode
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from kiosk.devices.camera import SimulatedCamera
from ui.tour.journey import Drive, journey
from ui.tour.journeys.library import identify
from ui.viewmodels.lens import Lens

_FRAME_MS, _PATIENCE = 50, 100
_CARD, _BOOK = "5281639400", "S0000005"


def held_up(text: str) -> Image.Image:
    """A frame of 1280x720: a hand's shade before a wall, and a label with this code, if there is one."""
    frame = Image.linear_gradient("L").resize((1280, 720)).point([96 + n // 3 for n in range(256)])
    if not text:
        return frame
    drawn = qrcode.make(text, box_size=9, border=4).get_image().convert("L")
    label = Image.new("L", (drawn.width + 120, drawn.height + 40), 250)
    label.paste(drawn, (60, 20))
    turned = label.rotate(8, Image.Resampling.BICUBIC, expand=True)
    mask = Image.new("L", label.size, 255).rotate(8, Image.Resampling.BICUBIC, expand=True)
    frame.paste(turned, ((1280 - turned.width) // 2, (720 - turned.height) // 2 - 40), mask)
    return frame


@journey("camera")
def camera(kiosk: Drive) -> None:
    """The book's label before the camera is lent; the camera is off on every other page."""
    seen = SimulatedCamera([held_up("")], every_ms=120, again=True)
    Lens.the().use(seen)
    kiosk.tap("图书借还")
    assert not seen.is_on
    kiosk.tap("借书")
    kiosk.sees("您的卡号？")
    if kiosk.large:
        assert not seen.is_on  # there is no room for it beside the large keys
        return
    shot(kiosk)
    identify(kiosk, _CARD)
    kiosk.sees("借哪本书？")
    kiosk.sees("把二维码放进框里")
    shot(kiosk)
    seen.show(held_up(_BOOK))
    kiosk.waits_for("解忧杂货店", "解忧杂货店")
    shot(kiosk)
    kiosk.tap("完成")
    kiosk.sees("借好了")
    assert not seen.is_on


def shot(kiosk: Drive) -> None:
    """With a frame in the picture: the first one takes a moment."""
    frames = list[QImage]()
    Lens.the().picture_came.connect(frames.append)
    for _ in range(_PATIENCE):
        QTest.qWait(_FRAME_MS)
        if len(frames) > 1:
            break
    kiosk.shot()


@journey("camera_trouble")
def trouble(kiosk: Drive) -> None:
    """A book that was not lent is said so; the camera stays on, and the next one is read."""
    if kiosk.large:
        return
    seen = SimulatedCamera([held_up("S9999999")], every_ms=120, again=True)
    Lens.the().use(seen)
    kiosk.tap("图书借还")
    kiosk.tap("还书")
    kiosk.waits_for("这本书还没登记", "not registered")
    shot(kiosk)
    assert seen.is_on
