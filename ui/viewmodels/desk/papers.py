"""Attachments opened safely: pictures are drawn here and never run; anything else is saved where its owner looks for it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtQuick import QQuickImageProvider

from kiosk.commands import records
from kiosk.commands.ticket_desk import AttachmentOf
from ui.viewmodels.base import shown
from ui.viewmodels.desk.documents import keep_document
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.told import Told
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_WIDEST = 1600
_MOST_MEGABYTES = 256
"""What a picture may take in memory while it is read: 64 million pixels."""
_pictures: dict[str, QImage] = {}


@dataclass(frozen=True, slots=True)
class Paper:
    """What was read of an attachment; `picture` is None when it is none, or none that can be drawn."""

    found: records.Attachment
    content: bytes
    picture: QImage | None


@QmlElement
@QmlSingleton
class Papers(DeskModel):
    """`source` is the open picture's address for QML, empty when what is open is none."""

    changed = Signal()
    shown_name = shown(str, "shown_name", changed)
    source = shown(str, "source", changed)
    is_open = shown(bool, "is_open", changed)

    def __init__(self) -> None:
        super().__init__()
        self._paper: Paper | None = None

    def fresh(self) -> dict[str, Any]:
        return {"shown_name": "", "source": "", "is_open": False}

    @Slot(str)
    def open(self, attachment: str) -> None:
        def read(station: Any, actor: Any) -> Paper | None:
            found = station.ask(AttachmentOf(attachment=attachment), actor)
            content = station.content(found.hash) if found is not None else None
            return Paper(found, content, picture_of(content)) if content is not None else None

        self.gather(read, self._show)

    def operator_changed(self) -> None:
        self.close()
        self.reset()

    @Slot()
    def save(self) -> None:
        """A copy with a name of its own in the documents folder."""
        if self._paper is not None:
            paper = self._paper
            self._send(lambda station: save_copy(paper), self._saved)

    @Slot()
    def close(self) -> None:
        self._paper = None
        _pictures.clear()
        self.put(source="", shown_name="", is_open=False)

    def _show(self, paper: Paper | None) -> None:
        if paper is None:
            self._problem = say("这个附件还没传到这台机器，联网后再打开")
            self.state_changed.emit()
            return
        self._paper = paper
        _pictures.clear()
        if paper.picture is not None:
            _pictures[paper.found.hash] = paper.picture
        source = f"image://paper/{paper.found.hash}" if paper.picture is not None else ""
        self.put(source=source, shown_name=paper.found.name, is_open=True)

    def _saved(self, path: Path) -> None:
        self.close()
        Told.the().say(say("已存到 %1", str(path)))


def picture_of(content: bytes) -> QImage | None:
    """No larger than a screen, however large it says it is; None for what is no picture, or a trap."""
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid():
        return None
    if max(size.width(), size.height()) > _WIDEST:
        reader.setScaledSize(size.scaled(QSize(_WIDEST, _WIDEST), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def save_copy(paper: Paper) -> Path:
    """Under its own name; never over another file."""
    name = Path(paper.found.name.replace("\\", "/")).name or paper.found.hash[:8]
    return keep_document(name, paper.content)


class PaperProvider(QQuickImageProvider):
    """The one open picture."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, key: str, size: QSize, wanted: QSize) -> QImage:
        return _pictures.get(key, QImage())
