"""Whatever stands in a journal: never overwritten, never cut, and what can be read is read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.faults.saving import keep, standing
from tests.program import Desk
from tests.samples import decision
from tests.ui.conftest import Open
from tui.decisions import Journal, JournalError, Setting
from tui.workbench import Workbench

HUGE = 100 * 1000 * 1000


def record(**values: object) -> bytes:
    """A line as we write it, but for some fields."""
    line = {
        "v": 1, "id": "odd", "session": "s1", "note": "a.md", "set": {"status": "done"},
        "by": "ana", "at": "2024-02-13T10:00:00.000Z", "seq": 1, "step": "s", "task": "t9",
    }  # fmt: skip
    return json.dumps(line | values).encode()


ODD = {
    "NULs": b"\0" * 4096,
    "garbage": bytes(range(256)).replace(b"\n", b"") * 8,
    "null": b"null",
    "a number": b"1e999",
    "nested brackets": b"[" * 30_000,
    "nested in a record": record()[:-1] + b', "x": ' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    "nested braces": b'{"a":' * 30_000,
    "a conflict of git": b"<<<<<<< HEAD",
    "the middle of one": b"=======",
    "the end of one": b">>>>>>> theirs",
    "half a pair": record(text="@").replace(b"@", rb"\ud800"),
    "half a pair, raw": record(text="@").replace(b"@", b"\xed\xa0\x80"),
    "a mark of byte order": b"\xef\xbb\xbf" + record(),
    "UTF-16": record().decode().encode("utf-16"),
    "a newer version": record(v=2),
    "a version far ahead": record(v=2**62, set="otherwise"),
    "a version that is no number": record(v="1"),
    "no version": record(v=None),
    "a status there is not": record(set={"status": "finished"}),
    "a counter that is text": record(seq="1"),
    "a counter with a point": record(seq=1.5),
    "a counter beyond measure": record(seq="@").replace(b'"@"', b"9" * 5000),
    "true as a number": record(n=True),
    "a list as a name": record(by=["ana"]),
    "two records on a line": record() + record(),
    "a record within a list": b"[" + record() + b"]",
}  # fmt: skip


@pytest.mark.parametrize("line", ODD.values(), ids=ODD.keys())
@pytest.mark.parametrize("end", [b"\n", b""], ids=["whole", "unfinished"])
def test_an_odd_line_is_kept_and_named(path: Path, line: bytes, end: bytes) -> None:
    keep(path, "before")
    before = path.read_bytes() + line + end
    path.write_bytes(before)
    journal = Journal(path)
    assert [one.id for one in journal.read_new()] == ["before"]
    assert [kept.line for kept in journal.kept] == ([2] if end else [])
    assert journal.torn is not bool(end)
    assert all(0 < len(kept.reason) <= 160 and kept.reason.isprintable() for kept in journal.kept)
    assert path.read_bytes() == before
    keep(path, "after")
    assert path.read_bytes().startswith(before)
    journal = Journal(path)
    assert [one.id for one in journal.read_new()] == ["before", "after"]
    assert [kept.line for kept in journal.kept] == [2]


def test_all_of_them_at_once_and_the_rest_is_read(path: Path) -> None:
    keep(path, "a")
    with path.open("ab") as file:
        for line in ODD.values():
            file.write(line + b"\r\n\n \n")
    before = path.read_bytes()
    keep(path, "b")
    assert path.read_bytes().startswith(before)
    journal = Journal(path)
    assert [one.id for one in journal.read_new()] == ["a", "b"]
    assert len(journal.kept) == len(ODD)


@pytest.mark.parametrize("size", [0, 1, 4096])
@pytest.mark.parametrize("byte", [b"\0", b"\n", b" "])
def test_an_empty_or_wiped_file(path: Path, size: int, byte: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(byte * size)
    assert standing(path) == []
    keep(path, "a")
    assert path.read_bytes().startswith(byte * size)
    assert standing(path) == ["a"]


def test_a_line_of_a_hundred_megabytes(path: Path) -> None:
    """Not even looked at: no decision is that long."""
    keep(path, "before")
    with path.open("ab") as file:
        file.write(record(text="@").replace(b"@", b"x" * HUGE) + b"\n")
    size = path.stat().st_size
    keep(path, "after")
    journal = Journal(path)
    assert [one.id for one in journal.read_new()] == ["before", "after"]
    ((line, reason),) = journal.kept
    assert line == 2
    assert "longer than any decision (100,000,1" in reason
    assert path.stat().st_size - size < 1000
    os.truncate(path, size - 1)  # unfinished
    assert [one.id for one in journal.read_new()] == ["before"]
    assert (journal.kept, journal.torn) == ([], True)


def test_the_longest_decision_is_written_and_read(path: Path) -> None:
    """A note has at most 4 MB, and no byte of it takes more than six in JSON."""
    text = "\x01" * (4 * 1024 * 1024)
    Journal(path).append(lambda seq: [decision(id="long", seq=seq, text=text)])
    (found,) = Journal(path).read_new()
    assert found.text == text


def test_a_decision_too_long_to_be_read_is_not_written(path: Path) -> None:
    keep(path, "before")
    text = "x" * (33 * 1024 * 1024)
    with pytest.raises(JournalError, match="too long"):
        Journal(path).append(lambda seq: [decision(id="long", seq=seq, text=text)])
    assert standing(path) == ["before"]


@pytest.mark.parametrize(
    "line",
    [
        record(v=2), record(v=7, set=5, by=None, new={"a": [1]}), b'{"v":3,"task":"t9"}',
        b'{"v":3,"session":"t9"}', record(v=2, task="t9", session=["s"]),
    ],
)  # fmt: skip
def test_what_a_newer_version_decided_on_is_read_only(path: Path, line: bytes) -> None:
    keep(path, "before")
    with path.open("ab") as file:
        file.write(line + b"\n")
    before = path.read_bytes()
    journal = Journal(path)
    with pytest.raises(JournalError, match=r"a newer version .*\(line 2\); update the workbench"):
        journal.append(lambda seq: [decision(id="x", seq=seq, task=one) for one in ("free", "t9")])
    assert path.read_bytes() == before  # a step is saved whole or not at all
    assert [one.id for one in journal.read_new()] == ["before"]
    journal.append(lambda seq: [decision(id="y", seq=seq, task="free")])
    assert standing(path) == ["before", "y"]


def test_a_session_of_a_newer_version_is_read_only_too(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"v":2,"session":"s1"}\n')
    with pytest.raises(JournalError, match="newer version"):
        Journal(path).append(
            lambda seq: [decision(seq=seq, task="", session="s1", set=Setting(reviewed=True))]
        )


def test_the_workbench_says_what_it_cannot_read_and_what_it_may_not_decide(desk: Desk) -> None:
    first, second, *_ = [row[0] for row in desk.run("tasks").rows]
    desk.run("done", first)
    newer = json.dumps(desk.records[0] | {"v": 2, "task": second})
    with desk.store.open("ab") as file:
        file.write(newer.encode() + b"\n" + ODD["nested brackets"] + b"\n")
    before = desk.store.read_bytes()
    listed = desk.run("tasks", "is:done")
    assert (listed.status, [row[0] for row in listed.rows]) == (0, [first])
    assert "2 line(s)" in listed.errors[0]
    assert "line 2: written by a newer version (2)" in listed.errors[0]
    refused = desk.run("drop", second)
    assert (refused.status, refused.out) == (3, b"")
    assert "newer version" in refused.errors[0]
    assert desk.store.read_bytes() == before
    assert desk.run("drop", first).status == 0


async def test_the_page_of_problems_names_each_line_that_was_kept(
    open_workbench: Open, notes: Path
) -> None:
    store = notes / ".workbench" / "tasks.jsonl"
    keep(store, "before")
    with store.open("ab") as file:
        file.write(b"<<<<<<< HEAD\n[]\n" + ODD["a newer version"] + b"\n")
    before = store.read_bytes()
    async with open_workbench(size=(160, 50)) as at:
        await at.press("p")
        page = at.page
    assert [f"tasks.jsonl,line{line}" in page for line in (1, 2, 3, 4)] == [False, *[True] * 3]
    assert page.count("writtenbyanewerversion(2)") == 1
    assert store.read_bytes() == before


@given(st.lists(st.binary(max_size=40) | st.sampled_from(list(ODD.values())), max_size=6))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_stands_there_what_is_added_is_read(tmp_path: Path, parts: list[bytes]) -> None:
    path = tmp_path / "tasks.jsonl"
    before = b"\n".join(parts)
    path.write_bytes(before)
    keep(path, "after")
    assert path.read_bytes().startswith(before)
    assert "after" in standing(path)
    bench = Workbench(tmp_path, path)
    bench.accept(bench.look())
    assert all(isinstance(notice, str) for notice in bench.notices())
