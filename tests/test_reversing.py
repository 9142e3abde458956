"""Any decision can be reversed: what held before it is set back, as a step of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import note
from tests.test_deciding import A, B, holds, opened, put, redo, take, undo
from tui.workbench import RefusedError, Workbench


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(note(A, B), encoding="utf-8")
    return tmp_path


def reverse(bench: Workbench, decision: str) -> None:
    bench.accept(bench.look())
    take(bench, bench.drafts.reversal(decision))


def told(bench: Workbench) -> list[bool]:
    """Which decisions are undone, oldest first."""
    bench.accept(bench.look())
    return [past.undone for past in bench.history()][::-1]


def test_anybodys_decision_is_set_back_and_undo_takes_that_back(folder: Path) -> None:
    ana, eva = opened(folder), opened(folder, "eva")
    put(eva, status="doing")
    done = put(eva, status="done").decisions[0].id
    reverse(ana, done)
    assert holds(ana).status == holds(eva).status == "doing"
    assert told(ana) == [False, True, False]
    undo(ana)
    assert holds(eva).status == "done"
    assert told(eva) == [False, False, True, False]
    redo(ana)
    assert holds(eva).status == "doing"
    assert told(eva) == [False, True, False, False, False]


def test_what_was_reversed_is_not_reversed_twice(folder: Path) -> None:
    bench = opened(folder)
    done = put(bench, status="done").decisions[0].id
    reverse(bench, done)
    with pytest.raises(RefusedError, match="reversed already"):
        bench.drafts.reversal(done)


def test_a_reversal_is_reversed(folder: Path) -> None:
    bench = opened(folder)
    done = put(bench, status="done").decisions[0].id
    reverse(bench, done)
    reverse(bench, bench.history()[0].decision.id)
    assert holds(bench).status == "done"
    assert told(bench) == [False, True, False]
    reverse(bench, done)
    assert holds(bench).status == "pending"


def test_an_undo_is_reversed(folder: Path) -> None:
    bench = opened(folder)
    put(bench, status="done")
    undo(bench)
    reverse(bench, bench.history()[0].decision.id)
    assert holds(bench).status == "done"
    assert told(bench) == [False, True, False]


def test_what_someone_has_decided_on_since_is_refused_by_name(folder: Path) -> None:
    ana, eva = opened(folder), opened(folder, "eva")
    done = put(ana, status="done").decisions[0].id
    put(eva, status="dropped")
    ana.accept(ana.look())
    with pytest.raises(RefusedError, match=r"eva has decided on this since \(2"):
        ana.drafts.reversal(done)


def test_once_that_is_taken_back_it_can_be_reversed(folder: Path) -> None:
    ana, eva = opened(folder), opened(folder, "eva")
    done = put(ana, status="done").decisions[0].id
    put(eva, status="dropped")
    undo(eva)
    reverse(ana, done)
    assert holds(eva).status == "pending"


def test_each_field_by_itself(folder: Path) -> None:
    ana, eva = opened(folder), opened(folder, "eva")
    both = put(ana, status="done", due="2026-12-31").decisions[0].id
    put(eva, status="dropped")
    ana.accept(ana.look())
    draft = ana.drafts.reversal(both)
    assert draft.kept == 1
    take(ana, draft)
    assert (holds(ana).status, holds(ana).due) == ("dropped", "")


def test_of_a_step_only_the_one_is_reversed(folder: Path) -> None:
    bench = opened(folder)
    first = put(bench, A, B, status="done").decisions[0].id
    reverse(bench, first)
    assert (holds(bench, A).status, holds(bench, B).status) == ("pending", "done")


def test_no_such_decision(folder: Path) -> None:
    with pytest.raises(RefusedError, match="no such decision"):
        opened(folder).drafts.reversal("x")
