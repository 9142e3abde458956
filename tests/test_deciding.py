"""More than a tick: due dates, who is to do it, notes, their undoing, the history, the orphans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.samples import decision, note
from tui.decisions import Journal
from tui.workbench import TASK_SORTS, Draft, Past, Row, Setting, Task, Workbench, parse_filter

A, B = "Hire a van for the move.", "Label every box with its room."
ALL = Setting(status="blocked", due="2026-12-31", to="Eva", note="Ask first.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(note(A, B), encoding="utf-8")
    return tmp_path


def opened(folder: Path, by: str = "ana") -> Workbench:
    bench = Workbench(folder, by=by)
    bench.load()
    return bench


def task(bench: Workbench, text: str = A) -> tuple[Row, Task]:
    (found,) = ((row, task) for row in bench.index.rows() for task in row.tasks
                if task.text == text)  # fmt: skip
    return found


def put(bench: Workbench, *texts: str, **fields: Any) -> Draft:
    bench.accept(bench.look())
    draft = bench.drafts.setting([task(bench, text) for text in texts or (A,)], Setting(**fields))
    bench.decide(draft)
    return draft


def holds(bench: Workbench, text: str = A) -> Setting:
    bench.accept(bench.look())
    return bench.holds(task(bench, text)[1])


def take(bench: Workbench, draft: Draft | None) -> Draft:
    assert draft is not None
    bench.decide(draft)
    return draft


def undo(bench: Workbench) -> Draft:
    bench.accept(bench.look())
    return take(bench, bench.drafts.undo())


def redo(bench: Workbench) -> Draft:
    bench.accept(bench.look())
    return take(bench, bench.drafts.redo())


NOTHING = Setting(status="pending", due="", to="", note="")


def test_every_field_is_kept_and_is_one_decision_a_task(folder: Path) -> None:
    bench = opened(folder)
    assert holds(bench) == NOTHING
    draft = put(bench, A, B, status="blocked", due="2026-12-31", to="Eva", note="Ask first.")
    assert [one.set for one in draft.decisions] == [ALL, ALL]
    assert len({one.step for one in draft.decisions}) == 1
    for one in (bench, opened(folder)):
        assert (holds(one, A), holds(one, B)) == (ALL, ALL)
        assert one.status(task(one)[1]) == "blocked"


def test_only_what_is_new_is_decided_and_each_field_by_itself(folder: Path) -> None:
    bench = opened(folder)
    put(bench, due="2026-12-31")
    draft = put(bench, A, B, due="2026-12-31", to="Eva")
    assert [(one.text, one.set, one.was) for one in draft.decisions] == [
        (A, Setting(to="Eva"), Setting(to="")),
        (B, Setting(due="2026-12-31", to="Eva"), Setting(due="", to="")),
    ]
    assert put(bench, A, B, due="2026-12-31", to="Eva").decisions == ()
    assert put(bench, status="pending", note="").decisions == ()
    assert put(bench, reviewed=True).decisions == ()  # that is of sessions


def test_an_empty_text_takes_away(folder: Path) -> None:
    bench = opened(folder)
    put(bench, due="2026-12-31", to="Eva", note="Ask first.")
    put(bench, due="", to="")
    assert holds(bench) == Setting(status="pending", due="", to="", note="Ask first.")
    undo(bench)
    assert holds(opened(folder)) == Setting(
        status="pending", due="2026-12-31", to="Eva", note="Ask first."
    )


def test_a_due_date_that_is_none_is_never_drafted(folder: Path) -> None:
    with pytest.raises(ValueError, match="no day"):
        put(opened(folder), due="2026-02-30")


def test_what_a_note_ticks_is_undone_to(folder: Path) -> None:
    (folder / "a.md").write_text(note(f"[x] {A}"), encoding="utf-8")
    bench = opened(folder)
    put(bench, status="doing", to="Eva")
    undo(bench)
    assert holds(bench) == Setting(status="done", due="", to="", note="")


# Undo and redo -----------------------------------------------------------------------------


def test_undo_and_redo_take_a_step_with_all_its_fields(folder: Path) -> None:
    bench = opened(folder)
    put(bench, A, B, status="doing", due="2026-12-01")
    put(bench, A, status="done", note="Paid.")
    states = [(holds(bench, A), holds(bench, B))]
    undo(bench)
    states.append((holds(bench, A), holds(bench, B)))
    assert states[1][0] == Setting(status="doing", due="2026-12-01", to="", note="")
    undo(opened(folder))  # across a restart
    assert (holds(bench, A), holds(bench, B)) == (NOTHING, NOTHING)
    assert bench.drafts.undo() is None
    redo(bench)
    assert (holds(bench, A), holds(bench, B)) == states[1]
    redo(opened(folder))
    assert (holds(bench, A), holds(bench, B)) == states[0]
    assert bench.drafts.redo() is None


def test_of_a_decision_undo_leaves_only_the_field_that_another_decided_on_since(
    folder: Path,
) -> None:
    ana, eva = opened(folder), opened(folder, by="eva")
    put(ana, status="doing", due="2026-12-01")
    put(eva, due="2027-01-01")
    draft = undo(ana)
    assert (draft.kept, [one.set for one in draft.decisions]) == (1, [Setting(status="pending")])
    assert holds(ana) == Setting(status="pending", due="2027-01-01", to="", note="")
    draft = redo(ana)
    assert (draft.kept, [one.set for one in draft.decisions]) == (1, [Setting(status="doing")])
    assert holds(ana) == Setting(status="doing", due="2027-01-01", to="", note="")


def test_another_field_that_another_decided_on_is_in_no_ones_way(folder: Path) -> None:
    ana, eva = opened(folder), opened(folder, by="eva")
    put(ana, status="done")
    put(eva, note="Really?")
    assert undo(ana).kept == 0
    assert holds(ana) == Setting(status="pending", due="", to="", note="Really?")


def test_what_another_decided_between_two_steps_is_not_undone_with_the_first(folder: Path) -> None:
    ana, eva = opened(folder), opened(folder, by="eva")
    put(ana, to="Ana")
    put(eva, to="Eva")
    put(ana, to="Luis")
    assert undo(ana).kept == 0
    assert holds(ana).to == "Eva"
    draft = ana.drafts.undo()
    assert draft is not None
    assert (draft.decisions, draft.kept) == ((), 1)
    assert holds(opened(folder)).to == "Eva"


def test_a_decision_that_does_not_say_what_was_is_undone_to_nothing(folder: Path) -> None:
    bench = opened(folder)
    row, one = task(bench)
    bare = decision(session=row.id, note=row.path, task=one.id, text=A, set=ALL)
    Journal(bench.store).append(lambda seq: [bare])
    assert holds(bench) == ALL
    undo(bench)
    assert holds(bench) == NOTHING


# History and orphans -----------------------------------------------------------------------


def told(past: Past) -> tuple[str, str, Setting, bool]:
    return past.decision.by, past.decision.text, past.decision.set, past.undone


def test_the_history_tells_every_decision_newest_first(folder: Path) -> None:
    ana, eva = opened(folder), opened(folder, by="eva")
    assert ana.history() == []
    put(ana, A, due="2026-12-01")
    put(eva, B, status="done")
    undo(ana)
    row, _ = task(ana)
    ana.decide(ana.drafts.review(row, reviewed=True))
    assert [told(past) for past in ana.history()] == [
        ("ana", "", Setting(reviewed=True), False),
        ("ana", A, Setting(due=""), False),
        ("eva", B, Setting(status="done"), False),
        ("ana", A, Setting(due="2026-12-01"), True),
    ]
    assert opened(folder).history() == ana.history()
    assert [past.subject for past in ana.history()] == [
        row.id, *(task(ana, text)[1].id for text in (A, B, A)),
    ]  # fmt: skip


def test_the_history_names_a_task_by_the_id_it_has_now(folder: Path) -> None:
    put(opened(folder), due="2026-12-01")
    (folder / "a.md").write_text(note(A, B, title="Another title"), encoding="utf-8")
    bench = opened(folder)
    (past,) = bench.history()
    assert past.subject == task(bench)[1].id != past.decision.task
    assert holds(bench).due == "2026-12-01"


def test_orphans_are_told_with_what_was_decided(folder: Path) -> None:
    bench = opened(folder)
    put(bench, A, status="blocked", due="2026-12-31")
    put(bench, B, to="Eva")
    put(bench, A, note="Ask first.")
    assert bench.list_orphans() == []
    (folder / "a.md").unlink()
    bench = opened(folder)
    first, second = bench.list_orphans()
    assert (first.last.text, first.last.title, first.last.date) == (
        A, "Planned the move", "2024-02-13",
    )  # fmt: skip
    assert first.holds == Setting(status="blocked", due="2026-12-31", note="Ask first.")
    assert first.last.set == Setting(note="Ask first.")
    assert (second.last.text, second.holds) == (B, Setting(to="Eva"))
    assert bench.orphans() == 2
    assert all(bench.is_orphan(past.subject) for past in bench.history())
    (folder / "a.md").write_text(note(A, B), encoding="utf-8")
    assert opened(folder).list_orphans() == []


def test_a_list_of_tasks_is_told_of_a_decision_and_need_not_be_made_again(folder: Path) -> None:
    (folder / "copy.md").write_text(note(A, B), encoding="utf-8")
    bench = opened(folder)
    listing = bench.list_tasks(parse_filter(""), TASK_SORTS[0], "session")
    assert [group.closed for group in listing.groups] == [0, 0]
    first = listing.tasks(0, 1)[0]
    assert first is not None
    paths = bench.accept(bench.save(bench.drafts.setting([first], Setting(status="done"))))
    assert paths == {"a.md", "copy.md"}
    changed = bench.recount(listing, paths)
    assert {one and one[1].text for n in changed for one in listing.tasks(n, n + 1)} == {A}
    assert [group.closed for group in listing.groups] == [1, 1]
    again = bench.list_tasks(parse_filter(""), TASK_SORTS[0], "session")
    assert list(again.groups) == list(listing.groups)
    assert bench.recount(listing, [*paths, "gone.md"]) == set()


def test_tasks_are_listed_by_their_due_dates_and_by_who_is_to_do_them(folder: Path) -> None:
    bench = opened(folder)
    put(bench, B, due="2026-12-31", to="Eva")
    due = next(sort for sort in TASK_SORTS if sort.name == "due")
    listing = bench.list_tasks(parse_filter(""), due, "assignee")
    assert [(group.label, group.count) for group in listing.groups] == [("Eva", 1), ("", 1)]
    assert [one and one[1].text for one in listing.tasks(0, 2)] == [B, A]
