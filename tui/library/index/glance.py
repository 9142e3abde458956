"""An index as it was left: asked without being mended, made, or written to.

For what must answer at once, or must not change what it looks at: completion in a shell, and
telling what state things are in.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tui.library.index.schema import SCHEMA, NoIndexError
from tui.library.row import read_card

ValueKind = Literal["project", "label", "priority"]

_BUSY_SECONDS = 0.05
_IN_USE = {
    "project": "id IN (SELECT DISTINCT project FROM session)",
    "priority": "id IN (SELECT DISTINCT priority FROM session)",
    "label": "EXISTS (SELECT 1 FROM labelled WHERE label = value.id)",
}
_GAPS = frozenset({"head: no title", "head: no date", "head: no clock times"})


class Counts(NamedTuple):
    """How much there is in an index. `problems` are counted by kind, in words of our own."""

    sessions: int
    tasks: int
    healed: int
    uncertain: int
    not_sessions: int
    failed: int
    problems: dict[str, int]


class Glance:
    """An index in a file, as it was left."""

    def __init__(self, path: Path) -> None:
        """Open it to be read only.

        Raises:
            NoIndexError: there is none, it is damaged, or another version's.
        """
        if not path.is_file():
            raise NoIndexError("the folder was not read yet")
        try:
            self._connection = sqlite3.connect(
                f"file:{_in_uri(path)}?{_how_to_open(path)}",
                uri=True,
                timeout=_BUSY_SECONDS,
                isolation_level=None,
            )
            if self._ask("PRAGMA user_version")[0][0] != SCHEMA:
                raise NoIndexError("another version's")
        except sqlite3.Error as error:
            raise NoIndexError(str(error)) from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def is_complete(self) -> bool:
        """Whether the whole folder was read once."""
        return bool(self._ask("SELECT 1 FROM made WHERE name = 'complete'"))

    @property
    def damage(self) -> str:
        """What is wrong with the file, in SQLite's words; "" if nothing is."""
        try:
            said = str(self._ask("PRAGMA quick_check(1)")[0][0])
        except NoIndexError as error:
            return str(error)
        return "" if said == "ok" else said

    def values(self, kind: ValueKind, words: str, most: int) -> list[str]:
        """Return projects, labels or priorities that begin with some words, as they are written.

        Args:
            kind: what to return.
            words: as from `words_of`.
            most: of more, the first.
        """
        asked = self._ask(
            "SELECT min(text), words FROM value WHERE kind = ?"
            f" AND {_IN_USE[kind]} GROUP BY fold ORDER BY fold",
            (kind,),
        )
        begins = words.rstrip()
        found = (text for text, its in asked if its.strip() and its.startswith(begins))
        return [text for text, _ in zip(found, range(most), strict=False)]

    def tasks_from(self, prefix: str, most: int) -> dict[str, str]:
        """Return the ids of tasks that begin with a prefix, and their texts; {} if it is too many.

        Args:
            prefix: the start of an id.
            most: how many are not too many.
        """
        asked = self._ask(
            "SELECT subject, session, place FROM task WHERE subject >= ? AND subject < ?"
            " ORDER BY subject LIMIT ?",
            (prefix, prefix + "\U0010ffff", most + 1),
        )
        if len(asked) > most:
            return {}
        found = {}
        for subject, session, place in asked:
            card = self._ask("SELECT row FROM card WHERE id = ?", (session,))
            found[subject] = read_card(card[0][0]).tasks[place].text if card else ""
        return found

    def counts(self) -> Counts:
        """Count what there is; nothing of what notes say is in it."""
        sessions, tasks = self._ask("SELECT sessions, tasks FROM total")[0]
        healed, uncertain = self._ask("SELECT total(healed), total(uncertain) FROM session")[0]
        left_out = dict(
            self._ask("SELECT failed, count(*) FROM file WHERE reason <> '' GROUP BY failed")
        )
        cards = self._ask("SELECT row FROM card JOIN session USING (id) WHERE problem")
        return Counts(
            sessions, tasks, int(healed), int(uncertain), left_out.get(0, 0), left_out.get(1, 0),
            _by_kind(problem for (card,) in cards for problem in read_card(card).problems),
        )  # fmt: skip

    def _ask(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise NoIndexError(str(error)) from error


def _in_uri(path: Path) -> str:
    """A path as SQLite reads it in a name (https://www.sqlite.org/uri.html)."""
    name = os.fspath(path)
    for char in "%?#":  # the first of them first
        name = name.replace(char, f"%{ord(char):02x}")
    return name


def _how_to_open(path: Path) -> str:
    """With a log beside it, someone has it open; without, even its log must not be made."""
    logged = all(Path(f"{path}{suffix}").exists() for suffix in ("-wal", "-shm"))
    return "mode=ro" if logged else "immutable=1"


def _by_kind(problems: Iterable[str]) -> dict[str, int]:
    """Count problems by their kind: what of them is said in words of our own."""
    known = ("head", "frontmatter", "encoding")
    kinds: Counter[str] = Counter()
    for problem in problems:
        kind = problem.partition(":")[0]
        kinds[problem if problem in _GAPS else kind if kind in known else "other"] += 1
    return dict(kinds.most_common())
