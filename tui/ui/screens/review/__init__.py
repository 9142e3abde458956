"""The review screen, and a room for each thing it does.

`panes` which pane is in view and has the focus; `reading` the folder into the workbench;
`filtering` which sessions are listed, and where open tasks are; `following` the session under the
cursor; `deciding` what a key decides, saved and taken back. The rooms do not know each other:
`screen` gives each what it needs, and turns keys into calls.
"""

from tui.ui.screens.review.screen import ReviewScreen

__all__ = ["ReviewScreen"]
