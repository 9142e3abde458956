"""Transcripts of `workbench report`, `agenda` and `graph`."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.test_hostile import acting_in
from tests.hostile import write_hostile_folder
from tests.program import Desk, Said
from tests.samples import bullets, head, sections

ON = ("--on", "2024-03-01")
WORD = "Zyzzyva"
FORMATS = [
    ["report", "--format", "md"],
    ["report", "--format", "html"],
    ["report", "--format", "csv"],
    ["report", "--format", "json"],
    ["agenda", "project:business", "label:plans", "--format", "md"],
    ["agenda", "project:business", "label:plans", "--format", "html"],
    ["agenda", "project:business", "--format", "json"],
    ["graph", "--of", "labels"],
    ["graph", "--of", "sessions"],
    ["graph", "--of", "people"],
]
needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")


def names(form: list[str]) -> str:
    return " ".join(form)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five notes, two of them unpublished; some tasks decided on, on days long gone."""
    desk = Desk(tmp_path_factory.mktemp("template"))
    published = head("Moved", "2024-02-20") + sections(bullets(["Hire a *van*.", "Sell the desk."]))
    hidden = sections(bullets([f"Tell {WORD} why.", f"Ask {WORD} when."]))
    front = f'---\ntitle: "The {WORD} plan"\ntags: ["{WORD}", "Plans"]\npublish: false\n---\n\n'
    secret = head(f"The {WORD} plan", "2024-02-21").replace("Home", WORD)
    (desk.notes / "moved.md").write_text(published, encoding="utf-8")
    (desk.notes / f"{WORD}.md").write_text(f"{front}{secret}{hidden}", encoding="utf-8")
    ids = {row[4].split()[0]: row[0] for row in desk.run("tasks").rows}
    by = ("--by", "Ana")
    desk.run("done", ids["Sell"], *by)
    desk.run("set", ids["Hire"], "--to", "Eva", "--due", "2024-02-28", "--note", "Ask Bob.", *by)
    desk.run("set", ids["Finalize"], "--status", "blocked", "--to", "Luis", *by)
    desk.run("drop", ids["Ensure"], *by)
    desk.run("undo", *by)
    desk.run("set", ids["Tell"], "--status", "done", "--note", f"{WORD} knows.", *by)
    desk.run("set", ids["Ask"], "--to", WORD, *by)
    records = desk.records
    for day, record in enumerate(records, 10):
        record["at"] = f"2024-02-{day}T10:00:00.000Z"
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
    desk.store.write_text("".join(lines), encoding="utf-8")
    return desk.notes


@pytest.fixture
def decided(desk: Desk, template: Path) -> Desk:
    """A copy of those notes, and of what was decided on them."""
    shutil.rmtree(desk.notes)
    shutil.copytree(template, desk.notes)
    return desk


def write(desk: Desk, *arguments: str | Path) -> Said:
    return desk.run(*arguments, *ON, env={"TZ": "UTC"})


def still(text: str) -> str:
    """A page without its charts and its sheet, which a newer pygal may draw otherwise."""
    return re.sub(r"<svg.*?</svg>|<style>.*?</style>", "…", text, flags=re.DOTALL)


# What is written -------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS, ids=names)
def test_a_document_of_a_small_folder(
    decided: Desk, form: list[str], snapshot: SnapshotAssertion
) -> None:
    said = write(decided, *form)
    assert said.status == 0
    assert still(said.text) == snapshot
    assert said.errors == [
        "workbench: left out: 2 sessions that say publish: false (--include-unpublished takes them)"
    ]


@pytest.mark.parametrize("form", FORMATS, ids=names)
def test_what_is_unpublished_is_left_out_unless_asked_for(decided: Desk, form: list[str]) -> None:
    said = write(decided, *form)
    assert WORD.lower() not in (said.out + said.err).decode().lower()
    asked = write(decided, *form, "--include-unpublished")
    assert (asked.status, asked.errors) == (0, [])
    assert WORD in asked.text
    assert "publish: false" in asked.text or form[2] in {"csv", "json"} or "json" in form
    if form[:3] == ["report", "--format", "csv"]:
        marks = {row["session"]: row["unpublished"] for row in csv.DictReader(asked.lines)}
        assert marks[f"The {WORD} plan"] == "yes"
        assert marks["Moved"] == "no"
    elif form[:3] == ["report", "--format", "json"]:
        assert asked.json["unpublished"] == 2
        marks = {one["session"]: one["unpublished"] for one in asked.json["open"]}
        assert marks[f"The {WORD} plan"]
        assert not marks["Moved"]


