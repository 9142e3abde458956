"""What is drawn of a widget goes with the widget.

Textual 8.2 keeps the lines it drew of a widget that is gone until it has drawn a thousand others:
a cache of colours (`StylesCache.get_inner_outer`) has for keys the very objects that hold those
lines (https://github.com/Textualize/textual/issues/6665). After some minutes of toasts, lists and
pages over the screen these were 20 MB. It is the cache that is emptied: told to draw itself anew, a
widget that is gone puts down its lines, but neither the last blank one nor what held them, two
kilobytes a widget. To mix the two colours anew takes some ten microseconds a widget.
"""

from textual._styles_cache import StylesCache


def forget_remains() -> None:
    """Let go of what was drawn of widgets that are gone."""
    StylesCache.get_inner_outer.cache_clear()
