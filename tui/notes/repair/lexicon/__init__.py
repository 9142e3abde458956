"""Word lists, by language, in which letters above U+007F are looked up when their bytes are lost.

They are no dictionaries: common words in the first lines tell a language, the rest shows which
letters go together. A word may carry endings: "prévu/e" is "prévu" and "prévue", "bás|ica|ico" is
"básica" and "básico".
"""

import re
from collections.abc import Iterator
from typing import Final

from tui.notes.repair.lexicon import (
    czech,
    english,
    french,
    german,
    greek,
    hungarian,
    italian,
    polish,
    portuguese,
    romanian,
    russian,
    spanish,
    turkish,
    ukrainian,
)

# In the order they are thought of where a text tells nothing.
_LISTS: Final = {
    "spanish": spanish.WORDS,
    "english": english.WORDS,
    "portuguese": portuguese.WORDS,
    "french": french.WORDS,
    "german": german.WORDS,
    "italian": italian.WORDS,
    "polish": polish.WORDS,
    "turkish": turkish.WORDS,
    "czech": czech.WORDS,
    "romanian": romanian.WORDS,
    "hungarian": hungarian.WORDS,
    "greek": greek.WORDS,
    "russian": russian.WORDS,
    "ukrainian": ukrainian.WORDS,
}
NAMES: Final = tuple(_LISTS)


def words(language: str) -> Iterator[str]:
    """Yield the words of a language, some of them twice."""
    for entry in _LISTS[language].split():
        if "/" not in entry and "|" not in entry:
            yield entry
            continue
        stem, *endings = re.split("[/|]", entry)
        if "|" not in entry:
            yield stem
        yield from (stem + ending for ending in endings)
