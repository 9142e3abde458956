"""The progress screen: pictures of what is open and closed; what is in them can be entered."""

from tui.ui.screens.progress.screen import ProgressScreen

__all__ = ["ProgressScreen"]
