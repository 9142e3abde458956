"""What git knows of a journal: which rules hold for it, and what it held at an earlier commit.

Git is only asked here, and in a way in which neither the repository nor its settings can have it
run a program or fetch anything. Nothing is ever committed, merged or rewritten.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import msgspec

_PLAIN = (
    "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=/dev/null",
    "-c", "log.showSignature=false",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Set where we are run by a hook; they would have git look at another repository.
_NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_NAMESPACE")
_LONGEST_SECONDS = 60
# How the log of HEAD tells what brought something from elsewhere (git-pull, git-merge, git-rebase).
_FROM_ELSEWHERE = re.compile(r"(pull|merge|rebase)\b|commit \(merge\)")
_STEP_OF_REBASE = re.compile(r"(?:pull|rebase)\b[^:]*\((\w+)\)(?::|$)")


class RepositoryError(Exception):
    """Git cannot be asked about a journal; says why and what to do, in a sentence."""


class Since(NamedTuple):
    """A moment in the history of a clone: the commit before it, "" if there was none.

    `when` is in seconds since 1970; `how` is the first word of what git noted then.
    """

    commit: str
    when: int
    how: str


class Repository:
    """The git repository that a journal lies in, or would.

    `journal` is its real path, `base` the folder, without symbolic links, that git is asked in.
    """

    def __init__(self, journal: Path, base: Path) -> None:
        """Ask git for the repository of a folder.

        Args:
            journal: the journal, which need not exist yet.
            base: a folder above it that exists.

        Raises:
            RepositoryError: there is no git, or no repository.
        """
        self.journal = Path(os.path.realpath(journal))
        self.base = Path(os.path.realpath(base))
        self._git = shutil.which("git") or ""
        if not self._git:
            raise RepositoryError("git is not installed; install it, then try again")
        asked = self._run("rev-parse", "--show-toplevel")
        if asked.returncode or not asked.stdout.strip():
            raise RepositoryError(self._why_none(asked.stderr.decode(errors="replace")))

    def _why_none(self, said: str) -> str:
        if "not a git repository" in said:
            return (
                f"{self.base} is in no git repository; make one there with git init, or name the "
                "folder of your clone with --notes"
            )
        first = said.strip().split("\n")[0].removeprefix("fatal: ")
        return f"{self.base}: git gives no repository ({first or 'it has no files here'})"

    @property
    def path(self) -> str:
        """The journal, as git calls it in `base`."""
        return self.journal.relative_to(self.base).as_posix()

    def merge_rule(self) -> str:
        """How git merges the journal: `union`, or what else its attributes come to."""
        said = self._run("check-attr", "-z", "merge", "--", self.path).stdout
        return said.decode(errors="replace").split("\0")[2] if said else "unspecified"

    def ignored_by(self) -> str:
        """Why git ignores the journal, as `FILE, line N: PATTERN`; "" if it does not."""
        said = self._run("check-ignore", "-z", "-v", "--stdin", given=self.path).stdout
        if not said:
            return ""
        source, line, pattern, *_ = said.decode(errors="replace").split("\0")
        return "" if pattern.startswith("!") else f"{source}, line {line}: {pattern}"

    def last_pull(self) -> Since | None:
        """When something last came from elsewhere, by pull, merge, rebase or clone; None: never."""
        form = "--format=%H%x00%gd%x00%gs"
        said = self._run("log", "-g", "--date=unix", form, "HEAD", "--").stdout
        entries = [line.split("\0") for line in said.decode(errors="replace").split("\n") if line]
        for place, (commit, at, what) in enumerate(entries):
            if what.startswith("clone"):
                return Since(commit, _seconds(at), "clone")
            if not _FROM_ELSEWHERE.match(what):
                continue
            before = place + 1
            while (step := _STEP_OF_REBASE.match(entries[before - 1][2])) and (
                step[1] != "start" and before < len(entries)
            ):
                before += 1
            start = entries[before][0] if before < len(entries) else ""
            return Since(start, _seconds(at), what.split()[0].rstrip(":"))
        return None

    def decided_at(self, commit: str) -> frozenset[str] | None:
        """The ids of the decisions that the journal held at a commit; None: no such commit."""
        if self._run("rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}").returncode:
            return None
        return ids_in(self._run("cat-file", "blob", f"{commit}:./{self.path}").stdout)

    def _run(self, *arguments: str, given: str = "") -> "subprocess.CompletedProcess[bytes]":
        environment = {k: v for k, v in os.environ.items() if k not in _NOT_OURS}
        try:
            return subprocess.run(
                [self._git, "-C", os.fspath(self.base), "--no-pager", *_PLAIN, *arguments],
                input=os.fsencode(given),
                capture_output=True,
                check=False,
                timeout=_LONGEST_SECONDS,
                env={**environment, **_ENVIRONMENT},
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RepositoryError(f"{self.base}: git does not answer ({error})") from error


class _WithId(msgspec.Struct):
    id: str = ""


def ids_in(journal: bytes) -> frozenset[str]:
    """Return the ids of the decisions in the bytes of a journal; lines that are none are passed."""
    decoder = msgspec.json.Decoder(_WithId)
    found = set()
    for line in journal.split(b"\n"):
        try:
            found.add(decoder.decode(line).id)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
    return frozenset(found - {""})


def _seconds(at: str) -> int:
    """Read `HEAD@{1700000000}`."""
    digits = re.search(r"@\{(\d+)", at)
    return int(digits[1]) if digits else 0
