"""Places and widths that were computed with, of which more are kept than are needed.

Textual 8.2 keeps the answers of a dozen questions about regions and lengths, up to 4,096 of each
with the regions they were about: after half an hour of sizes, lists and pages these were seven
megabytes, of which what is on the screen needs some hundred places. The caches are those of
`functools`, and computing an answer anew takes a microsecond.

Rich 15 keeps the widths of 4,096 texts, with the texts: two megabytes of what was drawn in the last
minutes, which stood between all else and left holes where it went. And where a line was cut in a
piece of it that is not ASCII, it keeps the piece and both parts, of 16,384 such cuts: a megabyte
in a quarter of an hour, and more with every page that is laid over a list.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol, runtime_checkable

from rich.cells import cached_cell_len
from rich.segment import Segment
from textual.css.scalar import Scalar
from textual.geometry import Region

_ENOUGH = 128


@runtime_checkable
class Cache(Protocol):
    """What `functools.lru_cache` makes of a function."""

    def cache_info(self) -> Any:
        """How much is kept, among others."""

    def cache_clear(self) -> None:
        """Keep nothing."""


def forget_places() -> None:
    """Let go of the answers to each question that has more of them than one screen needs."""
    for known in caches_of_places():
        if known.cache_info().currsize > _ENOUGH:
            known.cache_clear()


@cache
def caches_of_places() -> Sequence[Cache]:
    """Return the caches of all that is asked about places; they are there from the start."""
    asked = (getattr(kind, name) for kind in (Region, Scalar, Segment) for name in vars(kind))
    return (cached_cell_len, *(each for each in asked if isinstance(each, Cache)))
