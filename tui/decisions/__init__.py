"""What reviewers decided: the journal, its fold, and how a decision finds its task again."""

from tui.decisions.decision import UNDECIDED, Decision, Field, Setting
from tui.decisions.due import read_due
from tui.decisions.fold import State
from tui.decisions.history import History, Past, Step
from tui.decisions.journal import Journal, JournalError, Kept
from tui.decisions.ledger import Draft, Ledger, Orphan, new_id
from tui.decisions.matching import Matcher, Place
from tui.decisions.places import Places, places_of
from tui.decisions.reviewer import reviewer_of

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
    "Matcher",
    "Orphan",
    "Past",
    "Place",
    "Places",
    "Setting",
    "State",
    "Step",
    "new_id",
    "places_of",
    "read_due",
    "reviewer_of",
]
