"""How often each form, variant and damage occurs among real notes.

Weights are counts in a folder of 2,129 notes, or percentages where they come as 97 and 3.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

from benchmarks.vocabulary import PROJECTS

K = TypeVar("K")

FOLDER_SIZE = 2129
"""Sessions in the folder the counts were made in."""
PAGES = 80
"""Pages in it that are no sessions."""


class Weighted(Generic[K]):
    """A choice between some things, each with a weight.

    Args:
        weights: Any positive numbers; only their proportions matter.
    """

    def __init__(self, weights: Mapping[K, float]) -> None:
        whole = sum(weights.values())
        self.shares = {name: weight / whole for name, weight in weights.items()}
        self._names = list(weights)
        self._sums = list(accumulate(weights.values()))

    def pick(self, rng: Random) -> K:
        """One of them, drawn by weight."""
        return rng.choices(self._names, cum_weights=self._sums)[0]


FORM = Weighted({"usual": 97.0, "export": 2.0, "plain": 1.0})
CONDITION = Weighted({"clean": 94.0, "damaged": 6.0})
DAMAGE = Weighted(
    {
        "mac-roman": 32,
        "windows-1254-lossy": 20,
        "windows-1253-partial": 16,
        "windows-1252": 16,
        "windows-1252-twice": 3,
        "windows-1250": 2,
        "windows-1251": 2,
        "latin-1": 2,
        "cp437": 2,
        "stored-windows-1252": 2,
        "stored-utf-16": 1,
        "stored-with-bom": 2,
    }
)
HEADING = Weighted({"### ": 1855, "### :": 104, "** **": 82, "** :**": 81, "## ": 2})
PENDING = Weighted(
    {
        "1": 583,
        "2": 1323,
        "3": 160,
        "4": 5,
        "none as a bullet": 25,
        "none as prose": 15,
        "follow-up in prose": 3,
        "task as prose": 6,
        "empty": 2,
        "missing": 7,
    }
)
MARKER = Weighted(
    {
        "- ": 2010,
        "* ": 42,
        "1. ": 28,
        "1) ": 10,
        "+ ": 7,
        "• ": 12,
        "– ": 8,
        "  - ": 12,
    }
)
CHECKBOX = Weighted({"": 2095, "[ ] ": 24, "[x] ": 10})
PRIORITY = Weighted({"MEDIUM": 2079, "LOW": 50, "HIGH": 4})
PROJECT = Weighted({name: share for name, (share, _) in PROJECTS.items()})
CLOCK = Weighted({"usual": 2104, "past midnight": 24, "no time at all": 1})
LANGUAGE = Weighted(
    {"": 1780, "spanish": 260, "greek": 30, "russian": 30, "polish": 15, "turkish": 14}
)
FURTHER = Weighted(
    {
        "": 1960,
        "Labels": 39,
        "Tags": 30,
        "Outcomes": 18,
        "Outcome": 12,
        "Conclusion": 9,
        "Summary": 7,
        "Additional Notes": 7,
        "Session Time": 6,
        "Timing": 5,
        "Context": 5,
        "Next Steps": 3,
        "Future Steps": 2,
        "Key Insights": 3,
        "Keywords": 2,
        "Status": 2,
        "Session Metadata": 2,
    }
)
