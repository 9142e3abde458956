"""What is said of a decision once it is made, taken back, or taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.ui.cells import counted
from tui.workbench import setting_told

if TYPE_CHECKING:  # what only annotations name
    from tui.workbench import Decision, Draft

_MOST_LETTERS = 60


def did_said(decision: Decision) -> str:
    """Say what was decided, as it stands in the history: "done", "undo: pending"."""
    word = "undo: " if decision.undoes else "redo: " if decision.redoes else ""
    return ("reversed: " if decision.reverses else word) + setting_told(decision.set)


def reversed_said(draft: Draft, undo_key: str) -> str:
    """Say what was set back, and which key takes that back."""
    what = setting_told(draft.decisions[0].set)
    kept = " Of the rest, someone has decided since." if draft.kept else ""
    return f"{_about(draft.decisions)}: {what} again. {undo_key} takes it back.{kept}"


def done_said(draft: Draft, undo_key: str) -> str:
    """Say what was decided, on how many, and which key takes it back."""
    if not draft.decisions:
        return "That holds already."
    what = setting_told(draft.decisions[0].set)
    return f"{_about(draft.decisions)}: {what}. {undo_key} takes it back."


def again_said(word: str, draft: Draft | None) -> str:
    """Say what undo or redo did."""
    if draft is None:
        return f"Nothing to {word}."
    kept = f"{draft.kept} left alone: decided since by someone else." if draft.kept else ""
    if not draft.decisions:
        return kept
    undone = word == "undo"
    first = draft.decisions[0]
    what = setting_told(first.was if undone else first.set)
    said = "Undone" if undone else "Redone"
    return f"{said}: {_about(draft.decisions)}: {what}. {kept}".rstrip()


def _about(decisions: Sequence[Decision]) -> str:
    """How many tasks or sessions; what the only one says."""
    first = decisions[0]
    if len(decisions) > 1:
        return counted(len(decisions), "task" if first.task else "session")
    text = (first.text or first.title).rstrip(".")
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()}…"
