"""One history: what is edited in each commit, and when the workbench is opened."""

from __future__ import annotations

from benchmarks.identity.history import History
from benchmarks.identity.reviewer import Reviewer

_EDITED = 382  # notes, of 1,746; so many had bullets edited in the folder that this is drawn after
_OF = 1746
_HARD = 0.2  # share of edits after which there is another task, or none, or doubt


def play(history: History, reviewer: Reviewer) -> None:
    """Play it: five commits after the first; ticks are made after the first and the fourth."""
    everything = len(history.sheets)

    def share(notes: int) -> int:
        return max(1, notes * everything // _OF)

    edited = history.some(share(_EDITED))
    history.commit("Notes")
    reviewer.tick(0.9)

    history.edit(edited[: share(120)], times=(1, 2), hard=_HARD)
    history.commit("Edit some tasks")
    reviewer.look()

    history.edit(edited[share(120) : share(200)], times=(1, 1, 2), hard=_HARD)
    history.sort_into_subfolders()
    history.rename(history.some(share(300)))
    history.commit("Sort all notes into subfolders, rename some")

    history.change(history.some(share(200)))
    history.edit(edited[share(60) : share(100)], hard=_HARD)
    history.commit("Correct heads, save otherwise")
    reviewer.look()
    reviewer.tick(0.5)

    history.edit(edited[share(200) : share(300)], times=(1, 2, 3), hard=_HARD)
    gone = history.some(share(30))
    history.delete(gone)
    history.copy(history.some(share(15)), "copy")
    history.reuse(history.some(share(15)))
    history.commit("Delete, copy, edit more")

    history.restore(gone[: share(20)])
    pairs = history.some(share(8))
    history.merge(zip(pairs[::2], pairs[1::2], strict=False))
    some = history.some(share(40))
    history.change(some, "title edited", "date corrected", "time corrected")
    history.rename(some)
    history.edit(some[: share(20)], hard=_HARD / 2)
    history.edit(edited[share(300) :], times=(1, 2), hard=_HARD)
    history.commit("Rename, correct and edit at once, restore, merge")
