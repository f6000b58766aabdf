"""Organisations that the station knows: entered, verified by their credit code, renamed."""

from kiosk.commands.base import CLERK, Command, Reference, ShortText, command
from kiosk.domain.states import PartyKind


@command("register_organisation", by=CLERK)
class RegisterOrganisation(Command, frozen=True):
    party_kind: PartyKind
    name: ShortText
    name_en: ShortText = ""
    uscc: ShortText | None = None


@command("verify_organisation", by=CLERK)
class VerifyOrganisation(Command, frozen=True):
    """A clerk has seen the certificate with this credit code."""

    organisation: Reference
    uscc: ShortText | None = None


@command("rename_organisation", by=CLERK)
class RenameOrganisation(Command, frozen=True):
    """It stays the same organisation: its strikes and bookings go with it, and its old name still finds it."""

    organisation: Reference
    name: ShortText
    name_en: ShortText | None = None
