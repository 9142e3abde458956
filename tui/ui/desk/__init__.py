"""What all screens of a folder share: the filter, what is decided, how far the reading is.

`filtering` the filter and the order; `deciding` what a key decides, saved (`saving`) and taken
back, and told (`saying`); `facts` what holds for a task; `reading` the folder into the workbench;
`desk` holds one of each, follows what others do, and tells the screen in front. The rooms do not
know each other, nor any screen.
"""

from tui.ui.desk.deciding import Chosen, Deciding, Work
from tui.ui.desk.desk import Desk, OnDesk
from tui.ui.desk.filtering import Filtering

__all__ = ["Chosen", "Deciding", "Desk", "Filtering", "OnDesk", "Work"]
