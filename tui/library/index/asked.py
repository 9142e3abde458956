"""What stands in a question for many things at once."""

from collections.abc import Iterator, Sequence
from typing import Any


def chunks(whole: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """Yield a sequence in pieces of at most `size`."""
    return (whole[at : at + size] for at in range(0, len(whole), size))


IN_JSON = "(SELECT value FROM json_each(?))"
"""Stands in a question for numbers, which are given as `json_of` them.

Of a question with a mark for each number SQLite keeps what it made of it for every count there was:
some twenty kilobytes each.
"""


def json_of(numbers: Sequence[int]) -> str:
    """Return numbers as a text for `IN_JSON`."""
    return f"[{','.join(map(str, numbers))}]"


def marks(some: Sequence[Any]) -> str:
    """As many question marks as there are parameters."""
    return ",".join("?" * len(some))
