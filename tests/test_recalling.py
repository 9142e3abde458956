"""A long journal at the next start: what was written down of it, proven, and what came since."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from tests.samples import decision, note
from tui.decisions import Journal
from tui.library.index import index_path
from tui.library.index.schema import laid_path
from tui.workbench import JournalError, Row, Setting, Task, Workbench, parse_filter

A, B, C = "Hire a van for the move.", "Label every box with its room.", "Write the report."
JOURNAL = ".workbench/tasks.jsonl"


@pytest.fixture(autouse=True)
def every_journal_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.decisions.ledger._LONG", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which tasks were ticked, and what came of that was written down."""
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.md").write_text(note(A, B), encoding="utf-8")
    (folder / "b.md").write_text(note(C, title="Other", day="2024-03-01"), encoding="utf-8")
    bench = opened(folder)
    decide(bench, A, status="done")
    decide(bench, B, due="2026-12-31", to="Eva", note="Ask first.")
    review(bench, "b.md")
    write_down(bench)
    return folder


def opened(folder: Path, by: str = "ana") -> Workbench:
    bench = Workbench(folder, by=by)
    bench.load()
    return bench


def recalled(folder: Path) -> Workbench:
    """A workbench that answers before it has read the journal."""
    bench = Workbench(folder, by="ana")
    assert bench.opens_at_once
    assert bench.is_recalled
    return bench


def write_down(bench: Workbench) -> None:
    write = bench.to_write_down()
    assert write is not None
    write()


def task(bench: Workbench, text: str) -> tuple[Row, Task]:
    (found,) = (
        (row, task) for row in bench.index.rows() for task in row.tasks if task.text == text
    )
    return found


def row_at(bench: Workbench, path: str) -> Row:
    row = bench.index.cards.row(path)
    assert row is not None
    return row


def decide(bench: Workbench, text: str, **fields: Any) -> None:
    bench.decide(bench.drafts.setting([task(bench, text)], Setting(**fields)))


def review(bench: Workbench, path: str) -> None:
    row = row_at(bench, path)
    signed = bench.drafts.to_sign(path)
    bench.decide(bench.drafts.review(row, reviewed=True, signed=signed))


def known(bench: Workbench) -> dict[str, Any]:
    """All that is shown of a folder before anything is asked of its whole journal."""
    rows = list(bench.index.rows())
    tasks = [task for row in rows for task in row.tasks]
    decided = [bench.decided(task) for task in tasks]
    return {
        "holds": {task.text: bench.holds(task) for task in tasks},
        "decided": {one.text: (one.by, one.at, one.set) for one in decided if one},
        "reviewed": {row.path: bench.sign_off(row) for row in rows},
        "totals": bench.totals(),
        "picked": {
            text: [task.text for _, task in bench.select_tasks(parse_filter(text))]
            for text in ("is:open", "is:done", "to:eva", "due:2026", "has:note", "is:reviewed")
        },
        "listed": len(bench.list_tasks(parse_filter("is:open"))),
        "orphans": bench.orphans(),
    }


def whole(bench: Workbench) -> dict[str, Any]:
    """What is known once the journal was read."""
    bench.accept(bench.look())
    assert not bench.is_recalled
    return {
        **known(bench),
        "history": [(one.decision.id, one.subject, one.undone) for one in bench.history()],
        "lost": {orphan.subject for orphan in bench.list_orphans()},
    }


def afresh(folder: Path) -> dict[str, Any]:
    """The same, of a workbench that recalls nothing."""
    return whole(opened(folder))


def test_a_start_knows_what_held_before_it_reads_the_journal(folder: Path) -> None:
    bench = recalled(folder)
    assert known(bench) == afresh_known(folder)
    assert bench.status(task(bench, A)[1]) == "done"
    assert bench.is_recalled
    assert whole(bench) == afresh(folder)


def test_a_short_journal_is_read_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.decisions.ledger._LONG", 1 << 20)
    bench = Workbench(folder, by="ana")
    assert bench.opens_at_once
    assert not bench.is_recalled
    bench.load()
    assert bench.to_write_down() is None


