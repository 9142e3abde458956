"""Reading keys from a terminal: as Textual does, but for what is none."""

import os
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from selectors import EVENT_READ, SelectSelector
from threading import Event
from time import monotonic

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.events import Key, Resize
from textual.message import Message

from tui.ui.sifting import ESCAPE, Sifter

_TICK = 0.1  # seconds
_AT_ONCE = 4096  # bytes
_MOST_CELLS = 1000  # of a terminal, in either direction


def hearing_keys(driver: type[Driver]) -> type[Driver]:
    """Return a driver that reads keys as another one does, but for what is none.

    Where it reads from a terminal of POSIX, that is what `Sifter` tells apart; elsewhere, what it
    hands on is looked through.
    """
    if not _reads_terminal(driver):
        from tui.ui.replies import deaf_to_replies  # nowhere else needed

        return deaf_to_replies(driver)

    class Hearing(driver):  # type: ignore[misc, valid-type]
        def run_input_thread(self) -> None:
            listen(self.fileno, self.exit_event, Parser(), self.process_message)

    return Hearing


def _reads_terminal(driver: type[Driver]) -> bool:
    if sys.platform == "win32":
        return False
    from textual.drivers.linux_driver import LinuxDriver

    return issubclass(driver, LinuxDriver)


def listen(
    descriptor: int, ended: Event, parser: "Parser", hand_on: Callable[[Message], object]
) -> None:
    """Read a terminal until one is told to end, or it is gone.

    Args:
        descriptor: the terminal.
        ended: tells when to end.
        parser: makes keys of what is read.
        hand_on: takes them.
    """
    decode = getincrementaldecoder("utf-8")("replace").decode
    sifter = Sifter()
    with SelectSelector() as selector:
        selector.register(descriptor, EVENT_READ)
        while not ended.is_set():
            if selector.select(_TICK / 4 if sifter.is_waiting else _TICK):
                data = os.read(descriptor, _AT_ONCE)
                if not data:
                    return
                for piece in sifter.hear(decode(data), monotonic()):
                    _hand_on(parser.keys_of(piece), hand_on)
            for piece in sifter.wait(monotonic()):
                _hand_on(parser.keys_of(piece), hand_on)


def _hand_on(messages: Iterable[Message], hand_on: Callable[[Message], object]) -> None:
    for message in messages:
        hand_on(message)


class Parser:
    """Textual's parser, for whole pieces: of what it does not know, nothing stays in it."""

    def __init__(self) -> None:
        self._textual = XTermParser()

    def keys_of(self, piece: str) -> list[Message]:
        """Return the keys that a piece stands for, or whatever else it is."""
        if piece == ESCAPE:
            return [Key("escape", ESCAPE)]
        try:
            found = list(self._textual.feed(piece))
        except (ValueError, OverflowError):  # a number that is no character
            found = []
        found = [message for message in found if not _is_absurd(message)]
        if found or piece[0] != ESCAPE:
            return found
        self._forget()
        with_alt = len(piece) == 2 and piece[1].isprintable()
        return [Key(f"alt+{piece[1]}", None)] if with_alt else []

    def _forget(self) -> None:
        """Begin anew, but for what is known of the terminal and its mouse."""
        before, self._textual = self._textual, XTermParser()
        for name, value in vars(before).items():
            if not name.startswith("_"):
                setattr(self._textual, name, value)


def _is_absurd(message: Message) -> bool:
    """Whether it tells a size that no terminal has; all of it would be drawn."""
    return isinstance(message, Resize) and max(message.size) > _MOST_CELLS
