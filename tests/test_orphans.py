"""What is in no note any more is attached to a task by hand, or archived; both can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import decision, note
from tests.test_deciding import holds, opened, put, redo, take, task, undo
from tui.decisions import Journal, Onto
from tui.workbench import RefusedError, Setting, Workbench, parse_filter

VAN, BOX = "Hire a van for the move.", "Label every box with its room."
LOST, OTHER = "Ask the ministry for the old plans.", "Print forty copies of the map."
ELSEWHERE = "Order the signs."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two notes; two tasks of the first were decided on, and then taken out of it."""
    (tmp_path / "b.md").write_text(note(ELSEWHERE, title="Signs", day="2024-03-01"))
    write(tmp_path, VAN, BOX, LOST, OTHER)
    bench = opened(tmp_path)
    put(bench, LOST, status="done", to="Eva")
    put(bench, OTHER, status="dropped")
    write(tmp_path, VAN, BOX)
    return tmp_path


def write(folder: Path, *tasks: str) -> None:
    (folder / "a.md").write_text(note(*tasks), encoding="utf-8")


def lost(bench: Workbench, text: str = LOST) -> str:
    (found,) = (one.subject for one in bench.list_orphans() if one.last.text == text)
    return found


def left(bench: Workbench) -> list[str]:
    """What is lost and not archived, by the alphabet."""
    return sorted(one.last.text for one in bench.list_orphans() if not one.is_archived)


def attach(bench: Workbench, text: str = ELSEWHERE, orphan: str = LOST) -> None:
    take(bench, bench.drafts.attachment([lost(bench, orphan)], *task(bench, text)))


def test_attached_by_hand_all_that_was_decided_is_the_tasks(folder: Path) -> None:
    bench = opened(folder)
    assert left(bench) == [LOST, OTHER]
    attach(bench)
    for one in (bench, opened(folder)):
        assert left(one) == [OTHER]
        assert one.orphans() == 1
        assert (holds(one, ELSEWHERE).status, holds(one, ELSEWHERE).to) == ("done", "Eva")
        assert holds(one, VAN).status == "pending"
    assert {past.subject for past in bench.history()} == {lost(bench, OTHER), subject(bench)}


def subject(bench: Workbench, text: str = ELSEWHERE) -> str:
    return task(bench, text)[1].id


def test_the_newest_decision_holds_of_both(folder: Path) -> None:
    bench = opened(folder)
    put(bench, ELSEWHERE, status="doing")
    attach(bench)
    assert (holds(bench, ELSEWHERE).status, holds(bench, ELSEWHERE).to) == ("doing", "Eva")


def test_attaching_is_a_step_that_is_undone_and_redone(folder: Path) -> None:
    bench = opened(folder)
    attach(bench)
    assert undo(bench).decisions[0].set == Setting(stands_on="")
    assert left(bench) == [LOST, OTHER]
    assert holds(bench, ELSEWHERE).status == "pending"
    redo(bench)
    assert left(bench) == [OTHER]
    assert holds(bench, ELSEWHERE).status == "done"


def test_what_is_attached_and_detached_is_told_as_changed(folder: Path) -> None:
    bench = opened(folder)
    draft = bench.drafts.attachment([lost(bench)], *task(bench, ELSEWHERE))
    assert bench.accept(bench.save(draft)) == {"b.md"}
    assert [row.path for row in bench.rows(parse_filter("is:done to:eva"))] == ["b.md"]
    back = bench.drafts.undo()
    assert back is not None
    assert bench.accept(bench.save(back)) == {"b.md"}
    assert bench.rows(parse_filter("is:done")) == []


def test_the_task_is_found_again_where_its_note_has_another_head(folder: Path) -> None:
    bench = opened(folder)
    attach(bench)
    (folder / "b.md").unlink()
    (folder / "c.md").write_text(note(ELSEWHERE, title="Other signs", day="2024-03-02"))
    assert holds(opened(folder), ELSEWHERE).status == "done"


def test_where_the_task_is_lost_too_so_is_what_was_attached(folder: Path) -> None:
    bench = opened(folder)
    attach(bench)
    (folder / "b.md").write_text(note("Something else.", title="Signs", day="2024-03-01"))
    again = opened(folder)
    assert left(again) == [LOST, OTHER]
    assert holds(again, "Something else.").status == "pending"


