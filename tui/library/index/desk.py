"""A connection on which an index is asked for lists."""

import sqlite3
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import msgspec

from tui.library.filter.exact import same
from tui.library.index.decided import Decided, Overlay
from tui.library.index.schema import is_broken
from tui.library.index.sorts import Sort
from tui.library.index.sql import FROM_SESSIONS, Condition

_numbers = msgspec.json.Decoder(list[int])
_KEPT = "SELECT ids FROM listed JOIN total USING (writes) WHERE sort = ?"


class Desk:
    """A connection to ask for lists on, with what was decided laid over the sessions.

    Who asks holds `guard`, and calls `catch_up` first. `orders` keeps what was put in order, by
    name, until others put something in; `decided_orders` until something is decided as well.

    Args:
        connection: one to an index; the desk closes it.
        give_up: called when the database turns out to be damaged. It moves the desk to another
            one, and the question is answered with nothing.
    """

    connection: sqlite3.Connection
    overlay: Overlay

    def __init__(self, connection: sqlite3.Connection, give_up: Callable[["Desk"], None]) -> None:
        self.guard = threading.RLock()
        self.orders: dict[str, array[int]] = {}
        self.decided_orders: dict[str, array[int]] = {}
        self._give_up = give_up
        self.move_to(connection, ())

    def move_to(self, connection: sqlite3.Connection, decided: Iterable[Decided]) -> None:
        """Go to another database, with all that was decided so far."""
        self.connection = connection
        connection.create_function("same", 1, same, deterministic=True)
        self.overlay = Overlay(connection, decided)
        self.orders.clear()
        self.decided_orders.clear()
        self._seen: tuple[int, int] = (-1, -1)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def catch_up(self, writes: int) -> bool:
        """Notice what others have put in, and lay what was decided over it; tells if any was.

        Args:
            writes: how often something was put in by this program.
        """
        asked = self.ask("PRAGMA data_version")
        now = (asked[0][0] if asked else -1), writes
        if now != self._seen:
            self._seen = now
            self.orders.clear()
            self._mending(self.overlay.lay_anew)
        elif self.overlay.is_behind:
            self._mending(self.overlay.lay)
        else:
            return False
        self.decided_orders.clear()
        return True

    def order(self, sort: Sort) -> "array[int]":
        """All sessions in an order, kept until it changes."""
        orders = self.decided_orders if sort.decided else self.orders
        if sort.name not in orders:
            orders[sort.name] = self._order(sort)
        return orders[sort.name]

    def picked(self, condition: Condition) -> set[int]:
        """The sessions that meet a condition."""
        if condition.words:
            return set(self.numbers(
                "SELECT group_concat(rowid) FROM begins WHERE begins MATCH ?", condition.values
            ))  # fmt: skip
        return set(self.numbers(
            f"SELECT group_concat(s.id) {FROM_SESSIONS} WHERE {condition.sql}", condition.values
        ))  # fmt: skip

    def numbers(self, sql: str, values: Sequence[Any] = ()) -> list[int]:
        """Ask for numbers that come as one text, with commas.

        A row of its own for each takes Python three times as long.
        """
        asked = self.ask(sql, values)
        return _numbers.decode(f"[{(asked and asked[0][0]) or ''}]")

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Ask the database; see `stream`."""
        return list(self.stream(sql, values))

    def stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Ask the database; from a damaged one no more answers come."""
        try:
            yield from self.connection.execute(sql, values)
        except sqlite3.DatabaseError as error:
            if not is_broken(error):
                raise
            self._give_up(self)

    def _order(self, sort: Sort) -> "array[int]":
        order = array("q")
        if kept := self.ask(_KEPT, (sort.name,)):
            order.frombytes(kept[0][0])
        else:
            order.extend(chain.from_iterable(self.stream(sort.sql)))
        return order

    def _mending(self, lay: Callable[[], None]) -> None:
        try:
            lay()
        except sqlite3.DatabaseError as error:
            if not is_broken(error):
                raise
            self._give_up(self)
