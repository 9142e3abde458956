"""Undo and redo are read off the journal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.samples import decision
from tui.decisions import Decision, History


class Journal:
    """Decides, undoes and redoes, and keeps what came of it."""

    def __init__(self) -> None:
        self.lines: list[Decision] = []

    def add(self, by: str = "ana", undoes: str = "", redoes: str = "") -> str:
        seq = len(self.lines) + 1
        self.lines.append(decision(seq=seq, by=by, undoes=undoes, redoes=redoes))
        return f"step{seq}"

    def next(self, by: str = "ana") -> tuple[str, str]:
        history = History()
        history.add(reversed(self.lines))
        history.add(self.lines)
        assert len(history) == len(self.lines)
        undoable, redo = history.undoable(by), history.next_redo(by)
        return (undoable[0].id if undoable else "", redo.id if redo else "")


def test_nothing_done_nothing_undone() -> None:
    assert Journal().next() == ("", "")


def test_steps_are_undone_from_the_last_and_redone_from_the_first() -> None:
    journal = Journal()
    one, two = journal.add(), journal.add()
    assert journal.next() == (two, "")
    journal.add(undoes=two)
    assert journal.next() == (one, two)
    journal.add(undoes=one)
    assert journal.next() == ("", one)
    journal.add(redoes=one)
    assert journal.next() == (one, two)
    journal.add(redoes=two)
    assert journal.next() == (two, "")


def test_something_new_ends_redoing() -> None:
    journal = Journal()
    journal.add(undoes=journal.add())
    new = journal.add()
    assert journal.next() == (new, "")


def test_a_redone_step_can_be_undone_again() -> None:
    journal = Journal()
    one = journal.add()
    for _ in range(3):
        journal.add(undoes=one)
        assert journal.next() == ("", one)
        journal.add(redoes=one)
        assert journal.next() == (one, "")


def test_everyone_undoes_their_own() -> None:
    journal = Journal()
    mine, hers = journal.add("ana"), journal.add("eva")
    assert (journal.next("ana"), journal.next("eva")) == ((mine, ""), (hers, ""))
    journal.add("ana", undoes=mine)
    assert (journal.next("ana"), journal.next("eva")) == (("", mine), (hers, ""))


def test_a_step_holds_all_its_decisions_in_order() -> None:
    history = History()
    history.add([decision(seq=2, id="b", step="s"), decision(seq=1, id="a", step="s")])
    (step,) = history.undoable("ana")
    assert [one.id for one in step.decisions] == ["a", "b"]


@given(st.lists(st.sampled_from(["do", "undo", "redo"])))
def test_it_is_two_stacks(keys: list[str]) -> None:
    journal = Journal()
    done: list[str] = []
    undone: list[str] = []
    for key in keys:
        if key == "do":
            done.append(journal.add())
            undone.clear()
        elif key == "undo" and done:
            journal.add(undoes=done[-1])
            undone.append(done.pop())
        elif key == "redo" and undone:
            journal.add(redoes=undone[-1])
            done.append(undone.pop())
        assert journal.next() == (done[-1] if done else "", undone[-1] if undone else "")
