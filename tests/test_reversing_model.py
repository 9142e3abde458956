"""Two reviewers who decide, undo, redo, reverse, archive and attach at random: what must hold."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings, strategies as st

from tests.samples import note
from tests.test_deciding_model import REVIEWERS, SET, TEXTS, Desk
from tui.decisions.decision import FIELDS
from tui.workbench import Draft, RefusedError, Setting, Workbench

LOST = ("Ask the ministry for the old plans.", "Print forty copies of the map.")

Seen = tuple[list[dict[str, Any]], list[tuple[str, bool]]]


class LosingDesk(Desk):
    """A folder in which two tasks were decided on, and then taken out."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        (folder / "b.md").write_text(note(*LOST, title="Plans", day="2024-03-01"), encoding="utf-8")
        bench = self.opened("eva")
        for row in bench.index.rows():
            if row.path == "b.md":
                for task in row.tasks:
                    bench.decide(
                        bench.drafts.setting([(row, task)], Setting(status="doing", to="Luis"))
                    )
        (folder / "b.md").unlink()
        self.benches = {by: self.opened(by) for by in REVIEWERS}
        self.lost = sorted(one.subject for one in bench_of(self).list_orphans())

    def settle(self, by: str, action: str, which: int) -> None:
        """Archive a lost task, or attach it, if it is lost still."""
        bench = self.benches[by]
        bench.accept(bench.look())
        subject = self.lost[which % len(self.lost)]
        try:
            if action == "archive":
                draft = bench.drafts.archiving([subject])
            else:
                draft = bench.drafts.attachment(
                    [subject], *self.chosen(bench, [which % len(TEXTS)])[0]
                )
        except RefusedError:
            assert not bench.is_orphan(subject)
        else:
            bench.decide(draft)

    def reverse(self, by: str, which: int) -> None:
        """Reverse a decision; what held before it holds again, or nothing has changed."""
        bench = self.benches[by]
        bench.accept(bench.look())
        past = bench.history()
        before = self.seen(bench)
        chosen = past[which % len(past)]
        draft = reversal(bench, chosen.decision.id)
        if isinstance(draft, str):
            assert draft == "this is reversed already" or "has decided on this since" in draft
            assert self.seen(bench) == before
            return
        (back,) = draft.decisions
        bench.decide(draft)
        assert bench.history()[0].decision.reverses == chosen.decision.id
        names = set(bench.history()[0].decision.set.fields)
        assert names <= {*chosen.decision.set.fields}
        if draft.kept == 0:
            assert next(p for p in bench.history() if p.decision.id == chosen.decision.id).undone
        undo = bench.drafts.undo()
        assert undo is not None
        bench.decide(undo)
        after = self.seen(bench)
        assert after[0] == before[0]
        assert after[1][2:] == before[1]  # what was undone is so again, and nothing else
        redo = bench.drafts.redo()
        assert redo is not None
        assert redo.decisions[0].set == back.set
        bench.decide(redo)

    def seen(self, bench: Workbench) -> Seen:
        """What holds, and which decisions are undone, newest first."""
        past = [(one.decision.id, one.undone) for one in bench.history()]
        orphans = [
            {"id": one.subject, **{field: getattr(one.holds, field) for field in FIELDS}}
            for one in sorted(bench.list_orphans(), key=lambda one: one.subject)
        ]
        return [*self.holds(bench), *map(without_defaults, orphans)], past


def reversal(bench: Workbench, decision: str) -> Draft | str:
    """What reverses a decision, or why it is refused."""
    try:
        return bench.drafts.reversal(decision)
    except RefusedError as error:
        return str(error)


def without_defaults(held: dict[str, Any]) -> dict[str, Any]:
    """To set back what nobody had decided is to set what holds then: both are the same."""
    return {name: value for name, value in held.items() if value not in (None, "", False)}


def bench_of(desk: Desk) -> Workbench:
    return desk.benches[REVIEWERS[0]]


actions = st.tuples(
    st.sampled_from(REVIEWERS),
    st.sampled_from(["put", "put", "undo", "redo", "reverse", "reverse", "archive", "attach"]),
    st.integers(0, 9),
    st.sampled_from(SET),
)


@given(st.lists(actions, min_size=4, max_size=14))
@settings(max_examples=40, deadline=None)
def test_reversing_sets_back_and_undo_takes_that_back(steps: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        desk = LosingDesk(Path(folder))
        for by, action, which, fields in steps:
            if action == "reverse":
                desk.reverse(by, which)
            elif action in ("archive", "attach"):
                desk.settle(by, action, which)
            else:
                desk.do(by, action, [which % len(TEXTS)], fields)
        everyone = [*desk.benches.values(), desk.opened("luis")]
        seen = []
        for bench in everyone:
            bench.accept(bench.look())
            seen.append(desk.seen(bench))
        assert seen[0] == seen[1] == seen[2]
