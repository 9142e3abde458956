"""Patterns that are compiled when they are first used.

A good hundred of them tell damage and ways to write, and a note needs a few; to compile
them all would take a seventh of what it takes to list three notes on the command line.
"""

import re
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, but do the work when it is first used.

    Raises:
        re.error: not here, but where it is first used: the text is no pattern.
    """
    return cast("re.Pattern[str]", _Uncompiled(text, flags))


class _Uncompiled:
    """Becomes the pattern, method by method: each costs a look at what it is, but once."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
