"""What reviewers decided: the journal, its fold, and how a decision finds its task again."""

from tui.decisions.decision import UNDECIDED, Decision, Field, Onto, Setting, Signed
from tui.decisions.due import read_due
from tui.decisions.fold import State
from tui.decisions.history import History, Past, Step
from tui.decisions.journal import Journal, JournalError, Kept
from tui.decisions.ledger import Draft, Ledger, Orphan, RefusedError, new_id
from tui.decisions.places import Places, places_of
from tui.decisions.reviewer import reviewer_of
from tui.decisions.when import local

__all__ = [
    "UNDECIDED",
    "Decision",
    "Draft",
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
]
