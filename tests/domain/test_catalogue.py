"""A record has the same id wherever and however often it is imported."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.catalogue import SPACE, copy_id, title_id


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_ids_are_the_ones_that_any_other_program_would_make(key: str) -> None:
    assert title_id(key) == str(uuid.uuid5(SPACE, key))
    assert copy_id(key) == str(uuid.uuid5(SPACE, f"copy:{key}"))
