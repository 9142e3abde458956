"""What the command line says on stderr, and the status it ends with."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from tui.plain import plain
from tui.workbench import FolderError, JournalError

NOTHING_MATCHED, WRONG_USE, NOT_READ_OR_WRITTEN = 1, 2, 3
INTERRUPTED = 130  # what a shell gives a program that ctrl+c has ended


def bear_all_text() -> None:
    """Let signs that an output has no place for stand there by their numbers."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what can go wrong into one plain line and an exit status."""
    try:
        yield
    except (FolderError, JournalError) as error:
        fail(str(error), NOT_READ_OR_WRITTEN)
    except BrokenPipeError:
        # The reader has left, as `| head` does; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        what = os.fsdecode(error.filename) if error.filename else "the output"
        fail(f"{what}: {error.strerror or type(error).__name__}", NOT_READ_OR_WRITTEN)


def say(message: str) -> None:
    """Say one plain line on stderr."""
    sys.stderr.write(f"workbench: {plain(message)}\n")


def fail(message: str, status: int) -> NoReturn:
    """Say why there is no going on, and end."""
    say(message)
    sys.exit(status)
