"""A folder of notes that a plain program can read: no two titles and no two tasks alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tests.samples import bullets, frontmatter, head, sections


def name_of(number: int) -> str:
    """What the file of a note is called."""
    return f"Project {number % 7}/note {number:05}.md"


def text_of(number: int, tasks: int = 2, more: str = "") -> str:
    """A note; `more` goes into its activities."""
    title = f"Session number {number}"
    day = str(date(2020, 1, 1) + timedelta(days=number % 1500))
    listed = bullets(f"Task {each} of session {number}." for each in range(tasks))
    body = sections(listed).replace("### Achievements", f"{more}\n### Achievements")
    return frontmatter(title, day=day) + head(title, day) + body


def write_folder(folder: Path, notes: int) -> None:
    """Write so many notes, numbered from 0."""
    for number in range(notes):
        path = folder / name_of(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(number), encoding="utf-8")


class Model(NamedTuple):
    """What must be on the screen and on the command line, read in the plainest way.

    `tasks` is the status of every task there is, by its text; `reviewed` holds titles; `decisions`
    is how many lines the journal has.
    """

    sessions: int
    tasks: dict[str, str]
    reviewed: set[str]
    decisions: int

    @property
    def headers(self) -> tuple[str, str]:
        """How the header counts, where there is room and where there is little."""
        said = list(self.tasks.values())
        done, dropped = said.count("done"), said.count("dropped")
        count = f"{self.sessions:,} sessions · {len(said):,} tasks · "
        if not dropped:
            return f"{count}{done:,} done", f"{count}{done:,} done"
        return f"{count}{done:,} done · {dropped:,} dropped", f"{count}{done + dropped:,} closed"

    def is_in(self, header: str) -> bool:
        """Whether a header counts so."""
        return any(f" {way} " in header for way in self.headers)


def model_of(folder: Path, store: Path) -> Model:
    """Read notes and journal as they are on disk."""
    notes = [path.read_text(encoding="utf-8") for path in folder.rglob("*.md")]
    titles = {text.split('title: "')[1].split('"')[0] for text in notes}
    texts = [line[2:] for text in notes for line in _pending(text)]
    assert len(titles) == len(notes)
    assert len(set(texts)) == len(texts)
    tasks, reviewed = dict.fromkeys(texts, "pending"), dict.fromkeys(titles, False)
    records = _records(store)
    for record in records:
        if record["text"] in tasks and "status" in record["set"]:
            tasks[record["text"]] = record["set"]["status"]
        if record["title"] in titles and "reviewed" in record["set"]:
            reviewed[record["title"]] = record["set"]["reviewed"]
    signed = {title for title, is_so in reviewed.items() if is_so}
    return Model(len(notes), tasks, signed, len(records))


def _pending(text: str) -> Iterator[str]:
    listed = text.split("### Pending Tasks\n")[1]
    return (line for line in listed.split("\n") if line.startswith("- "))


def _records(store: Path) -> list[dict[str, Any]]:
    """The decisions in their order, the last one last."""
    lines = store.read_text(encoding="utf-8").split("\n") if store.exists() else []
    records = [{"text": "", "title": "", **json.loads(line)} for line in lines if line]
    return sorted(records, key=lambda record: (record["seq"], record["at"], record["id"]))
