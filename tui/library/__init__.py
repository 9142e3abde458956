"""A folder of notes: found, read, indexed, and queried."""

from typing import TYPE_CHECKING

from tui.late import opened_late

if TYPE_CHECKING:  # told to type checkers; `_ROOMS` says where each is when it is asked for
    from tui.library.files import NoteFile as NoteFile, refusal as refusal
    from tui.library.filter import (
        DECISION_FIELDS as DECISION_FIELDS,
        FIELDS as FIELDS,
        FilterError as FilterError,
        FilterField as FilterField,
        Query as Query,
        Told as Told,
        exactly as exactly,
        highlights as highlights,
        parse_filter as parse_filter,
        picks as picks,
    )
    from tui.library.folder import (
        Folder as Folder,
        FolderError as FolderError,
        Renewed as Renewed,
        StoredLine as StoredLine,
    )
    from tui.library.found import Found as Found, row_of as row_of
    from tui.library.index import (
        FACETS as FACETS,
        GROUPINGS as GROUPINGS,
        SORTS as SORTS,
        TASK_SORTS as TASK_SORTS,
        Decided as Decided,
        Facet as Facet,
        FacetKind as FacetKind,
        Group as Group,
        Grouping as Grouping,
        Groups as Groups,
        Index as Index,
        IndexFullError as IndexFullError,
        Listing as Listing,
        NameKind as NameKind,
        Sort as Sort,
        Superseded as Superseded,
        TaskKey as TaskKey,
        TaskListing as TaskListing,
        TaskSort as TaskSort,
        Totals as Totals,
    )
    from tui.library.reader import Batch as Batch, Reader as Reader
    from tui.library.row import LeftOut as LeftOut, Row as Row
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
