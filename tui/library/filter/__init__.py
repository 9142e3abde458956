"""The filter language: a text a person types, read once into a value that can be asked.

Pure: nothing here knows where sessions are kept. `tui.library.index` turns the value into SQL.
"""

from typing import TYPE_CHECKING

from tui.late import opened_late

if TYPE_CHECKING:  # told to type checkers; `_ROOMS` says where each is when it is asked for
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
else:
    _ROOMS = {
        "tui.library.filter.exact": "exactly",
        "tui.library.filter.fields": "DECISION_FIELDS FIELDS FilterField",
        "tui.library.filter.highlight": "highlights",
        "tui.library.filter.mistake": "FilterError",
        "tui.library.filter.reading": "parse_filter",
        "tui.library.filter.telling": "Told picks",
        "tui.library.filter.tree": (
            "AllOf AnyOf Assigned Dated Due Exactly Flag Marked Node Not Query Says Stands Valued"
        ),
    }
    __getattr__ = opened_late(__name__, _ROOMS)

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
