"""Heal one text: undo the damage layer by layer, and keep account of it line by line."""

import re
from functools import lru_cache
from typing import Final

from tui.notes.patterns import pattern
from tui.notes.repair import tables, template
from tui.notes.repair.outcome import Mend, Repaired
from tui.notes.repair.peeled import Peeled
from tui.notes.repair.suspicion import BROKEN, cleared, still_damaged, suspicious

_ROUNDS: Final = 10
_SURROGATE = pattern("[\udc80-\udcff]")
_FAR = pattern("[\u0700-\u07ff]")
_FAR_WORD = pattern("[\u0700-\u07ff]{2}")
# A control next to another strange character is part of something else.
_CONTROL = pattern("(?<![^\x00-\x7f])[\x80-\x9f](?![^\x00-\x7f])")
_BYTE_ORDER: Final = "\ufeff"
_RAW_NAME: Final = "raw windows-1252"
_TIMES: Final = {1: "", 2: " twice", 3: " three times"}


def heal(text: str) -> Repaired:
    """Return `text` healed; see `tui.notes.repair.repair`."""
    if not suspicious(text) or cleared(text):
        return Repaired(text)
    from tui.notes.repair import layer  # with all that heals: no clean note needs it

    account = _Account()
    whole = _surrogates(text, account)
    for _ in range(_ROUNDS):
        healed = layer.peel(whole)
        account.take(healed)
        peeled = healed.text
        if peeled == whole:
            peeled = _controls(_order_mark(whole, account), account)
        if peeled == whole:
            break
        whole = peeled
        if not suspicious(whole):
            break
    else:  # as many layers as that are no accident: leave it alone, so that nothing is half done
        return Repaired(text, uncertain=_high_lines(text))
    codecs, doubts = account.codecs, account.doubts | account.left
    before, after = text.split("\n"), whole.split("\n")
    healed_lines = tuple(
        Mend(line, _named(tuple(codecs[line])))
        for line in sorted(codecs)
        if before[line - 1] != after[line - 1]
    )
    unsettled = [
        (number, line)
        for number, line in enumerate(after, 1)
        if number not in account.settled and not line.isascii()
    ]
    damaged = still_damaged({line for _, line in unsettled}, healed=bool(codecs))
    doubts |= {number for number, line in unsettled if line in damaged}
    doubts |= {whole.count("\n", 0, place) + 1 for place in template.unexplained(whole)}
    if BROKEN.search(whole):
        doubts |= {line for line, content in enumerate(after, 1) if BROKEN.search(content)}
    return Repaired(whole, healed_lines, tuple(sorted(doubts)))


class _Account:
    """What happened to each line, layer by layer.

    Attributes:
        codecs: line number to the tables undone there, the outermost first.
        doubts: lines that hold a guess.
        left: lines that still look damaged.
        settled: lines undone as part of the whole text, nothing missing.
    """

    def __init__(self) -> None:
        self.codecs: dict[int, list[str]] = {}
        self.doubts: set[int] = set()
        self.left: set[int] = set()
        self.settled: set[int] = set()
        self.last: tuple[str, frozenset[str]] | None = None

    def take(self, healed: Peeled) -> None:
        self.settled |= healed.settled
        self.doubts |= healed.guessed  # a wrong guess may be flawless in the layer below
        self.left = (self.left - healed.settled - healed.codecs.keys()) | healed.left
        whole, codec = healed.alike, next(iter(healed.codecs.values()), "")
        if whole and self.last:  # the same table twice is likelier than two that look alike here
            before, alike = self.last
            if before in whole:
                codec = before
            elif codec in alike:
                for names in self.codecs.values():
                    names[-1] = codec if names[-1] == before else names[-1]
        self.last = (codec, whole) if whole else None
        for line, name in healed.codecs.items():
            self.note(line, codec if whole else name)

    def note(self, line: int, codec: str) -> None:
        self.codecs.setdefault(line, []).append(codec)


def _surrogates(text: str, account: _Account) -> str:
    """Return `text` with the bytes that were no UTF-8 read as Windows-1252."""
    if not _SURROGATE.search(text):
        return text
    if _FAR.search(text):
        text = "\n".join(map(_own_bytes, text.split("\n")))
    return _raw(text, _SURROGATE, account)


def _own_bytes(line: str) -> str:
    """Return a line that is not UTF-8 with letters of far scripts that stand alone as bytes.

    So "Ü”" of Windows-1252 happens to be a letter of Syriac, and "ß”" one of N'Ko.
    """
    if not _SURROGATE.search(line) or _FAR_WORD.search(line):
        return line
    return _FAR.sub(lambda match: match[0].encode().decode("ascii", "surrogateescape"), line)


def _controls(text: str, account: _Account) -> str:
    """Return `text` with C1 controls that no layer explained read as Windows-1252."""
    found = set(_CONTROL.findall(text))
    if found <= {"\x85"}:  # alone it ends lines in some systems; as a byte it is an ellipsis
        return text
    return _raw(text, _CONTROL, account)


def _order_mark(text: str, account: _Account) -> str:
    """Return `text` with the mark of byte order that it begins with, where that was misread."""
    for table in tables.tables():
        shown = table.show(_BYTE_ORDER)
        if text.startswith(shown) and not text[len(shown) : len(shown) + 1].isspace():
            if table.name not in account.codecs.get(1, ()):
                account.note(1, table.name)
            account.left.discard(1)
            return _BYTE_ORDER + text[len(shown) :]
    return text


def _raw(text: str, pattern: re.Pattern[str], account: _Account) -> str:
    lines = text.split("\n")
    known: dict[str, tuple[str, bool]] = {}  # thousands of lines may be the same
    for number, line in enumerate(lines, 1):
        if line.isascii():
            continue
        if line not in known:
            known[line] = _raw_line(line, pattern)
        lines[number - 1], left = known[line]
        if left:
            account.left.add(number)
        if lines[number - 1] != line and account.codecs.get(number, [""])[-1] != _RAW_NAME:
            account.note(number, _RAW_NAME)
    return "\n".join(lines)


def _raw_line(line: str, pattern: re.Pattern[str]) -> tuple[str, bool]:
    """Return a line with its bytes read, and whether there is one that means nothing."""
    table = tables.table("windows-1252")
    left = False
    place = 0
    out: list[str] = []
    for match in pattern.finditer(line):
        byte = ord(match.group()) & 0xFF
        if byte in table.undefined:
            left = True
            continue
        out += (line[place : match.start()], table.chars[byte])
        place = match.end()
    return ("".join((*out, line[place:])) if out else line), left


def _high_lines(text: str) -> tuple[int, ...]:
    lines = text.split("\n")
    return tuple(number for number, line in enumerate(lines, 1) if not line.isascii())


@lru_cache(maxsize=256)
def _named(codecs: tuple[str, ...]) -> str:
    """Return the name of the damage: the outermost layer comes first."""
    names = list(dict.fromkeys(codecs))
    parts = []
    for name in names:
        times = codecs.count(name)
        parts.append(name + _TIMES.get(times, f" {times} times"))
    return ", ".join(parts)
