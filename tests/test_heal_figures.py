"""What the benchmark of the healer counts as a sign that nothing tells apart."""

import pytest

from benchmarks.heal import alike


@pytest.mark.parametrize(
    ("right", "got"),
    [
        ("one – two", "one — two"),
        ("a ‘b’ c", "a “b” c"),
        ("- 🔧 Tap", "- ð Tap"),
        ("- 🔧 Tap", "- 🚰 Tap"),
        ("same", "same"),
    ],
)
def test_what_nothing_tells_apart_is_alike(right: str, got: str) -> None:
    assert alike(right, got)


@pytest.mark.parametrize(
    ("right", "got"),
    [
        ("3–5", "3—5"),
        ("isn’t", "isn”t"),
        ("é – a", "í – a"),
        ("one → two", "one — two"),
        ("- 🔧 Tap", "- – Tap"),
        ("one", "ones"),
    ],
)
def test_what_its_place_tells_is_not(right: str, got: str) -> None:
    assert not alike(right, got)
