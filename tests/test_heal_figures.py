"""What the benchmark of the healer counts as a sign that nothing tells apart."""

from pathlib import Path

import pytest

from benchmarks.heal import alike, cases, fields, notes_in


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


HEAD = (
    "# Plan — at last\n\n- **Day**: 2024-02-13\n- **Tags**: A, Ñandú\n\n## Description\nOn it.\n"
    "### Pending Tasks\n- Read it.\n"
)


def test_a_title_is_none_of_the_fields() -> None:
    assert fields(HEAD) == fields(HEAD.replace("—", "–"))


@pytest.mark.parametrize(("right", "wrong"), [("2024-02-13", "2024-02-14"), ("Ñandú", "Úandú")])
def test_what_else_the_head_says_is(right: str, wrong: str) -> None:
    assert fields(HEAD) != fields(HEAD.replace(right, wrong))


def test_given_notes_are_damaged_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(HEAD.replace("\n", "\r\n").encode())
    (tmp_path / "b.md").write_bytes(b"\xff no text")
    given = notes_in(tmp_path)
    assert given == [HEAD.replace("\n", "\r\n")]
    found = list(cases("field", 1, 1, "", light=False, given=given))
    assert {clean for _, _, clean, _ in found} == {*given}
    assert not {form for form, *_ in found} & {"a whole, quoting", "h same, lossy"}