def test_nothing_is_written_down_twice(folder: Path) -> None:
    bench = recalled(folder)
    assert bench.to_write_down() is None  # the journal is not even read
    bench.accept(bench.look())
    assert bench.to_write_down() is None
    write_down(opened(folder))  # who recalled nothing knows not what lies there


def test_what_another_one_decided_since_is_known_at_once(folder: Path) -> None:
    other = opened(folder, by="eva")
    decide(other, A, status="pending")
    decide(other, C, status="dropped", to="Luis")
    bench = recalled(folder)
    assert bench.status(task(bench, A)[1]) == "pending"
    assert bench.holds(task(bench, B)[1]).to == "Eva"
    assert known(bench) == afresh_known(folder)
    assert whole(bench) == afresh(folder)


def test_a_late_line_that_is_older_than_what_held_changes_nothing(folder: Path) -> None:
    journal = folder / JOURNAL
    (first, *_) = Journal(journal).read_new()
    lines = journal.read_bytes()
    old = decision(
        id="0", seq=0, task=first.task, session=first.session, set=Setting(status="dropped")
    )
    Journal(folder / "other.jsonl").append(lambda _: [old])
    journal.write_bytes(lines + (folder / "other.jsonl").read_bytes())
    bench = recalled(folder)
    assert bench.status(task(bench, A)[1]) == "done"
    assert whole(bench) == afresh(folder)


def test_a_line_that_is_not_finished_is_not_there_yet(folder: Path) -> None:
    with (folder / JOURNAL).open("ab") as file:
        file.write(b'{"v":1,"id"')
    bench = recalled(folder)
    assert whole(bench) == afresh(folder)
    assert bench.to_write_down() is None


def _replaced(journal: Path) -> None:
    other = journal.with_name("other.jsonl")
    Journal(other).append(lambda _: [decision(id=f"o{n}", seq=n, task=f"t{n}") for n in range(9)])
    other.replace(journal)


def _cut(journal: Path) -> None:
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join(lines[:-1]))


def _edited(journal: Path) -> None:
    """In the middle, to as many bytes, and with the time it had."""
    said, status = journal.read_bytes(), journal.stat()
    assert said.count(b'"to":"Eva"') == 1
    journal.write_bytes(said.replace(b'"to":"Eva"', b'"to":"Luz"'))
    os.utime(journal, ns=(status.st_atime_ns, status.st_mtime_ns))


def _gone(journal: Path) -> None:
    journal.unlink()


CHANGES: list[Callable[[Path], None]] = [_replaced, _cut, _edited, _gone]


@pytest.mark.parametrize("change", CHANGES)
def test_of_another_journal_nothing_is_recalled(
    folder: Path, change: Callable[[Path], None]
) -> None:
    change(folder / JOURNAL)
    bench = Workbench(folder, by="ana")
    assert not bench.recall()
    bench.load()
    assert whole(bench) == afresh(folder)


@pytest.mark.parametrize("change", CHANGES[:-1])
def test_what_changes_before_the_journal_is_read_is_put_right(
    folder: Path, change: Callable[[Path], None]
) -> None:
    bench = recalled(folder)
    bench.list_tasks(parse_filter("is:open"))
    change(folder / JOURNAL)
    assert whole(bench) == afresh(folder)


