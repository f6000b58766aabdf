"""The help desk behind the counter: calling, handing on, waiting for papers, several items, notes, files, sub-tickets."""

from datetime import date
from typing import Annotated

import msgspec

from kiosk.commands.base import CLERK, Command, LongText, Question, Reference, ShortText, command
from kiosk.commands.tickets import NumberTold, WhoseTold
from kiosk.domain.states import Mode, Relation

FileName = Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]


class DayTold(Command, frozen=True):
    """The local day whose number was called out."""

    day: date


class FileTold(Command, frozen=True):
    """What the file holds: its hash (SHA-256), bytes and type, and whose ticket it is."""

    hash: str
    size: int
    type: str
    resident: str | None = None


@command("call_number", by=CLERK)
class CallNumber(Command, frozen=True):
    """Called out by typing it, with or without the hub: it may have been given by a terminal that is cut off, too."""

    counter: Reference
    number: ShortText
    told: DayTold | None = None


@command("recall_ticket", by=CLERK)
class RecallTicket(Command, frozen=True):
    """Called out once more."""

    ticket: Reference


@command("hold_ticket", by=CLERK)
class HoldTicket(Command, frozen=True):
    """Put aside for a while; start_ticket goes on with it."""

    ticket: Reference


@command("transfer_ticket", by=CLERK)
class TransferTicket(Command, frozen=True):
    """Handed on to a counter, as another item, to an operator, or several of these: it waits again, in its old place."""

    ticket: Reference
    counter: Reference | None = None
    item: Reference | None = None
    operator: Reference | None = None


@command("assign_ticket", by=CLERK)
class AssignTicket(Command, frozen=True):
    """Whose work it is from now on; nobody's, if nobody is named."""

    ticket: Reference
    operator: Reference | None = None


@command("change_item", by=CLERK)
class ChangeItem(Command, frozen=True):
    """It turned out to be something else."""

    ticket: Reference
    item: Reference


@command("add_item", by=CLERK)
class AddItem(Command, frozen=True):
    """One more errand under the same number."""

    ticket: Reference
    item: Reference


@command("set_priority", by=CLERK)
class SetPriority(Command, frozen=True):
    ticket: Reference
    priority: bool


@command("link_for", by=CLERK)
class LinkFor(Command, frozen=True):
    """代办: whom it is really for, and whose `relation` stands at the counter."""

    ticket: Reference
    on_behalf_of: Reference
    relation: Relation | None = None


@command("request_materials", by=CLERK)
class RequestMaterials(Command, frozen=True):
    """Papers are missing: the deadline pauses until they have come."""

    ticket: Reference
    note: LongText | None = None
    told: WhoseTold | None = None


@command("materials_received", by=CLERK)
class MaterialsReceived(Command, frozen=True):
    ticket: Reference


@command("give_up", by=CLERK)
class GiveUp(Command, frozen=True):
    """The person has left."""

    ticket: Reference


@command("close_ticket", by=CLERK)
class CloseTicket(Command, frozen=True):
    """Filed away, once it is done and no complaint about it is open."""

    ticket: Reference


@command("add_note", by=CLERK)
class AddNote(Command, frozen=True):
    ticket: Reference
    note: LongText
    told: WhoseTold | None = None


@command("attach_file", by=CLERK)
class AttachFile(Command, frozen=True):
    """`file` is a path on the terminal where it is attached; only its last part, as a name, goes further."""

    ticket: Reference
    file: FileName
    told: FileTold | None = None


@command("open_subticket", by=CLERK)
class OpenSubticket(Command, frozen=True):
    """A part of it that somebody else does; the whole cannot be resolved before it."""

    ticket: Reference
    item: Reference
    mode: Mode | None = None
    told: NumberTold | None = None


class AttachmentOf(Question, frozen=True):
    """-> records.Attachment | None, for staff."""

    attachment: str
