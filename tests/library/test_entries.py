"""Entries of groups that share tasks, found only as far as they are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import accumulate

import pytest
from hypothesis import given, strategies as st

from tui.library.index.entries import Groups, OnDemand

Held = list[list[int]]

held = st.lists(st.sets(st.integers(0, 60), min_size=1).map(sorted), min_size=1, max_size=5)


class Asked:
    """Groups that count how many of their numbers were found."""

    def __init__(self, held: Held) -> None:
        self.found = [0] * len(held)
        self._held = held
        starts = array("q", accumulate(map(len, held), initial=0))
        groups = Groups(starts[:-1], array("q", [0] * len(held)), starts[-1], str)
        ids = array("q", sorted({number for some in held for number in some}))
        self.entries = OnDemand(ids, groups, self._fill, self._groups_of)

    def _fill(self, group: int) -> Iterator[int]:
        for number in self._held[group]:
            self.found[group] += 1
            yield number

    def _groups_of(self, number: int) -> list[int]:
        return [group for group, some in enumerate(self._held) if number in some]


@given(held, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=6))
def test_whatever_was_looked_at_before_a_part_is_the_same(
    held: Held, parts: list[tuple[int, int]]
) -> None:
    entries = Asked(held).entries
    every = [number for some in held for number in some]
    for start, end in parts:
        assert list(entries.part(start, end)) == every[start:end]


@given(held, st.integers(0, 60), st.integers(0, 300), st.integers(0, 300))
def test_a_task_is_found_from_an_entry_on(held: Held, number: int, near: int, looked: int) -> None:
    entries = Asked(held).entries
    entries.part(0, looked)
    every = [number for some in held for number in some]
    places = [at for at, one in enumerate(every) if one == number]
    assert entries.entry_of(number, near) == next(
        (at for at in places if at >= near), places[0] if places else None
    )


@given(held, st.integers(0, 300))
def test_what_was_not_looked_at_is_not_told_of(held: Held, looked: int) -> None:
    asked = Asked(held)
    asked.entries.part(0, looked)
    every = [number for some in held for number in some][:looked]
    before = list(asked.found)
    for place in asked.entries.places(set(every) | {61}):
        assert [every[at] for at in place.entries] == [place.number] * every.count(place.number)
        assert list(place.groups) == [n for n, some in enumerate(held) if place.number in some]
    assert asked.found == before


@pytest.mark.parametrize("lines", [1, 40])
def test_a_view_of_a_group_finds_no_more_than_it_shows(lines: int) -> None:
    asked = Asked([list(range(5000)), list(range(100, 5000))])
    assert list(asked.entries.part(0, lines)) == list(range(lines))
    assert asked.found == [lines, 0]
    assert list(asked.entries.part(4999, 5001)) == [4999, 100]
    assert asked.found == [5000, 1]
