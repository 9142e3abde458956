"""The filter language: a text a person types, read once into a value that can be asked.

Pure: nothing here knows where sessions are kept. `tui.library.index` turns the value into SQL.
"""

from typing import TYPE_CHECKING

from tui.late import opened_late

if TYPE_CHECKING:  # told to type checkers; `_ROOMS` says where each is when it is asked for
    from tui.library.filter.exact import exactly as exactly
    from tui.library.filter.fields import (
        DECISION_FIELDS as DECISION_FIELDS,
        FIELDS as FIELDS,
        FilterField as FilterField,
    )
    from tui.library.filter.highlight import highlights as highlights
    from tui.library.filter.mistake import FilterError as FilterError
    from tui.library.filter.reading import parse_filter as parse_filter
    from tui.library.filter.telling import Told as Told, picks as picks
    from tui.library.filter.tree import (
        AllOf as AllOf,
        AnyOf as AnyOf,
        Assigned as Assigned,
        Dated as Dated,
        Due as Due,
        Exactly as Exactly,
        Flag as Flag,
        Marked as Marked,
        Node as Node,
        Not as Not,
        Query as Query,
        Says as Says,
        Stands as Stands,
        Valued as Valued,
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
