"""A station's first manager, and the way back for one who knows no password any more. Nobody has signed in for either."""

from kiosk.commands.base import MANAGER, WALK_IN, Command, ShortText, command
from kiosk.commands.operators import Password


class RecoveryTold(Command, frozen=True):
    """What is kept of the password and of the code that was said; `used` is what was kept of the code that was typed."""

    recovery_hash: str
    password_hash: str = ""
    used: str = ""


@command("first_manager", by=WALK_IN, needs_hub=True)
class FirstManager(Command, frozen=True):
    """While nobody works here. The answer says the recovery code, once."""

    login: ShortText
    name: ShortText
    password: Password = ""
    told: RecoveryTold | None = None


@command("recover_manager", by=WALK_IN, needs_hub=True)
class RecoverManager(Command, frozen=True):
    """With the printed code, which is used up: the answer says the next one."""

    login: ShortText
    code: Password = ""
    password: Password = ""
    told: RecoveryTold | None = None


@command("draw_recovery", by=MANAGER, needs_hub=True)
class DrawRecovery(Command, frozen=True):
    """A manager's own code, new: the one before, if there was one, is good for nothing from now on."""

    told: RecoveryTold | None = None
