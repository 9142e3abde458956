"""What is drawn of a widget goes with the widget.

Textual 8.2 keeps the lines it drew of a widget that is gone until it has drawn a thousand others:
a cache of colours (`StylesCache.get_inner_outer`) has for keys the very objects that hold those
lines (https://github.com/Textualize/textual/issues/6665). After some minutes of toasts, lists and
pages over the screen these were 20 MB. It is the cache that is emptied: told to draw itself anew, a
widget that is gone puts down its lines, but neither the last blank one nor what held them, two
kilobytes a widget. To mix the two colours anew takes some ten microseconds a widget.

Nor does it let go of what it drew of screens that lie behind others; they are drawn anew, as at
first, where one comes to the front again. And each line that was drawn keeps what was cut from
it, for this toast and for that page over it, up to sixteen times, and each cut its own: a kilobyte
each, some two thousand of them after minutes of keys. To cut one anew takes some microseconds.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from operator import attrgetter
from typing import Any

from textual._styles_cache import StylesCache
from textual.cache import FIFOCache
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

_KEPT = {name: getattr(Strip(()), name) for name in Strip.__slots__}
_CUTS = [attrgetter(name) for name, kept in _KEPT.items() if isinstance(kept, FIFOCache)]
"""What a line keeps of what was cut from it, each a cache of lines."""


def forget_remains() -> None:
    """Let go of what was drawn of widgets that are gone."""
    StylesCache.get_inner_outer.cache_clear()


def forget_drawings(screens: Iterable[object], stack: Sequence[Screen[Any]]) -> None:
    """Let go of what was drawn of screens that are not seen, and of what was cut from it elsewhere.

    Args:
        screens: those that are kept while others are in front.
        stack: those that lie on one another, the one on top last.
    """
    seen = _seen(stack)
    for screen in {*screens, *stack}:
        if isinstance(screen, Screen):
            for widget in screen.walk_children(Widget):
                if screen in seen:
                    _forget_cuts(widget)
                else:
                    widget._styles_cache.clear()


def forget_toasts(screen: Screen[Any]) -> None:
    """Let go of what held toasts that were taken away before their time; Textual 8.2 keeps it."""
    for holder in screen.query("ToastHolder"):
        if holder.is_mounted and not holder.children:
            holder.remove()


def _seen(stack: Sequence[Screen[Any]]) -> set[Screen[Any]]:
    """The screens that are seen: the pages on top, and what they lie on."""
    pages = list(takewhile(lambda screen: screen.is_modal, reversed(stack)))
    return {*stack[-1 - len(pages) :]}


def _forget_cuts(widget: Widget) -> None:
    for line in widget._styles_cache._cache.values():
        for cuts in _CUTS:
            cuts(line).clear()
