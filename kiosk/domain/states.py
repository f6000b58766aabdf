"""Every state a thing of the station can be in, and every role, spelt once for store, screens and scripts."""

from enum import StrEnum


class BookingState(StrEnum):
    REQUESTED = "requested"
    WAITLISTED = "waitlisted"
    APPROVED = "approved"
    CHECKED_IN = "checked_in"
    COMPLETED = "completed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    EXPIRED = "expired"


class StrikeState(StrEnum):
    """Whether it still counts is a matter of time, whoever has noted that it expired."""

    COUNTS = "counts"
    WAIVED = "waived"
    EXPIRED = "expired"


class AnnouncementState(StrEnum):
    COMING = "coming"
    SHOWN = "shown"
    OVER = "over"
    WITHDRAWN = "withdrawn"


class SuspensionState(StrEnum):
    """Of an organisation that may ask for no room. Whether one in force still lasts is a matter of time."""

    IN_FORCE = "in_force"
    LIFTED = "lifted"


class SuspendedFor(StrEnum):
    RULES = "rules"
    MISUSE = "misuse"
    DAMAGE = "damage"
    PAPERS = "papers"
    ASKED = "asked"
    OTHER = "other"


class AppealState(StrEnum):
    """Of a strike that somebody objects to."""

    OPEN = "open"
    GRANTED = "granted"
    DISMISSED = "dismissed"


class TicketState(StrEnum):
    OPEN = "open"
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    AWAITING_MATERIALS = "awaiting_materials"
    RESOLVED = "resolved"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    LEFT = "left"


class VisitState(StrEnum):
    PLANNED = "planned"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"


class ComplaintState(StrEnum):
    """Of a low rating: somebody is to call back; it is being put right; it was, and may be rated once more."""

    CALL_BACK = "call_back"
    UPHELD = "upheld"
    DISMISSED = "dismissed"
    FIXED = "fixed"
    RATED_AGAIN = "rated_again"


class LoanState(StrEnum):
    OPEN = "open"
    RETURNED = "returned"
    LOST = "lost"


class HoldState(StrEnum):
    WAITING = "waiting"
    READY = "ready"
    FULFILLED = "fulfilled"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class CopyState(StrEnum):
    ON_SHELF = "on_shelf"
    ON_LOAN = "on_loan"
    ON_HOLD = "on_hold"
    DAMAGED = "damaged"
    LOST = "lost"
    WITHDRAWN = "withdrawn"


class CardState(StrEnum):
    """`ended` with its owner's data; `withdrawn` with their consent, until that is given again."""

    GOOD = "good"
    LOST = "lost"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    ENDED = "ended"


class WishState(StrEnum):
    """Of what somebody wishes to be done with their data."""

    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class HelpState(StrEnum):
    """Of a call for help: the desk knows of it; somebody is coming; it is over."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class OutcomeStatus(StrEnum):
    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Role(StrEnum):
    """What an operator may be; `TERMINAL` is an anonymous walk-in, `RESIDENT` someone with a card, `HUB` keeps house."""

    TERMINAL = "terminal"
    RESIDENT = "resident"
    CLERK = "clerk"
    LIBRARIAN = "librarian"
    MANAGER = "manager"
    VOLUNTEER = "volunteer"
    HUB = "hub"


class OperatorRole(StrEnum):
    """The roles that a manager gives."""

    CLERK = Role.CLERK.value
    LIBRARIAN = Role.LIBRARIAN.value
    VOLUNTEER = Role.VOLUNTEER.value
    MANAGER = Role.MANAGER.value


class TerminalRole(StrEnum):
    KIOSK = "kiosk"
    DESK = "desk"
    STAND = "stand"
    BOARD = "board"


class Mode(StrEnum):
    """How a service item is handled; any of them can be talked over in a call back."""

    COUNTER = "counter"
    ERRAND = "errand"
    HOME_VISIT = "home_visit"
    CALLBACK = "callback"


class Relation(StrEnum):
    """Whose errand somebody does: this person's ..."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    GRANDCHILD = "grandchild"
    RELATIVE = "relative"
    NEIGHBOUR = "neighbour"
    CARER = "carer"
    VOLUNTEER = "volunteer"
    OTHER = "other"


class PartyKind(StrEnum):
    ORGANISATION = "organisation"
    GROUP = "group"
    PARTY_BRANCH = "party_branch"
    PERSON = "person"


class Why(StrEnum):
    """Why a room is occupied."""

    BOOKING = "booking"
    CLASS = "class"
    MAINTENANCE = "maintenance"


class LineStage(StrEnum):
    """What a terminal's sync worker does."""

    EXCHANGING = "exchanging"
    LISTENING = "listening"
    PAUSING = "pausing"
    HOUSEKEEPING = "housekeeping"


class Topic(StrEnum):
    """What a policy is about."""

    BOOKING = "booking"
    LOAN = "loan"
    TICKET = "ticket"
    RETENTION = "retention"
    CARD = "card"
    STAND = "stand"


class HoursOf(StrEnum):
    """Who has opening hours."""

    STATION = "station"
    COUNTER = "counter"
    LIBRARY = "library"
    ROOM = "room"
