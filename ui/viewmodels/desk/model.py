"""What the desk's view-models share: asking and wishing as the operator who sits here now."""

from collections.abc import Callable
from typing import Any

from kiosk.domain.states import Role
from ui import context
from ui.viewmodels.base import ViewModel
from ui.viewmodels.desk.session import Session
from ui.viewmodels.sentences import sentence


def _as_now(station: Any, seated: Any) -> Any:
    """The operator as the rows say it now; None: they have left, or nobody sits there."""
    return station.find_actor(seated.id) if seated is not None else None


class DeskModel(ViewModel):
    """Asks and does as the operator who has signed in; a refusal is said beside what was pressed."""

    changed: Any
    _is_wishing = False
    _unheard: Callable[[str], None] | None = None
    _seated: Any = None

    def __init__(self) -> None:
        super().__init__()
        self._seated = Session.the().actor
        Session.the().changed.connect(self._look_who_sits)

    def _look_who_sits(self) -> None:
        if Session.the().actor != self._seated:
            self._seated = Session.the().actor
            self._is_wishing, self._unheard = False, None  # what was on its way is heard by nobody
            self.operator_changed()

    def operator_changed(self) -> None:
        """Another one has signed in, has another role, or nobody sits there: nothing of the one before is left. A model
        that looks something up at once calls this when it is made, too.
        """
        self.reset()

    def _read_busy(self) -> bool:
        """Looking something up is nobody's wish."""
        return self._is_wishing

    def ask(self, question: Any, done: Any) -> None:
        self.gather(lambda station, actor: station.ask(question, actor), done)

    def gather(self, read: Callable[[Any, Any], Any], done: Callable[[Any], None]) -> None:
        """`read(station, actor)` as whoever they are now: what a changed role may not see is not shown any more."""
        seated = Session.the().actor
        said = self._problem  # of a wish: looking anew does not unsay it

        def seen(station: Any) -> tuple[Any, Any]:
            actor = _as_now(station, seated)
            gone = seated is not None and actor is None
            return actor, None if gone else read(station, actor)

        def came(found: tuple[Any, Any]) -> None:
            if Session.the().is_still(seated, found[0]):
                done(found[1])

        self._send(seen, came)
        self._problem = said

    def refused(self, answer: Any) -> None:
        """What is shown may be old: a colleague was first."""

    def wish(
        self, command: Any, done: Callable[[Any], None], refused: Callable[[str], None] | None = None
    ) -> None:
        """A command by the operator; `done` hears the answer that was not refused, `refused` the sentence (without it, it
        becomes the page's problem). A second one while the first is on its way is ignored; one while something is only
        looked up is not.
        """
        if self._is_wishing:
            return
        self._is_wishing = True
        self._unheard = refused
        seated = Session.the().actor

        def send(station: Any) -> tuple[Any, Any]:
            """As whoever they are now: a role may have changed, somebody may have left."""
            actor = _as_now(station, seated)
            return actor, None if actor is None else station.do(command, actor)

        def heard(found: tuple[Any, Any]) -> None:
            self._is_wishing = False
            actor, answer = found
            Session.the().is_still(seated, actor)
            if answer is None:
                return
            if answer.status == "refused":
                self.refused(answer)
                self._say_why(sentence(answer.reason, answer.detail | {"staff": True}))
            else:
                done(answer)

        self._run(send, heard)

    def operator(self) -> Any:
        """Who has signed in, as the station knows them."""
        return Session.the().actor

    def operator_role(self) -> Role | None:
        """What whoever has signed in may do; None: nobody has."""
        return Session.the()._role

    def drafts(self, done: Callable[[dict[str, dict[str, str]]], None]) -> None:
        """What this operator was typing, by form."""
        login = Session.the()._login
        self._send(lambda station: station.drafts.of(login), done)

    def keep_draft(self, form: str, values: dict[str, str]) -> None:
        login = Session.the()._login
        context.current().background.run(
            lambda station: station.drafts.keep(login, form, values), lambda nothing: None, aside=True
        )

    def _say_why(self, said: str) -> None:
        if self._unheard is not None:
            self._unheard(said)
        else:
            self._problem = said
        self.state_changed.emit()

    def _fail(self, error: Exception) -> None:
        self._is_wishing = False
        super()._fail(error)
        if self._unheard is not None:
            self._unheard(self._problem)
