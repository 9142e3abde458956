"""The journal file: only ever appended to, and nothing in it is ever lost."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.samples import decision
from tui.decisions import Decision, Journal, JournalError, Setting, State

unix = pytest.mark.skipif(os.name == "nt", reason="speaks of Unix files")


def save(journal: Journal, *ids: str) -> list[Decision]:
    def stamp(seq: int) -> list[Decision]:
        return [decision(id=one, seq=seq + place) for place, one in enumerate(ids)]

    return journal.append(stamp)


def ids(decisions: list[Decision]) -> list[str]:
    return [one.id for one in decisions]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".workbench" / "tasks.jsonl"


def test_a_journal_that_is_not_there_is_empty(path: Path) -> None:
    journal = Journal(path)
    assert journal.read_new() == []
    assert journal.next_seq == 1
    assert not journal.torn
    assert not path.parent.exists()


def test_what_is_appended_is_read(path: Path) -> None:
    assert ids(save(Journal(path), "a", "b")) == ["a", "b"]
    other = Journal(path)
    assert ids(save(other, "c")) == ["a", "b", "c"]
    assert [one.seq for one in Journal(path).read_new()] == [1, 2, 3]
    assert other.read_new() == []
    assert path.read_bytes().count(b"\n") == 3
    assert all(json.loads(line)["v"] == 1 for line in path.read_text().splitlines())


def test_a_decision_comes_back_whole(path: Path) -> None:
    text = '“Año”\n\x1b[31m \u2028 [bold] "quoted" \\ 📅'
    whole = decision(text=text, peers=("p",), date="2024-02-13", title="T", content="c", n=2)
    Journal(path).append(lambda seq: [replace(whole, seq=seq)])
    assert Journal(path).read_new() == [whole]
    assert path.read_bytes().count(b"\n") == 1


@unix
def test_only_its_owner_may_read_it(path: Path) -> None:
    save(Journal(path), "a")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_torn_last_line_is_set_aside_and_kept(path: Path) -> None:
    save(Journal(path), "a")
    with path.open("ab") as file:
        file.write(b'{"v":1,"id":"torn","ses')
    before = path.read_bytes()
    journal = Journal(path)
    assert ids(journal.read_new()) == ["a"]
    assert (journal.torn, journal.kept) == (True, [])
    assert ids(save(journal, "b")) == ["b"]
    assert path.read_bytes().startswith(before + b"\n")
    assert not journal.torn
    assert [kept.line for kept in journal.kept] == [2]
    assert ids(Journal(path).read_new()) == ["a", "b"]


def test_a_line_is_read_once_it_is_finished(path: Path) -> None:
    save(Journal(path), "a")
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    journal = Journal(path)
    assert journal.read_new() == []
    assert journal.torn
    with path.open("ab") as file:
        file.write(whole[-9:])
    assert ids(journal.read_new()) == ["a"]


def test_whole_lines_that_were_not_read_yet_are_not_torn(path: Path) -> None:
    journal = Journal(path)
    save(journal, "a")
    save(Journal(path), "b")
    assert not journal.torn


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("<<<<<<< HEAD", "malformed"),
        ("null", "null"),
        ("[]", "array"),
        ("{}", "v"),
        ("\xff\xfe", "malformed"),
        ("[" * 5000, ""),
        ('{"v":2,"id":5}', "written by a newer version (2)"),
        ('{"v":99}', "written by a newer version (99)"),
    ],
)
def test_a_line_that_cannot_be_read_is_kept_and_named(path: Path, line: str, reason: str) -> None:
    save(Journal(path), "a")
    with path.open("ab") as file:
        file.write(line.encode("latin-1") + b"\n\n")
    before = path.read_bytes()
    journal = Journal(path)
    assert ids(journal.read_new()) == ["a"]
    ((number, why),) = journal.kept
    assert number == 2
    assert why
    assert reason in why
    save(journal, "b")
    assert path.read_bytes().startswith(before)
    assert ids(Journal(path).read_new()) == ["a", "b"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("seq", "one"), ("set", {"status": "finished"}), ("by", 5), ("peers", "p"), ("n", None),
     ("seq", 1.5), ("set", []), ("set", {"due": 5}), ("set", {"due": "2026-02-30"}),
     ("set", {"due": "tomorrow"}), ("set", {"to": ["ana"]}), ("set", {"note": True}),
     ("was", {"due": "20260101"})],
)  # fmt: skip
def test_a_wrong_type_names_its_line_and_field(path: Path, field: str, value: object) -> None:
    save(Journal(path), "a")
    record = json.loads(path.read_text())
    with path.open("a") as file:
        file.write(json.dumps(record | {field: value}) + "\n")
    journal = Journal(path)
    assert ids(journal.read_new()) == ["a"]
    ((number, why),) = journal.kept
    assert number == 2
    assert f"$.{field}" in why


def test_all_that_can_be_set_comes_back(path: Path) -> None:
    sets = [
        Setting(status="blocked", due="2026-12-31", to="Ana Ñandú", note="Ask\n\x1b[31m first."),
        Setting(due="", to="", note=""),
    ]
    Journal(path).append(
        lambda seq: [decision(id=f"d{i}", seq=seq + i, set=one) for i, one in enumerate(sets)]
    )
    assert [one.set for one in Journal(path).read_new()] == sets
    lines = [json.loads(line)["set"] for line in path.read_text().splitlines()]
    assert lines[1] == {"due": "", "to": "", "note": ""}


class OnlyStatus(msgspec.Struct):
    """What a program of this version of a line sets that knows no other field."""

    status: str | None = None


class OldLine(msgspec.Struct):
    """As much of a line as such a program needs."""

    v: int
    id: str
    set: OnlyStatus


def test_who_does_not_know_a_field_reads_the_rest_of_the_line(path: Path) -> None:
    Journal(path).append(
        lambda seq: [decision(seq=seq, set=Setting(status="done", due="2026-12-31", to="ana"))]
    )
    line = msgspec.json.decode(path.read_bytes(), type=OldLine)
    assert (line.v, line.set.status) == (1, "done")


def test_a_field_that_is_not_known_is_passed_over(path: Path) -> None:
    save(Journal(path), "a")
    record = json.loads(path.read_text())
    for new, setting in (("b", {"energy": 3}), ("c", {"energy": 3, "to": "eva"})):
        with path.open("a") as file:
            file.write(json.dumps(record | {"id": new, "seq": 2, "set": setting, "x": {}}) + "\n")
    journal = Journal(path)
    assert [one.set for one in journal.read_new()] == [
        Setting(status="done"),
        Setting(),
        Setting(to="eva"),
    ]
    assert journal.kept == []


def test_a_newer_line_that_fits_is_kept_too(path: Path) -> None:
    save(Journal(path), "a")
    record = json.loads(path.read_text())
    with path.open("a") as file:
        file.write(json.dumps(record | {"v": 2, "id": "b"}) + "\n")
    journal = Journal(path)
    assert ids(journal.read_new()) == ["a"]
    assert journal.kept[0].reason == "written by a newer version (2)"


def test_fields_of_our_version_that_we_do_not_know_are_left_alone(path: Path) -> None:
    save(Journal(path), "a")
    record = json.loads(path.read_text())
    path.write_text(json.dumps(record | {"mood": "fine"}) + "\n")
    assert ids(Journal(path).read_new()) == ["a"]


BEYOND = {
    "minus one": "-1",
    "2**53": str(2**53),
    "2**63": str(2**63),
    "2**64": str(2**64),
    "30 digits": "9" * 30,
    "the next has no text": "9" * 4_300,
    "too long to be read": "9" * 5_000,
}


def add_line(path: Path, **values: str) -> None:
    """Add the first line of a journal once more; values are as they stand in the line."""
    first = path.read_bytes().split(b"\n")[0]
    raw = msgspec.json.decode(first, type=dict[str, msgspec.Raw])
    raw |= {name: msgspec.Raw(value.encode()) for name, value in values.items()}
    with path.open("ab") as file:
        file.write(msgspec.json.encode(raw) + b"\n")


@pytest.mark.parametrize("number", BEYOND.values(), ids=BEYOND)
@pytest.mark.parametrize("field", ["seq", "n", "v", "onto"])
def test_a_number_beyond_measure_is_named_and_stops_nothing(
    path: Path, field: str, number: str
) -> None:
    save(Journal(path), "a")
    onto = f'{{"session":"s","note":"b.md","task":"t","text":"x","n":{number}}}'
    add_line(path, id='"b"', **{field: onto if field == "onto" else number})
    before = path.read_bytes()
    journal = Journal(path)
    assert ids(journal.read_new()) == ["a"]
    ((line, why),) = journal.kept
    assert line == 2
    assert f"at `$.{field}" in why
    save(journal, "c")
    assert path.read_bytes().startswith(before)
    assert [(one.id, one.seq) for one in Journal(path).read_new()] == [("a", 1), ("c", 2)]


def test_a_number_beyond_measure_in_a_line_that_is_not_finished(path: Path) -> None:
    save(Journal(path), "a")
    add_line(path, seq="9" * 4_300)
    path.write_bytes(path.read_bytes()[:-1])
    assert [one.seq for one in save(Journal(path), "b")] == [1, 2]


def test_the_highest_number_is_read_and_none_follows_it(path: Path) -> None:
    highest = 2**53 - 1
    save(Journal(path), "a")
    add_line(path, id='"b"', seq=str(highest - 1))
    save(Journal(path), "c")
    before = path.read_bytes()
    assert [one.seq for one in Journal(path).read_new()] == [1, highest - 1, highest]
    journal = Journal(path)
    with pytest.raises(JournalError, match=f"not saved, no number is left .* near {highest}"):
        save(journal, "d")
    assert path.read_bytes() == before
    assert ids(journal.read_new()) == ["a", "b", "c"]
    path.write_bytes(before.split(b"\n")[0] + b"\n")
    assert ids(save(Journal(path), "d")) == ["a", "d"]


@pytest.mark.parametrize("again", ["shrunk", "replaced", "written over", "merged"])
def test_a_file_that_was_replaced_is_read_anew(path: Path, again: str) -> None:
    journal = Journal(path)
    save(journal, "a", "b")
    lines = path.read_bytes().splitlines(keepends=True)
    other = lines[0].replace(b'"a"', b'"other"')
    if again == "shrunk":
        path.write_bytes(lines[0])
    elif again == "replaced":
        new = path.with_name("new")
        new.write_bytes(b"".join(lines) + other)
        new.replace(path)
    elif again == "written over":
        path.write_bytes(other + lines[1] + lines[0] + lines[1])
    else:
        path.write_bytes(lines[0] + other + lines[1])
    state = State()
    news = journal.read_new()
    state.add(news)
    expected = {"shrunk": {"a"}}.get(again, {"a", "b", "other"})
    assert set(ids(news)) == expected
    assert journal.read_new() == []
    assert ids(save(journal, "c")) == ["c"]


PROGRAM = """
import sys
from pathlib import Path
from tests.samples import decision
from tui.decisions import Journal
journal = Journal(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    journal.append(lambda seq: [decision(id=f"{sys.argv[2]}{number}", seq=seq)])
"""


def test_two_programs_that_append_at_once_lose_nothing(path: Path) -> None:
    root = Path(__file__).parents[2]
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(path), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=root,
            text=True,
        )
        for name in "ab"
    ]
    for program in programs:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate(timeout=60)
        assert program.returncode == 0
    journal = Journal(path)
    found = journal.read_new()
    assert sorted(ids(found)) == sorted(f"{name}{n}" for name in "ab" for n in range(40))
    assert [one.seq for one in found] == list(range(1, 81))
    assert (journal.kept, journal.torn) == ([], False)


def test_lines_are_on_disk_before_append_returns(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    write, fsync = os.write, os.fsync

    def watched_write(descriptor: int, data: bytes) -> int:
        if os.fstat(descriptor).st_ino == path.stat().st_ino:
            calls.append("write")
        return write(descriptor, data)

    def watched_fsync(descriptor: int) -> None:
        folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        calls.append("flush folder" if folder else "flush file")
        fsync(descriptor)

    monkeypatch.setattr(os, "write", watched_write)
    monkeypatch.setattr(os, "fsync", watched_fsync)
    journal = Journal(path)
    save(journal, "a", "b")
    folder = [] if os.name == "nt" else ["flush folder"] * 2  # the file's name, and its folder's
    assert calls == ["write", "flush file", *folder]
    save(journal, "c")
    assert calls[len(folder) + 2 :] == ["write", "flush file"]


def test_a_write_that_stops_half_way_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:7]))
    save(Journal(path), "a", "b")
    assert ids(Journal(path).read_new()) == ["a", "b"]


@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_what_cannot_be_saved_is_said_and_nothing_is_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    journal, other = Journal(path), Journal(path)
    save(journal, "a")
    save(other, "b")

    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        with pytest.raises(JournalError, match="not saved \\(No space left on device\\)") as error:
            save(journal, "c")
    assert str(error.value).startswith(str(path))
    found = journal.read_new()
    assert {"a", "b"} <= set(ids(found))
    assert ids(save(journal, "d"))[-1] == "d"
    assert {"a", "b", "d"} <= set(ids(Journal(path).read_new()))


def test_half_a_line_on_a_full_disk_spoils_no_other(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(path)
    save(journal, "a")
    before = path.read_bytes()
    write = os.write

    def half(descriptor: int, data: bytes) -> int:
        write(descriptor, bytes(data)[:20])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", half)
        with pytest.raises(JournalError):
            save(journal, "b")
    assert path.read_bytes() == before
    save(journal, "c")
    fresh = Journal(path)
    assert ids(fresh.read_new()) == ["a", "c"]
    assert fresh.kept == []


def test_half_a_line_that_cannot_be_taken_back_spoils_no_other(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(path)
    save(journal, "a")
    write = os.write

    def half(descriptor: int, data: bytes) -> int:
        write(descriptor, bytes(data)[:20])
        raise OSError(errno.ENOSPC, "No space left on device")

    ftruncate = os.ftruncate

    def refuse(descriptor: int, length: int) -> None:
        if os.fstat(descriptor).st_ino == path.stat().st_ino:
            raise OSError(errno.EPERM, "Operation not permitted")
        ftruncate(descriptor, length)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", half)
        patch.setattr(os, "ftruncate", refuse)
        with pytest.raises(JournalError):
            save(journal, "b")
    save(journal, "c")
    fresh = Journal(path)
    assert ids(fresh.read_new()) == ["a", "c"]
    assert [kept.line for kept in fresh.kept] == [2]


def test_news_are_not_lost_when_stamping_fails(path: Path) -> None:
    journal = Journal(path)
    save(Journal(path), "a")

    def fail(_: int) -> list[Decision]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journal.append(fail)
    assert ids(journal.read_new()) == ["a"]


def test_a_name_that_is_no_text_is_said(path: Path) -> None:
    journal = Journal(path)
    with pytest.raises(JournalError, match="not saved"):
        journal.append(lambda seq: [decision(by="\udc80", seq=seq)])
    save(journal, "a")
    assert ids(Journal(path).read_new()) == ["a"]


@unix
@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_said_at_once(path: Path, kind: str) -> None:
    path.parent.mkdir()
    if kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    with pytest.raises(JournalError, match="could not be read"):
        Journal(path).read_new()
    with pytest.raises(JournalError):
        save(Journal(path), "a")


def test_a_lock_that_is_held_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr("tui.decisions.lock._BUSY_SECONDS", 0)
    path.parent.mkdir()
    journal = Journal(path)
    with FileLock(f"{path}.lock"), pytest.raises(JournalError, match="held the journal's lock"):
        save(journal, "a")
    assert ids(save(journal, "b")) == ["b"]
