"""A key and what comes of it soon after, drawn as one frame."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from math import inf
from time import monotonic
from typing import Any

from textual.app import App

_MOST = 0.04  # seconds, which nobody sees
_APART = 0.02  # seconds that are enough for a frame in between
_TURNS = 3  # of the event loop, until a screen has heard of all its widgets that have changed


def not_held() -> None:
    """Let no frame go, where none was held back."""


class Frames:
    """Holds the next frame back for a moment, while an answer is waited for.

    Textual draws the frame after another one up to two frames' time later: an answer that comes
    right after the letter that asked for it would be seen late.

    Args:
        app: what draws.
        now: tells the time, in seconds.
    """

    def __init__(self, app: App[Any], now: Callable[[], float] = monotonic) -> None:
        self._app = app
        self._now = now
        self._batch = ExitStack()
        self._holders: set[object] = set()
        self._ended = -inf
        self._until = -inf

    def hold(self) -> Callable[[], None]:
        """Hold the next frame back until what is returned is called, but not for long.

        It is drawn in any case, whatever becomes of who asked for it; what is held back again and
        again, as by keys that repeat, is not held any longer for it.
        """
        now = self._now()
        if not self._holders and now - self._ended > _APART:
            self._until = now + _MOST
        holder = object()
        if now < self._until:
            if not self._holders:
                self._batch.enter_context(self._app.batch_update())
            self._holders.add(holder)
            rest = self._until - now
            asyncio.get_running_loop().call_later(rest, self._release, holder)
        return partial(self._release, holder)

    def _release(self, holder: object) -> None:
        if holder not in self._holders:
            return
        self._holders.remove(holder)
        self._ended = self._now()
        self._let_go(_TURNS)

    def _let_go(self, turns: int) -> None:
        """Let the frame be drawn once all that has changed is known to have."""
        if self._holders:  # it is held again
            return
        if turns:
            asyncio.get_running_loop().call_soon(self._let_go, turns - 1)
            return
        self._batch.close()
        if self._app.screen_stack:
            self._app.screen.check_idle()
