"""A progress bar that makes way for what is printed meanwhile."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

_T = TypeVar("_T")
_MANY = 20  # of fewer a bar is gone before it can be read


class Bar:
    """A bar on stderr, if that is a terminal and there is much to do; else nothing."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown: Progress | None = None

    def over(self, things: Sequence[_T]) -> Iterator[_T]:
        """Yield things, and show how many of them are done."""
        if len(things) < _MANY or not sys.stderr.isatty():
            yield from things
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        # What is printed goes where it always goes: nothing is led through the bar's console.
        with Progress(
            *columns,
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        ) as self._shown:
            task = self._shown.add_task(self._what, total=len(things))
            for thing in things:
                yield thing
                self._shown.advance(task)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar away while something is printed."""
        if self._shown:
            self._shown.stop()
        try:
            yield
        finally:
            if self._shown:
                self._shown.start()
