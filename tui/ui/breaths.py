"""When to draw while keys come faster than they can be acted on."""

import asyncio
from collections.abc import Callable
from time import monotonic

FRAME_SECONDS = 0.03
"""What a frame takes to be begun and drawn: Textual draws sixty times a second, at the most."""

_WITHOUT_ONE = 0.25  # seconds


class Breaths:
    """Knows since when one key was handled after the other and nothing else had its turn.

    Args:
        now: tells the time, in seconds.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._since: float | None = None

    def are_due(self) -> bool:
        """Whether it has been long, after another key was handled; one is taken then."""
        if self._since is None:
            self._since = self._now()
            # It has its turn as soon as anything else has.
            asyncio.get_running_loop().call_later(FRAME_SECONDS, self._end)
        elif self._now() - self._since > _WITHOUT_ONE:
            self._since = None
            return True
        return False

    def _end(self) -> None:
        self._since = None
