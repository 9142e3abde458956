"""A program whose terminal is gone.

The system says so to whoever has one (SIGHUP), which ends the program; not to one that was begun
with `nohup`. Textual 8.2 then reads the end of its keys for ever, as fast as it can, and cannot end
either, as nobody takes what it would draw. What is shown as saved is on disk.
"""

import os
import select
import signal
import sys
import threading


def end_with_terminal() -> None:
    """End the program when its terminal is gone, where it would not hear of it."""
    if sys.platform == "win32" or signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        return
    threading.Thread(target=_wait_for_the_end, name="terminal", daemon=True).start()


def _wait_for_the_end() -> None:
    poll = select.poll()
    poll.register(sys.__stdin__ or 0, 0)  # that it was hung up is told whatever is asked for
    if any(told & select.POLLHUP for _, told in poll.poll()):
        os._exit(128 + signal.SIGHUP)  # nothing else ends: the thread that draws waits for ever
