"""Which tasks say nearly the same: as texts, and found in an index."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.library.shelf import found, index_of, made
from tests.program import ROOT
from tests.samples import note, read
from tui.library import Index, Row, Superseded, TaskKey
from tui.library.index import alike
from tui.library.index.sql import PLACE_BITS
from tui.library.similar import Gist, are_similar, fewest_shared, telling_words

SIMILAR = [
    ("Hire a van.", "hire van"),
    ("Hire a van.", "**Hire** a [[Car|van]]!"),
    ("Hire a van and label the boxes.", "Label boxes, and hire the van"),
    ("Further testing and validation of the updated scripts.",
     "Further validation and testing of the updated script"),
    ("Further testing and validation of the implemented solutions.",
     "Further testing and validation of the implemented solutions in different environments."),
    ("Review the implmentation plan", "Review the implementation plan"),
    ("Finalize the implementation of the new organizational structure.",
     "Finalise implementation of the new organisational structure"),
    ("Further testing and validation of the updated scripts to ensure their robustness.",
     "Further testing and validation of the new scripts to ensure robustness"),
    ("Migrate server 1 to the new network", "Migrate server 1 to new networks"),
    ("Revisar la política de seguridad", "Revisar las politicas de seguridad"),
    ("HIRE A VAN", "hire a van"),
    ("Обновить план обучения", "обновить план обучения."),
    ("会議の準備をする", "会議の準備をする。"),
]  # fmt: skip
OTHERS = [
    ("Migrate server 1", "Migrate server 2"),
    ("Migrate server 1 of the old network to the new data centre",
     "Migrate server 2 of the old network to the new data centre"),
    ("Move from version 2 to version 3", "Move from version 3 to version 2"),
    ("Copy all the records from Berlin to Paris", "Copy all the records from Paris to Berlin"),
    ("Test the HR module", "Test the module"),
    ("Train the Rosario team on the new incident reporting system",
     "Train the Paraná team on the new incident reporting system"),
    ("Develop a training module for CCTV operators",
     "Develop a training module for SUAD operators"),
    ("Publish the draft of the agreement with the ministry",
     "Do not publish the draft of the agreement with the ministry"),
    ("Further testing and validation of the login module",
     "Further testing and validation of the payment module"),
    ("Further testing of the vector search in the staging environment",
     "Further documentation of the vector search in the staging environment"),
    ("Update the policy handbook", "Update the police handbook"),
    ("Test the import of the payroll data", "Test the export of the payroll data"),
    ("Write the report", "Write the report and send it to all members"),
    ("Review the budget", "Approve the budget"),
    ("Call Ana", "Call Bob"),
    ("Call", "Write"),
    ("the of to", "of the to"),
    ("", ""),
    ("👍", "👍"),
]  # fmt: skip
WORDS = (
    "review", "budget", "plan", "server", "testing", "validation", "module", "archive", "network",
    "agreement", "training", "policy", "handbook", "records", "café", "обновить",
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from([*WORDS, "Ana", "SUAD", "2", "7", "not", "the"]), max_size=10).map(
        " ".join
    ),
)
plain = st.lists(st.sampled_from(WORDS), min_size=4, max_size=9, unique=True)


def similar(one: str, other: str) -> bool:
    return are_similar(Gist(one), Gist(other))


@pytest.mark.parametrize(("one", "other"), SIMILAR)
def test_similar(one: str, other: str) -> None:
    assert similar(one, other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_others(one: str, other: str) -> None:
    assert not similar(one, other)


@given(texts, texts)
def test_it_does_not_matter_which_is_asked_about(one: str, other: str) -> None:
    assert similar(one, other) is similar(other, one)


@given(plain, st.permutations(range(9)))
def test_it_does_not_matter_which_of_two_variants_is_asked_about(
    words: list[str], order: list[int]
) -> None:
    other = [words[at] for at in order if at < len(words)]
    other[0] = other[0][:3] + other[0][4:]
    assert similar(" ".join(words), " ".join(other)) is similar(" ".join(other), " ".join(words))


@given(texts)
def test_what_says_anything_is_similar_to_the_same_text(text: str) -> None:
    assert similar(text, text) is bool(telling_words(text))


@given(plain, st.permutations(range(9)), st.data())
def test_near_identical_is_always_found(
    words: list[str], order: list[int], data: st.DataObject
) -> None:
    """Other case, other marks, other order, small words, a plural: nothing of it counts."""
    mixed = [words[at] for at in order if at < len(words)]
    dressed = [
        data.draw(st.sampled_from([word, f"the {word}", f"{word},", f"**{word}**", f"{word}s"]))
        for word in mixed
    ]
    assert similar(" ".join(words), " ".join(dressed).upper())


@given(plain, st.data())
def test_a_slip_of_the_pen_is_always_found(words: list[str], data: st.DataObject) -> None:
    long = [at for at, word in enumerate(words) if len(word) > 5]
    if not long:
        return
    at = data.draw(st.sampled_from(long))
    letter = data.draw(st.integers(1, len(words[at]) - 2))
    slipped = words[at][:letter] + words[at][letter + 1 :]
    other = [*words[:at], slipped, *words[at + 1 :]]
    assert similar(" ".join(words), " ".join(other))


@given(plain, st.integers(0, 99), st.integers(0, 99), st.data())
def test_other_numbers_are_other_tasks(
    words: list[str], one: int, other: int, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(words)))
    first, second = ([*words[:at], f"{number}", *words[at:]] for number in (one, other))
    assert similar(" ".join(first), " ".join(second)) is (one == other)


@given(plain, plain)
def test_what_shares_less_than_half_is_never_similar(one: list[str], other: list[str]) -> None:
    shared = len(set(one) & set(other))
    if shared < fewest_shared(max(len(one), len(other))):
        assert not similar(" ".join(one), " ".join(other))


@given(texts, texts)
def test_similar_tasks_share_the_words_they_are_found_by(one: str, other: str) -> None:
    if similar(one, other):
        words = {*telling_words(one)}
        assert len(words & {*telling_words(other)}) >= fewest_shared(len(words))


def test_of_a_long_text_the_beginning_counts() -> None:
    long = " ".join(f"word{number}x" for number in range(3000))
    assert similar(long, f"{long} and more")
    assert len(telling_words(long)) <= 60
    assert len(telling_words("x" * 1_000_000)[0]) <= 1000


# Found in an index -----------------------------------------------------------------------


def key_of(index: Index, path: str, place: int = 0) -> TaskKey:
    row = index.cards.row(path)
    assert row is not None
    return TaskKey(path, row.tasks[place].id)


def said(index: Index, numbers: Sequence[int]) -> list[str]:
    """What some tasks say, by their numbers."""
    rows = index.cards.rows_by_number([number >> PLACE_BITS for number in numbers])
    place = (1 << PLACE_BITS) - 1
    return [rows[number >> PLACE_BITS].tasks[number & place].text for number in numbers]


def like(index: Index, path: str, place: int = 0) -> list[str]:
    """What the tasks say that are similar to one."""
    return said(index, index.similar(key_of(index, path, place))[1:])


in_notes = st.one_of(
    st.text(st.characters(categories=["L", "N"], include_characters=" .'-"), min_size=1),
    st.lists(st.sampled_from([*WORDS[:6], "Ana", "2", "not"]), min_size=1, max_size=6).map(
        " ".join
    ),
)


@given(st.lists(in_notes, min_size=1, max_size=12), st.sampled_from([0, 5, 1000]))
def test_an_index_finds_what_comparing_all_finds(tasks: list[str], cheap: int) -> None:
    """However many of the words are asked for."""
    sessions = [
        made(f"{at}.md", task, title=f"Day {at}") for at, task in enumerate([*tasks, "Hire a van."])
    ]
    index = index_of(*sessions)
    rows = [one.what for one in sessions if isinstance(one.what, Row) and one.what.tasks]
    before, alike._MOST_COUNTED = alike._MOST_COUNTED, cheap
    try:
        for row in rows:
            text = row.tasks[0].text
            others = [r.tasks[0].text for r in rows if r is not row]
            assert sorted(like(index, row.path)) == sorted(o for o in others if similar(text, o))
    finally:
        alike._MOST_COUNTED = before


def test_the_task_itself_comes_first_and_is_not_found_again() -> None:
    index = index_of(made("a.md", "Hire a van.", "Hire the van!", "Paint the fence."))
    numbers = index.similar(key_of(index, "a.md", 1))
    assert said(index, numbers) == ["Hire the van!", "Hire a van."]


def test_two_copies_of_a_note_are_one() -> None:
    text = note("Hire a van.", title="Day A")
    index = index_of(
        found(read(text, "a.md"), b"a"),
        found(read(text, "copy/a.md"), b"b"),
        made("b.md", "Hire the van", title="Day B"),
    )
    assert like(index, "copy/a.md") == ["Hire the van"]
    assert like(index, "b.md") == ["Hire a van."]


def test_a_note_that_changes_has_only_its_tasks_compared_again(tmp_path: Path) -> None:
    index = Index(tmp_path / "index.sqlite")
    index.put([made("a.md", "Hire a van.", title="Day A"), made("b.md", "Hire van", title="Day B")])
    assert like(index, "a.md") == ["Hire van"]
    index.put([made("b.md", "Sell the van", title="Day B")])
    assert like(index, "a.md") == []
    index.put([made("c.md", "hire vans", title="Day C")])
    assert like(index, "a.md") == ["hire vans"]
    index.remove(["c.md"])
    assert like(index, "a.md") == []
    index.close()


def test_what_is_gone_has_none() -> None:
    index = index_of(made("a.md", "Hire a van.", "👍"))
    assert index.similar(TaskKey("gone.md", "0")) == []
    assert index.similar(TaskKey("a.md", "0")) == []
    assert len(index.similar(key_of(index, "a.md", 1))) == 1


def test_nobody_waits_for_what_is_not_wanted() -> None:
    index = index_of(*(made(f"{at}.md", "Hire a van.", title=f"Day {at}") for at in range(9)))
    assert len(index.similar(key_of(index, "0.md"))) == 9
    with pytest.raises(Superseded):
        index.similar(key_of(index, "0.md"), lambda: False)


def test_nothing_is_loaded_to_compare_with_before_tasks_are_compared() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOADS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.stderr) == (["False", "True"], "")


_LOADS = """
import sys
import tui.cli, tui.workbench
from tests.library.test_similar import index_of, key_of, made
index = index_of(made("a.md", "Hire a van."), made("b.md", "Hire the van.", title="B"))
print("rapidfuzz" in sys.modules)
index.similar(key_of(index, "a.md"))
print("rapidfuzz" in sys.modules)
"""