def test_a_journal_in_another_place_is_another_one(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "tasks.jsonl"
    shutil.copy(folder / JOURNAL, store)
    bench = Workbench(folder, store, "ana")
    assert not bench.recall()
    bench.load()
    write_down(bench)
    assert not Workbench(folder, by="ana").recall()
    assert Workbench(folder, store, "ana").recall()


@pytest.mark.parametrize("path", ["a.md", "new.md"])
def test_over_notes_that_were_read_since_it_is_laid_anew(folder: Path, path: str) -> None:
    (folder / path).write_text(note(A, "Sell it.", title="New"), encoding="utf-8")
    opened(folder)
    bench = recalled(folder)
    assert bench.status(task(bench, "Sell it.")[1]) == "pending"
    assert bench.sign_off(row_at(bench, "b.md")) is not None
    assert whole(bench) == afresh(folder)
    write_down(bench)
    assert known(recalled(folder)) == afresh_known(folder)


def test_over_new_notes_it_is_known_at_once(folder: Path) -> None:
    (folder / "new.md").write_text(note("Sell it.", title="New"), encoding="utf-8")
    (folder / "b.md").rename(folder / "c.md")
    opened(folder)
    assert known(recalled(folder)) == afresh_known(folder)


def test_what_was_found_under_another_id_since_is_found_with_the_journal(folder: Path) -> None:
    (folder / "a.md").write_text(note("Hire two vans for the move.", B), encoding="utf-8")
    opened(folder)
    bench = recalled(folder)
    reworded = task(bench, "Hire two vans for the move.")[1]
    assert bench.accept(bench.look()) == {"a.md"}  # it is drawn again
    assert bench.status(reworded) == "done"
    assert whole(bench) == afresh(folder)


def test_what_is_recalled_beside_is_laid_over_new_notes_too(folder: Path) -> None:
    (folder / "new.md").write_text(note("Sell it.", title="New"), encoding="utf-8")
    opened(folder)
    bench = recalled(folder)
    assert len(bench.list_tasks(parse_filter("is:open"))) == 3  # B, C and the new one
    assert len(bench.list_tasks(parse_filter("is:done"))) == 1
    assert bench.is_recalled


def test_it_can_be_proven_ahead(folder: Path) -> None:
    bench = Workbench(folder, by="ana")
    bench.begin_recalling()
    assert bench.opens_at_once
    assert bench.is_recalled
    assert known(bench) == afresh_known(folder)
    _edited(folder / JOURNAL)
    bench = Workbench(folder, by="ana")
    bench.begin_recalling()
    assert not bench.recall()
    assert not bench.recall()


def test_a_decision_can_be_made_before_the_journal_is_read(folder: Path) -> None:
    bench = recalled(folder)
    decide(bench, C, status="done")
    assert bench.totals().closed == 2
    assert len(bench.list_tasks(parse_filter("is:done"))) == 2
    assert whole(bench) == afresh(folder)


def test_an_index_made_anew_is_another_one(folder: Path) -> None:
    index_path(folder).unlink()
    opened(folder)
    assert not Workbench(folder, by="ana").recall()


@pytest.mark.parametrize(
    "damage",
    [b"", b"no database", b"SQLite format 3\0" + bytes(5000)],
    ids=["empty", "text", "zeros"],
)
def test_a_damaged_file_is_no_loss(folder: Path, damage: bytes) -> None:
    laid_path(index_path(folder)).write_bytes(damage)
    bench = Workbench(folder, by="ana")
    assert not bench.recall()
    bench.load()
    assert known(bench) == afresh_known(folder)
    write_down(bench)
    assert Workbench(folder, by="ana").recall()


def test_notes_that_change_while_nobody_looked_are_read_over_what_was_recalled(
    folder: Path,
) -> None:
    bench = recalled(folder)
    before = bench.totals()
    (folder / "a.md").write_text(note("Hire two vans for the move.", B), encoding="utf-8")
    assert bench.totals() == before
    assert [batch.error for batch in bench.batches()][-1] == ""
    bench.settle()
    assert bench.status(task(bench, "Hire two vans for the move.")[1]) == "done"
    assert whole(bench) == afresh(folder)


def test_what_was_found_under_another_id_or_not_at_all_is_recalled(folder: Path) -> None:
    (folder / "a.md").write_text(note("Hire two vans for the move."), encoding="utf-8")
    bench = opened(folder)
    assert bench.orphans() == 1
    write_down(bench)
    bench = recalled(folder)
    assert bench.status(task(bench, "Hire two vans for the move.")[1]) == "done"
    assert bench.orphans() == 1
    assert known(bench) == afresh_known(folder)
    assert whole(bench) == afresh(folder)


def test_a_tick_in_between_knows_the_whole_journal(folder: Path) -> None:
    bench = recalled(folder)
    row, first = task(bench, A)
    draft = bench.drafts.setting([(row, first)], Setting(status="dropped"))
    assert draft.decisions[0].was == Setting(status="done")
    bench.accept(bench.save(draft))
    assert whole(bench) == afresh(folder)
    for held in ("done", "done", "done", "pending"):  # this tick, the review, B, A
        undo = bench.drafts.undo()
        assert undo is not None
        bench.decide(undo)
        assert bench.status(first) == held
    assert whole(bench) == afresh(folder)


def test_what_is_read_and_not_taken_in_yet_is_not_written_down(folder: Path) -> None:
    bench = opened(folder)
    decide(opened(folder, by="eva"), A, status="pending")
    news = bench.look()
    assert bench.to_write_down() is None
    bench.accept(news)
    write_down(bench)
    assert known(recalled(folder)) == afresh_known(folder)


def test_what_is_decided_while_it_is_written_down_is_not_left_out(folder: Path) -> None:
    bench = opened(folder)
    decide(bench, C, status="done")
    write = bench.to_write_down()
    assert write is not None
    decide(bench, C, status="blocked")
    before = laid_path(index_path(folder)).read_bytes()
    write()
    assert laid_path(index_path(folder)).read_bytes() == before
    assert known(recalled(folder)) == afresh_known(folder)


def afresh_known(folder: Path) -> dict[str, Any]:
    return known(opened(folder))


def test_an_unreadable_journal_is_said_and_what_held_is_shown(folder: Path) -> None:
    bench = recalled(folder)
    (folder / JOURNAL).unlink()
    (folder / JOURNAL).mkdir()
    with pytest.raises(JournalError, match="could not be read"):
        bench.look()
    with pytest.raises(JournalError, match="could not be read"):
        bench.drafts.undo()
    assert bench.history() == []
    assert bench.status(task(bench, A)[1]) == "done"


steps = st.lists(
    st.tuples(
        st.sampled_from(["set", "set", "undo", "redo", "start", "peer", "reword", "lose", "bring"]),
        st.sampled_from([A, B, C]),
        st.sampled_from([{"status": "done"}, {"status": "pending"}, {"to": "Eva"}, {"to": ""}]),
    ),
    min_size=4,
    max_size=14,
)


@given(steps)
@settings(max_examples=60, deadline=None)
def test_whatever_was_done_a_start_recalls_what_a_fresh_one_works_out(done: list[Any]) -> None:
    with TemporaryDirectory() as name:
        folder, texts = Path(name), {A: A, B: B, C: C}
        write(folder, texts)
        bench, is_noted = opened(folder), False
        for action, text, fields in done:
            if action == "set" and texts[text]:
                decide(bench, texts[text], **fields)
            elif action in {"undo", "redo"}:
                draft = bench.drafts.undo() if action == "undo" else bench.drafts.redo()
                if draft:
                    bench.decide(draft)
            elif action == "peer" and texts[text]:
                decide(opened(folder, by="eva"), texts[text], **fields)
            elif action == "start":
                bench.accept(bench.look())
                if keep := bench.to_write_down():
                    keep()
                    is_noted = True
                bench = Workbench(folder, by="ana")
                if bench.recall():
                    if is_noted:
                        assert known(bench) == afresh_known(folder)
                    assert whole(bench) == afresh(folder)
                bench.load()
            elif action in {"reword", "lose", "bring"}:
                texts[text] = {"reword": f"{text} Soon.", "lose": "", "bring": text}[action]
                write(folder, texts)
                bench, is_noted = opened(folder), False
        assert whole(bench) == afresh(folder)


def write(folder: Path, texts: dict[str, str]) -> None:
    said = [text for text in texts.values() if text]
    (folder / "a.md").write_text(note("Nothing else.", *said), encoding="utf-8")
