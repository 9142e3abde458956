"""What was decided under ids of earlier rules, by which C++ was C, stands on what was meant."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.samples import decision, note, read
from tests.test_deciding import holds, opened, put, undo
from tui.decisions import Journal, Onto, Setting
from tui.decisions.renewing import Renewing, renewed
from tui.notes.identity import fold, task_id

C, CPP, AT_LEAST, AT_MOST = "Learn C.", "Learn C++.", "Wait if x >= 5.", "Wait if x <= 5."
FORMER = {C: "learn c", CPP: "learn c", AT_LEAST: "wait if x 5", AT_MOST: "wait if x 5"}


def write(folder: Path, *tasks: str) -> None:
    (folder / "a.md").write_text(note(*tasks), encoding="utf-8")


def decided_once(folder: Path, *tasks: str, on: str) -> Path:
    """A journal in which a task is done, as an earlier version wrote it; where it lies."""
    write(folder, *tasks)
    bench = opened(folder)
    put(bench, on, status="done")
    n = [FORMER[text] for text in tasks[: tasks.index(on)]].count(FORMER[on])
    session = read(note(*tasks), "a.md").id
    lines: list[dict[str, Any]] = [
        json.loads(line) for line in bench.store.read_text(encoding="utf-8").splitlines()
    ]
    for line in lines:
        line |= {"task": task_id(session, FORMER[on], n), "n": n}
    bench.store.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return bench.store


def done(folder: Path, *tasks: str) -> list[str]:
    bench = opened(folder)
    return [text for text in tasks if holds(bench, text).status == "done"]


@pytest.mark.parametrize(("one", "other"), [(C, CPP), (CPP, C), (AT_LEAST, AT_MOST)])
def test_an_earlier_tick_never_lands_on_the_other_one(tmp_path: Path, one: str, other: str) -> None:
    decided_once(tmp_path, one, other, on=one)
    assert done(tmp_path, one, other) == [one]
    write(tmp_path, other, one)
    assert done(tmp_path, one, other) == [one]
    write(tmp_path, other)
    assert done(tmp_path, other) == []
    assert [lost.last.text for lost in opened(tmp_path).list_orphans()] == [one]
    write(tmp_path, one)
    assert done(tmp_path, one) == [one]


@pytest.mark.parametrize(("one", "other"), [(C, CPP), (CPP, C), (AT_LEAST, AT_MOST)])
def test_nor_does_that_on_the_second_of_two(tmp_path: Path, one: str, other: str) -> None:
    decided_once(tmp_path, one, other, on=other)
    assert done(tmp_path, one, other) == [other]
    write(tmp_path, one)
    assert done(tmp_path, one) == []


def test_it_is_taken_back_as_any_other_and_its_line_stays(tmp_path: Path) -> None:
    store = decided_once(tmp_path, C, CPP, on=CPP)
    before = store.read_bytes()
    bench = opened(tmp_path)
    undo(bench)
    assert (holds(bench, C).status, holds(bench, CPP).status) == ("pending", "pending")
    assert store.read_bytes().startswith(before)
    assert done(tmp_path, C, CPP) == []


def test_what_came_after_a_point_is_renewed_as_well(tmp_path: Path) -> None:
    store = decided_once(tmp_path, C, CPP, on=CPP)
    empty = tmp_path / "empty.jsonl"
    empty.write_bytes(b"")
    begun = Journal(empty)
    begun.read_new()
    journal = Journal(store)
    assert journal.gained_since(begun.point) == journal.read_new()
    (one,) = Journal(store).read_new()
    assert one.task == task_id(one.session, fold(CPP), one.n)


def test_a_task_attached_to_goes_by_its_id_of_today_too() -> None:
    was, now = task_id("s", "learn c", 0), task_id("s", fold(CPP), 0)
    onto = Onto(session="s", note="a.md", task=was, text=CPP)
    one = decision(task="t1", set=Setting(stands_on=was), onto=onto)
    assert renewed(one) == replace(one, set=Setting(stands_on=now), onto=replace(onto, task=now))
    loosened = replace(one, set=Setting(stands_on=""))
    assert renewed(loosened).set == Setting(stands_on="")


def test_all_others_stay_as_they_are() -> None:
    for one in (decision(task="t1", text=C), decision(task="t1", text=CPP), decision(task="")):
        assert renewed(one) is one


def known(*texts: str, path: str = "a.md") -> Renewing:
    row = read(note(*texts), path)
    return Renewing((row.id, task) for task in row.tasks)


def id_of(*texts: str, on: str) -> str:
    return next(task.id for task in read(note(*texts), "a.md").tasks if task.text == on)


def former_id(text: str, n: int = 0) -> str:
    return task_id(read(note(text), "a.md").id, FORMER[text], n)


@pytest.mark.parametrize(("one", "other"), [(C, CPP), (CPP, C), (AT_LEAST, AT_MOST)])
def test_a_text_tells_which_task_of_today_a_former_id_is(one: str, other: str) -> None:
    texts = (one, other)
    assert known(*texts).now(former_id(one), one) == id_of(*texts, on=one)
    assert known(*texts).now(former_id(other, 1), other) == (
        former_id(other, 1) if other == C else id_of(*texts, on=other)
    )


def test_of_tasks_that_say_the_same_the_one_with_the_nearest_number_is_meant() -> None:
    tasks = read(note(CPP, C, CPP), "a.md").tasks
    every = known(CPP, C, CPP)
    assert every.now(former_id(CPP, 0), CPP) == tasks[0].id
    assert every.now(former_id(CPP, 2), CPP) == tasks[2].id


@pytest.mark.parametrize("text", [CPP, C, "Learn C++ by heart."])
def test_an_id_that_earlier_rules_did_not_give_stays_what_it_is(text: str) -> None:
    assert known(CPP, C).now("0123456789abcdef", text) == "0123456789abcdef"
    assert known(CPP, C).now(id_of(CPP, C, on=CPP), CPP) == id_of(CPP, C, on=CPP)
    assert known(AT_LEAST).now(former_id(CPP), CPP) == former_id(CPP)
