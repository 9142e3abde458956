"""Unicode's normal forms, at a cost that does not grow faster than the text."""

import re
import unicodedata
from itertools import pairwise
from typing import Final, Literal

ASCII_TO_WORDS: Final = {
    code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)
}
"""What makes words in lower case of a text of ASCII, parted by spaces (see `str.translate`)."""

# More marks on one letter than any script has; Unicode's own limit (UAX #15, stream-safe text).
_MOST_MARKS: Final = 30
# Those that stand for a mark only once they are taken apart, and that Python calls letters.
_HALF_WIDTH_MARKS: Final = "\uff9e\uff9f"
_MAYBE_A_RUN = re.compile(rf"[^\x00-\x7f]{{{_MOST_MARKS + 1}}}")  # told many times as fast
_MAYBE_MARKS = re.compile(rf"(?:[^\w\x00-\x7f]|[{_HALF_WIDTH_MARKS}]){{{_MOST_MARKS + 1},}}")


def normalized(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """Return a normal form of `text`, but that marks are put in order thirty at a time.

    Python puts all marks on one letter in order by insertion: a quarter of a million of them, as
    no one writes but anyone can, would take it more than a minute.
    """
    more = len(text.encode("utf-8", "surrogatepass")) - len(text)
    if more <= _MOST_MARKS or not _MAYBE_A_RUN.search(text):  # what is not ASCII takes more bytes
        return unicodedata.normalize(form, text)
    cuts = [0]
    for run in _MAYBE_MARKS.finditer(text):
        marks = 0
        for place, char in enumerate(run[0], run.start()):
            is_mark = unicodedata.combining(char) or char in _HALF_WIDTH_MARKS
            marks = marks + 1 if is_mark else 0
            if marks > _MOST_MARKS:
                cuts.append(place)
                marks = 1
    if len(cuts) == 1:
        return unicodedata.normalize(form, text)
    ends = pairwise([*cuts, len(text)])
    return "".join(unicodedata.normalize(form, text[start:end]) for start, end in ends)
