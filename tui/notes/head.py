"""The head of a note: date, title, clock times, labels, project, priority.

Its lines are known by their words and their shape. What stands where an emoji or a dash should
be does not matter, so that a note reads the same before and after it is healed.
"""

import re
import unicodedata
from datetime import date as calendar_date
from typing import Final

_ORNAMENT = r"[^A-Za-z0-9|\[\]]"
_DAY = r"\d{4}-\d{2}-\d{2}"
_CLOCK = r"\d{1,2}:\d{2}"

_DATED = rf"(?P<mark>#{{1,6}}\s*)?(?P<before>{_ORNAMENT}{{0,48}})(?P<date>{_DAY})"
_SESSION_LINE = re.compile(rf"{_DATED}(?P<dash>{_ORNAMENT}{{0,24}})Session\s*:\s*(?P<title>\S.*)?")
_DATED_HEADING = re.compile(rf"(?=#){_DATED}(?P<dash>[\s:|–—-]*)(?P<title>\S.*)")
_CLOCK_LINE = re.compile(
    rf"(?P<before>{_ORNAMENT}{{0,48}})(?P<start>{_CLOCK})(?P<dash>{_ORNAMENT}{{0,24}}?)"
    rf"(?P<end>{_CLOCK}){_ORNAMENT}*"
)
_TIMES = re.compile(rf"({_CLOCK})\D{{0,24}}?({_CLOCK})")
_FIELD_LINE = re.compile(
    rf"(?P<before>{_ORNAMENT}{{0,48}})"
    r"(?P<name>Labels?|Tags|Project|Workspace|Priority|Status|Assignee|Day|Date|Time)"
    r"\s*+\**+\s*+:\s*+\**+\s*+(?P<value>.*)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-*+•]\s|[–—]\s(?!\d{4}-)")
_LIST_FIELD = re.compile(r"[-*+]\s+(?=\*\*)")
# The head as nearly every note has it, taken in one go: a fifth of the reading of a note. The
# tests hold both ways to the same values.
_USUAL = re.compile(
    rf"\s*#{{1,6}} 📅 ({_DAY}) — Session: (\S.*)\n\s*\*\*🕒 ({_CLOCK})–({_CLOCK})\*\*\s*\n"
    r"\*\*🏷️ Labels\*\*: (?![*\s])(.*)\n\*\*📂 Project\*\*: (?![*\s])(.*)\n"
    r"\*\*⭐ Priority\*\*: (?![*\s])(.*)"
)
_USUAL_LINES = 7
_EMOJI = frozenset("📅🕒🏷📂⭐\ufe0f#* ")
_EMOJI_CATEGORIES = {"So", "Sk", "Mn", "Cf"}
_DASHES: Final = frozenset("-–—−*_: ")


class Head:
    """Collects what the lines before the first section say."""

    def __init__(self) -> None:
        self.title = self.date = self.start = self.end = self.named = ""
        self.labels: list[str] = []
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
        self._title(date, title.rstrip())
        self._times(start, end)
        for name, value in (("labels", labels), ("project", project), ("priority", priority)):
            self._field(name, _value(value))
        self.found.add("session")
        self.named = f"{date} {title.rstrip()}"
        return match[0].count("\n") + 1

    def take(self, line: str, number: int) -> bool:
        """Take a stripped line if it belongs to the head; `number` counts from 1."""
        if _BULLET.match(line):
            line, is_list = _LIST_FIELD.sub("", line, count=1), True
        else:
            is_list = False
        match = _FIELD_LINE.fullmatch(line)
        if match:
            self._field(match["name"].lower(), _value(match["value"]))
        elif not is_list and (match := _CLOCK_LINE.fullmatch(line)):
            self._times(match["start"], match["end"])
        elif not is_list and (match := _SESSION_LINE.fullmatch(line)):
            self._title(match["date"], match["title"] or "")
            self.found.add("session")
        elif not is_list and (match := _DATED_HEADING.fullmatch(line)):
            self._title(match["date"], match["title"])
        else:
            return False
        self._note_damage(match.groupdict(), number)
        return True

    def _field(self, name: str, value: str) -> None:
        match name:
            case "label" | "labels" | "tags":
                self.labels = self.labels or split_labels(value)
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

    def _times(self, start: str, end: str) -> None:
        if self.start:
            return
        start, end = start.zfill(5), end.zfill(5)
        if all(clock[:2] < "24" and clock[3:] < "60" for clock in (start, end)):
            self.start, self.end = start, end
            self.found.add("time")
        else:
            self.problems.append(f"head: {start} to {end} is not a time of day")

    def _day(self, date: str) -> None:
        if self.date:
            return
        if is_date(date):
            self.date = date
            self.found.add("date")
        else:
            self.problems.append(f"head: {date} is not a day of the calendar")

    def _title(self, date: str, title: str) -> None:
        self._day(date)
        self.title = self.title or title.strip().removesuffix("**").strip()

    def _note_damage(self, groups: dict[str, str | None], number: int) -> None:
        before, dash = groups.get("before") or "", groups.get("dash") or ""
        if not (_is_ornament(before) and _DASHES.issuperset(dash)):
            self.damaged.append(number)


def _value(text: str) -> str:
    """What a field is set to, without the end of a line that is bold as a whole."""
    return text.strip().rstrip("*").rstrip()


def names_a_session(line: str) -> str:
    """Return date and title if a stripped line is the head line of a session, else ""."""
    if "Session" not in line or _BULLET.match(line):
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
    return [label for label in (part.strip(" \t`\"'[]") for part in value.split(",")) if label]