def test_attached_to_one_that_was_attached_itself(folder: Path) -> None:
    (folder / "c.md").write_text(note("A third.", title="Third", day="2024-03-03"))
    bench = opened(folder)
    attach(bench)
    (folder / "b.md").unlink()
    bench = opened(folder)
    assert left(bench) == [LOST, OTHER]
    put(bench, VAN, status="done")
    (folder / "b.md").write_text(note(ELSEWHERE, title="Signs", day="2024-03-01"))
    bench = opened(folder)
    put(bench, ELSEWHERE, note="The blue ones.")
    (folder / "b.md").unlink()
    bench = opened(folder)
    attach(bench, "A third.", ELSEWHERE)
    assert (holds(bench, "A third.").status, holds(bench, "A third.").note) == (
        "done", "The blue ones.",
    )  # fmt: skip


def test_one_that_is_in_its_note_again_stands_on_itself(folder: Path) -> None:
    bench = opened(folder)
    attach(bench)
    write(folder, VAN, BOX, LOST)
    again = opened(folder)
    assert holds(again, LOST).status == "done"
    assert holds(again, ELSEWHERE).status == "pending"


def test_attached_in_a_circle_they_are_lost(folder: Path) -> None:
    bench = opened(folder)
    one, two = lost(bench), lost(bench, OTHER)
    last = {orphan.subject: orphan.last for orphan in bench.list_orphans()}
    journal = Journal(bench.store)
    journal.append(
        lambda seq: [
            decision(
                id=f"x{n}", seq=seq + n, task=here, text=last[here].text, session="gone",
                set=Setting(stands_on=there),
                onto=Onto(session="gone", note="x.md", task=there, text="x"),
            )
            for n, (here, there) in enumerate([(one, two), (two, one)])
        ]
    )  # fmt: skip
    assert left(opened(folder)) == [LOST, OTHER]


def test_archived_it_is_not_counted_until_that_is_undone(folder: Path) -> None:
    bench = opened(folder)
    take(bench, bench.drafts.archiving([lost(bench), lost(bench, OTHER)]))
    for one in (bench, opened(folder)):
        assert (one.orphans(), left(one)) == (0, [])
        assert len(one.list_orphans()) == 2
    assert bench.drafts.archiving([lost(bench)]).decisions == ()
    undo(bench)
    assert (bench.orphans(), left(bench)) == (2, [LOST, OTHER])


def test_archived_and_there_again_it_is_as_it_was(folder: Path) -> None:
    bench = opened(folder)
    take(bench, bench.drafts.archiving([lost(bench)]))
    write(folder, VAN, BOX, LOST)
    assert holds(opened(folder), LOST) == Setting(status="done", due="", to="Eva", note="")


def test_what_is_not_lost_is_refused(folder: Path) -> None:
    bench = opened(folder)
    with pytest.raises(RefusedError, match="is in a note"):
        bench.drafts.archiving([subject(bench, VAN)])
    with pytest.raises(RefusedError, match="is in a note"):
        bench.drafts.attachment(["0000"], *task(bench, VAN))


def test_a_session_as_a_whole_is_archived_but_not_attached(folder: Path) -> None:
    bench = opened(folder)
    (row,) = (row for row in bench.index.rows() if row.path == "b.md")
    take(bench, bench.drafts.review(row, reviewed=True))
    (folder / "b.md").unlink()
    bench = opened(folder)
    assert bench.is_orphan(row.id)
    with pytest.raises(RefusedError, match="as a whole"):
        bench.drafts.attachment([row.id], *task(bench, VAN))
    take(bench, bench.drafts.archiving([row.id]))
    assert bench.orphans() == 2


def test_by_hand_no_other_tick_moves(folder: Path) -> None:
    """Attaching one to a task takes nothing from another that was found there by its words."""
    bench = opened(folder)
    put(bench, BOX, status="blocked")
    reworded = "Label every single box with its own room."
    write(folder, VAN, reworded)
    bench = opened(folder)
    assert holds(bench, reworded).status == "blocked"
    attach(bench, reworded)
    assert holds(bench, reworded).status == "blocked"
    assert holds(bench, reworded).to == "Eva"
    assert left(bench) == [OTHER]
