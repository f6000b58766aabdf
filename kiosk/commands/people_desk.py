"""People as the desk looks them up: found masked, opened with a reason to, and that is on record."""

from kiosk.commands.base import STAFF, Command, Question, Reference, command


@command("open_person", by=STAFF, fact=True, about=("resident",))
class OpenPerson(Command, frozen=True):
    """An operator looks at somebody's name and telephone number in full: who and when stays on record."""

    resident: Reference


class PersonOf(Question, frozen=True):
    """-> records.Person | None, for staff; `opened` in full, for ten minutes after their own open_person."""

    resident: str
    opened: bool = False


class MergeOf(Question, frozen=True):
    """-> records.Merge | None, for staff: what merge_residents would make of both, in full as far as both were opened."""

    resident: str
    other: str


class OrganisationOf(Question, frozen=True):
    """-> records.Organisation | None, for staff."""

    organisation: str
