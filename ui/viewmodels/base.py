"""What all view-models share: one road to the station, busy, trouble in words, and forgetting."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from PySide6.QtCore import Property, QObject, Signal

from kiosk.domain.trouble import KioskError
from ui import context

log = logging.getLogger(__name__)
T = TypeVar("T", bound="ViewModel")


def shown(kind: Any, name: str, changed: Any) -> Any:
    """A property that QML reads; Python keeps it in `self._<name>` and changes it with `put(name=...)`."""
    return Property(kind, lambda model: getattr(model, f"_{name}"), notify=changed)


class ViewModel(QObject):
    """Pages bind to `busy`, `problem` and what the subclass shows with `shown` and its own `changed`."""

    # One signal here and no more, and each subclass declares its own `changed`: PySide 6.12 neither finds
    # the notify signal of a base class nor survives two signals there.
    state_changed = Signal()
    changed: Any
    _made: ClassVar[dict[type, "ViewModel"]] = {}

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = 0
        self._problem = ""
        self._fill()

    def __init_subclass__(cls, **options: Any) -> None:
        """QML gets the same one as Python: it asks a static `create` that stands in the class itself."""
        super().__init_subclass__(**options)
        cls.create = staticmethod(lambda engine: cls._for_qml())  # type: ignore[attr-defined]

    @classmethod
    def _for_qml(cls: type[T]) -> T:
        try:
            return cls.the()
        except Exception:
            log.exception("%s could not be made", cls.__name__)  # Qt dies of it without a word
            raise

    @classmethod
    def the(cls: type[T]) -> T:
        """The one of this run of the screens: view-models are singletons, made when first needed."""
        if cls not in ViewModel._made:
            ViewModel._made[cls] = cls()
        return cast(T, ViewModel._made[cls])

    def _read_busy(self) -> bool:
        return self._waiting > 0

    def _read_problem(self) -> str:
        return self._problem

    busy = Property(bool, lambda model: model._read_busy(), notify=state_changed)
    problem = Property(str, _read_problem, notify=state_changed)

    @property
    def is_busy(self) -> bool:
        return self._read_busy()

    def fresh(self) -> dict[str, Any]:
        """The values of `shown` properties at a fresh start; reset() brings them back."""
        return {}

    def put(self, **values: Any) -> None:
        """Set properties and tell QML once."""
        for name, value in values.items():
            setattr(self, f"_{name}", value)
        self.changed.emit()

    def reset(self) -> None:
        """The person has left: nothing of theirs stays. Lists of records are cleared here too."""
        self._waiting = 0
        self._fill()
        self._problem = ""
        self.changed.emit()
        self.state_changed.emit()

    def retranslate(self) -> None:
        """The language has changed: QML reads all again."""
        self.changed.emit()

    def do(self, command: Any, done: Callable[[Any], None], actor: Any = None) -> None:
        """Wish something; `done` hears the answer. A second tap while the first is on its way is ignored."""
        if not self._waiting:
            self._run(lambda station: station.do(command, actor), done)

    def ask(self, question: Any, done: Callable[[Any], None]) -> None:
        """Ask for records to show; `done` hears them."""
        self._send(lambda station: station.ask(question), done)

    def _run(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """Work that may hold wishes: whether the hub heard them is known when it has been done."""
        from ui.viewmodels.shell import Shell

        self._send(work, done)
        Shell.the().look_at_line()

    def _send(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        self._problem = ""
        self._count(+1)

        def came(result: Any) -> None:
            self._count(-1)
            try:
                done(result)
            except Exception as error:  # a page that waits for this would stand still
                self._fail(error)

        def failed(error: Exception) -> None:
            self._count(-1)
            self._fail(error)

        context.current().background.run(work, came, failed)

    def _fail(self, error: Exception) -> None:
        """Trouble a person can hear about is said; anything else is our mistake: logged, the desk helps."""
        from ui.viewmodels.sentences import sentence, trouble

        if isinstance(error, KioskError):
            log.error("a page could not be served: %s", error)
            self._problem = trouble(error)
        else:
            log.error("a screen met a mistake", exc_info=error)
            self._problem = sentence("fault")
            from ui.viewmodels.shell import Shell

            Shell.the().apologise()
        self.state_changed.emit()

    def _count(self, change: int) -> None:
        self._waiting = max(0, self._waiting + change)
        self.state_changed.emit()

    def _fill(self) -> None:
        for name, value in self.fresh().items():
            assert not callable(getattr(type(self), f"_{name}", None)), (
                f"{name} would hide the method _{name}"
            )
            setattr(self, f"_{name}", value)


def drop_all() -> None:
    """The screens are closed: the next ones begin with new view-models."""
    ViewModel._made.clear()


def all_made() -> list[ViewModel]:
    return list(ViewModel._made.values())
