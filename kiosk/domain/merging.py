"""Two records of one person: what the one that stays keeps of the other."""


def filled_in(own: str | None, more: str | None) -> str | None:
    """What the record that stays lacks comes from the other; what it has stays."""
    return own or more


def guardian_of_both(own: str | None, more: str | None, both: tuple[str, str]) -> str | None:
    """Nobody is their own guardian, not even by two records."""
    found = filled_in(own, more)
    return None if found in both else found