def test_since_says_where_closed_begins(decided: Desk) -> None:
    days = {"2024-02-10": 1, "2024-02-11": 0, "2024-02": 1, "-30d": 1, "-1d": 0}
    for day, number in days.items():
        said = write(decided, "report", "--format", "json", "--since", day)
        assert len(said.json["closed"]) == number, day


def test_a_filter_picks_tasks_as_it_does_in_the_list(decided: Desk) -> None:
    said = write(decided, "report", "is:blocked", "--format", "json")
    assert [task["text"].split()[0] for task in said.json["open"]] == ["Finalize"]
    assert said.json["filter"] == "is:blocked"


def test_an_agenda_tells_what_was_decided_and_still_holds(decided: Desk) -> None:
    said = write(decided, "agenda", "project:business", "--since", "2024-02-01", "--format", "json")
    told = [(one["day"], one["says"], one["text"].split()[0]) for one in said.json["decided"]]
    assert told == [
        ("2024-02-12", ["blocked", "given to Luis"], "Finalize"),
        ("2024-02-11", ["due 2024-02-28", "given to Eva", "noted: Ask Bob."], "Hire"),
        ("2024-02-10", ["done"], "Sell"),
    ]
    said = write(decided, "agenda", "project:business", "--since", "2024-02-12", "--format", "json")
    assert len(said.json["decided"]) == 1


def test_a_party_goes_by_what_it_asks_for(decided: Desk) -> None:
    wanted = {"project:business": "business", 'label:"it management"': "it management",
              "business -van": "business -van"}  # fmt: skip
    for asked, name in wanted.items():
        said = write(decided, "agenda", "--between", asked, "--format", "json")
        assert said.json["parties"][0]["name"] == name


@needs_dot
def test_a_graph_is_drawn(decided: Desk) -> None:
    said = write(decided, "graph", "--svg")
    assert said.status == 0
    assert said.text.startswith("<?xml")
    assert ">Business</text>" in said.text


def test_without_graphviz_it_says_what_to_do(decided: Desk) -> None:
    said = decided.run("graph", "--svg", env={"PATH": str(decided.home)})
    assert (said.status, said.out) == (3, b"")
    assert "Graphviz is not installed" in said.errors[-1]
    assert decided.run("graph", env={"PATH": str(decided.home)}).status == 0


# Nothing to write, wrong use ---------------------------------------------------------------


def test_without_a_session_nothing_is_written(decided: Desk) -> None:
    for command in (["report"], ["graph"], ["agenda", "--between"]):
        said = write(decided, *command, "nosuchword", "--output", "out.md")
        assert (said.status, said.out) == (1, b"")
        assert said.errors == ["workbench: nothing to write, for no session matches"]
        said = write(decided, *command, "is:unpublished", "--output", "out.md")
        assert said.status == 1
        assert said.errors == [
            "workbench: nothing to write, for all 2 sessions say publish: false "
            "(--include-unpublished takes them)"
        ]
    assert not (decided.notes / "out.md").exists()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["report", "--since", "soon"], "soon: no day is written so; write 2024, 2024-02"),
        (["report", "--on", "soon"], "soon: no day is written so; write 2026-12-31"),
        (["report", "--format", "pdf"], "'pdf' is not one of"),
        (["report", "colour:red"], "colour"),
        (["agenda"], "name one party, or two"),
        (["agenda", "--between", " "], "name one party, or two"),
        (["agenda", "--between", "a", "b", "c"], "name one party, or two"),
        (["agenda", "--between", "a", "--output", "a.csv"], "md, html or json"),
        (["agenda", "--between", "a", "--most", "0"], "0 is not in the range"),
        (["graph", "--of", "houses"], "'houses' is not one of"),
    ],
)
def test_wrong_use_is_said(desk: Desk, arguments: list[str], reason: str) -> None:
    said = desk.run(*arguments)
    assert (said.status, said.out) == (2, b"")
    assert reason in "\n".join(said.errors)


# Where it is written -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.md", b"# Progress report"),
        ("r", b"# Progress report"),
        ("r.HTML", b"<!doctype html>"),
        ("r.csv", b"\xef\xbb\xbfdate,project"),
        ("r.json", b"{\n"),
    ],
)
def test_the_name_of_a_file_says_the_format(decided: Desk, name: str, begins: bytes) -> None:
    said = write(decided, "report", "--output", decided.home / name)
    assert (said.status, said.out) == (0, b"")
    assert (decided.home / name).read_bytes().startswith(begins)


def test_a_file_that_is_there_is_kept_unless_it_is_forced(decided: Desk) -> None:
    there = decided.home / "r.md"
    there.write_text("mine")
    there.chmod(0o640)
    said = write(decided, "report", "--output", there)
    assert (said.status, said.out) == (3, b"")
    assert said.errors[-1].endswith(
        "not written, for there is such a file already; choose another name, or replace it with "
        "--force"
    )
    assert there.read_text() == "mine"
    assert write(decided, "report", "--output", there, "--force").status == 0
    assert there.read_text(encoding="utf-8").startswith("# Progress report")
    if sys.platform != "win32":
        assert there.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in decided.home.glob(".workbench*")) == []


