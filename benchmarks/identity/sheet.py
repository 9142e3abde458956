"""A note as it lies in the folder, and which task each of its lines is, whatever becomes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from benchmarks.damage import DAMAGES
from benchmarks.forms import Note
from tui.notes import Session, read_note

_BULLET = re.compile(r"(?P<lead>\s*(?:[-*+•–]|\d+[.)])\s+(?:\[[ xX]\]\s+)?)(?P<text>.*)")

_WORD = re.compile(r"\w+")


class Exchange(NamedTuple):
    """What made another task of a line.

    Attributes:
        before: the tasks that it was.
        now: the task that it became.
        said: what it said before.
        words: those which made another task of it; of an edit that exchanges, all that are new.
        earlier: what had made another task of it before that.
    """

    before: frozenset[int]
    now: frozenset[int]
    said: str
    words: frozenset[str]
    earlier: Exchange | None


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


@dataclass(slots=True)
class Line:
    """A line of a note.

    Attributes:
        lead: the bullet and its box, "" before prose.
        text: the rest.
        tasks: the numbers of the tasks that it is by the truth; several once some were merged.
        is_wrapped: whether its second half stands on a line of its own.
        first: what it said before it was edited.
        exchange: what made another task of it, last.
    """

    lead: str
    text: str
    tasks: frozenset[int] = frozenset()
    is_wrapped: bool = False
    first: str = ""
    exchange: Exchange | None = None

    def __post_init__(self) -> None:
        self.first = self.first or self.text

    def become(self, text: str, task: int, by: str = "") -> None:
        """Be another task, by some words of the text or by all that are new."""
        words = _words(by) or _words(text) - _words(self.text)
        now = frozenset({task})
        self.exchange = Exchange(self.tasks, now, self.text, words, self.exchange)
        self.text = self.first = text
        self.tasks = self.exchange.now

    def take_back(self) -> None:
        """Be the tasks of before again: those of the same words, or with all new ones gone."""
        if self.exchange is None or self.exchange.now != self.tasks:
            return
        made: Exchange | None = self.exchange
        while made and made.said != self.text:
            made = made.earlier
        if made:
            self.tasks, self.exchange = made.before, made.earlier
        while (made := self.exchange) and made.now == self.tasks and made.words:
            if made.words & _words(self.text):
                return
            self.tasks, self.exchange = made.before, made.earlier

    def written(self) -> list[str]:
        words = self.text.split(" ")
        if not self.is_wrapped or len(words) < 4:
            return [self.lead + self.text]
        half = len(words) // 2
        return [self.lead + " ".join(words[:half]), " " * len(self.lead) + " ".join(words[half:])]


@dataclass(slots=True)
class Sheet:
    """A note, clean, and how its bytes are made of it.

    Attributes:
        path: where it lies; other notes may be at its old places.
        lines: what it says.
        title: of the session.
        day: of the session, as written.
        start: of the session, as written.
        damage: a key of `DAMAGES`, "" for none.
        newline: how its lines end.
        is_gone: whether it is deleted.
    """

    path: PurePosixPath
    lines: list[Line]
    title: str
    day: str
    start: str
    damage: str = ""
    newline: str = "\n"
    is_gone: bool = False

    def data(self) -> bytes:
        text = self.newline.join(row for line in self.lines for row in line.written())
        return DAMAGES[self.damage](text) if self.damage else text.encode()

    def pending(self) -> list[Line]:
        """The lines that are tasks."""
        return [line for line in self.lines if line.tasks]

    def tasks_at(self) -> dict[int, frozenset[int]]:
        """The tasks by the numbers of the rows on which they begin, from 1."""
        found, row = {}, 1
        for line in self.lines:
            if line.tasks:
                found[row] = line.tasks
            row += len(line.written())
        return found

    def replace_everywhere(self, old: str, new: str) -> None:
        """Write something else above the sections: the YAML block and the head."""
        for line in self.lines[: self.first_section()]:
            line.text = line.text.replace(old, new)
            line.lead = line.lead.replace(old, new)

    def first_section(self) -> int:
        for number, line in enumerate(self.lines):
            if "Session Goal" in line.text:
                return number
        return len(self.lines)


def sheet_of(note: Note, first: int) -> Sheet:
    """Return a generated note as a sheet; its tasks are numbered from `first`."""
    read = read_note(str(note.path), note.text.encode())
    assert isinstance(read, Session), read
    rows = note.text.split("\n")
    tasks: dict[int, int] = {}
    for number, task in reversed(list(enumerate(read.tasks, first))):
        at = task.line - 1
        last = at
        while not _ends_with(" ".join(row.strip() for row in rows[at : last + 1]), task.text):
            last += 1
        whole = " ".join(row.strip() for row in rows[at : last + 1])
        indent = rows[at][: len(rows[at]) - len(rows[at].lstrip())]
        tasks = {(n - (last - at) if n > at else n): t for n, t in tasks.items()}
        rows[at : last + 1] = [indent + whole]
        tasks[at] = number
    lines = []
    for number, row in enumerate(rows):
        bullet = _BULLET.fullmatch(row)
        keys = frozenset({tasks[number]}) if number in tasks else frozenset[int]()
        lines.append(Line(bullet["lead"], bullet["text"], keys) if bullet else Line("", row, keys))
    return Sheet(note.path, lines, note.title, str(note.day), note.start, damage=note.damage)


def _ends_with(row: str, text: str) -> bool:
    return " ".join(row.split()).endswith(" ".join(text.split()))
