"""The pages people keep beside their notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

_LISTED = 40


class Page(NamedTuple):
    """A file of the folder that is not a session.

    Attributes:
        path: Where it lies in the folder.
        data: Its bytes.
    """

    path: PurePosixPath
    data: bytes


class Entry(NamedTuple):
    """What an index needs to know of a note."""

    path: PurePosixPath
    day: date
    title: str
    project: str
    labels: tuple[str, ...]


def pages(entries: Sequence[Entry], count: int) -> Iterator[Page]:
    """The pages people keep beside their notes.

    A quarter at most are indexes of a project, half at most monthly journals, and the others a
    page per label and year and, where those run out, weekly journals.

    Args:
        entries: The notes they list.
        count: How many pages at most.

    Yields:
        Pages, none of which is a session.
    """
    by_project = _grouped(entries, lambda entry: [entry.project])
    by_month = _grouped(entries, lambda entry: [f"{entry.day:%Y-%m}"])
    by_week = _grouped(entries, lambda entry: ["{}-W{:02}".format(*entry.day.isocalendar())])
    by_label = _grouped(
        entries, lambda entry: [f"{name} {entry.day.year}" for name in entry.labels]
    )
    indexes = [_index_page(name, listed) for name, listed in by_project]
    journals = [_journal_page(month, listed) for month, listed in by_month]
    frequent = sorted(by_label, key=lambda group: -len(group[1]))
    tags = [_tag_page(label, listed) for label, listed in frequent[:count]]
    weeklies = [_journal_page(week, listed) for week, listed in by_week]
    chosen = indexes[: count // 4 + 1] + journals[-(count // 2 + 1) :] + tags + weeklies
    yield from chosen[:count]


def _grouped(
    entries: Iterable[Entry], keys: Callable[[Entry], list[str]]
) -> list[tuple[str, list[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in keys(entry):
            groups.setdefault(key, []).append(entry)
    return sorted(groups.items())


def _index_page(project: str, listed: Sequence[Entry]) -> Page:
    head = ["---", f'title: "{project}"', "tags: ['index']", "---", "", f"# {project}", ""]
    return _page(PurePosixPath(project, "index.md"), head, listed)


def _journal_page(month: str, listed: Sequence[Entry]) -> Page:
    head = [f"# Journal {month}", "", f"{len(listed)} sessions in this time.", ""]
    return _page(PurePosixPath("journal", f"{month}.md"), head, listed)


def _tag_page(label: str, listed: Sequence[Entry]) -> Page:
    head = [f"# {label}", "", "## Notes with this label", ""]
    return _page(PurePosixPath("tags", f"{label.replace(' ', '_')}.md"), head, listed)


def _page(path: PurePosixPath, head: Iterable[str], listed: Sequence[Entry]) -> Page:
    links = (f"- [[{entry.path.stem}|{entry.title}]]" for entry in listed[-_LISTED:])
    return Page(path, ("\n".join((*head, *links)) + "\n").encode())
