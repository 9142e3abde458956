"""The index as a file: disposable, shared, and made anew whatever became of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.library.shelf import decide, made, picked
from tui.library import Decided, Index, IndexFullError, Row, Totals, parse_filter
from tui.library.index import schema
from tui.library.index.schema import NoIndexError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of an index with two sessions."""
    path = tmp_path / "cache" / "index.sqlite"
    index = Index(path)
    index.put([made("a.md", "Hire a van."), made("b.md", "Label.", title="Other")])
    index.complete()
    index.close()
    return path


def test_it_holds_what_was_put_in(path: Path) -> None:
    index = Index(path)
    assert index.is_complete
    assert picked(index, "van") == ["a.md"]
    assert index.totals() == Totals(2, 2, 0, 0)
    assert not index.notice


def test_what_was_decided_stays_out_of_the_file(path: Path) -> None:
    one, other = Index(path), Index(path)
    row = one.cards.row("a.md")
    assert row is not None
    decide(one, [row.tasks[0].id], "done")
    assert picked(one, "is:done") == ["a.md"]
    assert picked(other, "is:done") == []
    assert (one.totals().closed, other.totals().closed) == (1, 0)


def test_two_see_what_either_puts_in(path: Path) -> None:
    one, other = Index(path), Index(path)
    decide(other, [made_task("c.md", "New.")], "done")
    assert picked(other, "") == picked(one, "")
    one.put([made("c.md", "New.", title="New")])
    assert "c.md" in picked(other, "is:done")
    assert other.cards.row("c.md") is not None
    other.remove(["a.md"])
    assert "a.md" not in picked(one, "")
    assert one.cards.row("a.md") is None
    assert one.totals() == Totals(2, 2, 0, 0)


def made_task(path: str, text: str) -> str:
    row = made(path, text, title="New").what
    assert isinstance(row, Row)
    return row.tasks[0].id


def test_the_first_order_is_kept_as_long_as_it_holds(path: Path) -> None:
    index = Index(path)
    asked: list[str] = []
    index._lists.connection.set_trace_callback(asked.append)
    picked(index, "")
    assert not any("ORDER BY" in sql for sql in asked)
    index.put([made("c.md", title="New", day="2025-01-01")])
    assert picked(index, "")[0] == "c.md"


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_to_a_word(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10])


def overwrite(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:] = b"\x5a" * (len(data) - 100)
    path.write_bytes(bytes(data))


def change(sql: str) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute(sql)
        connection.commit()
        connection.close()

    do.__name__ = sql
    return do


UNUSABLE = [
    lambda path: path.unlink(),
    lambda path: path.write_bytes(b""),
    lambda path: path.write_text("# Notes\n" * 100),
    cut_in_half,
    cut_to_a_word,
    overwrite,
    change("PRAGMA user_version = 99"),
    change("PRAGMA user_version = 0"),
    change("UPDATE made SET value = 'someone else' WHERE name = 'by'"),
    change("DROP TABLE made"),
    change("UPDATE sqlite_sequence SET seq = 60000"),
]


@pytest.mark.parametrize("ruin", UNUSABLE)
def test_what_is_no_whole_index_of_this_version_is_made_anew(
    path: Path, ruin: Callable[[Path], None]
) -> None:
    ruin(path)
    index = Index(path)
    assert (len(index), index.is_complete, index.notice) == (0, False, "")
    index.put([made("c.md", "New.")])
    index.close()
    assert picked(Index(path), "new") == ["c.md"]


def test_a_file_that_is_damaged_while_it_is_open_is_made_anew(path: Path) -> None:
    data = path.read_bytes()
    index = Index(path)
    decide(index, ["x"], "done")
    page = 4096
    path.write_bytes(data[:page] + b"\xff" * (len(data) - page))
    assert picked(index, "van") == []
    assert index.was_lost
    index.put([made("a.md", "Hire a van.")])
    assert picked(index, "van") == ["a.md"]
    assert picked(Index(path), "van") == ["a.md"]


def test_an_index_of_another_reading_is_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "made_by", lambda *_: "a later version")
    assert len(Index(path)) == 0


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(NoIndexError):
        Index(tmp_path)


def test_where_no_file_can_be_made_it_is_kept_in_memory(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.rmdir()
    cache.write_text("in the way")
    index = Index.of(tmp_path)
    assert index.path is None
    assert "kept in memory" in index.notice
    assert str(cache) in index.notice
    index.put([made("a.md", "Hire a van.")])
    assert picked(index, "van") == ["a.md"]


def test_every_folder_has_its_own(tmp_path: Path, cache: Path) -> None:
    paths = {
        Index.of(tmp_path / "a").path, Index.of(tmp_path / "b").path,
        Index.of(tmp_path / "a", follow=True).path, Index.of(tmp_path / "a").path,
    }  # fmt: skip
    assert len(paths) == 3
    assert all(path and path.is_relative_to(cache) for path in paths)


def test_a_full_disk_is_said_and_nothing_is_half_done(path: Path) -> None:
    index = Index(path)
    index.cards.connection.execute(f"PRAGMA max_page_count = {path.stat().st_size // 4096 + 1}")
    with pytest.raises(IndexFullError, match="full"):
        index.put([made(f"{n}.md", f"Task {n}.", title=f"T{n}") for n in range(500)])
    assert picked(index, "") == ["a.md", "b.md"]
    index.decide([Decided(made_task("a.md", "x"), "done", None, ())])
    index.move_to_memory("full")
    assert (picked(index, ""), index.path) == ([], None)
    assert "(full)" in index.notice
    index.put([made("a.md", "x", title="New")])
    assert picked(index, "is:done") == ["a.md"]


def test_asking_in_a_thread_and_here_at_once(path: Path) -> None:
    import threading

    index = Index(path)
    found: list[int] = []

    def ask() -> None:
        found.extend(len(index.select(parse_filter("van or label"))) for _ in range(50))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(50):
        index.put([made("c.md", f"Task {n}.", title="New")])
        assert index.cards.row("a.md")
    for thread in threads:
        thread.join()
    assert found == [2] * 150


def test_no_connection_keeps_much_of_a_large_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembered(*arguments: Any, **more: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **more))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", remembered)
    index = Index(path)
    index.list_tasks(parse_filter(""))
    assert len(opened) == 3
    # Negative numbers are kilobytes, others pages (https://www.sqlite.org/pragma.html).
    kept = [each.execute("PRAGMA cache_size").fetchone()[0] for each in opened]
    assert max(kept) < 0
    assert sum(kept) >= -26_000
