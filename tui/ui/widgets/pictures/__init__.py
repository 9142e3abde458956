"""Pictures of how far the tasks are; each is made of elements, one of which is marked."""

from tui.ui.widgets.pictures.bars import Bars
from tui.ui.widgets.pictures.calendar import Calendar
from tui.ui.widgets.pictures.columns import Columns
from tui.ui.widgets.pictures.lines import Lines
from tui.ui.widgets.pictures.picture import Picture

__all__ = ["Bars", "Calendar", "Columns", "Lines", "Picture"]
