"""What reviewers decided: the journal, its fold, and how a decision finds its task again."""

from tui.decisions.decision import OPEN, Decision, Field, Setting
from tui.decisions.fold import State
from tui.decisions.history import History, Step
from tui.decisions.journal import Journal, JournalError, Kept
from tui.decisions.matching import Matcher, Place

__all__ = [
    "OPEN",
    "Decision",
    "Field",
    "History",
    "Journal",
    "JournalError",
    "Kept",
    "Matcher",
    "Place",
    "Setting",
    "State",
    "Step",
]
