"""Notes and attachments: a file is known by the hash of what it holds, and is what its first bytes say."""

import hashlib
import io
import stat
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from db import contents
from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands import records as r
from kiosk.commands.ticket_desk import AddNote, AttachFile, AttachmentOf, FileTold
from kiosk.domain.attachments import LARGEST, MEGABYTES, may_attach
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.texts import clean_line
from kiosk.domain.tickets import Move
from kiosk.services.registry import Asking, Completed, Drawer, Made, answers, completes, handles
from kiosk.services.ticket_details import add_note, put_details, why_nothing_may_be_typed
from kiosk.services.ticket_moves import move_ticket
from kiosk.services.ticket_references import changed, find_ticket

UNKNOWN = Refused.because(Reason.UNKNOWN_TICKET)
NAME_MOST = 100


class Attached(NamedTuple):
    content: bytes
    hash: str
    type: str


@handles(AddNote)
def write_note(work: Work, wish: AddNote, made: Made) -> Outcome:
    outcome = move_ticket(work, made, wish.ticket, Move.NOTE)
    return (
        outcome if isinstance(outcome, Refused) else add_note(work, made, wish.ticket, wish.note) or outcome
    )


@completes(AttachFile)
def complete_attach(work: Work, wish: AttachFile, made: Made, drawer: Drawer) -> Completed | Refused:
    """What the file holds is kept in the home, with the command; it goes to the store on a way of its own."""
    ticket = find_ticket(work, wish.ticket, made.made_at.date())
    if isinstance(ticket, Refused):
        return ticket
    if refused := why_nothing_may_be_typed(work, ticket.resident):
        return refused
    found = read_file(wish.file)
    if isinstance(found, Refused):
        return found
    contents.keep(work.connection, found.hash, found.content)
    told = FileTold(hash=found.hash, size=len(found.content), type=found.type, resident=ticket.resident)
    name = clean_line(Path(wish.file).name)[-NAME_MOST:] or found.hash[:8]
    return Completed(changed(wish, ticket=ticket.id, file=name, told=told))


@handles(AttachFile)
def attach_file(work: Work, wish: AttachFile, made: Made) -> Outcome:
    told = wish.told
    if told is None:
        return Refused.because(Reason.UNKNOWN_FILE)
    there = work.all(rows.ATTACHED, ticket=wish.ticket)
    if any(row.hash == told.hash for row in there):
        return Refused.because(Reason.ALREADY_DONE, of="ticket")
    if refused := may_attach(told.size, told.type, told.hash, len(there)):
        return refused
    outcome = move_ticket(work, made, wish.ticket, Move.NOTE, what="attach", detail={"attachment": made.id})
    if isinstance(outcome, Accepted):
        _begin_details(work, wish.ticket)
        work.add(
            t.attachments, made.id, ticket=wish.ticket, hash=told.hash, name=wish.file, type=told.type,
            size=told.size, at=made.made_at, by=made.actor.id,
        )  # fmt: skip
        return Accepted(outcome.result | {"attachment": made.id})
    return outcome


@answers(AttachmentOf)
def attachment_of(work: Work, question: AttachmentOf, asking: Asking) -> r.Attachment | None:
    row = work.row(t.attachments, question.attachment) if asking.sees_persons else None
    return (
        r.Attachment(name=row.name, type=row.type, size=row.size, hash=row.hash) if row is not None else None
    )


def _begin_details(work: Work, key: str) -> None:
    """Housekeeping forgets what was typed for a ticket by this row, and the attachments with it."""
    if work.row(t.ticket_details, key) is None:
        put_details(work, key)


def read_file(file: str) -> Attached | Refused:
    """A plain file's content, looked at before it is read: a device or pipe would never end."""
    try:
        found = Path(file).stat()
        if not stat.S_ISREG(found.st_mode):
            return Refused.because(Reason.UNKNOWN_FILE)
        if found.st_size > LARGEST:
            return Refused.because(Reason.TOO_LARGE, most=MEGABYTES)
        content = Path(file).read_bytes()
    except (OSError, ValueError):
        return Refused.because(Reason.UNKNOWN_FILE)
    digest, kind = hashlib.sha256(content).hexdigest(), type_of(content)
    return may_attach(len(content), kind, digest, 0) or Attached(content, digest, kind or "")


_IN_ZIP = {"word/document.xml": ".wordprocessingml.document", "xl/workbook.xml": ".spreadsheetml.sheet"}


def type_of(content: bytes) -> str | None:
    """By the first bytes; of the many things that are zip files, by what is inside. None: nothing that is known."""
    import puremagic  # reads its tables, which hardly anybody needs

    if content.startswith(b"PK\x03\x04"):
        return _type_in_zip(content)
    try:
        return str(puremagic.magic_string(content)[0].mime_type) or None
    except (puremagic.PureError, ValueError):
        return None


def _type_in_zip(content: bytes) -> str | None:
    """Documents, but none with macros."""
    try:
        names = set(ZipFile(io.BytesIO(content)).namelist())
    except (BadZipFile, ValueError, NotImplementedError):
        return None
    if any(name.endswith("vbaProject.bin") for name in names):
        return None
    kinds = [kind for name, kind in _IN_ZIP.items() if name in names]
    return f"application/vnd.openxmlformats-officedocument{kinds[0]}" if kinds else None
