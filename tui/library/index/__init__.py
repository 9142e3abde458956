"""The index of a folder: its sessions, tasks and left-out files, and what was decided on them.

A SQLite file in the user's cache folder, one for each notes folder. It is derived from the notes
and the journal and may be thrown away at any time.
"""

from tui.library.index.asking import Superseded
from tui.library.index.cards import stamp_in_one
from tui.library.index.decided import Decided
from tui.library.index.entries import Group, Groups
from tui.library.index.facets import FACETS, Facet, FacetKind, NameKind
from tui.library.index.index import Index, IndexFullError, Totals
from tui.library.index.listing import Listing
from tui.library.index.schema import NoIndexError, index_path
from tui.library.index.sorts import SORTS, TASK_SORTS, Sort, TaskSort
from tui.library.index.tasks import GROUPINGS, Grouping, TaskKey, TaskListing

__all__ = [
    "FACETS",
    "GROUPINGS",
    "SORTS",
    "TASK_SORTS",
    "Decided",
    "Facet",
    "FacetKind",
    "Group",
    "Grouping",
    "Groups",
    "Index",
    "IndexFullError",
    "Listing",
    "NameKind",
    "NoIndexError",
    "Sort",
    "Superseded",
    "TaskKey",
    "TaskListing",
    "TaskSort",
    "Totals",
    "index_path",
    "stamp_in_one",
]
