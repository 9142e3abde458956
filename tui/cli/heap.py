"""Where the memory of a program with threads comes from."""

import os
import sys

_ARENA_MAX = -8  # M_ARENA_MAX in glibc's malloc.h


def share_one_heap() -> None:
    """Let all threads to come take memory from one heap; to be called before there are any.

    The C library of most Linux systems gives every thread a heap of its own, up to eight for each
    processor (mallopt(3), M_ARENA_MAX), and what one thread has put down is of no use to the next.
    Here questions are asked in whichever thread is free, so each heap would grow to what the
    largest answer ever took. Nothing happens on other systems.
    """
    if sys.platform != "linux":
        return
    try:
        os.confstr("CS_GNU_LIBC_VERSION")
    except (ValueError, OSError):  # another C library
        return
    import ctypes

    ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