def test_notes_and_the_journal_are_never_replaced(decided: Desk) -> None:
    for there in (decided.notes / "moved.md", decided.store, decided.notes / f"{WORD}.md"):
        before = there.read_bytes()
        said = write(decided, "report", "--force", "--output", there)
        assert (said.status, said.out) == (3, b"")
        assert re.search(r"not written, for it is (a note|the journal)", said.errors[-1])
        assert there.read_bytes() == before


def test_a_report_among_the_notes_is_no_session(decided: Desk) -> None:
    before = len(decided.run("sessions").rows)
    assert write(decided, "report", "--output", "report.md").status == 0
    assert write(decided, "agenda", "business", "--output", "agenda.md").status == 0
    assert len(decided.run("sessions").rows) == before


def test_where_there_is_no_folder_it_says_so(decided: Desk) -> None:
    said = write(decided, "report", "--output", decided.home / "no" / "r.md")
    assert (said.status, said.out) == (3, b"")
    assert "there is no folder" in said.errors[-1]
    said = write(decided, "report", "--output", decided.home)
    assert said.status == 3
    assert "not written" in said.errors[-1]


@needs_posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk")
@pytest.mark.parametrize("command", [["report"], ["graph"], ["agenda", "--between", "business"]])
def test_a_full_disk_is_one_plain_line(decided: Desk, command: list[str]) -> None:
    said = write(decided, *command, "--output", "/dev/full")
    assert (said.status, said.out) == (3, b"")
    assert "/dev/full: not written (No space left on device)" in said.errors[-1]


@needs_posix
def test_a_disk_that_runs_full_keeps_what_was_there(decided: Desk, tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk."""
    there = decided.home / "r.html"
    there.write_text("mine")
    limited = [
        sys.executable, "-c",
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "from tui.cli import main; import tui.reports.writing as writing; put = writing.put_files\n"
        "def limited(*args, **more):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); put(*args, **more)\n"
        "writing.put_files = limited; sys.argv[0] = 'workbench'; main()",
    ]  # fmt: skip
    ended = subprocess.run(
        [*limited, "report", "--output", there, "--force", *ON],
        cwd=decided.notes, env=decided.environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 3, ended.stderr
    assert b"not written (File too large); nothing is left of it" in ended.stderr
    assert there.read_text() == "mine"
    assert list(decided.home.glob(".workbench*")) == []


# Links, and what tries to act --------------------------------------------------------------


def links_in(text: str) -> Iterator[str]:
    yield from re.findall(r'href="([^"#]+)"', text)


@needs_posix
def test_links_lead_from_the_file_to_the_notes(decided: Desk) -> None:
    odd = "odd #1 100% (a) [b] <c> \"d\" 'e' é javascript:alert(1)?x&y.md"
    (decided.notes / "moved.md").rename(decided.notes / odd)
    raw = os.fsencode(decided.notes) + b"/raw \xff.md"
    note = head("Raw", "2024-02-22") + sections("- Raw task.\n")
    Path(os.fsdecode(raw)).write_text(note, encoding="utf-8")
    below = decided.home / "a b" / "c"
    below.mkdir(parents=True)
    assert write(decided, "report", "--output", below / "r.html").status == 0
    links = list(links_in((below / "r.html").read_text(encoding="utf-8")))
    assert links
    found = {(os.fsencode(below) + b"/" + unquote_to_bytes(link)) for link in links}
    assert all(re.fullmatch(r"\.\./\.\./\.\./notes/[A-Za-z0-9._~/%-]+", link) for link in links)
    assert {os.path.realpath(path) for path in found} >= {
        os.path.realpath(raw), os.fsencode(os.path.realpath(decided.notes / odd)),
    }  # fmt: skip
    assert all(Path(os.fsdecode(path)).exists() for path in found)


@pytest.mark.parametrize("form", FORMATS, ids=names)
def test_nothing_acts_in_a_document(desk: Desk, form: list[str]) -> None:
    for seed in desk.notes.glob("*.txt"):
        seed.unlink()
    write_hostile_folder(desk.notes)
    said = write(desk, *(part for part in form if ":" not in part or part.startswith("--")),
                 *(["project"] if form[0] == "agenda" else []))  # fmt: skip
    assert (said.status, said.errors) == (0, [])
    assert acting_in(said.out.replace(b"\r\n", b"\n").replace(b"\t", b"")) == set()
    assert "<script" not in said.text
