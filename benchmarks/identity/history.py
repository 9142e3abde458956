"""A folder of notes in git, and a history of it whose truth is known."""

from __future__ import annotations

import copy
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from random import Random

from benchmarks.generate import notes
from benchmarks.identity.bullets import DOUBTFUL, OTHER, SAME, Edit, new_pen, pinned
from benchmarks.identity.notes import CHANGES, renamed, subfolder
from benchmarks.identity.sheet import Sheet, sheet_of
from benchmarks.identity.words import Wording

FOR_ANOTHER_DAY = "copied for another day"
INTO_ANOTHER = "note merged into another"
_EXPORT_ID = re.compile(r"\b[0-9a-f]{64}\b")
_NEW_TASKS = 1_000_000
_OF_ALL = {"reordered", "merged", "bullets changed"}  # edits of every task of a note


class History:
    """The notes of a folder as their author knows them, and the repository they lie in."""

    def __init__(self, folder: Path, count: int, seed: int, words: Wording) -> None:
        self.folder = folder
        self.rng = Random(f"identity/{seed}")
        self.pen = new_pen(self.rng, words, _NEW_TASKS)
        self.sheets: list[Sheet] = []
        self.kinds: dict[int, Counter[str]] = defaultdict(Counter)
        first = 0
        for note in notes(count, seed):
            sheet = sheet_of(note, first)
            first += len(sheet.pending())
            for line in sheet.pending():
                if self.rng.random() < 0.25:
                    pinned(self.pen, line)
            self.sheets.append(sheet)
        self._git("init", "-q")
        self._lies: dict[PurePosixPath, bytes] = {}

    def commit(self, what: str) -> None:
        """Write the notes as they are now, and commit them."""
        lies = {sheet.path: sheet.data() for sheet in self.sheets if not sheet.is_gone}
        for path in self._lies.keys() - lies.keys():
            (self.folder / path).unlink()
        for path, data in lies.items():
            if self._lies.get(path) != data:
                (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / path).write_bytes(data)
        self._lies = lies
        self._git("add", "-A", ".")
        self._git("commit", "-q", "--allow-empty", "-m", what)

    def there(self) -> list[Sheet]:
        return [sheet for sheet in self.sheets if not sheet.is_gone]

    def some(self, count: int, of: Iterable[Sheet] | None = None) -> list[Sheet]:
        """Some notes that are there, drawn by chance."""
        known = self.there() if of is None else [sheet for sheet in of if not sheet.is_gone]
        return self.rng.sample(known, min(count, len(known)))

    def edit(self, sheets: Iterable[Sheet], *, times: tuple[int, ...] = (1,), hard: float) -> None:
        """Edit bullets of notes; `hard` is the share of edits that are not of the usual kind."""
        for sheet in sheets:
            for _ in range(self.rng.choice(times)):
                table = SAME
                if self.rng.random() < hard:
                    table = OTHER if self.rng.random() < 0.7 else DOUBTFUL
                self._edit_once(sheet, list(table.items()))

    def _edit_once(self, sheet: Sheet, edits: list[tuple[str, Edit]]) -> None:
        for name, edit in self.rng.sample(edits, len(edits)):
            lines = sheet.pending()
            if not lines:
                return
            line = self.rng.choice(lines)
            before = set(line.tasks)
            all_before = {task for each in lines for task in each.tasks}
            if edit(self.pen, sheet, line):
                for each in sheet.pending():
                    each.take_back()
                touched = all_before if name in _OF_ALL else before | line.tasks
                for task in touched:
                    self.kinds[task][name] += 1
                return

    def change(self, sheets: Iterable[Sheet], *names: str) -> None:
        """Change notes as a whole, each in one of some ways."""
        for sheet in sheets:
            for name in self.rng.sample(names or tuple(CHANGES), len(names) or len(CHANGES)):
                if CHANGES[name](self.pen, sheet):
                    self._mark(sheet, name)
                    break

    def sort_into_subfolders(self) -> None:
        for sheet in self.there():
            self._move(sheet, subfolder(sheet), "moved")

    def rename(self, sheets: Iterable[Sheet]) -> None:
        for sheet in sheets:
            self._move(sheet, renamed(self.rng, sheet), "renamed")

    def _move(self, sheet: Sheet, path: PurePosixPath, name: str) -> None:
        taken = {other.path for other in self.there()}
        while path in taken:
            path = path.with_stem(f"{path.stem}_{self.rng.randrange(100)}")
        sheet.path = path
        self._mark(sheet, name)

    def delete(self, sheets: Iterable[Sheet]) -> None:
        for sheet in sheets:
            sheet.is_gone = True
            self._mark(sheet, "deleted")

    def restore(self, sheets: Iterable[Sheet]) -> None:
        taken = {other.path for other in self.there()}
        for sheet in sheets:
            if sheet.path not in taken:
                sheet.is_gone = False
                self._mark(sheet, "deleted and restored")

    def copy(self, sheets: Iterable[Sheet], name: str, kind: str = "copied") -> list[Sheet]:
        """Copy notes beside themselves; the tasks of a copy are the same tasks."""
        copies = []
        for sheet in sheets:
            twin = copy.deepcopy(sheet)
            twin.path = sheet.path.with_stem(f"{sheet.path.stem} {name}")
            self.sheets.append(twin)
            copies.append(twin)
            self._mark(sheet, kind)
        return copies

    def reuse(self, sheets: Iterable[Sheet]) -> None:
        """Take notes for the pattern of others: some days later, some tasks carried over."""
        for sheet in self.copy(sheets, "again", FOR_ANOTHER_DAY):
            CHANGES["date corrected"](self.pen, sheet)
            CHANGES["time corrected"](self.pen, sheet)
            export = f"{self.rng.getrandbits(256):064x}"
            for line in sheet.lines:
                line.text = _EXPORT_ID.sub(export, line.text)
                if line.tasks:
                    line.tasks = frozenset({next(self.pen.numbers)})

    def merge(self, pairs: Iterable[tuple[Sheet, Sheet]]) -> None:
        """Write the tasks of a note to the end of those of another, and delete it."""
        for one, other in pairs:
            lines, moved = one.pending(), other.pending()
            if not (lines and lines[-1].lead and moved and moved[0].lead):
                continue
            place = next(n for n, line in enumerate(one.lines) if line is lines[-1])
            one.lines[place + 1 : place + 1] = copy.deepcopy(moved)
            other.is_gone = True
            self._mark(other, INTO_ANOTHER)

    def _mark(self, sheet: Sheet, name: str) -> None:
        for line in sheet.pending():
            for task in line.tasks:
                self.kinds[task][name] += 1

    def _git(self, *arguments: str) -> None:
        settings = ("user.name=Ana", "user.email=ana@example.org", "core.autocrlf=false",
                    "commit.gpgsign=false", "gc.auto=0")  # fmt: skip
        command = ["git", "-C", str(self.folder)]
        for setting in settings:
            command += ["-c", setting]
        subprocess.run([*command, *arguments], check=True, capture_output=True)
