"""Clocks that go back, and two reviewers in one second: what holds does not change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.samples import decision, note
from tui.decisions import Decision, Journal, Setting, State
from tui.notes import Status
from tui.workbench import Workbench

NOON = datetime(2024, 2, 13, 12, 0, 0, tzinfo=UTC)
STATUSES: tuple[Status, ...] = ("pending", "doing", "blocked", "done", "dropped")
Clock = Callable[[datetime], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What sets the clock by which decisions are dated."""

    def set_to(at: datetime) -> None:
        class Set(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
                return at

        monkeypatch.setattr("tui.decisions.ledger.datetime", Set)

    return set_to


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one note of two tasks."""
    (tmp_path / "a.md").write_text(note("Hire a van.", "Label the boxes."))
    return tmp_path


def opened(folder: Path, by: str, store: Path | None = None) -> Workbench:
    bench = Workbench(folder, store, by)
    bench.load()
    return bench


def decide(bench: Workbench, status: Status, task: int = 0) -> None:
    (row,) = bench.index.rows()
    bench.decide(bench.drafts.setting([(row, row.tasks[task])], Setting(status=status)))


def statuses(bench: Workbench) -> list[Status]:
    (row,) = bench.index.rows()
    return bench.statuses(row)


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(days=1), timedelta(days=9999)])
def test_a_clock_that_goes_back_changes_nothing(
    folder: Path, set_clock: Clock, back: timedelta
) -> None:
    set_clock(NOON)
    ana = opened(folder, "ana")
    decide(ana, "done")
    set_clock(NOON - back)
    decide(ana, "doing")
    assert statuses(ana) == ["doing", "pending"]
    decide(opened(folder, "eva"), "blocked")  # another machine, as late
    set_clock(NOON - 2 * back if back.days < 5000 else NOON - back)
    assert statuses(opened(folder, "luis")) == ["blocked", "pending"]
    undo = opened(folder, "eva").drafts.undo()
    assert undo
    eva = opened(folder, "eva")
    eva.decide(undo)
    assert statuses(eva) == statuses(opened(folder, "ana")) == ["doing", "pending"]


def test_two_reviewers_in_one_second_on_one_journal(folder: Path, set_clock: Clock) -> None:
    set_clock(NOON)
    ana, eva = opened(folder, "ana"), opened(folder, "eva")
    decide(ana, "done")
    decide(eva, "dropped")  # she had not seen it: hers is the later all the same
    ana.accept(ana.look())
    assert statuses(ana) == statuses(eva) == statuses(opened(folder, "luis"))
    assert statuses(ana) == ["dropped", "pending"]


def test_two_reviewers_in_one_second_on_two_machines(folder: Path, set_clock: Clock) -> None:
    """Merged line by line, in any order, each line any number of times: everyone sees the same."""
    set_clock(NOON)
    stores = [folder / "ana.jsonl", folder / "eva.jsonl"]
    ana, eva = opened(folder, "ana", stores[0]), opened(folder, "eva", stores[1])
    decide(ana, "done")
    decide(ana, "doing", task=1)
    decide(eva, "dropped")
    lines = [line for store in stores for line in store.read_bytes().splitlines(keepends=True)]
    seen = set()
    for order in permutations([*lines, lines[0]]):
        (folder / "merged.jsonl").write_bytes(b"".join(order))
        seen.add(tuple(statuses(opened(folder, "luis", folder / "merged.jsonl"))))
    assert len(seen) == 1


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    """Decisions of several machines, whose clocks and counters tell the same or go astray."""
    seconds = st.integers(-2, 2).map(lambda days: (NOON + timedelta(days=days)).isoformat())
    count = draw(st.integers(0, 8))
    return [
        decision(
            id=f"d{number}",
            seq=draw(st.integers(1, 3)),
            at=draw(seconds),
            by=draw(st.sampled_from(["ana", "eva"])),
            task=draw(st.sampled_from(["t1", "t2"])),
            set=Setting(status=draw(st.sampled_from(STATUSES))),
        )
        for number in range(count)
    ]


def folded(path: Path, lines: list[bytes]) -> list[Status]:
    path.write_bytes(b"".join(lines))
    state = State()
    state.add(Journal(path).read_new())
    return [state.status([task], "pending") for task in ("t1", "t2")]


@given(decisions(), st.randoms(use_true_random=False))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_fold_does_not_change(tmp_path: Path, made: list[Decision], dice: object) -> None:
    path = tmp_path / "tasks.jsonl"
    path.unlink(missing_ok=True)
    if made:
        Journal(path).append(lambda _: made)
    lines = path.read_bytes().splitlines(keepends=True) if made else []
    once = folded(path, lines)
    again = lines + lines[: len(lines) // 2]
    dice.shuffle(again)  # type: ignore[attr-defined]
    assert folded(path, again) == once
    # And what follows in one journal wins, whatever its clock says.
    last = decision(id="last", at="1970-01-01T00:00:00.000Z", set=Setting(status="dropped"))
    Journal(path).append(
        lambda seq: [decision(id="last", seq=seq, at=last.at, task="t1", set=last.set)]
    )
    assert folded(path, path.read_bytes().splitlines(keepends=True))[0] == "dropped"
