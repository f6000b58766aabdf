"""The station as screens and scripts talk to it: do(command) -> answer, ask(question) -> records."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from db import contents
from db import home as rows
from db.engines import StoreTrouble, sqlite_url
from db.work import Work
from kiosk.answer import Answer, NothingStored, as_decided, decision_in
from kiosk.commands.base import Command, Question, encode, spec_of, subject_of, told_of
from kiosk.commands.managers import FirstManager, RecoverManager
from kiosk.commands.people import Identify, RightPin, WrongPin
from kiosk.commands.records import Identified
from kiosk.config import HomeFolder, Settings
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import OutcomeStatus, Role
from kiosk.domain.times import station_now
from kiosk.domain.trouble import KioskError
from kiosk.drafts import Drafts
from kiosk.gate import Gate
from kiosk.services import load_services
from kiosk.services.actors import find_actor, is_blocked, reference_of
from kiosk.services.managers import is_unmanned
from kiosk.services.registry import ANSWERERS, Actor, Asking, Made, complete, run
from kiosk.services.sign_in import SignedIn
from kiosk.sync.clock import Clock, TerminalClock, Ticks
from kiosk.sync.drawer import HomeDrawer
from kiosk.sync.exchange import Exchanger, Message, prepare
from kiosk.sync.housekeeping import MOST
from kiosk.sync.hub import StoreHub
from kiosk.sync.identity import settle_identity
from kiosk.sync.line import Line
from kiosk.sync.messages import Decided
from kiosk.sync.transport import Hub
from kiosk.sync.upgrade import open_home
from kiosk.sync.worker import PACE, Hook, Pace, SyncWorker

_DECLINED = {reason.value: reason for reason in (Reason.WRONG_STATION, Reason.SCHEMA_MISMATCH)}
TickSource = Callable[[], Ticks]
__all__ = ["Answer", "Station"]


class Station:
    """One terminal's view of its station. Belongs to the thread that opened it."""

    def __init__(
        self,
        folder: HomeFolder,
        *,
        clock: Clock = station_now,
        hub: Hub | None = None,
        ticks: TickSource | None = None,
    ) -> None:
        load_services()
        self.folder = folder
        self.drafts = Drafts(folder.drafts)
        self.settings: Settings = folder.load()
        self._clock = TerminalClock(clock, ticks)
        self._database = open_home(folder)
        self.has_moved = settle_identity(folder, self._database)
        self._hub_clock = None if clock is station_now else clock
        self._hub = hub or self._new_hub()
        self._exchanger = Exchanger(folder, self._database, self._hub, self._clock.ticks)
        self._gate = Gate(self._database, self._clock)
        self._line = Line()
        self._worker: SyncWorker | None = None

    def follow(self, on_change: Hook, pace: Pace = PACE) -> None:
        """From now on a thread exchanges by itself, and calls this (see SyncWorker). In service it has the hub keep house,
        too; where the clock is a rehearsal's it does not.
        """
        keeps_house = self._hub_clock is None
        self._worker = SyncWorker(
            self._new_exchanger, self._clock.wall, self._line, on_change, pace, keeps_house=keeps_house
        )
        self._worker.start()

    def do(self, wish: Command, actor: Actor | None = None, at: datetime | None = None) -> Answer:
        """Store it durably here, then ask the hub. A refusal here is final and stores nothing.

        Where a worker follows and knows the hub to be away, nobody waits for that.
        `at` (demo homes only) is this command's time of wish and of decision. Raises KioskError: not_a_demo, store trouble.
        """
        self._check_rehearsal(at)
        spec = spec_of(wish)
        if spec.needs_hub and (reason := self._hub_missing()):
            return Answer(str(uuid.uuid4()), spec.kind, OutcomeStatus.REFUSED, reason.value)
        try:
            answer, message = self._keep(wish, actor or self.walk_in, at)
        except NothingStored as refused:
            self._count_wrong(refused.answer, at)
            return refused.answer
        if self._line.is_left_to_worker:
            self._line.wake()
            return answer
        return as_decided(answer, self.exchange(message).get(answer.id) or self._decided_before(answer.id))

    def ask(self, question: Question, actor: Actor | None = None, at: datetime | None = None) -> Any:
        """The records a question asks for, from this home's replica."""
        with self._database.read() as connection:
            home = rows.read_home(connection)
            work = Work(connection, self._database.books, home.book)
            return ANSWERERS[type(question)](work, question, self._asking(connection, home, actor, at))

    def content(self, content_hash: str) -> bytes | None:
        """What an attachment holds, from here or from the store. Raises StoreTrouble when it would be there, and is away."""
        with self._database.read() as connection:
            here = contents.read_home(connection, content_hash)
        return here or self._hub.content(content_hash)

    def identify(self, card: str, pin: str, at: datetime | None = None) -> Identified:
        """Whether they belong together; a wrong PIN is counted, the right one clears the count."""
        found: Identified = self.ask(Identify(card=card, pin=pin), at=at)
        if found.reason == Reason.WRONG_PIN:
            self.do(WrongPin(card=card), at=at)
        elif found.holder is not None and found.wrong_tries:
            self.do(RightPin(card=card), at=at)
        return found

    def exchange(self, message: Message | None = None) -> dict[str, Decided]:
        """One exchange now; the hub's word on what was sent, empty when it is away."""
        try:
            decided = self._exchanger.run(self._clock.wall(), message)
        except StoreTrouble as trouble:
            self._line.lost(trouble)
            self._line.wake()
            return {}
        self._line.met()
        return decided

    def keep_house(self, at: datetime | None = None, most: int | None = MOST) -> dict[str, int]:
        """Have the hub write down what its clock has decided: how many of each kind; nothing while it is away.

        Never done by the way: a rehearsal lives in another time. `at` is for demo homes only, as with `do`; `most`: the rest
        is done next time. Raises KioskError: not_a_demo.
        """
        self._check_rehearsal(at)
        self.exchange()  # first what this terminal saw with its own eyes
        if not self.online:
            return {}
        try:
            done = self._hub.keep_house(at, most)
        except StoreTrouble as trouble:
            self._line.lost(trouble)
            return {}
        self.exchange()
        return done

    def hub_state(self) -> Any:
        """The store's own row: its phase, when it last kept house. Raises StoreTrouble."""
        return self._hub.reach()

    def terminals_seen(self) -> list[Any]:
        """Every terminal as the hub last saw it: letter, last_seen, clock_ahead, version. Raises StoreTrouble."""
        return self._hub.terminals()

    @property
    def trouble(self) -> KioskError | None:
        """Why the hub is away, as the worker or the last exchange here has found."""
        return self._line.trouble

    @property
    def online(self) -> bool:
        return self._line.online

    def meet_hub(self) -> None:
        """Raises StoreTrouble unless the hub is there and takes what this home sends."""
        self._exchanger.meet()

    def sign_in(self, login: str, password: str, at: datetime | None = None) -> SignedIn:
        """An operator, or why not and how long to wait. `at` is for demo homes only, as with `do`."""
        self._check_rehearsal(at)
        return self._gate.sign_in(login, password, at)

    @property
    def needs_manager(self) -> bool:
        """A station in service has nobody before its first manager is made."""
        with self._reading() as work:
            return is_unmanned(work)

    def first_manager(self, login: str, name: str, password: str) -> Answer:
        """`result["recovery_code"]` is to be printed: it is kept nowhere."""
        return self.do(FirstManager(login=login, name=name, password=password))

    def recover(self, login: str, code: str, new_password: str) -> Answer:
        """A manager is back by the printed code, and has a new one in `result["recovery_code"]`."""
        answer = self.do(RecoverManager(login=login, code=code, password=new_password))
        if answer.status is OutcomeStatus.ACCEPTED:
            self._gate.forget_wrong(login)
        return answer

    def find_actor(self, who: str) -> Actor | None:
        """An operator's login, or a resident's card."""
        with self._reading() as work:
            return find_actor(work, who)

    def is_blocked(self, who: str) -> bool:
        """Whether this is a card that was stopped."""
        with self._reading() as work:
            return is_blocked(work, who)

    def knows_secret(self, who: str, secret: str) -> bool:
        """Whether this is the password of a login, or the PIN of a card: a wrong one counts, as on the screen."""
        actor = self.find_actor(who)
        if actor is not None and actor.resident:
            return self.identify(who, secret).holder is not None
        return self.sign_in(who, secret).actor is not None

    @property
    def walk_in(self) -> Actor:
        return Actor(Role.TERMINAL, self.settings.terminal)

    def now(self) -> datetime:
        return self._clock.wall()

    def close(self) -> None:
        if self._worker is not None:
            self._worker.close()
        self._database.close()
        self._hub.close()

    def _count_wrong(self, refused: Answer, at: datetime | None) -> None:
        """Whoever tries it here tries it nowhere else more often."""
        if refused.reason == Reason.WRONG_PIN:
            self.do(WrongPin(card=refused.detail["card"]), at=at)
        elif refused.reason == Reason.WRONG_PASSWORD:
            self._gate.count_wrong(refused.detail["login"], at)

    @contextmanager
    def _reading(self) -> Iterator[Work]:
        with self._database.read() as connection:
            yield Work(connection, self._database.books, rows.read_home(connection).book)

    def _check_rehearsal(self, at: datetime | None) -> None:
        if at is not None and not self.settings.demo:
            raise KioskError("not_a_demo")

    def _new_hub(self) -> StoreHub:
        return StoreHub(self.settings.store or sqlite_url(self.folder.own_store), self._hub_clock)

    def _new_exchanger(self) -> Exchanger:
        """With connections of its own, for another thread."""
        return Exchanger(self.folder, open_home(self.folder), self._new_hub(), self._clock.ticks)

    def _hub_missing(self) -> Reason | None:
        try:
            self._exchanger.meet_after_bad_days(self._clock.wall())
        except StoreTrouble as trouble:
            self._line.lost(trouble)
            return _DECLINED.get(trouble.key, Reason.HUB_UNREACHABLE)
        self._line.met()
        return None

    def _decided_before(self, command_id: str) -> Decided | None:
        """The hub's word as another process of this home brought it, in the exchange that had the turn before."""
        with self._database.read() as connection:
            row = rows.command(connection, command_id)
        return None if row is None else decision_in(row)

    def _keep(self, wish: Command, actor: Actor, at: datetime | None) -> tuple[Answer, Message]:
        """One local transaction: complete, handle, mark, queue; and the message to the hub, ready to go."""
        command_id, kind = str(uuid.uuid4()), spec_of(wish).kind
        with self._database.write() as connection:
            home = rows.read_home(connection)
            told, uncertain = self._clock.now(home)
            made_at, uncertain = (at, False) if at else (told, uncertain)
            work = Work(connection, self._database.books, home.book)
            made = Made(command_id, actor, self.settings.terminal, made_at, made_at, at_hub=False)
            drawer = HomeDrawer(connection, home.letter, home.last_booking)
            completed = complete(work, wish, made, drawer)
            outcome = completed if isinstance(completed, Refused) else run(work, completed.command, made)
            if drawer.has_no_letter:
                outcome = Refused.because(Reason.HUB_UNREACHABLE)
            if isinstance(outcome, Refused) or isinstance(completed, Refused):
                raise NothingStored.because(command_id, kind, outcome)
            n = rows.add_command(
                connection, command_id=command_id, incarnation=home.incarnation, seq=home.next_seq, kind=kind,
                version=spec_of(wish).version, actor=reference_of(actor), payload=encode(completed.command),
                made_at=made_at, rehearsal=at is not None, result=outcome.result,
                subject=subject_of(completed.command, command_id, actor.resident),
                told=outcome.result | told_of(completed.command), sealed=False, uncertain=uncertain,
            )  # fmt: skip
            rows.mark_pending(connection, work.touched, n)
            last_made_at = home.last_made_at if at else made_at
            rows.advance(connection, last_made_at, drawer.last_booking, work.changed_book)
            message = prepare(connection, home, told, command_id)
        return Answer(
            command_id, kind, OutcomeStatus.PENDING, result=outcome.result | completed.said
        ), message

    def _asking(self, connection: Any, home: Any, actor: Actor | None, at: datetime | None) -> Asking:
        return Asking(
            actor=actor or self.walk_in,
            now=at or self._clock.now(home)[0],
            terminal=self.settings.terminal,
            letter=home.letter or "",
            place=self.settings.place,
            is_pending=lambda table, key: rows.is_marked(connection, table, key),
            online=self.online,
            clock=self._clock.state(home),
            trouble=self.trouble.key if self.trouble else None,
            stage=self._line.stage,
        )
