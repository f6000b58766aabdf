"""Operators: who works here, as what, and with which password."""

from typing import Annotated

import msgspec

from kiosk.commands.base import MANAGER, VOLUNTEER, Command, Reference, ShortText, command
from kiosk.domain.states import OperatorRole

Password = Annotated[str, msgspec.Meta(max_length=200)]


class PasswordTold(Command, frozen=True):
    """What is kept of the new password, and what was kept of one's own old one."""

    password_hash: str
    was: str | None = None


@command("add_operator", by=MANAGER, needs_hub=True)
class AddOperator(Command, frozen=True):
    """Who cannot sign in before `set_password`."""

    login: ShortText
    name: ShortText
    role: OperatorRole


@command("change_operator", by=MANAGER, needs_hub=True)
class ChangeOperator(Command, frozen=True):
    """`operator` is a login or an id. Nobody is removed: who has left is not `active`."""

    operator: Reference
    name: ShortText | None = None
    role: OperatorRole | None = None
    active: bool | None = None


@command("set_password", by=VOLUNTEER)
class SetPassword(Command, frozen=True):
    """One's own, with the old one; or by a manager somebody else's. They are only said: what is stored and sent are hashes."""

    password: Password = ""
    old: Password = ""
    operator: Reference | None = None
    told: PasswordTold | None = None
