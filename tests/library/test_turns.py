"""Who waits for whom where an index is asked for lists."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.library.shelf import decide, made
from tests.library.test_tasks import tasks_of
from tui.library import Index, Superseded, parse_filter
from tui.library.index.asking import Asking
from tui.library.index.schema import connect, make_tables

ENDLESS = (
    "WITH RECURSIVE n (x) AS (SELECT begun() UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
)


class Asked:
    """A question that has no end the first time, and tells when it is under way."""

    def __init__(self, asking: Asking) -> None:
        self.begun = threading.Event()
        self.times = 0
        self._asking = asking
        asking.connection.create_function("begun", 0, self._begin)

    def _begin(self) -> int:
        self.begun.set()
        return 0

    def __call__(self) -> str:
        self.times += 1
        if self.times == 1:
            for _ in self._asking.stream(ENDLESS):
                pass
        return "the answer"


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor() as pool:
        yield pool


def fail(_: Asking) -> None:
    raise AssertionError("nothing is damaged")


@pytest.fixture
def asking() -> Asking:
    asking = Asking(fail)
    connection = connect(None)
    make_tables(connection)
    asking.move_to(connection, 1, ())
    return asking


def ask(
    threads: ThreadPoolExecutor, asking: Asking, asked: Asked, wanted: Callable[[], bool]
) -> Future[str]:
    """Ask in another thread, and go on once it is under way."""
    answer = threads.submit(asking.answer, asked, lambda: asking.catch_up(0), wanted)
    assert asked.begun.wait(30)
    return answer


def test_what_takes_long_makes_way_and_is_asked_again(
    threads: ThreadPoolExecutor, asking: Asking
) -> None:
    asked = Asked(asking)
    answer = ask(threads, asking, asked, lambda: True)
    with asking.turn():
        assert asking.ask("SELECT 1") == [(1,)]
    assert answer.result(30) == "the answer"
    assert asked.times == 2


def test_what_nobody_wants_any_more_is_not_asked_again(
    threads: ThreadPoolExecutor, asking: Asking
) -> None:
    asked = Asked(asking)
    answer = ask(threads, asking, asked, lambda: False)
    with asking.turn():
        pass
    with pytest.raises(Superseded):
        answer.result(30)
    assert asked.times == 1


def test_two_that_take_long_come_to_an_end(threads: ThreadPoolExecutor, asking: Asking) -> None:
    second, first = Asked(asking), Asked(asking)
    second.times = 1  # as if it had been interrupted before
    answer = ask(threads, asking, first, lambda: True)
    assert asking.answer(second, lambda: asking.catch_up(0), lambda: True) == "the answer"
    assert answer.result(30) == "the answer"
    assert (first.times, second.times) == (2, 2)


def test_a_question_that_is_wrong_is_not_asked_again(asking: Asking) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        asking.answer(lambda: asking.ask("SELECT * FROM nowhere"), lambda: None, lambda: True)


def test_counting_and_listing_tasks_hold_nobody_up(
    tmp_path: Path, threads: ThreadPoolExecutor
) -> None:
    """While they have their own asking, lists, decisions and totals are there at once."""
    index = Index(tmp_path / "index.sqlite")
    one = made("a.md", "van", "cake")
    index.put([one])
    beside = index._aside()
    with beside.turn():
        counted = threads.submit(index.facets, "project", parse_filter("is:done"))
        listed = threads.submit(index.list_tasks, parse_filter("is:done"))
        decide(index, [tasks_of(one)[0].id], "done")
        assert index.totals().closed == 1
        assert list(index.select(parse_filter("is:done"))) == ["a.md"]
        assert index.next_open(index.select(parse_filter("")), -1, 1) == 0
        assert not counted.done()
        assert not listed.done()
    assert [facet.sessions for facet in counted.result(30)] == [1]
    assert len(listed.result(30)) == 1
    index.close()


def test_what_was_decided_before_is_known_beside_too(tmp_path: Path) -> None:
    index = Index(tmp_path / "index.sqlite")
    one = made("a.md", "van", "cake")
    index.put([one])
    decide(index, [tasks_of(one)[0].id], "done")
    assert len(index.list_tasks(parse_filter("is:done"))) == 1
    decide(index, [tasks_of(one)[1].id], "done")
    assert len(index.list_tasks(parse_filter("is:done"))) == 2
    index.put([made("b.md", "[x] tea", title="B")])
    assert len(index.list_tasks(parse_filter("is:done"))) == 3
    index.move_to_memory("the disk is full")
    index.put([one])
    assert len(index.list_tasks(parse_filter("is:done"))) == 2


def test_a_damaged_index_is_made_anew_from_beside_once(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    index = Index(path)
    index.put([made(f"{n}.md", "van", title=str(n)) for n in range(200)])
    index.close()
    index = Index(path)
    beside = index._aside()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    assert len(index.list_tasks(parse_filter("van"))) == 0
    assert index.was_lost
    assert index._aside() is not beside
    index.put([made("a.md", "van")])
    index.was_lost = False
    assert len(index.list_tasks(parse_filter("van"))) == 1
    assert [facet.sessions for facet in index.facets("project", parse_filter(""))] == [1]
    assert not index.was_lost


def test_an_index_whose_file_was_taken_away_still_answers(tmp_path: Path) -> None:
    index = Index(tmp_path / "index.sqlite")
    index.put([made("a.md", "van")])
    for file in tmp_path.iterdir():
        file.unlink()
    assert [facet.sessions for facet in index.facets("project", parse_filter(""))] == [1]
    assert len(index.list_tasks(parse_filter("van"))) == 1


def test_the_first_order_of_tasks_is_kept_until_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    index = Index(path)
    index.put([made("a.md", "van", "cake"), made("b.md", "dog", title="B")])
    index.complete()
    index.close()
    asked: list[str] = []
    index = Index(path)
    index._aside().connection.set_trace_callback(asked.append)
    first = index.list_tasks(parse_filter(""))
    assert [one and one[1].text for one in first.tasks(0, 9)] == ["van", "cake", "dog"]
    assert not any("FROM session" in question for question in asked if "unusual" not in question)
    index.put([made("c.md", "ant", title="C")])
    again = index.list_tasks(parse_filter(""))
    assert len(again) == 4
    assert len(first) == 3


def test_what_makes_way_is_asked_again_whatever_reason_the_database_names(
    asking: Asking, threads: ThreadPoolExecutor
) -> None:
    """Opening a full-text table that is interrupted is told as an error of the table."""
    asked = Asked(asking)

    def ask() -> str:
        try:
            return asked()
        except sqlite3.OperationalError as error:
            raise sqlite3.OperationalError("vtable constructor failed: begins") from error

    answer = threads.submit(asking.answer, ask, lambda: None, lambda: True)
    asked.begun.wait()
    with asking.turn():
        pass
    assert answer.result() == "the answer"
    assert asked.times == 2


def test_an_error_that_nobody_caused_is_told(asking: Asking) -> None:
    def ask() -> str:
        raise sqlite3.OperationalError("no such table: n")

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        asking.answer(ask, lambda: None, lambda: True)
