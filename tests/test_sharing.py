"""Two reviewers over git: never a conflict, never a lost decision, one state in the end."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.clones import Reviewer, clone, needs_git, shared_folder
from tui.notes import STATUSES, Status

pytestmark = [pytest.mark.git, needs_git]

WHO = (0, 1)
CLOSING: tuple[Status, ...] = ("done", "blocked", "dropped")
PAIRS: tuple[tuple[Status, Status], ...] = (("done", "doing"), ("blocked", "dropped"))
DECIDES = st.tuples(st.just("decide"), st.sampled_from(WHO), st.integers(0, 2),
                    st.sampled_from(STATUSES))  # fmt: skip
TAKES = st.tuples(
    st.sampled_from(("commit", "merge", "rebase", "pick")),
    st.sampled_from(WHO),
    st.just(0),
    st.just("pending"),
)
STEPS = st.lists(DECIDES | DECIDES | TAKES, min_size=2, max_size=14)


@contextmanager
def two() -> Iterator[tuple[Reviewer, Reviewer]]:
    """Two clones of one repository, each with a workbench open on it."""
    with tempfile.TemporaryDirectory() as name:
        origin = shared_folder(Path(name) / "origin")
        ana, ben = (clone(origin, Path(name) / by, by) for by in ("ana", "ben"))
        try:
            yield ana, ben
        finally:
            ana.close()
            ben.close()


def take_step(step: tuple[str, int, int, Status], pair: tuple[Reviewer, Reviewer]) -> None:
    what, who, number, status = step
    one, other = pair[who], pair[1 - who]
    before = one.ids
    if what == "decide":
        one.decide(number, status)
    elif what == "commit":
        one.commit()
    elif what == "pick":
        other.commit()
        one.pick(other)
    else:
        other.commit()
        one.pull(other, rebase=what == "rebase")
        assert other.ids <= one.ids
    assert before <= one.ids
    assert one.git("diff", "--name-only", "--diff-filter=U") == ""


@given(steps=STEPS, first=st.sampled_from(WHO))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_two_reviewers_do_nothing_is_lost_and_both_see_the_same(
    steps: list[tuple[str, int, int, Status]], first: int
) -> None:
    with two() as pair:
        for step in steps:
            take_step(step, pair)
        one, other = pair[first], pair[1 - first]
        everything = one.ids | other.ids
        for each in pair:
            each.commit()
        one.pull(other)
        assert one.ids == everything
        other.pull(one)
        assert one.ids == other.ids == everything
        assert one.holds == other.holds


@pytest.mark.parametrize("rebase", [False, True])
def test_the_order_of_a_merge_changes_nothing_in_what_holds(rebase: bool) -> None:
    with two() as (ana, ben):
        for number, (one, status) in enumerate(itertools.product((ana, ben), CLOSING)):
            one.decide(number % 2, status)
        for one in (ana, ben):
            one.commit()
        copies = [
            Reviewer(Path(shutil.copytree(one.folder, one.folder.with_name(f"{name}-too"))), name)
            for one, name in ((ana, "ana"), (ben, "ben"))
        ]
        ana.pull(ben, rebase=rebase)
        copies[1].pull(copies[0], rebase=rebase)
        assert ana.ids == copies[1].ids
        assert len(ana.ids) == 6
        assert ana.holds == copies[1].holds
        assert {setting.status for setting in ana.holds.values()} == {"dropped", "pending"}
        for copy in copies:
            copy.close()


def test_a_decision_that_was_picked_before_it_was_merged_counts_once() -> None:
    with two() as (ana, ben):
        for mine, yours in PAIRS:
            ana.decide(0, mine)
            ana.commit()
            ben.decide(0, yours)
            ben.pick(ana)
        ben.pull(ana)
        ana.pull(ben)
        assert ana.holds == ben.holds
        assert len(ana.ids) == len(ana.bench.history()) == 4


def test_a_line_that_was_never_finished_is_merged_as_a_line_of_its_own() -> None:
    with two() as (ana, ben):
        ana.decide(0, "done")
        ben.decide(1, "done")
        with ben.journal.open("ab") as journal:
            journal.write(b'{"v":1,"id":"torn')
        for one, other in ((ana, ben), (ben, ana)):
            other.commit()
            one.pull(other)
        assert len(ana.ids) == len(ben.ids) == 2
        assert ana.holds == ben.holds
        ana.decide(2, "dropped")
        ana.commit()
        ben.pull(ana)
        assert len(ben.ids) == 3
        assert b'{"v":1,"id":"torn\n' in ben.journal.read_bytes()
