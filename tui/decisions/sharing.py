"""The lines that let git carry a journal between reviewers, and adding them to git's own files.

What stands in those files stays as it is, byte for byte; lines that are there are not added again.
"""

import os
import re
from pathlib import Path
from typing import NamedTuple

from tui.decisions.repository import Repository, RepositoryError
from tui.disk import closed_after, flush_folder, write_all

_MOST_BYTES = 1 << 20
_ALWAYS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_GLOB = re.compile(r"([\\*?\[\]])")


class Rule(NamedTuple):
    """A line for one of git's files, and what it is for; without a line, a file that is there."""

    file: Path
    line: str
    why: str


def share(journal: Path, folder: Path) -> list[Rule]:
    """Have git merge a journal line by line, and leave its lock alone.

    Where there is no journal, an empty one is begun: a commit with decisions can be put on any
    other only if both know the file.

    Args:
        journal: the journal, which need not exist yet.
        folder: where the notes are.

    Returns:
        The rules that were added; none if all were there.

    Raises:
        RepositoryError: git cannot carry it; nothing was changed, or what is said.
        OSError: a file cannot be read or written.
    """
    repository = repository_of(journal, folder)
    if ignored := repository.ignored_by():
        raise RepositoryError(
            f"git ignores {repository.journal} ({ignored}); take that line out, then try again"
        )
    added = [
        rule
        for file in (".gitattributes", ".gitignore")
        for rule in _add(repository.base / file, rules_for(repository, file))
    ]
    if (merged := repository.merge_rule()) != "union":
        raise RepositoryError(
            f"git would not merge {repository.journal} line by line (its attribute merge is "
            f"{merged}): a later line of .gitattributes, or one in .git/info/attributes or "
            f"{repository.journal.parent.name}/.gitattributes, says so; take it out"
        )
    return added + _begin(repository.journal)


def _begin(journal: Path) -> list[Rule]:
    """Make an empty journal where there is none; nobody else may look in."""
    if journal.exists():
        return []
    journal.parent.mkdir(mode=0o700, exist_ok=True)
    os.close(os.open(journal, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _ALWAYS, 0o600))
    flush_folder(journal.parent)
    return [Rule(journal, "", "Empty as yet; all clones are to begin with the same one.")]


def repository_of(journal: Path, folder: Path) -> Repository:
    """Return the repository that a journal lies in, or would.

    Raises:
        RepositoryError: there is none, or the journal is a link, which git would carry as one.
    """
    if journal.is_symlink() or journal.parent.is_symlink():
        raise RepositoryError(f"{journal} is reached by a symbolic link, which git does not follow")
    real = Path(os.path.realpath(journal))
    above = Path(os.path.realpath(folder))
    if above in real.parents:
        return Repository(real, above)
    if not real.parent.is_dir():
        raise RepositoryError(f"{real.parent}: there is no such folder yet; decide something first")
    return Repository(real, real.parent)


def rules_for(repository: Repository, file: str) -> list[Rule]:
    """The rules that belong into a file of git's.

    Args:
        repository: where the journal lies.
        file: `.gitattributes` or `.gitignore`.
    """
    path, where = repository.path, repository.base / file
    pattern = "/" + _GLOB.sub(r"\\\1", path)
    if file == ".gitattributes":
        quoted = f'"{_in_quotes(pattern)}"' if re.search(r'[\s"]', pattern) else pattern
        return [
            Rule(
                where,
                f"{quoted} merge=union -text",
                "Decisions of several reviewers: a merge keeps the lines of both, as they are.",
            )
        ]
    return [
        Rule(where, f"{pattern}.lock", "Keeps those who write decisions apart; of this machine."),
        Rule(where, f"{pattern}.held", "The same, on drives that give no locks."),
    ]


def _in_quotes(pattern: str) -> str:
    return pattern.replace("\\", "\\\\").replace('"', '\\"')


def _add(file: Path, rules: list[Rule]) -> list[Rule]:
    """Append the rules that a file lacks; a write that fails is taken back."""
    if file.is_symlink():
        raise RepositoryError(f"{file} is a symbolic link, which git does not follow here")
    is_new = not file.exists()
    with closed_after(os.open(file, os.O_RDWR | os.O_CREAT | _ALWAYS, 0o666)) as descriptor:
        size = os.fstat(descriptor).st_size
        if size > _MOST_BYTES:
            raise RepositoryError(f"{file} is too large to be a file of git's ({size:,} bytes)")
        before = os.read(descriptor, size)
        if b"\0" in before:
            raise RepositoryError(f"{file} is not UTF-8, so git cannot read it; save it as UTF-8")
        lines = {line.strip() for line in before.split(b"\n")}
        missing = [rule for rule in rules if rule.line.encode() not in lines]
        if not missing:
            return []
        end = b"\r\n" if b"\r\n" in before else b"\n"
        text = b"" if before.endswith(b"\n") or not before else end
        for rule in missing:
            text += b"# " + rule.why.encode() + end + rule.line.encode() + end
        os.lseek(descriptor, size, os.SEEK_SET)
        try:
            write_all(descriptor, text)
            os.fsync(descriptor)
        except BaseException:
            os.ftruncate(descriptor, size)
            raise
    if is_new:
        flush_folder(file.parent)
    return missing
