"""What a terminal says of itself is not for us: it arrives where keys do, and is none.

A terminal answers whoever asked it, and whoever reads gets the answer: an editor that has just
ended, for instance. What of it Textual does not know it hands on as if it had been typed, letter
by letter: the "r" in "rgb:…" would sign a session off as reviewed.
"""

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

    The first character cannot be told from a key, and is taken for one; it decides nothing.
    """

    def __init__(self) -> None:
        self._inside: _Kind = ""
        self._last: tuple[str, ...] = ("", "")
        self._at = 0.0

    def takes(self, key: Key) -> bool:
        """Whether a key is none, but a piece of what a terminal says."""
        character = key.character or ""
        since, self._at = key.time - self._at, key.time
        if since > _SILENCE:
            self._inside = ""
        if not self._inside:
            self._last = (*self._last[-1:], character) if since < _AT_ONCE else ("", character)
            self._inside, taken = self._begun()
            if not taken:
                return False
        if self._inside == "sequence":
            return self._goes_on(character)
        if character in (_BELL, _TERMINATOR):
            self._inside = ""
            return True
        if not character or not character.isprintable():
            self._inside = ""
            return False
        return True

    def _begun(self) -> tuple[_Kind, bool]:
        """What the last two characters begin, if they came at once; whether the last is in it."""
        before, now = self._last
        if before == _ESCAPE and now in _BEGINNINGS:
            return _BEGINNINGS[now][0], False
        kind, following = _BEGINNINGS.get(before, ("", ""))
        return (kind, True) if now and now in following else ("", False)

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
            if not (isinstance(message, Key) and replies.takes(message)):
                super().process_message(message)

    replies = Replies()
    return Deaf
