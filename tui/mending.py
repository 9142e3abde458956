"""The door to healing the files themselves, the one thing that changes notes.

`workbench.py` opens a folder and leaves it as it is; this needs no folder to be opened.
"""

from tui.library.mending import MendedFile, files_at, mend_file, write_mended
from tui.notes.mend import Mended

__all__ = ["Mended", "MendedFile", "files_at", "mend_file", "write_mended"]
