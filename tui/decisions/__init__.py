"""What reviewers decided: the journal, its fold, and how a decision finds its task again."""

from typing import TYPE_CHECKING

from tui.late import opened_late

if TYPE_CHECKING:  # told to type checkers; `_ROOMS` says where each is when it is asked for
    from tui.decisions.decision import (
        OF_TASKS,
        UNDECIDED,
        Decision,
        Field,
        Onto,
        Setting,
        Signed,
        setting_of,
    )
    from tui.decisions.due import read_due
    from tui.decisions.fields import TYPED, Entry, setting_told
    from tui.decisions.fold import State
    from tui.decisions.history import History, Past, Step
    from tui.decisions.journal import Journal, JournalError, Kept
    from tui.decisions.ledger import Draft, Ledger, Orphan, RefusedError, new_id
    from tui.decisions.places import Places, places_of
    from tui.decisions.reviewer import reviewer_of
    from tui.decisions.when import local
else:
    _ROOMS = {
        "tui.decisions.decision": (
            "OF_TASKS UNDECIDED Decision Field Onto Setting Signed setting_of"
        ),
        "tui.decisions.due": "read_due",
        "tui.decisions.fields": "TYPED Entry setting_told",
        "tui.decisions.fold": "State",
        "tui.decisions.history": "History Past Step",
        "tui.decisions.journal": "Journal JournalError Kept",
        "tui.decisions.ledger": "Draft Ledger Orphan RefusedError new_id",
        "tui.decisions.places": "Places places_of",
        "tui.decisions.reviewer": "reviewer_of",
        "tui.decisions.when": "local",
    }
    __getattr__ = opened_late(__name__, _ROOMS)

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
