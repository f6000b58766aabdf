"""Organisations that the station knows: entered, verified by their credit code, renamed, suspended for a while."""

from datetime import date

from kiosk.commands.base import CLERK, MANAGER, Command, Reference, ShortText, command
from kiosk.domain.states import PartyKind, SuspendedFor


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


@command("suspend_organisation", by=MANAGER, needs_hub=True)
class SuspendOrganisation(Command, frozen=True):
    """It may ask for no room; what it has asked for or booked before stays. `until_day` is the last day, else until lifted."""

    organisation: Reference
    why: SuspendedFor
    until_day: date | None = None


@command("reinstate_organisation", by=MANAGER, needs_hub=True)
class ReinstateOrganisation(Command, frozen=True):
    """It may ask again; that it could not stays to be read."""

    organisation: Reference
