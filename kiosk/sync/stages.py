"""What a home is about with its hub: kept in the home's row, so that whoever exchanges next goes on there."""

from enum import StrEnum


class Stage(StrEnum):
    """NORMAL exchanges. After a bad day the others come first, in this order; each is left only when it is done.

    JOINING: the home was copied or put back, and the hub must know it as a new incarnation.
    REPORTING: the store has a new epoch and is told what this home knows to be decided.
    SETTLING: what is undecided is sent and answered; nothing is pulled yet.
    WALKING: the replica is gone through table by table until it is what the store shows.
    """

    NORMAL = "normal"
    JOINING = "joining"
    REPORTING = "reporting"
    SETTLING = "settling"
    WALKING = "walking"
