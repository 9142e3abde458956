"""The index of a folder: its sessions, tasks and left-out files, and what was decided on them.

A SQLite file in the user's cache folder, one for each notes folder. It is derived from the notes
and the journal and may be thrown away at any time.
"""

from typing import TYPE_CHECKING

from tui.late import opened_late

if TYPE_CHECKING:  # told to type checkers; `_ROOMS` says where each is when it is asked for
    from tui.library.index.asking import Superseded as Superseded
    from tui.library.index.cards import stamp_in_one as stamp_in_one
    from tui.library.index.decided import Decided as Decided
    from tui.library.index.entries import Group as Group, Groups as Groups
    from tui.library.index.facets import (
        FACETS as FACETS,
        Facet as Facet,
        FacetKind as FacetKind,
        NameKind as NameKind,
    )
    from tui.library.index.index import (
        Index as Index,
        IndexFullError as IndexFullError,
        Totals as Totals,
    )
    from tui.library.index.keys import (
        GROUPINGS as GROUPINGS,
        Grouping as Grouping,
        TaskKey as TaskKey,
    )
    from tui.library.index.listing import Listing as Listing
    from tui.library.index.schema import NoIndexError as NoIndexError, index_path as index_path
    from tui.library.index.sorts import (
        SORTS as SORTS,
        TASK_SORTS as TASK_SORTS,
        Sort as Sort,
        TaskSort as TaskSort,
    )
    from tui.library.index.tasks import TaskListing as TaskListing
else:
    _ROOMS = {
        "tui.library.index.asking": "Superseded",
        "tui.library.index.cards": "stamp_in_one",
        "tui.library.index.decided": "Decided",
        "tui.library.index.entries": "Group Groups",
        "tui.library.index.facets": "FACETS Facet FacetKind NameKind",
        "tui.library.index.index": "Index IndexFullError Totals",
        "tui.library.index.keys": "GROUPINGS Grouping TaskKey",
        "tui.library.index.listing": "Listing",
        "tui.library.index.schema": "NoIndexError index_path",
        "tui.library.index.sorts": "SORTS TASK_SORTS Sort TaskSort",
        "tui.library.index.tasks": "TaskListing",
    }
    __getattr__ = opened_late(__name__, _ROOMS)
