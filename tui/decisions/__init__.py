"""What reviewers decided: the journal, its fold, and how a decision finds its task again."""

from typing import TYPE_CHECKING

from tui.late import opened_late

if TYPE_CHECKING:  # told to type checkers; `_ROOMS` says where each is when it is asked for
    from tui.decisions.decision import (
        OF_TASKS as OF_TASKS,
        UNDECIDED as UNDECIDED,
        Decision as Decision,
        Field as Field,
        Onto as Onto,
        Setting as Setting,
        Signed as Signed,
        setting_of as setting_of,
    )
    from tui.decisions.due import read_due as read_due
    from tui.decisions.fields import TYPED as TYPED, Entry as Entry, setting_told as setting_told
    from tui.decisions.fold import State as State
    from tui.decisions.history import History as History, Past as Past, Step as Step
    from tui.decisions.journal import Journal as Journal, JournalError as JournalError, Kept as Kept
    from tui.decisions.ledger import (
        Draft as Draft,
        Ledger as Ledger,
        Orphan as Orphan,
        RefusedError as RefusedError,
        new_id as new_id,
    )
    from tui.decisions.places import Places as Places, places_of as places_of
    from tui.decisions.reviewer import reviewer_of as reviewer_of
    from tui.decisions.when import local as local
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
