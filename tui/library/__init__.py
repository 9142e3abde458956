"""A folder of notes: found, read, indexed, and queried."""

from typing import TYPE_CHECKING

from tui.late import opened_late

if TYPE_CHECKING:  # told to type checkers; `_ROOMS` says where each is when it is asked for
    from tui.library.files import NoteFile, refusal
    from tui.library.filter import (
        DECISION_FIELDS,
        FIELDS,
        FilterError,
        FilterField,
        Query,
        Told,
        exactly,
        highlights,
        parse_filter,
        picks,
    )
    from tui.library.folder import Folder, FolderError, Renewed, StoredLine
    from tui.library.found import Found, row_of
    from tui.library.index import (
        FACETS,
        GROUPINGS,
        SORTS,
        TASK_SORTS,
        Decided,
        Facet,
        FacetKind,
        Group,
        Grouping,
        Groups,
        Index,
        IndexFullError,
        Listing,
        NameKind,
        Sort,
        Superseded,
        TaskKey,
        TaskListing,
        TaskSort,
        Totals,
    )
    from tui.library.reader import Batch, Reader
    from tui.library.row import LeftOut, Row
else:
    _ROOMS = {
        "tui.library.files": "NoteFile refusal",
        "tui.library.filter": (
            "DECISION_FIELDS FIELDS FilterError FilterField Query Told exactly highlights "
            "parse_filter picks"
        ),
        "tui.library.folder": "Folder FolderError Renewed StoredLine",
        "tui.library.found": "Found row_of",
        "tui.library.index": (
            "FACETS GROUPINGS SORTS TASK_SORTS Decided Facet FacetKind Group Grouping Groups "
            "Index IndexFullError Listing NameKind Sort Superseded TaskKey TaskListing TaskSort "
            "Totals"
        ),
        "tui.library.reader": "Batch Reader",
        "tui.library.row": "LeftOut Row",
    }
    __getattr__ = opened_late(__name__, _ROOMS)

__all__ = [
    "DECISION_FIELDS",
    "FACETS",
    "FIELDS",
    "GROUPINGS",
    "SORTS",
    "TASK_SORTS",
    "Batch",
    "Decided",
    "Facet",
    "FacetKind",
    "FilterError",
    "FilterField",
    "Folder",
    "FolderError",
    "Found",
    "Group",
    "Grouping",
    "Groups",
    "Index",
    "IndexFullError",
    "LeftOut",
    "Listing",
    "NameKind",
    "NoteFile",
    "Query",
    "Reader",
    "Renewed",
    "Row",
    "Sort",
    "StoredLine",
    "Superseded",
    "TaskKey",
    "TaskListing",
    "TaskSort",
    "Told",
    "Totals",
    "exactly",
    "highlights",
    "parse_filter",
    "picks",
    "refusal",
    "row_of",
]
