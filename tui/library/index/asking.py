"""A connection on which an index is asked for lists."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from tui.library.filter.exact import same
from tui.library.index.decided import Overlay
from tui.library.index.picks import Picks
from tui.library.index.schema import is_broken, stream

if TYPE_CHECKING:
    from tui.library.index.decided import Decided
    from tui.library.index.laid import Laid
    from tui.library.index.sorts import Sort

_numbers = msgspec.json.Decoder(list[int])
T = TypeVar("T")
_KEPT = "SELECT ids FROM listed JOIN total USING (writes) WHERE sort = ?"


def numbers_in(column: str | None) -> list[int]:
    """The numbers of a text that has them with commas, as `group_concat` does; None has none."""
    return _numbers.decode(f"[{column or ''}]")


class Kinds(NamedTuple):
    """Groups of sessions: which one each belongs to, by its number, and what they are called."""

    of: array[int]
    labels: Sequence[str]


class Superseded(Exception):
    """A question was given up for others, and nobody wants its answer any more."""


class Asking:
    """A connection to ask for lists on, with what was decided laid over the sessions.

    One question is asked at a time, in a `turn`; who has one calls `catch_up` first. A question
    that may take long is put to `answer`: whoever comes for a turn then does not wait for it, but
    interrupts it, and it is asked again afterwards.

    `orders` keeps what was put in order, by name, until others put something in;
    `decided_orders` until something is decided as well; `picks` does the same for conditions of
    filters, and `word_counts` for how many tasks have some words.

    Args:
        give_up: called when the database turns out to be damaged. It may move to another connection
            then; the question is answered with nothing.
    """

    connection: sqlite3.Connection
    overlay: Overlay

    def __init__(self, give_up: Callable[[Asking], None]) -> None:
        self.guard = threading.RLock()
        self.orders: dict[str, array[int]] = {}
        self.decided_orders: dict[str, array[int]] = {}
        self.picks = Picks(self.numbers)
        self.word_counts: dict[str, int] = {}
        self._labelled: dict[int, array[int]] = {}
        self._kinds: dict[str, Kinds] = {}
        self.opened = 0
        self._give_up = give_up
        self._turns = threading.Condition()
        self._waiting = 0
        self._is_long = False
        self._must_make_way = False

    def move_to(
        self,
        connection: sqlite3.Connection,
        opened: int,
        decided: Iterable[Decided] = (),
        *,
        is_shared: bool = False,
    ) -> None:
        """Go to another database.

        Args:
            connection: one to an index, to be closed by the asking.
            opened: tells this database from others that stood in its place.
            decided: all that was decided so far.
            is_shared: whether others use the connection, who must not be interrupted.
        """
        connection.create_function("same", 1, same, deterministic=True)
        self.connection, self.opened, self._is_shared = connection, opened, is_shared
        self.overlay = Overlay(connection, decided)
        self._forget()
        self._seen: tuple[int, int] = (-1, -1)

    def close(self) -> None:
        """Let go of the file."""
        with self.turn():
            self.connection.close()

    @contextlib.contextmanager
    def turn(self, *, patiently: bool = False) -> Iterator[None]:
        """Have the connection for oneself; a question that takes long makes way.

        Args:
            patiently: wait for such a question.
        """
        with self._turns:
            self._waiting += 1
            if self._is_long and not (self._is_shared or patiently):
                self._must_make_way = True
                self.connection.interrupt()
        self.guard.acquire()
        try:
            with self._turns:
                self._waiting -= 1
                self._turns.notify_all()
            yield
        finally:
            self.guard.release()

    def answer(
        self, ask: Callable[[], T], catch_up: Callable[[], object], wanted: Callable[[], bool]
    ) -> T:
        """Ask what may take long, again if it had to make way.

        Args:
            ask: asks, and returns the answer; it leaves nothing behind where it is interrupted.
            catch_up: called before it; it is not interrupted.
            wanted: whether the answer is still wanted, after it had to make way.

        Raises:
            Superseded: it had to make way, and is not wanted any more.
        """
        made_way = False
        while True:
            with self.turn(patiently=made_way):  # two that take long would make way for ever
                catch_up()
                try:
                    self._must_make_way, self._is_long = False, True
                    return ask()
                except sqlite3.OperationalError:
                    # A full-text table that is just being opened names another reason.
                    if not self._must_make_way:
                        raise
                    made_way = True
                finally:
                    with self._turns:
                        self._is_long = False
            if not wanted():
                raise Superseded
            with self._turns:
                self._turns.wait_for(lambda: not self._waiting)

    def catch_up(self, writes: int) -> bool:
        """Notice what others have put in, and lay what was decided over it; tells if any was.

        Args:
            writes: how often something was put in by this program.
        """
        now = self._now(writes)
        if now != self._seen:
            self._seen = now
            self._forget()
            self._mending(self.overlay.lay_news)
        elif self.overlay.is_behind:
            self._mending(self.overlay.lay)
        else:
            return False
        self.decided_orders.clear()
        self.picks.forget_decided()
        return True

    def recall(self, laid: Laid, writes: int) -> bool:
        """Lay over the sessions what was written down; tells whether it is of this index.

        What is laid over sessions that have come since, or gone, is brought up to date with the
        next question.

        Args:
            laid: what was.
            writes: how often something was put in by this program.
        """
        now = self._now(writes)
        with contextlib.suppress(sqlite3.Error):  # then it is worked out anew
            state = laid.attach_to(self.connection)
            if state is not None:
                self.overlay.borrow(laid.last)
                if state == laid.state:
                    self._seen = now
                return True
        return False

    def has_caught_up(self, writes: int) -> bool:
        """Whether nobody has put in anything since it caught up."""
        return self._now(writes) == self._seen

    def own(self) -> None:
        """Have what was recalled in tables that can be written into, before that is needed."""
        with self.turn():
            self._mending(self.overlay.own)

    def order(self, sort: Sort) -> array[int]:
        """All sessions in an order, kept until it changes."""
        orders = self.decided_orders if sort.decided else self.orders
        if sort.name not in orders:
            orders[sort.name] = self._order(sort)
        return orders[sort.name]

    def listed(self, name: str) -> array[int]:
        """An order that was kept in the file; empty if there is none, or it is out of date."""
        order = array("q")
        for (ids,) in self.ask(_KEPT, (name,)):
            order.frombytes(ids)
        return order

    def numbers(self, sql: str, values: Sequence[Any] = ()) -> list[int]:
        """Ask for numbers that come as one text, with commas.

        A row of its own for each takes Python three times as long.
        """
        return next(iter(self.columns(sql, values)), [])

    def columns(self, sql: str, values: Sequence[Any] = ()) -> list[list[int]]:
        """Ask for some columns of numbers, each as one text, with commas."""
        asked = self.ask(sql, values)
        return [numbers_in(column) for column in asked[0]] if asked else []

    def labelled(self) -> dict[int, array[int]]:
        """The sessions that have a label, in the order of their numbers, by that of the label.

        They are kept until they change.
        """
        if not self._labelled:
            asked = self.stream("SELECT label, group_concat(session) FROM labelled GROUP BY label")
            self._labelled = {label: array("q", sorted(numbers_in(some))) for label, some in asked}
        return self._labelled

    def kinds(self, name: str, find: Callable[[], Kinds]) -> Kinds:
        """Groups of sessions, by name, as they are found; kept until sessions change."""
        if name not in self._kinds:
            self._kinds[name] = find()
        return self._kinds[name]

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Ask the database; see `stream`."""
        return list(self.stream(sql, values))

    def stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Ask the database; from a damaged one no more answers come."""
        return stream(self.connection, sql, values, lambda: self._give_up(self))

    def _now(self, writes: int) -> tuple[int, int]:
        asked = self.ask("PRAGMA data_version")
        return (asked[0][0] if asked else -1), writes

    def _forget(self) -> None:
        self.orders.clear()
        self.decided_orders.clear()
        self.picks.forget()
        self.word_counts.clear()
        self._labelled = {}
        self._kinds.clear()

    def _order(self, sort: Sort) -> array[int]:
        return self.listed(sort.name) or array("q", chain.from_iterable(self.stream(sort.sql)))

    def _mending(self, lay: Callable[[], None]) -> None:
        try:
            lay()
        except sqlite3.DatabaseError as error:
            if not is_broken(error):
                self._seen = (-1, -1)
                raise
            self._give_up(self)
