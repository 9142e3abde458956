"""The folder, read into the workbench while the screen goes on."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from tui.workbench import JournalError

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Batch, Decision, Workbench

_LIST_SECONDS = 0.4


class Reading:
    """Carries what the reading process finds into the workbench.

    `progress` is (files read, files to read); None once all are. `waiting` is how many sessions
    are listed, but cannot be found by their words yet.

    Args:
        bench: what takes it in.
        list_again: lists the sessions anew.
        ended: lists them for the last time; is told why reading ended early, or "".
        show: shows how far it is.
        complain: says what went wrong.
    """

    def __init__(
        self,
        bench: Workbench,
        *,
        list_again: Callable[[], None],
        ended: Callable[[str], None],
        show: Callable[[], None],
        complain: Callable[[str], None],
    ) -> None:
        self.progress: tuple[int, int] | None = (0, 0)
        self.waiting = 0
        self._bench = bench
        self._list_again = list_again
        self._ended = ended
        self._show = show
        self._complain = complain
        self._has_ended = False
        self._next_listing = 0.0

    @property
    def is_over(self) -> bool:
        """Whether all is read, and listed."""
        return self.progress is None

    def list_known(self) -> None:
        """List what is known of the folder; whether it still holds is looked up meanwhile."""
        if not self._bench.is_recalled:
            try:
                self._bench.accept(self._bench.look())
            except JournalError as error:
                self._complain(str(error))
            self._bench.settle()
        self.progress = None
        self._list_again()

    def begin_again(self) -> None:
        """The folder is about to be read anew."""
        self.progress = (0, 0)

    def run(self, tell: Callable[..., object], is_cancelled: Callable[[], bool]) -> None:
        """Read until all is read; to be run in a thread.

        Args:
            tell: calls a function with arguments in the thread of the screen.
            is_cancelled: whether nobody waits for it any more.
        """
        try:
            tell(self._take_in, self._bench.look())
        except JournalError as error:
            tell(self._complain, str(error))
        self._has_ended = False
        problem = ""
        for batch in self._bench.batches():
            if is_cancelled():
                return
            problem = batch.error
            tell(self._take, batch)
        if not is_cancelled():
            tell(self._take_last, problem)

    def _take_in(self, decisions: list[Decision]) -> None:
        was_recalled = self._bench.is_recalled
        if self._bench.accept(decisions) and was_recalled:  # else there is no list yet, or no news
            self._list_again()
            self._show()

    def _take(self, batch: Batch) -> None:
        if batch.waiting:
            self._end("")
            self.waiting = batch.waiting
            self._list_now_and_then()
        else:
            # Of a folder that is known, nothing is told before something new was read of it.
            if self.progress is not None or 0 < batch.done < batch.of:
                self.progress = (batch.done, batch.of)
            if batch.news and batch.done < batch.of:
                self._list_now_and_then()
        self._show()

    def _take_last(self, problem: str) -> None:
        if problem or not self.waiting:
            self._end(problem)
        else:
            self._list_again()
        self.waiting = 0
        self._show()

    def _end(self, problem: str) -> None:
        """All is read; what is still to come are words."""
        if self._has_ended and not problem:
            return
        self._has_ended = True
        self._bench.settle()
        self._ended(problem)
        self.progress = None

    def _list_now_and_then(self) -> None:
        """Sessions are listed anew at growing intervals, so that reading stays linear."""
        if monotonic() >= self._next_listing:
            began = monotonic()
            self._list_again()
            self._next_listing = monotonic() + max(_LIST_SECONDS, 10 * (monotonic() - began))
