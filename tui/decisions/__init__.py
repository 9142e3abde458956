"""What reviewers decided: the journal, its fold, and how a decision finds its task again."""

from tui.decisions.decision import UNDECIDED, Decision, Field, Onto, Setting, Signed, setting_of
from tui.decisions.due import read_due
from tui.decisions.fields import OF_TASKS, TYPED, Entry, setting_told
from tui.decisions.fold import State
from tui.decisions.history import History, Past, Step
from tui.decisions.journal import Journal, JournalError, Kept
from tui.decisions.ledger import Draft, Ledger, Orphan, RefusedError, new_id
from tui.decisions.places import Places, places_of
from tui.decisions.reviewer import reviewer_of
from tui.decisions.when import local

__all__ = [
    "OF_TASKS",
    "TYPED",
    "UNDECIDED",
    "Decision",
    "Draft",
    "Entry",
    "Field",
    "History",
    "Journal",
    "JournalError",
    "Kept",
    "Ledger",
    "Onto",
    "Orphan",
    "Past",
    "Places",
    "RefusedError",
    "Setting",
    "Signed",
    "State",
    "Step",
    "local",
    "new_id",
    "places_of",
    "read_due",
    "reviewer_of",
    "setting_of",
    "setting_told",
]
