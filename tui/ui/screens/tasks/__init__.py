"""The tasks screen: every task of every session at the left, one in full at the right.

`rows` the lines of the list, groups and what is folded up in them; `listing` what is listed, and
what is shown of each; `similar` the tasks that say nearly the same as one; `card` one task in full;
`screen` turns keys into calls.
"""

from tui.ui.screens.tasks.screen import TasksScreen

__all__ = ["TasksScreen"]
