"""Small builders of notes and decisions for the tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tui.decisions import Decision, Setting
from tui.notes import NotASession, Session, read_note

SEEDS = Path(__file__).parents[1] / "seeds"
TITLE = "Planned the move"
GOAL = "The session aimed to plan the move."
ACTIVITIES = ("Listed the rooms.", "Counted the boxes.")
ACHIEVEMENTS = ("A list of rooms.",)
TASKS = ("Hire a van.", "Label the boxes.")


def frontmatter(
    title: str = TITLE, tags: str = "['Home', 'Plans']", day: str = "2024-02-13", more: str = ""
) -> str:
    """The usual block on top of a note."""
    return f'---\ntitle: "{title}"\ntags: {tags}\ncreated: {day}\npublish: false\n{more}---\n\n'


def head(title: str = TITLE, day: str = "2024-02-13", start: str = "03:55") -> str:
    """The usual head lines."""
    return (
        f"## 📅 {day} — Session: {title}\n\n"
        f"**🕒 {start}–04:35**  \n"
        "**🏷️ Labels**: Home, Plans  \n"
        "**📂 Project**: Business  \n"
        "**⭐ Priority**: MEDIUM  \n\n\n"
    )


def bullets(texts: Iterable[str]) -> str:
    """A list."""
    return "".join(f"- {text}\n" for text in texts)


def sections(tasks: str) -> str:
    """The usual four sections; `tasks` is what stands in the last."""
    return (
        f"### Session Goal\n{GOAL}\n\n"
        f"### Key Activities\n{bullets(ACTIVITIES)}\n"
        f"### Achievements\n{bullets(ACHIEVEMENTS)}\n"
        f"### Pending Tasks\n{tasks}"
    )


def note(*tasks: str, title: str = TITLE, day: str = "2024-02-13", start: str = "03:55") -> str:
    """A usual note."""
    return frontmatter(title, day=day) + head(title, day, start) + sections(bullets(tasks))


def pending(body: str) -> str:
    """A usual note with `body` as its section of pending tasks."""
    return frontmatter() + head() + sections(body)


def read(text: str | bytes, path: str = "Business/a.md") -> Session:
    """Read a note that must be a session."""
    found = read_note(path, text.encode() if isinstance(text, str) else text)
    assert isinstance(found, Session), found
    return found


def refused(text: str | bytes, path: str = "a.md") -> str:
    """Why a text is no session, which it must not be."""
    found = read_note(path, text.encode() if isinstance(text, str) else text)
    assert isinstance(found, NotASession), found
    return found.reason


def task_texts(text: str | bytes) -> list[str]:
    """What the tasks of a note say."""
    return [task.text for task in read(text).tasks]


def misread(text: str, codec: str) -> str:
    """Text whose UTF-8 was read with an 8-bit table, as Python knows it."""
    return text.encode().decode(codec)


def decision(**values: Any) -> Decision:
    """A decision; whatever is not given is of no account."""
    usual: dict[str, Any] = {
        "v": 1,
        "id": f"d{values.get('seq', 1)}",
        "session": "s1",
        "note": "a.md",
        "set": Setting(status="done"),
        "by": "ana",
        "at": "2024-02-13T10:00:00.000Z",
        "seq": 1,
        "step": f"step{values.get('seq', 1)}",
        "task": "t1",
        "text": "Hire a van.",
    }
    return Decision(**(usual | values))
