"""What is drawn of a widget goes with the widget.

Textual 8.2 keeps the lines it drew of a widget that is gone until it has drawn a thousand others:
a cache of colours (`StylesCache.get_inner_outer`) has for keys the very objects that hold those
lines (https://github.com/Textualize/textual/issues/6665). After some minutes of toasts, lists and
pages over the screen these were 20 MB. A widget that is told to draw itself anew puts down what it
drew, and one that is gone never draws again.
"""

from collections.abc import Iterable, Iterator

from textual.screen import Screen
from textual.widget import Widget


class Remains:
    """Knows the widgets that are there, to let go of what is left of them once they are gone.

    It has to see a widget while that is there: all that stay for a while, as toasts, are seen by
    `look` now and then; what may come and go in between is shown to it when it goes.
    """

    def __init__(self) -> None:
        self._known: set[Widget] = set()

    def __contains__(self, widget: object) -> bool:
        """Whether it has seen a widget, and will let go of what is left of it."""
        return widget in self._known

    def look(self, screens: Iterable[Screen[object]]) -> None:
        """Let go of what was drawn of widgets that are gone; remember those of some screens."""
        for widget in self._known:
            if not widget.is_running:
                widget.refresh()
        running = {widget for widget in self._known if widget.is_running}
        self._known = running.union(*map(_widgets_of, screens))

    @staticmethod
    def left(screen: Screen[object]) -> None:
        """Let go of what was drawn of a screen that was just left for good."""
        for widget in _widgets_of(screen):
            widget.refresh()


def _widgets_of(screen: Screen[object]) -> Iterator[Widget]:
    """Yield all that a screen draws: widgets, and the scroll bars of those that were laid out."""
    for widget in screen.walk_children(Widget, with_self=True):
        yield widget
        has_vertical, has_horizontal = widget.scrollbars_enabled
        if widget.outer_size and has_vertical:  # asked for sooner, it would be made
            yield widget.vertical_scrollbar
        if widget.outer_size and has_horizontal:
            yield widget.horizontal_scrollbar
