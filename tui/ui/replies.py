"""What a terminal says of itself is not for us: it arrives where keys do, and is none.

A terminal answers whoever asked it, and whoever reads gets the answer: an editor that has just
ended, for instance. What of it Textual does not know it hands on as if it had been typed, letter
by letter: the "r" in "rgb:…" would sign a session off as reviewed.
"""

from threading import Lock, Timer
from typing import Literal

from textual.driver import Driver
from textual.events import Key
from textual.message import Message

_Kind = Literal["", "sequence", "string"]

_AT_ONCE = 0.03  # seconds; nobody types two keys as fast
_SILENCE = 0.3  # seconds after which whatever was begun has ended
_ESCAPE = "^"  # how Textual hands on an escape before what it does not know, where it does
# The character behind an escape, and what may come next where that escape was dropped.
_BEGINNINGS: dict[str, tuple[_Kind, str]] = {
    "[": ("sequence", "0123456789<=>?"),
    "]": ("string", "0123456789lL"),
    "P": ("string", ""),
    "X": ("string", ""),
    "_": ("string", ""),
}
_FINAL = range(0x40, 0x7F)  # what ends a control sequence (ECMA-48, section 5.4)
_BELL, _TERMINATOR = "\x07", "\\"  # what ends a control string; the latter behind an escape


class Replies:
    """Tells keys from what a terminal says (ECMA-48: control sequences and control strings).

    The first character cannot be told from a key until the next one comes, or none does at once.
    Until then it is held back.
    """

    def __init__(self) -> None:
        self._inside: _Kind = ""
        self._before, self._at = "", 0.0
        self._held: list[Key] = []

    def hear(self, key: Key) -> list[Key]:
        """Return what turns out to be keys now, in their order; it may be none yet."""
        character = key.character or ""
        since, self._at = key.time - self._at, key.time
        if since > _SILENCE:
            self._inside = ""
        if not self._inside:
            return self._outside(key, character, at_once=since < _AT_ONCE)
        if self._inside == "sequence":
            return [] if self._goes_on(character) else [key]
        if character in (_BELL, _TERMINATOR):
            self._inside = ""
            return []
        if not character or not character.isprintable():
            self._inside = ""
            return [key]
        return []

    @property
    def is_waiting(self) -> bool:
        """Whether a character is held back."""
        return bool(self._held)

    def let_go(self) -> list[Key]:
        """Return what was held back, as nothing came after it at once."""
        held, self._held = self._held, []
        return held

    def _outside(self, key: Key, character: str, *, at_once: bool) -> list[Key]:
        before, self._before = self._before if at_once else "", character
        if before == _ESCAPE and character in _BEGINNINGS:
            self._inside = _BEGINNINGS[character][0]
        elif character and character in _BEGINNINGS.get(before, ("", ""))[1]:
            self._inside = _BEGINNINGS[before][0]
        if self._inside:
            self._before, self._held = "", []
            return []
        keys = self.let_go()
        if character == _ESCAPE or character in _BEGINNINGS:
            self._held = [key]
            return keys
        return [*keys, key]

    def _goes_on(self, character: str) -> bool:
        """Whether a control sequence does; its last character is a piece of it, too."""
        if len(character) != 1 or not "\x20" <= character <= "\x7e":
            self._inside = ""
            return False
        if ord(character) in _FINAL:
            self._inside = ""
        return True


def deaf_to_replies(driver: type[Driver]) -> type[Driver]:
    """Return a driver that reads keys as another one does, but for what is none."""

    class Deaf(driver):  # type: ignore[misc, valid-type]
        def process_message(self, message: Message) -> None:
            with turn:
                keys = replies.hear(message) if isinstance(message, Key) else replies.let_go()
                self._hand_on(keys)
            if not isinstance(message, Key):
                super().process_message(message)
            elif replies.is_waiting:
                waiting = Timer(_AT_ONCE, self._let_go)
                waiting.daemon = True
                waiting.start()

        def _let_go(self) -> None:
            with turn:
                self._hand_on(replies.let_go())

        def _hand_on(self, keys: list[Key]) -> None:
            for key in keys:
                super().process_message(key)

    replies, turn = Replies(), Lock()
    return Deaf
