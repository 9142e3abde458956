"""Boxes in front of the tasks of a note, as `- [x]`; every other byte of it stays."""

import re
from collections.abc import Callable
from typing import NamedTuple

from tui.notes import read_note
from tui.notes.decode import NotText, decode, encode, is_utf_16, keeping_raw_bytes
from tui.notes.items import CHECKBOX, MARKS, marker_of
from tui.notes.parse import split_lines
from tui.notes.session import Session, Status, Task

_BOXES: dict[Status, str] = {status: box for box, status in reversed(MARKS.items())}
_SIGNS: dict[Status, str] = {"pending": "☐", "done": "☑"}
_FIRST_WORD = re.compile(r"\S+(?:\s+|$)")
_PROSE = "written as prose, which has no box"
_NO_BULLET = "its line begins with no bullet"


class NotMarked(Exception):
    """A note cannot be marked; says why in a few words."""


class Box(NamedTuple):
    """A box that is set: of which task, in which line (from 1), and to what."""

    task: str
    line: int
    status: Status
    text: str


class Left(NamedTuple):
    """A task that has no place for a box, and why."""

    task: str
    line: int
    status: Status
    text: str
    reason: str


class Marked(NamedTuple):
    r"""A note before and after.

    Attributes:
        stored: its text as it is stored; bytes that are not UTF-8 are lone surrogates in it.
        text: the same with its boxes, and with as many lines ("\n").
        boxes: those that change, in order.
        left: tasks that need a box and have no place for one.
        data: the whole file with its boxes; the same bytes where nothing changes.
    """

    stored: str
    text: str
    boxes: tuple[Box, ...]
    left: tuple[Left, ...]
    data: bytes


def mark(path: str, data: bytes, status_of: Callable[[Task], Status]) -> Marked:
    """Set the boxes of a note's tasks.

    A task that has no box and is pending needs none.

    Args:
        path: where the note lies; for some notes that is part of their tasks' ids.
        data: the whole file.
        status_of: tells the status of a task.

    Raises:
        NotText: the bytes are not those of a text file, or those of a damaged one in UTF-16.
        NotMarked: it is no session, or would not read the same afterwards.
    """
    stored = _stored(data)
    before = _session(path, data)
    end = "\r" if "\n" not in stored else "\n"
    lines, healed = stored.split(end), split_lines(before.text)
    boxes: list[Box] = []
    left: list[Left] = []
    for task in before.tasks:
        status = status_of(task)
        if status == task.mark:
            continue
        about = (task.id, task.line, status, task.text)
        new = None
        if not task.from_prose:
            place = task.line - 1
            new = _with_box(lines[place], healed[place], _BOXES[status])
        if new is None:
            left.append(Left(*about, _PROSE if task.from_prose else _NO_BULLET))
        else:
            lines[task.line - 1] = new
            boxes.append(Box(*about))
    if not boxes:
        return Marked(stored, stored, (), tuple(left), data)
    text = end.join(lines)
    new_data = encode(text, data, keep_raw_bytes=True)
    _refuse_what_reads_otherwise(before, _session(path, new_data), boxes)
    return Marked(stored, text, tuple(boxes), tuple(left), new_data)


def _stored(data: bytes) -> str:
    text, problem = decode(data)
    if not problem:
        return text
    if is_utf_16(data):  # what is damaged there has no text that could be stored again
        raise NotText(problem.removeprefix("encoding: "))
    return keeping_raw_bytes(data)


def _session(path: str, data: bytes) -> Session:
    session = read_note(path, data)
    if not isinstance(session, Session):
        raise NotMarked(f"not a session ({session.reason})")
    return session


def _with_box(line: str, healed: str, box: str) -> str | None:
    """Return a line with its box, or None where there is no bullet for it.

    Args:
        line: as it is stored; its bullet may be damaged, and is kept so.
        healed: the same, healed.
        box: what stands between the brackets.
    """
    bare = line.removesuffix("\r")
    begin = len(bare) - len(bare.lstrip())
    stripped = healed.strip()
    if not stripped or marker_of(stripped) is None or begin == len(bare):
        return None
    bullet = marker_of(bare[begin:]) or _FIRST_WORD.match(bare, begin)
    if bullet is None:
        return None
    start = bullet.end() if bullet.re is _FIRST_WORD else begin + bullet.end()
    before, rest = bare[:start], bare[start:]
    old = CHECKBOX.match(rest)
    if old and old[2]:
        new = f"{before}{_SIGNS.get(MARKS[box], f'[{box}]')}{rest[1:]}"
    elif old:
        after = rest[old.end(1) + 1 :]
        new = f"{before}[{box}]{' ' if after[:1].strip() else ''}{after}"
    else:  # without a rest, the words stand in the lines below
        gap = "" if before[-1].isspace() else " "
        new = f"{before}{gap}[{box}]{' ' if rest else ''}{rest}"
    return new + line[len(bare) :]


def _refuse_what_reads_otherwise(before: Session, after: Session, boxes: list[Box]) -> None:
    wanted = {box.line: box.status for box in boxes}
    is_same = (
        (before.id, before.content) == (after.id, after.content)
        and [_told(task, wanted.get(task.line, task.mark)) for task in before.tasks]
        == [_told(task, task.mark) for task in after.tasks]
        and _unmarked(before, wanted) == _unmarked(after, wanted)
    )
    if not is_same:
        raise NotMarked("not marked, for it would not read the same afterwards")


def _told(task: Task, status: Status) -> tuple[object, ...]:
    return (task.id, task.text, task.line, task.n, task.from_prose, status)


def _unmarked(session: Session, marked: dict[int, Status]) -> list[str]:
    lines = enumerate(split_lines(session.text), 1)
    return [line for number, line in lines if number not in marked]
