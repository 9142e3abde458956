"""Where the memory of a program with threads comes from, and where it goes."""

import os
import sys
import threading
from collections.abc import Callable
from time import process_time, sleep

# From glibc's malloc.h; what they do is told by mallopt(3).
_ARENA_MAX = -8
_MMAP_THRESHOLD = -3
_LARGE = 128 * 1024  # bytes; what glibc takes for large at first

_BETWEEN_TWO = 5.0  # seconds
_WORKED = 0.2  # seconds of computing; who did less has hardly taken anything


def keep_heap_small() -> None:
    """Let all threads to come share one heap, and give back what they put down.

    To be called before there are threads; nothing happens where the C library is not glibc.

    glibc gives threads heaps of their own, up to eight for each processor, and what one thread has
    put down is of no use to the next. Here questions are asked in whichever thread is free, so each
    heap would grow to what the largest answer ever took. And it takes for large what is larger than
    all that was ever put down, so that more and more is kept; to name a size ends that.

    Of one heap, too, glibc gives back only the end by itself. Between what stays, the pages of the
    index and answers leave holes, a third of the heap after a quarter of an hour; these are given
    back now and then, while there is something to do.
    """
    if sys.platform != "linux":
        return
    try:
        os.confstr("CS_GNU_LIBC_VERSION")
    except (ValueError, OSError):  # another C library
        return
    call = _caller()
    call("mallopt", _ARENA_MAX, 1)
    call("mallopt", _MMAP_THRESHOLD, _LARGE)
    threading.Thread(target=_give_back, args=(call,), name="heap", daemon=True).start()


def _caller() -> Callable[..., int]:
    """Return what calls a function of the C library, by its name, with integers.

    It is of what `ctypes` itself is made of; to import all of that takes three times as long.
    """
    try:
        from _ctypes import call_function, dlopen, dlsym

        library = dlopen(None, 0)  # type: ignore[arg-type]  # the program itself
        return lambda name, *values: call_function(dlsym(library, name), values)
    except ImportError:  # another Python than CPython, or one of its later versions
        from ctypes import CDLL

        return lambda name, *values: getattr(CDLL(None), name)(*values)


def _give_back(call: Callable[..., int]) -> None:
    worked = process_time()
    while True:
        sleep(_BETWEEN_TWO)
        now = process_time()
        if now - worked >= _WORKED:
            call("malloc_trim", 0)
            worked = now
