"""What state the things are in that the workbench stands on: notes, journal, index, config.

Told in counts, sizes, and words of our own. Of what people wrote nothing is told, but where things
lie, with the home folder as `~`. Nothing is changed, made or mended by looking.
"""

import os
import stat
import tomllib
from pathlib import Path
from typing import NamedTuple

from tui.decisions import Journal, JournalError, places_of
from tui.decisions.repository import RepositoryError
from tui.decisions.sharing import repository_of
from tui.library.index.glance import Glance
from tui.library.index.schema import NoIndexError, index_path
from tui.resources import config_path

Fact = str | int | bool


class Health(NamedTuple):
    """Facts by what they are about, and what is wrong, a sentence each."""

    facts: dict[str, dict[str, Fact]]
    wrong: list[str]


def examine(folder: Path, store: Path | None = None, *, follow: bool = False) -> Health:
    """Look at a folder of notes and all that belongs to it.

    Args:
        folder: where the notes are.
        store: the journal, where it is not in its usual place.
        follow: whether symbolic links are followed, which has an index of its own.
    """
    real = Path(os.path.abspath(folder))  # noqa: PTH100 - as the workbench names it
    places = places_of(real, store)
    health = Health({"notes": _place(real)}, [])
    if not real.is_dir():
        health.wrong.append("notes: there is no such folder; name the folder of your notes")
    _journal(health, places.store, is_fallback=places.is_fallback and real.is_dir())
    _git(health, places.store, real)
    _index(health, index_path(real, follow=follow))
    _config(health, config_path())
    return health


def _journal(health: Health, path: Path, *, is_fallback: bool) -> None:
    facts = health.facts["journal"] = _place(path)
    if is_fallback:
        health.wrong.append("notes: decisions cannot be saved beside them; they are kept elsewhere")
    facts["lock beside it"] = Path(f"{path}.lock").exists()
    facts["stand-in for the lock"] = Path(f"{path}.held").exists()
    journal = Journal(path)
    try:
        decisions = journal.read_new()
    except JournalError:
        health.wrong.append("journal: it is there and cannot be read")
        return
    facts["decisions"] = len({one.id for one in decisions})
    facts["repeated lines"] = len(decisions) - len({one.id for one in decisions})
    facts["reviewers"] = len({one.by for one in decisions})
    facts["unreadable lines"] = len(journal.kept)
    facts["unfinished last line"] = journal.torn
    if journal.kept:
        first = journal.kept[0].line
        health.wrong.append(
            f"journal: {len(journal.kept)} line(s) cannot be read and are kept (first: {first})"
        )
    if journal.torn:
        health.wrong.append("journal: it ends in an unfinished line, which is set aside")
    if path.exists() and not os.access(path, os.W_OK):
        health.wrong.append("journal: you may not write to it")


def _git(health: Health, journal: Path, folder: Path) -> None:
    facts = health.facts["git"] = {}
    try:
        repository = repository_of(journal, folder)
        facts["repository"] = True
        facts["merges the journal by"] = repository.merge_rule()
        facts["ignores the journal"] = bool(repository.ignored_by())
    except RepositoryError:
        facts["repository"] = False
        return
    if facts["ignores the journal"]:
        health.wrong.append("git: it ignores the journal, so that decisions are not shared")
    elif facts["merges the journal by"] != "union":
        facts["merges the journal by"] = "default"
        health.wrong.append("git: two reviewers would meet in conflicts; run workbench share init")


def _index(health: Health, path: Path) -> None:
    facts = health.facts["index"] = _place(path)
    if path.exists():
        facts["bytes of its log"] = _size(Path(f"{path}-wal"))
    problems = health.facts["problems"] = {}
    try:
        index = Glance(path)
    except NoIndexError as error:
        facts["state"] = str(error) if path.exists() else "the folder was not read yet"
        return
    try:
        facts["state"] = index.damage or "whole"
        if index.damage:
            health.wrong.append("index: it is damaged, and is made anew when the folder is opened")
            return
        counts = index.counts()
        facts["complete"] = index.is_complete
        facts |= {"sessions": counts.sessions, "tasks": counts.tasks}
        problems |= {
            "healed sessions": counts.healed,
            "sessions still uncertain": counts.uncertain,
            "files that are not sessions": counts.not_sessions,
            "files that could not be read": counts.failed,
            **counts.problems,
        }
    except NoIndexError as error:
        facts["state"] = str(error)
        health.wrong.append("index: it cannot be asked; it is made anew when it is damaged")
    finally:
        index.close()


def _config(health: Health, path: Path) -> None:
    facts = health.facts["config"] = _place(path)
    if not path.exists():
        return
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
    except (OSError, ValueError, RecursionError):
        said = None
    if said is None:  # a pipe would be waited for
        facts["state"] = "it cannot be read as TOML"
        health.wrong.append("config: it cannot be read, and is passed over")
        return
    facts["state"] = "TOML"
    for name in ("keys", "views"):
        table = said.get(name, {})
        facts[name] = len(table) if isinstance(table, dict) else "no table"


def _place(path: Path) -> dict[str, Fact]:
    """Where something lies, and what the system says of it."""
    facts: dict[str, Fact] = {"path": _from_home(path)}
    try:
        status = path.stat()
    except OSError as error:
        facts["there"] = False
        if not isinstance(error, FileNotFoundError):
            facts["why"] = error.strerror or type(error).__name__
        return facts
    facts |= {"there": True, "permissions": stat.filemode(status.st_mode)}
    if hasattr(os, "geteuid"):
        facts["yours"] = status.st_uid == os.geteuid()
    facts["you may write"] = os.access(path, os.W_OK)
    if not path.is_dir():
        facts["bytes"] = status.st_size
    return facts


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _from_home(path: Path) -> str:
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)
