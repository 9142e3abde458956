"""Undo and redo are read off the journal."""

from __future__ import annotations

from hypothesis import given, strategies as st
from msgspec import convert

from tests.samples import decision
from tui.decisions import Decision, History, Setting


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


# All of it ---------------------------------------------------------------------------------


def told(*decisions: Decision) -> list[tuple[str, bool]]:
    """The ids of all decisions, newest first, and whether each is undone."""
    history = History()
    history.add(reversed(decisions))
    history.add(decisions)
    return [(past.decision.id, past.undone) for past in history.all(str)]


def test_every_decision_is_told_newest_first_whoever_made_it() -> None:
    one, two = decision(seq=1, by="ana"), decision(seq=2, by="eva", at="1999-01-01T00:00:00.000Z")
    assert told(one, two) == [("d2", False), ("d1", False)]


def test_what_was_taken_back_is_undone_until_it_is_redone() -> None:
    done = decision(seq=1)
    undo = decision(seq=2, set=Setting(status="pending"), undoes="step1")
    redo = decision(seq=3, redoes="step1")
    assert told(done, undo) == [("d2", False), ("d1", True)]
    assert told(done, undo, redo) == [("d3", False), ("d2", False), ("d1", False)]


def test_of_a_step_only_that_is_undone_which_was_taken_back() -> None:
    one, two = decision(seq=1, step="s"), decision(seq=2, step="s", task="t2")
    undo = decision(seq=3, task="t2", set=Setting(status="pending"), undoes="s")
    assert told(one, two, undo) == [("d3", False), ("d2", True), ("d1", False)]


def test_a_decision_is_undone_when_all_its_fields_are() -> None:
    both = decision(seq=1, set=Setting(status="done", due="2026-12-31"))
    status = decision(seq=2, set=Setting(status="pending"), undoes="step1")
    due = decision(seq=3, set=Setting(due=""), undoes="step1")
    assert dict(told(both, status))["d1"] is False
    assert dict(told(both, status, due))["d1"] is True


def test_a_subject_is_told_by_the_id_it_has_now() -> None:
    history = History()
    history.add([decision()])
    (past,) = history.all({"t1": "new"}.__getitem__)
    assert (past.subject, past.decision.subject) == ("new", "t1")


def test_a_decision_is_overruled_field_by_field_and_by_others_only() -> None:
    mine = decision(seq=1, set=Setting(status="done", due="2026-12-31"))
    history = History()
    history.add(
        [
            mine,
            decision(seq=2, by="eva", set=Setting(due="2027-01-01")),
            decision(seq=3, by="ana", set=Setting(due="2027-02-02")),
            decision(seq=4, by="eva", task="t2"),
        ]
    )
    assert history.overruled(mine, "due", ["t1"])
    assert not history.overruled(mine, "status", ["t1"])
    assert history.overruled(mine, "status", ["t1", "t2"])  # known under both names
    assert not history.overruled(decision(seq=2, by="ana"), "due", ["t1"])


def test_a_field_that_is_not_known_is_no_step_and_takes_nothing_back() -> None:
    history = History()
    history.add([decision(seq=1), decision(seq=2, set=Setting())])
    assert [step.id for step in history.undoable("ana")] == ["step1"]
    history.add([decision(seq=3, set=Setting(), undoes="step1")])
    assert [step.id for step in history.undoable("ana")] == ["step1"]
    assert history.next_redo("ana") is None
    assert [past.decision.id for past in history.all(str)] == ["d1"]


def closed_on(*statuses: str, names: tuple[str, ...] = ("t1",)) -> str:
    """Since when a task is closed to which these were given, a day each, from the first of May."""
    history = History()
    lines = [
        decision(seq=n, at=f"2024-05-{n:02}", set=convert({"status": status}, Setting))
        for n, status in enumerate(statuses, 1)
    ]
    history.add(reversed(lines))
    return history.closed_on(names)


def test_a_task_is_closed_since_it_was_closed_last() -> None:
    assert closed_on() == ""
    assert closed_on("doing") == ""
    assert closed_on("done") == "2024-05-01"
    assert closed_on("doing", "done", "done") == "2024-05-02"
    assert closed_on("done", "dropped") == "2024-05-01"
    assert closed_on("done", "pending") == ""
    assert closed_on("done", "pending", "dropped") == "2024-05-03"


def test_decisions_under_other_names_count_and_other_fields_do_not() -> None:
    history = History()
    history.add([
        decision(seq=1, at="1", task="old", set=Setting(status="done")),
        decision(seq=2, at="2", task="new", set=Setting(note="so it is")),
        decision(seq=3, at="3", task="other", set=Setting(status="pending")),
    ])  # fmt: skip
    assert history.closed_on(("new", "old")) == "1"
    assert history.closed_on(("new",)) == history.closed_on(("unknown",)) == ""
