"""What reviewers decided: the journal, its fold, and how a decision finds its task again."""

from tui.decisions.decision import UNDECIDED, Decision, Field, Setting
from tui.decisions.due import read_due
from tui.decisions.fold import State
from tui.decisions.history import History, Past, Step
from tui.decisions.journal import Journal, JournalError, Kept
from tui.decisions.matching import Matcher, Place

__all__ = [
    "UNDECIDED",
    "Decision",
    "Field",
    "History",
    "Journal",
    "JournalError",
    "Kept",
    "Matcher",
    "Past",
    "Place",
    "Setting",
    "State",
    "Step",
    "read_due",
]
