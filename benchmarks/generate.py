"""Write a folder of invented session notes, in every form and state that real ones come in.

    python -m benchmarks.generate FOLDER --count 2000 [--seed 7] [--clean]

The shares are those of a real folder; see `benchmarks.shares`.
The same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from random import Random

from benchmarks.damage import DAMAGES
from benchmarks.forms import WRITERS, Note, Section, Style, Task
from benchmarks.pages import Entry, pages
from benchmarks.shares import (
    CHECKBOX,
    CLOCK,
    CONDITION,
    DAMAGE,
    FOLDER_SIZE,
    FORM,
    FURTHER,
    HEADING,
    LANGUAGE,
    MARKER,
    PAGES,
    PENDING,
    PRIORITY,
    PROJECT,
)
from benchmarks.talk import Talk
from benchmarks.vocabulary import (
    FOLLOW_UPS,
    FOREIGN,
    NONE_BULLETS,
    NONE_PROSE,
    PROJECTS,
    QUOTED_DAMAGE,
)

LAST_DAY = date(2025, 4, 30)

_MINUTES = 24 * 60
_FILE_TITLE = 50
_SOURCES = (
    "damage.py",
    "forms.py",
    "generate.py",
    "pages.py",
    "shares.py",
    "talk.py",
    "vocabulary.py",
)


def note(rng: Random, day: date, *, clean: bool = False) -> Note:
    """Invent one note.

    Args:
        rng: The source of all choices.
        day: The session's day.
        clean: Whether to keep to undamaged notes of the usual form.

    Returns:
        The note, with what a reader should find in it.
    """
    form = "usual" if clean else FORM.pick(rng)
    damaged = not clean and CONDITION.pick(rng) == "damaged"
    damage = DAMAGE.pick(rng) if damaged else ""
    project = PROJECT.pick(rng)
    talk = Talk(rng, PROJECTS[project][1], bold=form != "plain")
    style = _style(rng, form)
    pending = PENDING.pick(rng)
    title = talk.title()
    start, end = _times(rng)
    tasks, pending_section = _pending(talk, pending, style.checkbox)
    invented = Note(
        path=_path(project, day, title, ".txt" if form == "plain" else ".md"),
        data=b"",
        text="",
        day=day,
        start=start,
        end=end,
        title=title,
        project=project,
        priority=PRIORITY.pick(rng),
        labels=talk.labels(),
        publish=None if form == "plain" else rng.random() < 0.3,
        goal=talk.goal(),
        activities=tuple(talk.activity() for _ in range(rng.randint(5, 8))),
        achievements=tuple(talk.achievement() for _ in range(rng.randint(2, 3))),
        tasks=tasks,
        form=form,
        heading="" if form == "plain" else style.heading,
        pending=pending,
        further=FURTHER.pick(rng),
        damage="",
    )
    invented = _flavour(invented, talk)
    text = WRITERS[form](invented, _sections(invented, pending_section, talk), style, rng)
    data = DAMAGES[damage](text) if damage else text.encode()
    left = damage if data != text.encode() else ""
    return replace(invented, text=text, data=data, damage=left)


def notes(count: int, seed: int = 7, *, clean: bool = False) -> Iterator[Note]:
    """Invent the notes of a folder, in the order of their days.

    Args:
        count: How many.
        seed: Another seed gives other notes.
        clean: Whether to keep to undamaged notes of the usual form.

    Yields:
        Notes, no two of them with the same path.
    """
    taken: set[PurePosixPath] = set()
    span = _days(count)
    for number in range(count):
        day = LAST_DAY - timedelta(days=span - 1 - number * span // count)
        invented = note(Random(f"{seed}/{number}"), day, clean=clean)
        if invented.path in taken:
            path = invented.path
            invented = replace(invented, path=path.with_stem(f"{path.stem}_{number}"))
        taken.add(invented.path)
        yield invented


def generate(folder: Path, count: int, seed: int = 7, clean: bool = False) -> None:
    """Write a folder of notes, one sub-folder per project, and the pages that lie beside them.

    Args:
        folder: Where to write; made if it is not there.
        count: How many sessions. For every 27 of them, at most one page is written besides.
        seed: Another seed gives other notes.
        clean: Whether to write only undamaged notes of the usual form, and no pages.

    Raises:
        FileExistsError: There is something in the folder already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"not empty: {folder}")
    entries: list[Entry] = []
    places: set[PurePosixPath] = set()
    for written in notes(count, seed, clean=clean):
        _write(folder, places, written.path, written.data)
        entries.append(
            Entry(written.path, written.day, written.title, written.project, written.labels)
        )
    if not clean:
        for page in pages(entries, round(count * PAGES / FOLDER_SIZE)):
            _write(folder, places, page.path, page.data)


def version() -> str:
    """A tag that changes whenever these notes would come out different."""
    here = Path(__file__).parent
    digest = hashlib.sha256(b"".join((here / name).read_bytes() for name in _SOURCES))
    return digest.hexdigest()[:16]


def _style(rng: Random, form: str) -> Style:
    if form == "plain":
        return Style("", "  • ", "", wrapped=False, goal_on_heading=False)
    heading = HEADING.pick(rng)
    return Style(
        heading=heading,
        marker=MARKER.pick(rng),
        checkbox=CHECKBOX.pick(rng),
        wrapped=rng.random() < 0.01,
        goal_on_heading=heading == "** :**" and rng.random() < 0.4,
    )


