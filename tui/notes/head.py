"""The head of a note: date, title, clock times, labels, project, priority.

Its lines are known by their words and their shape. What stands where an emoji or a dash should
be does not matter, so that a note reads the same before and after it is healed.
"""

import re
import unicodedata
from datetime import date as calendar_date
from string import ascii_letters
from typing import Final

_ORNAMENT = r"[^A-Za-z0-9|\[\]]"
_DAY = r"\d{4}-\d{2}-\d{2}"
_CLOCK = r"\d{1,2}:\d{2}"

_DATED = (
    rf"(?P<mark>#{{1,6}}\s*)?(?P<before>{_ORNAMENT}{{0,48}})"
    rf"(?:\[\[(?:[^\[\]|]{{0,80}}/)?)?(?P<date>{_DAY})(?:(?:\|[^\[\]|]{{0,80}})?\]\])?"
)
_SESSION_LINE = re.compile(
    rf"{_DATED}(?P<dash>{_ORNAMENT}{{0,24}})(?i:Session)\s*:\s*(?P<title>\S.*)?"
)
_DATED_HEADING = re.compile(rf"(?=#){_DATED}(?P<dash>[\s:|–—-]*)(?P<title>\S.*)")
_CLOCK_LINE = re.compile(
    rf"(?P<before>{_ORNAMENT}{{0,48}})(?P<start>{_CLOCK})"
    rf"(?:(?P<dash>{_ORNAMENT}{{0,24}}?)|\s{{1,4}}(?:to|until|till)\s{{1,4}})(?P<end>{_CLOCK})"
    # how long that was, the time zone, the day after
    rf"(?:[\s*]{{0,8}}(?:\([^()]{{0,40}}\)|(?!AM|PM)[A-Z]{{2,5}}(?:[+-]\d{{1,2}})?|\+\d)){{0,3}}"
    rf"{_ORNAMENT}*"
)
_START_LINE = re.compile(rf"(?P<before>{_ORNAMENT}{{0,48}})(?P<start>{_CLOCK}){_ORNAMENT}{{0,24}}")
_TIMES = re.compile(rf"({_CLOCK})\D{{0,24}}?({_CLOCK})")
_FIELD_LINE = re.compile(
    rf"(?P<before>{_ORNAMENT}{{0,48}})"
    r"(?P<name>Labels?|Tags|Project|Workspace|Priority|Status|Assignee|Day|Date|Time)"
    r"\s*+\**+\s*+:\s*+\**+\s*+(?P<value>.*)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-*+•]\s|[–—]\s(?!\d{4}-)")
_BREAK = re.compile(r"<br\s?/?>$", re.IGNORECASE)
_BREAKS = frozenset("\\>")  # what its last sign can be
_LONGEST_BREAK: Final = 6
_LIST_FIELD = re.compile(r"[-*+]\s+(?=\*\*)")
# The head as nearly every note has it, taken in one go: a fifth of the reading of a note. The
# tests hold both ways to the same values.
_USUAL = re.compile(
    rf"\s*#{{1,6}} 📅 ({_DAY}) — Session: (\S.*)\n\s*\*\*🕒 ({_CLOCK})–({_CLOCK})\*\*\s*\n"
    r"\*\*🏷️ Labels\*\*: (?![*\s])(.*)\n\*\*📂 Project\*\*: (?![*\s])(.*)\n"
    r"\*\*⭐ Priority\*\*: (?![*\s])(.*)"
)
_USUAL_LINES = 7
_PAIRS = {'"': '"', "'": "'", "`": "`", "[": "]"}
_LETTERS = frozenset(ascii_letters)
_WRAP = re.compile(r"[\"'`\[\]]")
_BRACKET = re.compile(r"[\[\]]")
_EMOJI = frozenset("📅🕒🏷📂⭐\ufe0f#* ")
_EMOJI_CATEGORIES = {"So", "Sk", "Mn", "Cf"}
_MOST_PROBLEMS: Final = 20  # of a head with more, nobody wants to know all
_LONGEST_PROBLEM: Final = 200
_DASHES: Final = frozenset("-–—−*_: ")


