"""A program that was stopped and goes on takes the terminal again, and listens to it but once."""

import asyncio
from collections.abc import Callable

from textual.driver import Driver


def listening_once(driver: type[Driver], take_again: Callable[[], None]) -> type[Driver]:
    """Return a driver that works as another one does, but does not begin what has begun.

    Textual 8.2 begins whenever the system says that the process goes on (SIGCONT). Where nothing
    told it before that it would stop (SIGSTOP, as `kill -STOP` sends it), a second thread then read
    keys beside the first: one of them had each key, and the other never let the program end.

    Args:
        driver: the other one.
        take_again: gives the terminal back and takes it again, as others may have used it since.
    """

    class Listening(driver):  # type: ignore[misc, valid-type]
        _is_at_work = False

        def start_application_mode(self) -> None:
            if self._is_at_work:  # from a signal's handler, which may interrupt a write
                asyncio.get_running_loop().call_soon_threadsafe(take_again)
            else:
                self._is_at_work = True
                super().start_application_mode()

        def stop_application_mode(self) -> None:
            super().stop_application_mode()
            self._is_at_work = False  # not before: the signal may come while it stops

    return Listening