def _times(rng: Random) -> tuple[str, str]:
    length = rng.randrange(5, 180, 5)
    match CLOCK.pick(rng):
        case "past midnight":
            start = _MINUTES - rng.randrange(5, length + 1, 5)
        case "no time at all":
            start, length = rng.randrange(0, _MINUTES, 5), 0
        case _:
            start = rng.randrange(0, _MINUTES - length, 5)
    return _clock(start), _clock(start + length)


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes % _MINUTES, 60)
    return f"{hours:02}:{rest:02}"


def _pending(talk: Talk, pending: str, checkbox: str) -> tuple[tuple[Task, ...], Section | None]:
    """The tasks a note leaves, and the section that says so."""
    rng = talk.rng
    name = "Pending Tasks"
    match pending:
        case "missing":
            return (), None
        case "empty":
            return (), Section(name)
        case "none as prose":
            return (), Section(name, prose=rng.choice(NONE_PROSE))
        case "none as a bullet":
            return (), Section(name, bullets=(talk.sentence_on(rng.choice(NONE_BULLETS)),))
        case "follow-up in prose":
            sentence = talk.sentence_on(rng.choice(FOLLOW_UPS))
            return (Task(sentence),), Section(name, prose=sentence)
        case "task as prose":
            sentence = talk.task()
            return (Task(sentence),), Section(name, prose=sentence)
        case _:
            texts = tuple(talk.task() for _ in range(int(pending)))
            tasks = tuple(Task(text, checkbox == "[x] ") for text in texts)
            return tasks, Section(name, bullets=tuple(checkbox + text for text in texts))


def _sections(of: Note, pending: Section | None, talk: Talk) -> list[Section]:
    sections = [
        Section("Session Goal", prose=of.goal),
        Section("Key Activities", bullets=of.activities),
        Section("Achievements", bullets=of.achievements),
    ]
    if pending is not None:
        sections.append(pending)
    if of.further:
        place = 0 if of.further in {"Session Time", "Timing", "Context"} else len(sections)
        sections.insert(place, _further(of, talk))
    return sections


def _further(of: Note, talk: Talk) -> Section:
    name = of.further
    match name:
        case "Labels" | "Tags" | "Keywords":
            return Section(name, prose=", ".join(of.labels))
        case "Session Time" | "Timing":
            return Section(name, prose=f"{of.start}–{of.end}")
        case "Status":
            return Section(name, prose="Completed")
        case "Session Metadata":
            return Section(name, bullets=(f"Project: {of.project}", f"Time: {of.start}"))
        case "Next Steps" | "Future Steps" | "Key Insights" | "Outcomes":
            return Section(name, bullets=(talk.achievement(), talk.achievement()))
        case _:
            return Section(name, prose=talk.goal().replace("aimed to", "helped to"))


def _flavour(plain: Note, talk: Talk) -> Note:
    """Work in foreign words, curly quotes or quoted damage, where the note has any."""
    rng = talk.rng
    first, *others = plain.activities
    title = plain.title
    if language := LANGUAGE.pick(rng):
        phrase = rng.choice(FOREIGN[language])
        first = f"{first.removesuffix('.')} ({phrase})."
        others = [*others, f"Translated the term “{phrase}” for {talk.setting()}."]
        if rng.random() < 0.2:
            title = f"{title} ({phrase})"
    if rng.random() < 0.08:
        first = f"{first} It’s the team’s “{talk.concern()}” that matters — not the tool."
    if rng.random() < 0.005:
        others = [*others, f"Found `{rng.choice(QUOTED_DAMAGE)}` in an exported file."]
    path = _path(plain.project, plain.day, title, plain.path.suffix)
    return replace(plain, title=title, path=path, activities=(first, *others))


def _path(project: str, day: date, title: str, suffix: str) -> PurePosixPath:
    words = re.sub(r"\W+", "_", title)[:_FILE_TITLE].strip("_")
    return PurePosixPath(project, f"{day}_{words}{suffix}")


def _days(count: int) -> int:
    """Days the notes spread over: two years for a usual folder, at most twenty."""
    return round(365.25 * min(20.0, max(2.0, count / 5000)))


def _write(folder: Path, places: set[PurePosixPath], path: PurePosixPath, data: bytes) -> None:
    if path.parent not in places:
        (folder / path.parent).mkdir(parents=True, exist_ok=True)
        places.add(path.parent)
    (folder / path).write_bytes(data)


def main() -> int:
    """Write a folder as the command line says.

    Returns:
        The exit status: 0, or 3 if the folder could not be written.
    """
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.generate", description="Write a folder of invented notes."
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=2000, help="sessions (default: 2000)")
    parser.add_argument("--seed", type=int, default=7, help="other notes for another (default: 7)")
    parser.add_argument(
        "--clean", action="store_true", help="only undamaged notes of the usual form"
    )
    wanted = parser.parse_args()
    try:
        generate(wanted.folder, wanted.count, wanted.seed, wanted.clean)
    except OSError as error:
        print(f"cannot write the notes: {error}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
