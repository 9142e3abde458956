"""Two texts line by line in step."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tests.samples import misread
from tui.library.pairing import LinePair, pair_lines

lines = st.lists(st.sampled_from(["- Hire a van.", "- Label it.", "", "Goal", "x"]), max_size=12)


def differing(before: str, after: str) -> list[LinePair]:
    return [pair for pair in pair_lines(before, after) if pair.before != pair.after]


def test_what_is_the_same_stands_beside_itself() -> None:
    assert pair_lines("a\nb", "a\nb") == [LinePair(1, "a", "a"), LinePair(2, "b", "b")]


def test_lines_changed_added_and_gone() -> None:
    assert differing("a\nb\nc\nd", "a\nB\nc\nnew\nd") == [
        LinePair(4, "", "new")
    ]  # case is no change
    assert differing("one\ntwo\nthree", "one\nthree") == [LinePair(2, "two", "")]
    assert differing("one\ntwo", "one\nother") == [LinePair(2, "two", "other")]


def test_what_was_healed_since_is_no_change() -> None:
    text = "The meeting — all of it — was moved to Córdoba.\nNext."
    assert differing(misread(text, "mac_roman"), text) == []


def test_of_very_many_lines_each_is_told_beside_its_number() -> None:
    before = "\n".join(f"line {n}" for n in range(9000))
    after = "\n".join(f"other {n}" for n in range(9000))
    found = differing(before, after)
    assert len(found) == 9000
    assert found[-1] == LinePair(9000, "line 8999", "other 8999")


@given(lines, lines)
def test_nothing_is_lost_and_numbers_rise(before: list[str], after: list[str]) -> None:
    pairs = pair_lines("\n".join(before), "\n".join(after))
    now = [pair.after for pair in pairs]
    rest = iter(now)
    assert all(line in rest for line in after)
    assert sum(map(bool, now)) == sum(map(bool, after))
    numbers = [pair.number for pair in pairs]
    assert numbers == sorted(numbers)
    assert max(numbers) <= max(1, len(after)) + 1
