"""Round trips through the programs themselves, where they are installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.exchange.tasks import ID, MANY, setting
from tests.program import Desk, changed_environment, environment
from tui.exchange import Incoming, Outgoing, change, taskwarrior, vtodo
from tui.notes import STATUSES, Status

_TODOMAN = next(filter(None, map(shutil.which, ("todoman", "todo"))), "")
needs_taskwarrior = pytest.mark.skipif(not shutil.which("task"), reason="needs Taskwarrior")
needs_todoman = pytest.mark.skipif(not _TODOMAN, reason="needs todoman")
HARD = (
    "one\n\ttwo  three\n= \"four\" 'five' [six] {seven} \\n \\, C:\\New; 8, 9 % 100% &amp; /\n"
    "日本 Ñandú — “mañana” &close; שלום 👩‍👩‍👧"
)
Run = Callable[..., str]


def task(status: Status = "pending", place: int = 0, **more: str) -> Outgoing:
    return Outgoing(
        id=f"{place}{ID[1:]}", text=f"Hire +a van due:tomorrow [{place}]", status=status,
        date="2024-02-13", project="Dev", labels=("data security", "PENDING"), priority="HIGH",
        session="Planned", publish=False, decided="2024-03-01", **more,
    )  # fmt: skip


EACH = [task(status, place) for place, status in enumerate(STATUSES)]
FULL = task("blocked", due="2024-12-31", to="Ana Ñandú, \\x; =3", note=HARD.replace("\t", " "))


def changed(found: list[Incoming], tasks: list[Outgoing]) -> list[dict[str, str]]:
    """What an import would set, task by task."""
    by_id = {one.id: one for one in found}
    assert by_id.keys() == {each.id for each in tasks}
    made = [change(by_id[each.id], setting(each)).setting for each in tasks]
    return [{field: getattr(one, field) for field in one.fields} for one in made]


# Taskwarrior -------------------------------------------------------------------------------


@pytest.fixture
def run_task(tmp_path: Path) -> Run:
    """Taskwarrior, at home in an empty folder."""
    home = tmp_path / "taskwarrior"

    def run(*arguments: str, given: str = "") -> str:
        env = environment(home, TASKRC=str(home / "taskrc"), TASKDATA=str(home / "data"))
        ended = subprocess.run(
            ["task", "rc.confirmation=off", "rc.bulk=0", "rc.verbose=nothing", *arguments],
            env=changed_environment(env), input=given, capture_output=True, encoding="utf-8",
            check=True, timeout=60,
        )  # fmt: skip
        return ended.stdout

    def emptied(*arguments: str, given: str = "") -> str:
        if arguments == ("import",):
            shutil.rmtree(home, ignore_errors=True)
            (home / "data").mkdir(parents=True)
            (home / "taskrc").write_text("")
        return run(*arguments, given=given)

    return emptied


@needs_taskwarrior
def test_taskwarrior_gives_back_what_it_got(run_task: Run) -> None:
    tasks = [*EACH[1:], FULL]
    run_task("import", given=taskwarrior.write(tasks))
    exported = run_task("export")
    assert changed(taskwarrior.read(exported), tasks) == [{}] * len(tasks)
    lines = run_task("rc.json.array=off", "export")
    assert changed(taskwarrior.read(lines), tasks) == [{}] * len(tasks)
    [full] = (one for one in json.loads(exported) if one["wbid"] == FULL.id)
    assert full["tags"] == ["data_security", "pending", "unpublished"]
    assert (full["project"], full["priority"]) == ("Dev", "H")


@needs_taskwarrior
@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(tasks=MANY)
def test_taskwarrior_gives_back_whatever_it_got(run_task: Run, tasks: list[Outgoing]) -> None:
    tasks = [*{one.id: one for one in tasks}.values()]
    run_task("import", given=taskwarrior.write(tasks))
    assert changed(taskwarrior.read(run_task("export")), tasks) == [{}] * len(tasks)


@needs_taskwarrior
def test_what_is_done_in_taskwarrior_comes_back(run_task: Run) -> None:
    tasks = [task(place=place, due="2024-12-31", to="Eva") for place in range(7)]
    tasks += [task("blocked", 7), task("done", 8), task("doing", 9)]
    run_task("import", given=taskwarrior.write(tasks))
    for place, (word, *more) in enumerate(
        [("done",), ("delete",), ("start",), ("modify", "due:2025-02-28"), ("modify", "due:"),
         ("modify", "wbto:Ana"), ("modify", "wbstatus:blocked"), ("done",),
         ("modify", "status:pending"), ("stop",)]
    ):  # fmt: skip
        run_task("rc.uda.wbto.type=string", "rc.uda.wbstatus.type=string",
                 taskwarrior.uuid_of(tasks[place].id), word, *more)  # fmt: skip
    assert changed(taskwarrior.read(run_task("export")), tasks) == [
        {"status": "done"}, {"status": "dropped"}, {"status": "doing"}, {"due": "2025-02-28"},
        {"due": ""}, {"to": "Ana"}, {"status": "blocked"}, {"status": "done"},
        {"status": "pending"}, {"status": "pending"},
    ]  # fmt: skip


@needs_taskwarrior
def test_a_copy_made_in_taskwarrior_is_not_taken_for_the_task(run_task: Run) -> None:
    run_task("import", given=taskwarrior.write([task()]))
    run_task(taskwarrior.uuid_of(task().id), "duplicate")
    run_task("add", "Buy milk")
    found = taskwarrior.read(run_task("export"))
    assert sorted(one.id == task().id for one in found) == [False, False, True]


@needs_taskwarrior
def test_from_the_command_line_through_taskwarrior_and_back(run_task: Run, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    exported = desk.run("export", "taskwarrior", "--include-unpublished").text
    run_task("import", given=exported)
    back = tmp_path / "back.json"
    back.write_text(run_task("export"), encoding="utf-8")
    same = desk.run("import", "taskwarrior", back)
    assert (same.status, same.out) == (0, b"")
    assert not desk.store.exists()
    ids = [row[0] for row in desk.run("tasks").rows]
    run_task(taskwarrior.uuid_of(ids[2]), "done")
    back.write_text(run_task("export"), encoding="utf-8")
    said = desk.run("import", "taskwarrior", back)
    assert [row[:2] for row in said.rows] == [["status=done", ids[2]]]


# todoman -----------------------------------------------------------------------------------


@pytest.fixture
def run_todoman(tmp_path: Path) -> Run:
    """The todoman program, with a list in the folder `list`."""
    (tmp_path / "list").mkdir()
    config = tmp_path / "todoman.py"
    config.write_text(
        f'path = "{tmp_path}/list"\ncache_path = "{tmp_path}/cache"\ndefault_list = "list"\n'
        'date_format = "%Y-%m-%d"\ntime_format = "%H:%M"\n'
    )

    def run(*arguments: str) -> str:
        # It is a Python program, too, and must not find this one's packages.
        env = environment(tmp_path, PYTHONPATH=None)
        ended = subprocess.run(
            [_TODOMAN, "--config", str(config), *arguments], env=changed_environment(env),
            capture_output=True, encoding="utf-8", check=True, timeout=60,
        )  # fmt: skip
        return ended.stdout

    return run


def put(folder: Path, tasks: list[Outgoing]) -> None:
    for one in tasks:
        (folder / vtodo.file_name(one)).write_text(vtodo.write([one]), "utf-8", newline="")


def taken(folder: Path) -> list[Incoming]:
    return [
        one for path in folder.iterdir() for one in vtodo.read(path.read_bytes().decode("utf-8"))
    ]


@needs_todoman
def test_what_is_done_with_todoman_comes_back(run_todoman: Run, tmp_path: Path) -> None:
    folder = tmp_path / "list"
    tasks = [FULL, *EACH[1:]]
    put(folder, tasks)
    listed = json.loads(run_todoman("--porcelain", "list", "--status", "ANY"))
    numbers = {one["summary"][-2]: str(one["id"]) for one in listed}
    assert len(numbers) == len(tasks)
    assert changed(taken(folder), tasks) == [{}] * len(tasks)
    run_todoman("edit", numbers["0"], "--priority", "low")  # everything is written anew
    run_todoman("done", numbers["1"])
    run_todoman("cancel", numbers["2"])
    run_todoman("edit", numbers["4"], "--due", "2025-02-28")
    assert changed(taken(folder), tasks) == [
        {}, {"status": "done"}, {"status": "dropped"}, {},
        {"due": "2025-02-28"},
    ]  # fmt: skip


@needs_todoman
def test_from_the_command_line_through_todoman_and_back(run_todoman: Run, tmp_path: Path) -> None:
    desk, folder = Desk(tmp_path), tmp_path / "list"
    assert desk.run("export", "icalendar", "--output", folder).status == 0
    run_todoman("new", "--list", "list", "Buy milk")
    listed = json.loads(run_todoman("--porcelain", "list"))
    assert len(listed) == 5
    [number] = (str(one["id"]) for one in listed if one["summary"].startswith("Finalize"))
    run_todoman("done", number)
    said = desk.run("import", "icalendar", folder)
    assert [(row[0], row[2][:8]) for row in said.rows] == [("status=done", "Finalize")]
    assert said.errors[-1] == "workbench: 5 tasks read: 1 changed, 3 as here, 1 unknown"
    assert said.errors[0].endswith(".ics: no task here has this id: Buy milk")