class Head:
    """Collects what the lines before the first section say."""

    __slots__ = (
        "damaged", "date", "end", "found", "labelled", "labels", "named", "priority", "problems",
        "project", "start", "title",
    )  # fmt: skip

    def __init__(self) -> None:
        self.title = self.date = self.start = self.end = self.named = ""
        self.labels: list[str] = []
        self.labelled = ""  # the value that the labels are read off
        self.project = self.priority = ""
        self.damaged: list[int] = []
        self.problems: list[str] = []
        self.found: set[str] = set()

    def take_usual(self, lines: list[str], first: int) -> int:
        """Take a head of the usual form that begins with the line at `first`, from 0.

        Returns:
            How many lines it takes up; 0 for one of another form, of which nothing is taken.
        """
        match = _USUAL.match("\n".join(lines[first : first + _USUAL_LINES]))
        if match is None:
            return 0
        date, title, start, end, labels, project, priority = match.groups()
        self._session(date, _title(title))
        self._times(start, end)
        for name, value in (("labels", labels), ("project", project), ("priority", priority)):
            self._field(name, _value(value))
        self.found.add("session")
        self.named = f"{date} {title.rstrip()}"
        return match[0].count("\n") + 1

    def take(self, line: str, number: int) -> bool:
        """Take a stripped line if it belongs to the head; `number` counts from 1."""
        if line[-1] in _BREAKS and line[0] != "#":  # a heading breaks no line
            line = _unbroken(line)
        is_list = _BULLET.match(line) is not None
        if is_list:
            line = _LIST_FIELD.sub("", line, count=1)
        match = _FIELD_LINE.fullmatch(line)
        if match:
            self._field(match["name"].lower(), _value(match["value"]))
        elif match := _clock_line(line, is_list):
            self._times(match["start"], match.groupdict().get("end", ""))
        elif not is_list and (match := _SESSION_LINE.fullmatch(line)):
            self._session(match["date"], _title(match["title"] or ""))
            self.found.add("session")
        elif not is_list and (match := _DATED_HEADING.fullmatch(line)):
            self._day(match["date"])
            self.title = self.title or _title(match["title"])
        else:
            return False
        self._note_damage(match.groupdict(), number)
        return True

    def _field(self, name: str, value: str) -> None:
        match name:
            case "label" | "labels" | "tags":
                if not self.labels:
                    self.labels, self.labelled = split_labels(value), value
                self.found.add("labels")
            case "project":
                self.project = self.project or value
                self.found.add("project")
            case "priority":
                self.priority = self.priority or value
                self.found.add("priority")
            case "day" | "date":
                if day := re.search(_DAY, value):
                    self._day(day[0])
            case "time":
                if times := _TIMES.search(value):
                    self._times(times[1], times[2])
                elif clock := _START_LINE.fullmatch(value):
                    self._times(clock["start"], "")

    def _times(self, start: str, end: str) -> None:
        """Take the first times there are; `end` is "" where a line gives none."""
        if self.end or (self.start and not end):
            return
        start, end = start.zfill(5), end and end.zfill(5)
        if all(clock[:2] < "24" and clock[3:] < "60" for clock in (start, end)):
            self.start, self.end = start, end
            self.found.add("time")
        else:
            times = f"{start} to {end}" if end else start
            self._complain(f"head: {times} is not a time of day")

    def _day(self, date: str) -> None:
        if self.date:
            return
        if is_date(date):
            self.date = date
            self.found.add("date")
        else:
            self._complain(f"head: {date} is not a day of the calendar")

    def _complain(self, problem: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem[:_LONGEST_PROBLEM])

    def _session(self, date: str, title: str) -> None:
        """Take the first head line; what stands above it names a page, and not the session."""
        if "session" not in self.found:
            self.title = title or self.title
            if self.date and is_date(date):
                self.date = ""
        self._day(date)

    def _note_damage(self, groups: dict[str, str | None], number: int) -> None:
        before, dash = groups.get("before") or "", groups.get("dash") or ""
        if not (_is_ornament(before) and _DASHES.issuperset(dash)):
            self.damaged.append(number)


def _clock_line(line: str, is_list: bool) -> re.Match[str] | None:
    """The times of a session; in a list only in bold, as any bullet may name some."""
    if is_list and not line.startswith("**"):
        return None
    if match := _CLOCK_LINE.fullmatch(line):
        return match
    match = _START_LINE.fullmatch(line)  # with a sign: a bare "10:00" could be anything
    return match if match and not match["before"].isascii() else None


def _unbroken(text: str) -> str:
    """Leave out the mark of a line break in Markdown at the end of a line."""
    if text[-1:] == "\\":
        return text[:-1].rstrip()
    mark = _BREAK.search(text, max(0, len(text) - _LONGEST_BREAK))
    return text[: mark.start()].rstrip() if mark else text


def _value(text: str) -> str:
    """What a field is set to, without the end of a line that is bold as a whole."""
    text = text.strip()
    return (_unbroken(text) if text[-1:] in _BREAKS else text).rstrip("*").rstrip()


def _title(text: str) -> str:
    """A title without what a line or a heading may end with: `**`, `##`."""
    text = text.strip()
    if text[-1:] == "#" and (bare := text.rstrip("#"))[-1:].isspace():
        text = bare.rstrip()
    return text.removesuffix("**").strip()


def names_a_session(line: str) -> str:
    """Return date and title if a stripped line is the head line of a session, else ""."""
    if line[:1] in _LETTERS or ":" not in line or "session" not in line.lower():
        return ""  # most lines, at once
    if _BULLET.match(line):
        return ""
    match = _SESSION_LINE.fullmatch(line)
    return f"{match['date']} {match['title']}" if match else ""


def _is_ornament(text: str) -> bool:
    return _EMOJI.issuperset(text) or all(
        char.isascii() or unicodedata.category(char) in _EMOJI_CATEGORIES for char in text
    )


def is_date(text: str) -> bool:
    """Tell whether `YYYY-MM-DD` is a day of the calendar."""
    try:
        calendar_date.fromisoformat(text)
    except ValueError:
        return False
    return True


def split_labels(value: str) -> list[str]:
    """Return the labels of a line that separates them with commas."""
    if not _WRAP.search(value):
        return [label for part in value.split(",") if (label := part.strip())]
    parts = _unwrapped(value).split(",")
    return [label for label in map(_unwrapped, parts) if label]


def _unwrapped(text: str) -> str:
    """Leave out quotes or brackets that stand around the whole of a text."""
    text = text.strip()
    for _ in range(3):  # [["a"]] is wrapped three times
        if text[:1] not in _PAIRS or text[-1:] != _PAIRS[text[0]] or len(text) < 2:
            return text
        inside = text[1:-1]
        if text[0] in inside if text[0] != "[" else not _is_balanced(inside):
            return text
        text = inside.strip()
    return text


def _is_balanced(text: str) -> bool:
    """Tell whether every bracket in a text is closed after it was opened."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket == "[" else -1
        if depth < 0:
            return False
    return not depth
