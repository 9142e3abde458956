"""Ticks over a whole history in git: none on another task, none lost without being listed."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath
from random import Random

import pytest

from benchmarks.identity.bullets import OTHER, new_pen
from benchmarks.identity.counting import played, table
from benchmarks.identity.history import History
from benchmarks.identity.reviewer import Result, Reviewer
from benchmarks.identity.sheet import Line, Sheet
from benchmarks.identity.words import WORK


@pytest.mark.git
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("words", ["work", "held-out"])
def test_no_tick_lands_on_another_task(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "set for each history")
    result = Result()
    played(21, 150, words, result)
    assert [wrong for wrong in result.wrong if wrong.what == "FALSE"] == []
    assert (result.unlisted, result.unfounded, result.unsteady) == (0, 0, 0)
    count = result.kinds["all"]
    assert count.there > 150
    assert count.orphans == count.gone > 0
    assert count.stood >= 0.98 * count.there
    assert len(list(table(result))) > 30


@pytest.mark.git
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_what_only_a_copy_for_another_day_still_says_is_doubtful_from_both_sides(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "notes"
    folder.mkdir()
    history = History(folder, 12, 3, WORK)
    reviewer = Reviewer(history, tmp_path)
    history.commit("Notes")
    reviewer.tick(1.0)
    into, gone = [s for s in history.sheets if s.pending() and s.pending()[-1].lead][:2]
    history.reuse([gone])
    history.commit("Copy one for another day")
    count = len(gone.pending())
    history.merge([(into, gone)])
    history.commit("Write its tasks into another note")
    result = Result()
    reviewer.count(result)
    assert (result.doubted, result.unfounded) == (count, 0)
    assert (result.kinds["all"].doubtful, result.kinds["all"].false) == (count, 0)


@pytest.mark.parametrize("kind", ["denied", "number changed"])
def test_a_task_is_the_one_it_was_once_nothing_makes_another_of_it(kind: str) -> None:
    line = Line("- ", "Print 40 maps for Eva, in colour.", frozenset({7}))
    sheet = Sheet(PurePosixPath("a.md"), [line], "Tea", "2024-02-13", "09:00")
    pen = new_pen(Random(3), WORK, 100)  # noqa: S311
    for _ in range(20):
        assert OTHER[kind](pen, sheet, line)
        line.take_back()
        assert line.tasks != {7}
        OTHER["another verb"](pen, sheet, line)  # on top of it, where it begins with one
        line.text = "Maps for Eva, in colour."
        line.take_back()
        assert line.tasks == {7}
        line.text = line.first = "Print 40 maps for Eva, in colour."
    OTHER[kind](pen, sheet, line)
    line.tasks |= {8}  # merged with another one
    line.text = "Maps for Eva."
    line.take_back()
    assert 7 not in line.tasks


def test_a_task_is_the_one_it_was_once_it_says_the_same_again() -> None:
    line = Line("- ", "Print the maps.", frozenset({7}))
    line.become("Print the posters.", 8)
    line.become("Print the cards.", 9)
    line.take_back()
    assert line.tasks == {9}, "it says something else"
    line.become("Print the maps.", 10)
    line.take_back()
    assert line.tasks == {7}
    assert line.exchange is None
