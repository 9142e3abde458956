"""What comes from a terminal, divided into keys, what it says of itself, and what is pasted.

It is the state machine of ECMA-48 (section 5: control functions and control strings), as terminals
run it on what programs write. Textual takes what it does not know for keys, letter by letter, also
in a pasted text, and 8.2 ends at bytes that are no text. Here each sequence stays one, however
slowly it comes; what nobody can have typed is never handed on in pieces.
"""

from collections.abc import Iterator
from typing import Literal

from tui.notes.patterns import pattern

ESCAPE = "\x1b"
PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"

_State = Literal["", "string", "paste"]

_PLAIN = pattern(r"[^\x1b\x80-\x9f]+")
_SEQUENCE = pattern(
    r"(?:\x1b\[|\x9b)(?:\[[A-E]|M[^\x00-\x1f]{3}|(?![\[M])[0-?]*[ -/]*[@-~])|(?:\x1bO|\x8f)[ -~]"
)
_BEGUN = pattern(r"(?:\x1b\[|\x9b)(?:\[|M[^\x00-\x1f]{0,2}|[0-?]*[ -/]*)|\x1bO|\x8f|\x1b")
# A control string, by what comes next: "]" with alt is a key, and no terminal goes on so.
_STRING = pattern(r"(?:\x1b\]|\x9d)[0-9lL]|(?:\x1bP|\x90)[0-9;>!$+|=?]|\x1b[X^_]|[\x98\x9e\x9f]")
_STRING_BEGUN = pattern(r"\x1b[\]P]|[\x90\x9d]")
_STRING_END = pattern(r"[\x07\x18\x1a\x9c]|\x1b\\?")
_ACTING = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SEVEN_BITS = {"\x9b": "\x1b[", "\x8f": "\x1bO"}

_ESCAPE_SECONDS = 0.1  # after which an escape was a key
_SILENCE = 2.0  # seconds after which whatever was begun has ended
_SILENCE_IN_PASTE = 10.0  # the rest of it would be keys


class Sifter:
    """Takes text as it comes, and returns it in pieces that can be told apart.

    A piece is characters that were typed, a whole sequence, an escape alone, or a whole pasted
    text between its marks, with nothing in it that acts. Control strings are left out.
    """

    def __init__(self) -> None:
        self._begun = ""
        self._pasted: list[str] = []
        self._state: _State = ""
        self._at = 0.0

    @property
    def is_waiting(self) -> bool:
        """Whether something has begun that has not ended yet."""
        return bool(self._begun or self._state)

    def hear(self, text: str, now: float) -> Iterator[str]:
        """Yield what is whole now.

        Args:
            text: what came.
            now: when, in seconds.
        """
        yield from self.wait(now)
        text, self._begun, self._at = self._begun + text, "", now
        at = 0
        while at < len(text):
            if self._state:
                piece, at = self._inside(text, at)
            else:
                piece, at = self._outside(text, at)
            if piece:
                yield piece

    def wait(self, now: float) -> Iterator[str]:
        """Yield what is whole as nothing came after it."""
        silent = now - self._at
        if self._begun == ESCAPE and not self._state:
            if silent >= _ESCAPE_SECONDS:
                self._begun = ""
                yield ESCAPE
        elif self._state == "paste":
            if silent >= _SILENCE_IN_PASTE:
                yield self._pasted_with(self._begun)
                self._begun = ""
        elif silent >= _SILENCE:
            self._begun = self._state = ""

    def _outside(self, text: str, at: int) -> tuple[str, int]:
        """Return the next piece and where it ends, or keep what has only begun."""
        if plain := _PLAIN.match(text, at):
            return plain[0], plain.end()
        if found := _SEQUENCE.match(text, at):
            sequence = _SEVEN_BITS.get(text[at], text[at]) + found[0][1:]
            if sequence != PASTE:
                return sequence, found.end()
            self._state = "paste"
            return "", found.end()
        if found := _STRING.match(text, at):
            self._state = "string"
            return "", found.end()
        begun = _STRING_BEGUN.match(text, at) or _BEGUN.match(text, at)
        if begun and begun.end() == len(text):
            self._begun = begun[0]
            return "", len(text)
        if begun and len(begun[0]) > 1:  # it goes on as nothing does
            return "", begun.end()
        if text[at] != ESCAPE:  # another control character of eight bits
            return "", at + 1
        if text[at + 1] == ESCAPE:
            return ESCAPE, at + 1
        return text[at : at + 2], at + 2  # a key with alt

    def _inside(self, text: str, at: int) -> tuple[str, int]:
        if self._state == "paste":
            end = text.find(PASTE_END, at)
            if end >= 0:
                return self._pasted_with(text[at:end]), end + len(PASTE_END)
            kept = max(at, len(text) - len(PASTE_END) + 1)
            self._pasted.append(text[at:kept])
            self._begun = text[kept:]
            return "", len(text)
        found = _STRING_END.search(text, at)
        if found is None:
            return "", len(text)
        is_open = found[0] == ESCAPE
        if is_open and found.end() == len(text):  # its end may be to come
            self._begun = ESCAPE
            return "", len(text)
        self._state = ""
        return "", found.start() if is_open else found.end()  # another sequence cuts it short

    def _pasted_with(self, last: str) -> str:
        pasted = _ACTING.sub("", "".join([*self._pasted, last]))
        self._pasted, self._state = [], ""
        return PASTE + pasted + PASTE_END
