"""Heal mojibake: UTF-8 that was read with an 8-bit table and saved again.

The encoding repair is ftfy's (https://ftfy.readthedocs.io), line by line, and nothing else of
ftfy: no quotes straightened, no characters normalised, no entities decoded.
"""

import re
from functools import cache

from msgspec import Struct

# The codecs that ftfy knows to undo.
CODECS = (
    "latin-1", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1257",
    "iso-8859-2", "mac_roman", "cp437",
)  # fmt: skip
_WHOLE_HEAD = ("📅", "🕒", "🏷", "📂", "⭐")
_CODE = re.compile(r"`[^`\n]*`")


class Mend(Struct, frozen=True, gc=False):
    """A line, from 1, that was healed, and the codec it had been misread with."""

    line: int
    codec: str


class Repaired(Struct, frozen=True, gc=False):
    """Healed text, the lines that changed, and the lines that still look damaged."""

    text: str
    healed: tuple[Mend, ...] = ()
    uncertain: tuple[int, ...] = ()


def _images(codec: str, first: int, last: int) -> str:
    return bytes(range(first, last + 1)).decode(codec, errors="ignore")


@cache
def _suspect() -> re.Pattern[str]:
    """What every piece of mojibake holds: a lead byte's image before a continuation byte's.

    The UTF-8 lead bytes of two and more are C2-F4, the continuation bytes 80-BF (RFC 3629).
    """
    leads = "".join({char for codec in CODECS for char in _images(codec, 0xC2, 0xF4)})
    follows = "".join({char for codec in CODECS for char in _images(codec, 0x80, 0xBF)})
    return re.compile(f"[{re.escape(leads)}][{re.escape(follows)}\x80-\x9f]|[\x80-\x9f]")


def repair(text: str) -> Repaired:
    r"""Return `text` with its damaged lines healed; clean text comes back as it is.

    Lines end at "\n" only: U+0085, which `str.splitlines` also splits at, stands inside damaged
    emoji. A note whose head is whole was never damaged: what looks like mojibake in it is quoted.
    """
    if text.isascii() or all(map(text.__contains__, _WHOLE_HEAD)) or not _suspect().search(text):
        return Repaired(text)
    return _repair_lines(text)


def _repair_lines(text: str) -> Repaired:
    from ftfy import fix_encoding_and_explain  # 0.1 s to import: only when a line needs it
    from ftfy.badness import is_bad

    suspect = _suspect()
    lines = text.split("\n")
    healed, uncertain = [], []
    for index, line in enumerate(lines):
        if line.isascii() or not suspect.search(line) or _quoted_as_code(line, suspect):
            continue
        whole, steps = fix_encoding_and_explain(line)
        if whole != line and "\n" not in whole:
            lines[index] = whole
            codecs = [step.parameter for step in steps or () if step.action == "encode"]
            healed.append(Mend(index + 1, " + ".join(codecs) or "mixed"))
        if is_bad(lines[index]):
            uncertain.append(index + 1)
    return Repaired("\n".join(lines), tuple(healed), tuple(uncertain))


def _quoted_as_code(line: str, suspect: re.Pattern[str]) -> bool:
    return "`" in line and not suspect.search(_CODE.sub("", line))
