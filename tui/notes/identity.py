"""What makes a session and a task the same thing tomorrow.

A task's id comes from its session's head and its own words, never from its file name or its
place in the list, so that neither renaming nor reordering changes it.
"""

import re
from collections.abc import Iterator

from tui.notes.digests import digest as digest
from tui.notes.normal import ASCII_TO_WORDS, normalized
from tui.notes.signs import may_have_signs, spelled

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_NOT_A_WORD = re.compile(r"[\W_]+")
_NAMED_SIGN = re.compile(r"(?<=\w)(?:\+\+|#(?!\w))")
_SIGN_NAMES = {"++": "plusplus", "#": "sharp"}
_ENOUGH = 8
_NOT_A_BONE = bytes(byte for byte in range(256) if not chr(byte).isalnum() or byte > 0x7F)
_LOWER = bytes(range(256)).lower()


def fold(text: str) -> str:
    """Return the words of `text`, without case, markup, punctuation and spacing.

    Texts that fold alike are the same task. What holds no word folds to itself. Signs that carry
    meaning are words (see `tui.notes.signs`): C++ and C# are two, neither of which is C.
    """
    text = unlinked(text)
    return _words(spelled(text if text.isascii() else normalized("NFKC", text)))


def _words(text: str) -> str:
    if text.isascii():  # the same, three times as fast
        return " ".join(text.translate(ASCII_TO_WORDS).split()) or text.strip()
    text = normalized("NFKC", text)
    return _NOT_A_WORD.sub(" ", text.casefold()).strip() or text.strip()


def _former_words(text: str) -> Iterator[str]:
    """What `text` folded to by earlier rules: without signs, and with but two of them."""
    text = unlinked(text)
    yield _words(text)
    yield _words(_NAMED_SIGN.sub(lambda match: _SIGN_NAMES[match[0]], text))


def unlinked(text: str) -> str:
    """Return `text` with what links show in the place of the links."""
    text = _WIKI_LINK.sub(r"\1", text) if "[[" in text else text
    return _LINK.sub(r"\1", text) if "](" in text else text


def skeleton(text: str) -> str:
    """Return what of `text` is the same whether it is damaged or healed.

    8-bit tables agree on ASCII, so damage only ever touches the other characters. Where too
    little ASCII is left to tell one text from another, as in a Russian one, this is the fold.
    """
    if not text.isascii():
        text = normalized("NFC", text)
    ascii_only = text.encode("ascii", "ignore")
    bones = ascii_only.translate(_LOWER, _NOT_A_BONE)
    enough = max(_ENOUGH, len(text) - len(ascii_only))
    return bones.decode() if len(bones) >= enough else _words(unlinked(text))


def session_id(*, export_id: str, path: str, date: str, start: str, title: str) -> str:
    """Return the id of a session.

    The id a later export gives is the best there is. Else date, start and title name a session;
    a note whose head lacks one of them is known by its path.
    """
    if export_id:
        return digest("export", export_id)
    if date and start and title:
        return digest("head", date, start, _words(unlinked(title)))
    return digest("path", path, date, start, _words(unlinked(title)))


def task_id(session: str, words: str, n: int) -> str:
    """Return the id of the `n`th task, from 0, of a session whose text folds to `words`."""
    return digest(session, words, str(n))


def renewed_id(task: str, session: str, text: str, n: int) -> str:
    """Return the id that a task has by the rules of today, of one that earlier rules gave it.

    By those, C++ was the same word as C. An id that they did not give is returned as it is.

    Args:
        task: the id.
        session: that of its session, `text` and `n` what else it was made of.
        text: see `session`.
        n: see `session`.
    """
    if may_have_signs(text):
        formers = (task_id(session, words, n) for words in _former_words(text))
        if task in formers:
            return task_id(session, fold(text), n)
    return task


def print_of(text: str) -> str:
    """Return 8 hexadecimal digits by which a text is recognised, damaged or healed."""
    return digest(skeleton(text))[:8]
