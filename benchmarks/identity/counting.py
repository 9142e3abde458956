"""The command: plays histories, and prints what has become of the ticks.

python -m benchmarks.identity                    # the table, in words that were held out
python -m benchmarks.identity --set work -v      # while working on it: also what went wrong
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.identity.history import History
from benchmarks.identity.playing import play
from benchmarks.identity.reviewer import Count, Result, Reviewer
from benchmarks.identity.words import HELD_OUT, WORK

SETS = {"held-out": HELD_OUT, "work": WORK}


def played(seed: int, count: int, words: str, result: Result) -> None:
    """Play one history, and count."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CACHE_HOME"] = home
        folder = Path(home, "notes")
        folder.mkdir()
        history = History(folder, count, seed, SETS[words])
        reviewer = Reviewer(history, Path(home))
        play(history, reviewer)
        reviewer.count(result)


def table(result: Result) -> Iterator[str]:
    """The lines of a Markdown table, a row for every kind of edit."""
    yield "| edit | task is there | it stands on it | | task is gone | orphan | doubtful | false |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    kinds = dict(result.kinds)
    yield _row("**all**", kinds.pop("all", Count()))
    for kind, count in sorted(kinds.items()):
        yield _row(kind, count)


def _row(kind: str, count: Count) -> str:
    share = f"{100 * count.stood / count.there:.1f} %" if count.there else ""
    cells = (kind, count.there, count.stood, share, count.gone, count.orphans, count.doubtful,
             count.false)  # fmt: skip
    return "| " + " | ".join(map(str, cells)) + " |"


def main() -> int:
    """Do as the command line says."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.identity",
        description="Whether ticks stand on their tasks after a history of edits.",
    )
    parser.add_argument("--set", choices=list(SETS), default="held-out", help="words to edit with")
    parser.add_argument("--count", type=int, default=1746, help="notes (default: 1746)")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5], help="histories")
    parser.add_argument("-v", "--verbose", action="store_true", help="every tick that went wrong")
    asked = parser.parse_args()
    result = Result()
    for seed in asked.seeds:
        print(f"history {seed} …", file=sys.stderr)
        played(seed, asked.count, asked.set, result)
    if asked.verbose:
        for wrong in sorted(result.wrong):
            print(f"{wrong.what}: {wrong.kinds}\n    {wrong.was}\n    {wrong.now}")
    print(*table(result), sep="\n")
    print(f"\nstand on nothing and are not listed: {result.unlisted}")
    print(f"read as decided on, and were not: {result.unfounded}")
    print(f"read so in a copy for another day, where the truth does not tell: {result.doubted}")
    print(f"stand elsewhere once the index is made anew: {result.unsteady}")
    return 0
