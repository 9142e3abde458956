"""`workbench doctor`: what it tells, what it must not tell, and that it changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.clones import git, needs_git
from tests.hostile import ACTING, ATTACKS, write_hostile_folder
from tests.program import Desk
from tests.samples import note
from tui import __version__

HIDDEN = "Zzyzx"
ABOUT = ["versions", "terminal", "notes", "journal", "git", "index", "problems", "config"]


def facts(desk: Desk, *arguments: str | Path, status: int = 0) -> dict[str, Any]:
    """What `doctor --json` tells."""
    said = desk.run("doctor", "--json", *arguments)
    assert said.status == status, said.errors
    found: dict[str, Any] = said.json
    return found


def everything(folder: Path) -> dict[Path, bytes | None]:
    return {
        path: path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))
    }


def test_it_tells_versions_places_sizes_and_counts(desk: Desk) -> None:
    first, second = [row[0] for row in desk.run("tasks").rows[:2]]
    desk.run("done", first, "--by", "Ana")
    desk.run("done", second, "--by", "Ben")
    found = facts(desk)
    assert list(found) == [*ABOUT, "wrong"]
    assert found["versions"]["workbench"] == __version__
    assert found["versions"]["python"].startswith(".".join(map(str, sys.version_info[:3])))
    assert found["versions"]["textual"][0].isdigit()
    assert found["terminal"]["stdout is one"] is False
    journal = found["journal"]
    assert journal["bytes"] == desk.store.stat().st_size
    assert (journal["decisions"], journal["reviewers"]) == (2, 2)
    assert (journal["permissions"], journal["unreadable lines"]) == ("-rw-------", 0)
    index = found["index"]
    assert (index["state"], index["complete"]) == ("whole", True)
    assert (index["sessions"], index["tasks"]) == (3, 6)
    assert found["problems"]["healed sessions"] == 3
    assert found["config"]["there"] is False
    assert found["wrong"] == []


def test_the_home_folder_is_not_named(desk: Desk) -> None:
    notes = desk.home / "notes"
    shutil.copytree(desk.notes, notes)
    found = facts(desk, "--notes", notes)
    for about in ("notes", "journal", "index", "config"):
        assert found[about]["path"].startswith(str(Path("~") / "")), about
    assert str(desk.home) not in json.dumps(found)


def test_as_text_it_says_the_same(desk: Desk) -> None:
    desk.run("tasks")
    found = facts(desk)
    said = desk.run("doctor")
    assert said.status == 0
    rows = {(row[0], row[1]): row[2] for row in said.rows}
    assert rows["index", "sessions"] == "3"
    assert rows["index", "complete"] == "yes"
    assert set(rows) == {(about, name) for about in ABOUT for name in found[about]}


def test_no_word_of_the_notes_is_told(desk: Desk, tmp_path: Path) -> None:
    for number in range(4):
        broken = note(f"{HIDDEN} task", title=f"{HIDDEN} title", day=f"2024-02-1{number}")
        broken = broken.replace("Home, Plans", f"{HIDDEN}, Plans").replace("Business", HIDDEN)
        broken = broken.replace("publish: false", f"publish: {HIDDEN}").replace(
            'title: "', f'title: "{HIDDEN} other '
        )
        if number == 1:
            broken = broken.replace("created:", f"{HIDDEN}: [{HIDDEN}\ncreated:")
        (desk.notes / f"{HIDDEN}-{number}.md").write_text(broken, encoding="utf-8")
    (desk.notes / f"{HIDDEN}.md").write_text(f"A page on {HIDDEN}.", encoding="utf-8")
    (desk.notes / f"{HIDDEN}-gone.md").symlink_to(f"{HIDDEN}-nowhere")
    task = next(row[0] for row in desk.run("tasks").rows if HIDDEN in row[4])
    desk.run("set", task, "--by", HIDDEN, "--to", HIDDEN, "--note", HIDDEN, "--status", "blocked")
    with desk.store.open("a", encoding="utf-8") as journal:
        wrong = json.loads(desk.store.read_text().split("\n")[0])
        journal.write(json.dumps({**wrong, "set": {"status": HIDDEN}}) + f"\n{HIDDEN}\n")
        journal.write(f'{{"{HIDDEN}')
    config = tmp_path / "config.toml"
    config.write_text(
        f'theme = "{HIDDEN}"\n[views]\n"{HIDDEN}" = {{ filter = "{HIDDEN}" }}\n', encoding="utf-8"
    )
    for form in ([], ["--json"]):
        said = desk.run("doctor", *form, env={"WORKBENCH_CONFIG": str(config)})
        assert said.status == 3
        assert HIDDEN.lower() not in (said.out + said.err).decode().lower()
    found = desk.run("doctor", "--json", env={"WORKBENCH_CONFIG": str(config)}).json
    assert found["problems"]["frontmatter"] >= 4
    assert found["problems"]["files that are not sessions"] == 1
    assert found["problems"]["files that could not be read"] == 1
    assert found["journal"]["unreadable lines"] == 2
    assert found["journal"]["unfinished last line"] is True
    assert found["config"]["views"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
@pytest.mark.parametrize("kind", ["a pipe", "a folder", "brackets without end"])
def test_a_config_that_is_a_trap_is_told(desk: Desk, tmp_path: Path, kind: str) -> None:
    config = tmp_path / "config.toml"
    match kind:
        case "a pipe":
            os.mkfifo(config)
        case "a folder":
            config.mkdir()
        case _:
            config.write_text(f"x = {'[' * 20_000}")
    said = desk.run("doctor", env={"WORKBENCH_CONFIG": str(config)})
    assert said.status == 3
    assert said.errors == ["workbench: config: it cannot be read, and is passed over"]


def test_a_broken_config_is_told_without_its_text(desk: Desk, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f"theme = {HIDDEN}", encoding="utf-8")
    said = desk.run("doctor", env={"WORKBENCH_CONFIG": str(config)})
    assert said.status == 3
    assert said.errors == ["workbench: config: it cannot be read, and is passed over"]
    assert HIDDEN not in said.text


def test_looking_changes_nothing(desk: Desk) -> None:
    before = everything(desk.notes.parent)
    assert facts(desk)["index"]["state"] == "the folder was not read yet"
    assert everything(desk.notes.parent) == before
    desk.run("done", desk.run("tasks").rows[0][0])
    before = everything(desk.notes.parent)
    assert facts(desk)["index"]["complete"] is True
    assert everything(desk.notes.parent) == before


@pytest.mark.parametrize(
    ("spoil", "state"),
    [
        (lambda data: data[:200], "damaged"),
        (lambda data: b"no database at all" * 100, "damaged"),
        (lambda data: data[:4096] + bytes(len(data) - 4096), "damaged"),
        (lambda data: data[:60] + b"\0\0\x27\x10" + data[64:], "another version's"),
    ],
    ids=["cut", "other", "zeros", "version"],
)
def test_a_damaged_index_is_told_and_left_alone(desk: Desk, spoil: Any, state: str) -> None:
    desk.run("tasks")
    [index] = desk.home.rglob("*.sqlite")
    spoiled = spoil(index.read_bytes())
    index.write_bytes(spoiled)
    said = desk.run("doctor", "--json")
    assert said.status in {0, 3}
    told = said.json["index"]["state"]
    assert told == state if state != "damaged" else told not in {"whole", ""}
    assert "Traceback" not in "\n".join(said.errors)
    assert index.read_bytes() == spoiled


def test_a_folder_that_is_not_there(desk: Desk) -> None:
    said = desk.run("doctor", "--json", "--notes", "nowhere")
    assert (said.status, len(said.errors)) == (3, 1)
    assert "there is no such folder" in said.errors[0]
    assert said.json["versions"]["workbench"] == __version__


@pytest.mark.git
@needs_git
def test_what_git_does_with_the_journal(desk: Desk) -> None:
    assert facts(desk)["git"] == {"repository": False}
    git(desk.notes, "init", "--quiet")
    told = facts(desk, status=3)
    assert told["git"]["merges the journal by"] == "default"
    assert "workbench share init" in told["wrong"][0]
    desk.run("share", "init")
    assert facts(desk)["git"]["merges the journal by"] == "union"
    (desk.notes / ".gitignore").write_text(f"# {HIDDEN}\n.workbench\n")
    assert facts(desk, status=3)["git"]["ignores the journal"] is True


def test_nothing_acts(desk: Desk) -> None:
    write_hostile_folder(desk.notes)
    desk.run("tasks")
    env = {name: "".join(ATTACKS.values()).replace("\0", "") for name in ("TERM", "LANG")}
    for form in ([], ["--json"]):
        said = desk.run("doctor", *form, env=env)
        assert said.status == 0
        assert not ACTING & set((said.out + said.err).decode())
