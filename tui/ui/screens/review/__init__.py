"""The review screen: sessions at the left, one in full at the right, its tasks below.

`sessions` which are listed, and what is shown of each; `checking` the tasks of the one under the
cursor; `screen` turns keys into calls.
"""

from tui.ui.screens.review.screen import ReviewScreen

__all__ = ["ReviewScreen"]
