"""The filter language: a text a person types, read once into a value that can be asked.

Pure: nothing here knows where sessions are kept. `tui.library.index` turns the value into SQL.
"""

from tui.library.filter.exact import exactly
from tui.library.filter.fields import DECISION_FIELDS, FIELDS, FilterField
from tui.library.filter.highlight import highlights
from tui.library.filter.mistake import FilterError
from tui.library.filter.reading import parse_filter
from tui.library.filter.telling import Told, picks
from tui.library.filter.tree import (
    AllOf,
    AnyOf,
    Assigned,
    Dated,
    Due,
    Exactly,
    Flag,
    Marked,
    Node,
    Not,
    Query,
    Says,
    Stands,
    Valued,
)

__all__ = [
    "DECISION_FIELDS",
    "FIELDS",
    "AllOf",
    "AnyOf",
    "Assigned",
    "Dated",
    "Due",
    "Exactly",
    "FilterError",
    "FilterField",
    "Flag",
    "Marked",
    "Node",
    "Not",
    "Query",
    "Says",
    "Stands",
    "Told",
    "Valued",
    "exactly",
    "highlights",
    "parse_filter",
    "picks",
]
