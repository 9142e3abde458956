"""Word lists, by language, in which letters above U+007F are looked up when their bytes are lost.

They are no dictionaries: common words in the first lines tell a language, the rest shows which
letters go together. Each stands in the list of a language once.
"""

from functools import cache
from importlib import import_module
from typing import Final

# In the order they are thought of where a text tells nothing.
NAMES: Final = (
    "spanish",
    "english",
    "portuguese",
    "french",
    "german",
    "italian",
    "polish",
    "turkish",
    "czech",
    "romanian",
    "hungarian",
    "greek",
    "russian",
    "ukrainian",
)


@cache
def words(language: str) -> tuple[str, ...]:
    """Return the words of a language; those that always have a capital have it.

    Args:
        language: one of `NAMES`; its list is read when it is first needed.
    """
    listed: str = import_module(f"{__name__}.{language}").WORDS
    return tuple(listed.split())
