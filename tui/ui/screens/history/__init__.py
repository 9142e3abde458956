"""The history screen: every decision, newest first, and the one under the cursor in full.

`listing` what is listed, and what is shown of each; `card` one decision in full; `screen` turns
keys into calls.
"""

from tui.ui.screens.history.screen import HistoryScreen

__all__ = ["HistoryScreen"]
