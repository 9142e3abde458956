"""The door to what changes notes themselves: healing them, and setting the boxes of their tasks.

`workbench.py` opens a folder and leaves it as it is; this needs no folder to be opened.
"""

from tui.library.files import NoteFile
from tui.library.marking import MarkedFile, mark_file, write_marked
from tui.library.mending import MendedFile, files_at, mend_file, write_mended
from tui.notes.marking import Box, Left, Marked
from tui.notes.mend import Mended

__all__ = [
    "Box",
    "Left",
    "Marked",
    "MarkedFile",
    "Mended",
    "MendedFile",
    "NoteFile",
    "files_at",
    "mark_file",
    "mend_file",
    "write_marked",
    "write_mended",
]
