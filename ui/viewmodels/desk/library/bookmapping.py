"""A catalogue file before it comes in: what it is taken for, which column or place of MARC is what, its first rows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.catalogue_import import Preview, Wishes, preview_books
from kiosk.import_memory import ImportMemory, preview_as_before
from kiosk.importing.columns import CHOOSABLE
from ui.viewmodels.base import shown
from ui.viewmodels.desk.library.import_words import FIELDS, READING_TROUBLE, preview_row, trouble_words
from ui.viewmodels.desk.library.mapping_words import (
    as_written,
    choices_of,
    dialect_options,
    doubt_words,
    encoding_options,
    encoding_words,
    field_row,
    likeliest_first,
    places_words,
    told_words,
)
from ui.viewmodels.desk.model import DeskModel
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class BookMapping(DeskModel):
    """`ready`: there is a preview. `marc`: its fields are fed by places of MARC records, not by columns. `field` is the one
    whose `choices` are open, `standard` and `written` where it is read if nothing is wished, and now.
    """

    changed = Signal()
    ready = shown(bool, "ready", changed)
    file = shown(str, "file", changed)
    name = shown(str, "name", changed)
    told = shown(str, "told", changed)
    doubt = shown(str, "doubt", changed)
    wishing = shown(str, "wishing", changed)
    trouble = shown(str, "trouble", changed)
    marc = shown(bool, "marc", changed)
    dialects = shown("QVariantList", "dialects", changed)
    dialect = shown(str, "dialect", changed)
    encodings = shown("QVariantList", "encodings", changed)
    encoding = shown(str, "encoding", changed)
    read_as = shown(str, "read_as", changed)
    fields = shown("QVariantList", "fields", changed)
    sheets = shown("QVariantList", "sheets", changed)
    rows = shown("QVariantList", "rows", changed)
    field = shown(str, "field", changed)
    field_words = shown(str, "field_words", changed)
    choices = shown("QVariantList", "choices", changed)
    taken = shown(str, "taken", changed)
    written = shown(str, "written", changed)
    standard = shown(str, "standard", changed)
    wrong = shown(str, "wrong", changed)

    def fresh(self) -> dict[str, Any]:
        self._preview: Preview | None = None
        self._wishes = Wishes()
        self._looking: object | None = None
        self._remembered = False
        texts = dict.fromkeys(
            ("file", "name", "told", "doubt", "trouble", "dialect", "encoding", "read_as", "wishing"), ""
        )
        lists: dict[str, Any] = {name: [] for name in ("dialects", "encodings", "fields", "sheets", "rows")}
        return texts | lists | _shut() | dict.fromkeys(("ready", "marc"), False)

    @property
    def is_looking(self) -> bool:
        """Another way to read the file is on its way."""
        return self._looking is not None

    @property
    def wishes(self) -> Wishes:
        return self._wishes

    @Slot(str)
    def choose(self, file: str) -> None:
        """A path, or a file's address as it comes from a dialog or is dropped. It is read as the last one of its kind."""
        path = QUrl(file).toLocalFile() if file.startswith("file:") else file.strip().strip('"')
        if not path:
            return
        self.reset()
        self.put(file=path, name=Path(path).name)
        self._look(
            lambda station: preview_as_before(Path(path), ImportMemory(station.folder.mappings)),
            lambda why: self.put(trouble=why),
            remembered=True,
        )

    @Slot(str)
    def open(self, field: str) -> None:
        """What this field may be read from."""
        self.put(**(_shut() | {"field": field} | self._offer(field)))

    @Slot()
    def shut(self) -> None:
        self.put(**_shut())

    @Slot(str)
    def take(self, source: str) -> None:
        """The open field is read from this column, or these places; an empty text: it is not read."""
        columns = {**self._wishes.columns, self._field: source}
        self._try(replace(self._wishes, columns=columns), lambda why: self.put(wrong=why))

    @Slot()
    def take_standard(self) -> None:
        columns = {name: one for name, one in self._wishes.columns.items() if name != self._field}
        self._try(replace(self._wishes, columns=columns), lambda why: self.put(wrong=why))

    @Slot(str)
    def take_sheet(self, sheet: str) -> None:
        self._try(Wishes(sheet=sheet))

    @Slot(str)
    def take_dialect(self, dialect: str) -> None:
        """Empty: as each record looks. What was wished for the other one's places is not meant for this one's."""
        self._try(Wishes(dialect=dialect, encoding=self._wishes.encoding))

    @Slot(str)
    def take_encoding(self, encoding: str) -> None:
        """Empty: as each record looks."""
        self._try(replace(self._wishes, encoding=encoding))

    @Slot()
    def take_nothing(self) -> None:
        """As the file looks, whatever was set right before."""
        self._try(Wishes(sheet=self._wishes.sheet))

    def remember(self) -> Callable[[Any], None]:
        """The next file of this kind is read alike; for a station to do."""
        kind, wishes = self._preview.kind if self._preview else "", self._wishes
        return lambda station: ImportMemory(station.folder.mappings).keep(kind, wishes) if kind else None

    def retranslate(self) -> None:
        self._show()
        super().retranslate()

    def _try(self, wishes: Wishes, failed: Callable[[str], None] | None = None) -> None:
        """What cannot be read so is said, and everything stays as it was."""
        path = Path(self._file)
        self._look(
            lambda station: (preview_books(path, wishes), wishes),
            failed or (lambda why: self.put(trouble=why)),
        )

    def _look(
        self,
        work: Callable[[Any], tuple[Preview, Wishes]],
        failed: Callable[[str], None],
        remembered: bool = False,
    ) -> None:
        name, looking = self._name, object()
        self._looking = looking

        def try_it(station: Any) -> tuple[Preview, Wishes] | Exception:
            try:
                return work(station)
            except READING_TROUBLE as error:
                return error

        def came(found: tuple[Preview, Wishes] | Exception) -> None:
            if looking is not self._looking:  # another file or another way has been chosen meanwhile
                return
            self._looking = None
            if isinstance(found, Exception):
                failed(trouble_words(found, name))
                return
            self._preview, self._wishes = found
            self._remembered = remembered and found[1] != Wishes()
            self.put(**_shut(), ready=True, trouble="")
            self._show()

        self._send(try_it, came)

    def _show(self) -> None:
        preview = self._preview
        if preview is None:
            return
        survey = preview.survey
        self.put(
            marc=survey is not None,
            told=told_words(preview),
            doubt=doubt_words(preview),
            wishing=self._wishing_words(),
            encodings=encoding_options(preview),
            encoding=self._wishes.encoding,
            read_as=encoding_words(preview.encoding.split(", ")[-1]),
            dialects=dialect_options(preview),
            dialect=self._wishes.dialect,
            sheets=list(preview.other_sheets),
            fields=[field_row(preview, name) for name in CHOOSABLE],
            rows=[preview_row(row, preview.unit) for row in preview.rows],
        )
        if self._field:
            self.put(**self._offer(self._field))

    def _wishing_words(self) -> str:
        """That it is read otherwise than it looks, and for how long."""
        if self._remembered:
            return say("照上次对好的来。")
        if self._wishes.columns or self._wishes.dialect:
            return say("改过了，导入后下次也照这样。")
        return say("照选的编码读。") if self._wishes.encoding else ""

    def _offer(self, field: str) -> dict[str, Any]:
        """What the field may be read from."""
        preview = self._preview
        if preview is None:
            return {}
        survey, taken = preview.survey, preview.columns.get(field, "")
        return {
            "field_words": say(FIELDS[field]),
            "choices": likeliest_first(field, list(choices_of(preview))),
            "taken": taken,
            "written": as_written(taken) if survey else "",
            "standard": places_words(survey.standard.get(field, ())) if survey else "",
        }


def _shut() -> dict[str, Any]:
    """No field is open."""
    return dict.fromkeys(("field", "field_words", "taken", "written", "standard", "wrong"), "") | {
        "choices": []
    }
