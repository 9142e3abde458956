"""A folder of notes: found, read, indexed, and queried."""

from tui.library.crew import read_all
from tui.library.files import NoteFile, refusal
from tui.library.filter import (
    FIELDS,
    FilterError,
    FilterField,
    Query,
    exactly,
    highlights,
    parse_filter,
)
from tui.library.folder import Folder, FolderError, StoredLine
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
from tui.library.reading import read_both, read_file, read_found, usual_name
from tui.library.row import Found, LeftOut, Row, row_of
from tui.library.scan import find_at, find_changes, list_files
from tui.library.updating import Progress, update
from tui.library.watch import Watch

__all__ = [
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
    "Progress",
    "Query",
    "Reader",
    "Row",
    "Sort",
    "StoredLine",
    "Superseded",
    "TaskKey",
    "TaskListing",
    "TaskSort",
    "Totals",
    "Watch",
    "exactly",
    "find_at",
    "find_changes",
    "highlights",
    "list_files",
    "parse_filter",
    "read_all",
    "read_both",
    "read_file",
    "read_found",
    "refusal",
    "row_of",
    "update",
    "usual_name",
]
