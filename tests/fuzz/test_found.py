"""What was ever found by throwing bytes at the reading of notes stays mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tests.fuzz.check import check
from tests.hostile import ATTACKS, hostile_note
from tests.notes.test_reading import PIECES
from tests.samples import note
from tui.notes import Session

FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_stays_mended(path: Path) -> None:
    check(path.read_bytes())


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_hostile_notes_hold_to_it(attack: str) -> None:
    check(hostile_note(attack).encode())


def test_entities_without_end_are_text_and_stay_as_they_are() -> None:
    """To resolve one and look again, as often as there are any, takes minutes."""
    entities = f"é &{'amp;' * 60_000}"
    found = check(note(entities).encode())
    assert isinstance(found, Session)
    assert [task.text for task in found.tasks] == [entities]
    assert found.healed == ()


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)), max_size=25))
@settings(deadline=None)
def test_whole_notes_at_random_hold_to_it(pieces: list[bytes]) -> None:
    check(b"".join(pieces))
