"""Ticks over a whole history in git: none on another task, none lost without being listed."""

from __future__ import annotations

import shutil

import pytest

from benchmarks.identity.counting import played, table
from benchmarks.identity.reviewer import Result


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
