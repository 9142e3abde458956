"""A folder of notes: found, read, kept in order, and queried."""

from tui.library.files import NoteFile
from tui.library.index import Index, Row, row_of
from tui.library.order import SORTS, Sort
from tui.library.query import FilterError, Query, parse_filter
from tui.library.reader import Batch, Reader
from tui.library.scan import LeftOut, list_files, read_both, read_file

__all__ = [
    "SORTS",
    "Batch",
    "FilterError",
    "Index",
    "LeftOut",
    "NoteFile",
    "Query",
    "Reader",
    "Row",
    "Sort",
    "list_files",
    "parse_filter",
    "read_both",
    "read_file",
    "row_of",
]
