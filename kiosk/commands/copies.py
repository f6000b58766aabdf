"""What happens to a copy besides lending: lost, found, damaged, repaired, withdrawn; what kind of book it is."""

from kiosk.commands.base import LIBRARIAN, OWNER, VOLUNTEER, Command, Reference, ShortText, command


@command("report_lost", by=OWNER | LIBRARIAN, fact=True, about=("copy",))
class ReportLost(Command, frozen=True):
    """By its reader or at the desk. Its loan ends as lost and keeps its reader until the matter is settled."""

    copy: Reference


@command("found_copy", by=VOLUNTEER, fact=True, about=("copy",))
class FoundCopy(Command, frozen=True):
    """It was lost and is here: the loan under which it was lost ends as returned."""

    copy: Reference


@command("mark_damaged", by=LIBRARIAN, fact=True, about=("copy",))
class MarkDamaged(Command, frozen=True):
    """In the librarian's hand: a loan that was still open ends as returned."""

    copy: Reference


@command("repair_copy", by=LIBRARIAN, fact=True, about=("copy",))
class RepairCopy(Command, frozen=True):
    copy: Reference


@command("withdraw_copy", by=LIBRARIAN, about=("copy",))
class WithdrawCopy(Command, frozen=True):
    """Out of the collection for good, once nobody has it; who waited for the last one is no longer waiting."""

    copy: Reference


@command("set_copy_kind", by=LIBRARIAN, about=("copy",))
class SetCopyKind(Command, frozen=True):
    """Which of the policy's kinds a copy is: `book`, `reference` ..."""

    copy: Reference
    copy_kind: ShortText
