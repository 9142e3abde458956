"""How each format looks, what other tools do to it, and files that are not what they say."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.exchange.tasks import ID, only, setting, written
from tui.decisions import Setting
from tui.exchange import FORMATS, NotRead, Outgoing, change, format_of, text_of

TASK = Outgoing(
    id=ID, text="Hire a van.", status="doing", due="2024-12-31", to="Ana Ñandú",
    note="Ask first.\nThen pay.", session="Planned the move", date="2024-02-13",
    project="Dev Ops", labels=("data security", "b"), priority="MEDIUM", path="a/b.md",
    publish=False, decided="2024-03-01",
)  # fmt: skip
BARE = Outgoing(id=ID, text="Hire a van.")
WAS = re.escape(TASK.was)


def altered(form: str, *changes: tuple[str, str], task: Outgoing = TASK) -> Setting:
    """What an import would set after another tool has altered the export so."""
    text = written(form, task)
    for before, after in changes:
        text, count = re.subn(before, after, text)
        assert count, before
    return change(only(form, text), setting(task)).setting


def refused(form: str, text: str) -> str:
    with pytest.raises(NotRead) as refusal:
        format_of(form).read(text)
    reason = str(refusal.value)
    assert len(reason) < 250
    assert "\n" not in reason
    return reason


# How they look -----------------------------------------------------------------------------


def test_todo_txt() -> None:
    assert written("todotxt", TASK) == (
        "(B) 2024-02-13 Hire a van. +Dev_Ops @data_security @b due:2024-12-31 to:Ana%20Ñandú "
        f"note:Ask%20first.%0AThen%20pay. status:doing publish:false was:{TASK.was} wb:{ID}\n"
    )
    done = Outgoing(id=ID, text="Go.", status="done", date="2024-02-13", decided="2024-03-01")
    assert written("todotxt", done) == f"x 2024-03-01 2024-02-13 Go. was:done wb:{ID}\n"
    assert written("todotxt", BARE) == f"Hire a van. was:pending wb:{ID}\n"


@pytest.mark.parametrize("text", ["x marks it", "(A) first", "x (A) due:2030-01-01 WB:1 wb:2"])
def test_words_are_not_taken_for_signs_of_todo_txt(text: str) -> None:
    task = Outgoing(id=ID, text=text)
    [line] = written("todotxt", task).splitlines()
    assert not re.match(r"x |\([A-Z]\) ", line)
    assert re.findall(r"(?<!\S)(\w+):\S", line) == ["was", "wb"]
    assert only("todotxt", line).says == setting(task)


def test_obsidian() -> None:
    assert written("obsidian", TASK, BARE) == (
        "# Tasks\n\n## 2024-02-13 · Planned the move\n\n"
        "Project: Dev Ops · #data_security #b\n\n"
        f"- [/] Hire a van. %%{TASK.was}%% [to:: Ana Ñandú] [note:: Ask first.%0AThen pay.] "
        f"#unpublished 🔼 ➕ 2024-02-13 📅 2024-12-31 🆔 {ID}\n"
        f"\n## no date\n\n- [ ] Hire a van. %%pending%% 🆔 {ID}\n"
    )
    done = Outgoing(id=ID, text="Go.", status="done", decided="2024-03-01")
    assert f"- [x] Go. %%done%% ✅ 2024-03-01 🆔 {ID}\n" in written("obsidian", done)


def test_icalendar() -> None:
    lines = written("icalendar", TASK).replace("\r\n ", "").split("\r\n")
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//session-workbench//tasks//EN"]
    assert {
        "CLASS:PRIVATE", "DESCRIPTION:Ask first.\\nThen pay.", "DUE;VALUE=DATE:20241231",
        "PRIORITY:5", "STATUS:IN-PROCESS", "SUMMARY:Hire a van.", f"UID:{ID}@session-workbench",
        "CATEGORIES:Dev Ops,data security,b", "X-WORKBENCH-TO:Ana Ñandú",
    } <= {*lines}  # fmt: skip


def test_csv_is_a_table_that_spreadsheets_know() -> None:
    text = written("csv", Outgoing(id="1234567890123456", text="=cmd|'/c calc'!A1", to="+49 30",
                                   note="@SUM(1)", project="-x; =y", session="'=z"))  # fmt: skip
    assert text.startswith("\ufeff")
    [row] = csv.DictReader(io.StringIO(text[1:], newline=""))
    assert row["id"] == "'1234567890123456"
    assert row["text"] == "'=cmd|'/c calc'!A1"
    assert (row["to"], row["note"]) == ("'+49 30", "'@SUM(1)")
    assert (row["project"], row["session"]) == ("'-x; '=y", "''=z")
    assert only("csv", text).id == "1234567890123456"


def test_json() -> None:
    assert written("json", BARE) == (
        '{"format":"session-workbench tasks","version":1,"left_out":0,"tasks":[\n'
        f'{{"id":"{ID}","text":"Hire a van.","status":"pending","due":"","to":"","note":"",'
        '"session":"","date":"","project":"","labels":[],"priority":"","path":"","publish":null,'
        '"decided":"","was":"pending"}\n]}\n'
    )


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_a_whole_file_too(form: str) -> None:
    assert format_of(form).read(written(form)) == []


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_not_for_others_is_marked(form: str) -> None:
    mark = {"icalendar": "CLASS:PRIVATE", "obsidian": "#unpublished", "todotxt": "publish:false"}
    sign = mark.get(form, "false")
    assert sign in written(form, TASK)
    assert sign not in written(form, BARE)


# What other tools do -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "changes", "after"),
    [
        ("todotxt", [(r"^\(B\)", "x 2024-05-01")], Setting(status="done")),
        ("todotxt", [(r"due:\S+ ", "")], Setting(due="")),
        ("todotxt", [(r"due:\S+", "due:2025-01-01")], Setting(due="2025-01-01")),
        ("todotxt", [("status:doing", "status:blocked")], Setting(status="blocked")),
        ("todotxt", [("status:doing ", "")], Setting(status="pending")),
        ("todotxt", [("\n", " to:Max note:50%\r\n")], Setting(to="Max", note="50%")),
        ("obsidian", [(r"- \[/\]", " * [x]"), ("🆔", "✅ 2024-05-01 🆔")], Setting(status="done")),
        ("obsidian", [("📅 2024-12-31", "🗓️ 2025-01-01")], Setting(due="2025-01-01")),
        ("obsidian", [("📅 2024-12-31 ", "")], Setting(due="")),
        ("obsidian", [(r"\[to:: Ana Ñandú\] ", "")], Setting(to="")),
        ("obsidian", [(f"🆔 {ID}", f"🆔 {ID} ^block")], Setting()),
        ("obsidian", [("\n", "\r\n")], Setting()),
        ("icalendar", [("STATUS:IN-PROCESS", "STATUS:COMPLETED")], Setting(status="done")),
        ("icalendar", [("STATUS:IN-PROCESS\r\n", "")], Setting(status="pending")),
        (
            "icalendar",
            [("STATUS:IN-PROCESS", "COMPLETED:20240501T100000Z")],
            Setting(status="done"),
        ),
        ("icalendar", [("STATUS:IN-PROCESS", "STATUS:SOMETHING")], Setting(status="pending")),
        ("icalendar", [("DUE;VALUE=DATE:2024", "DUE;VALUE=DATE:2025")], Setting(due="2025-12-31")),
        (
            "icalendar",
            [("DUE;VALUE=DATE:20241231", "DUE:20250101T120000")],
            Setting(due="2025-01-01"),
        ),
        ("taskwarrior", [('"status":"pending"', '"status":"waiting"')], Setting()),
        ("taskwarrior", [('"start":"[^"]*",', "")], Setting(status="pending")),
        ("taskwarrior", [('"wbid":"[^"]*",', "")], None),
        ("csv", [('"doing"', '" Done "')], Setting(status="done")),
        ("csv", [('","', '";"')], Setting()),
        ("csv", [('","', '"\t"')], Setting()),
        ("json", [('"status":"doing",', "")], Setting()),
        ("json", [('"due":"2024-12-31"', '"due":null')], Setting()),
        ("json", [('"due":"2024-12-31"', '"due":"","more":[1]')], Setting(due="")),
    ],
)  # fmt: skip
def test_what_was_changed_there(
    form: str, changes: list[tuple[str, str]], after: Setting | None
) -> None:
    if after is None:  # the name that Taskwarrior knows is enough
        text = re.sub(*changes[0], written(form, TASK))
        assert only(form, text).id == format_of(form).name_of(ID)  # type: ignore[misc]
    else:
        assert altered(form, *changes) == after


def test_a_line_without_an_id_is_unknown() -> None:
    for form, text in (
        ("todotxt", f"Buy milk\n\nx wb:{ID}0 status:nonsense due:never\nwb: y\n"),
        ("obsidian", f"- [ ] Buy milk\n- [?] 🆔 {ID}0 📅 never\n- [x] 🆔 mine\nprose\n"),
        ("csv", 'id,text,status\n,Buy milk,?\n12,"a",done\n"=1","b",x\n'),
        ("json", '{"format":"session-workbench tasks","version":1,"tasks":[{"id":"x"},{"id":""},'
                 '{"id":"y","due":"never"}]}'),
        ("taskwarrior", '[{"description":"Buy milk","wbid":"x","uuid":"y"},'
                        '{"wbid":"3f2a91c0d4e5f607"},{}]'),
        ("icalendar", "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nSTATUS:?\nEND:VTODO\nBEGIN:VTODO\n"
                      "END:VTODO\nBEGIN:VTODO\nUID:x@session-workbench\nEND:VTODO\nEND:VCALENDAR"),
    ):  # fmt: skip
        assert [one.id for one in format_of(form).read(text)] == ["", "", ""], form


def test_several_calendars_may_follow_one_another() -> None:
    text = written("icalendar", BARE) + written("icalendar", TASK)
    assert len(format_of("icalendar").read(text)) == 2


# Files that are not what they say ----------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "text", "reason"),
    [
        ("todotxt", f"x status:finished wb:{ID}", "line 1: “finished” is no status"),
        ("todotxt", f"\nx due:2024-13-01 wb:{ID}", "line 2: “2024-13-01” is no day"),
        ("obsidian", f"\n- [?] x 🆔 {ID}", "line 2: [?] is no status"),
        ("obsidian", f"- [x] x 📅 2024-02-31 🆔 {ID}", "line 1: “2024-02-31” is no day"),
        ("csv", "", "line 1: no column is called id"),
        ("csv", "a,b\n1,2\n", "line 1: no column is called id"),
        ("csv", "id,due,id\n", "line 1: more than one column is called id"),
        ("csv", "id," * 1_000_000 + "\n", "line 1: 1,000,001 columns"),
        ("csv", '"id","status"\n"x","done', "not a whole table"),
        ("csv", '"id","status"\n"x"\n', "line 2: 1 cells below 2 columns"),
        ("csv", f"id,due\n{ID}\n", "line 2: 1 cells below 2 columns"),
        ("csv", f"id,due\n{ID},a,b\n", "line 2: 3 cells below 2 columns"),
        ("csv", f"id,due\n{ID},31/12/2024\n", "line 2: “31/12/2024” is no day (YYYY-MM-DD)"),
        ("csv", f"id,status\n{ID},yes\n", "line 2: “yes” is no status"),
        ("csv", "id,note\nx," + "y" * 5_000_000, "not a whole table (field larger"),
        ("json", "", "not what `workbench export json` writes"),
        ("json", "[]", "not what `workbench export json` writes (Expected `object`, got `array`)"),
        ("json", "[" * 100_000, "not what `workbench export json` writes"),
        ("json", '{"format":"tasks","version":1}', "its `format` is not that of exported tasks"),
        ("json", '{"format":"session-workbench tasks","version":2}', "of version 2, and this"),
        ("json", '{"format":"session-workbench tasks","version":1,"tasks":[{"id":1}]}',
         "Expected `str`, got `int` - at `$.tasks[0].id`"),
        ("json", '{"format":"session-workbench tasks","version":1,"tasks":[{"id":"\\ud800"}]}',
         "not what `workbench export json` writes"),
        ("taskwarrior", "{}{}", "not what `task export` writes"),
        ("taskwarrior", "[{", "not what `task export` writes"),
        ("taskwarrior", "[" * 100_000, "not what `task export` writes"),
        ("taskwarrior", '[{"due":5}]', "Expected `str`, got `int` - at `$[0].due`"),
        ("icalendar", "", "not iCalendar (no BEGIN:VCALENDAR)"),
        ("icalendar", "BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR\n", "iCalendar of version 1.0"),
        ("icalendar", "BEGIN:VCALENDAR\nBEGIN:VTODO\n", "cut off"),
        ("icalendar", "BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VCALENDAR\n", "cut off"),
        ("icalendar", "BEGIN:VCALENDAR\nnonsense\nEND:VCALENDAR\n", "not iCalendar"),
        ("icalendar", "BEGIN:VCALENDAR\n" + "BEGIN:X\n" * 9 + "END:VCALENDAR", "cut off"),
        ("icalendar", f"BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:{ID}@session-workbench\nDUE:never\n"
                      "END:VTODO\nEND:VCALENDAR\n", "not iCalendar (Expected datetime"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_line(form: str, text: str, reason: str) -> None:
    assert reason in refused(form, text)


def test_a_due_date_of_taskwarrior_that_is_none() -> None:
    text = re.sub('"due":"[^"]*"', '"due":"soon"', written("taskwarrior", TASK))
    assert refused("taskwarrior", text) == "task 1: due “soon” is no date"


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_is_cut_changes_nothing(form: str) -> None:
    tasks = {task.id: task for task in (TASK, Outgoing(id="0" * 16, text="Pack.", to="Eva"))}
    whole = written(form, *tasks.values())
    for end in range(len(whole)):
        try:
            found = format_of(form).read(whole[:end])
        except NotRead:
            continue
        for one in found:
            if one.id:
                assert change(one, setting(tasks[one.id])).setting.fields == (), whole[:end]


@pytest.mark.parametrize("form", FORMATS)
def test_yaml_markup_and_escapes_are_only_text(form: str) -> None:
    text = "---\na: !!python/object/apply:os.system [id]\n---\n\x1b]0;x\x07[bold]x\n- x: &a *a\n"
    if form in ("todotxt", "obsidian"):
        assert all(not one.id for one in format_of(form).read(text))
    else:
        assert refused(form, text).startswith(("not ", "line 1: no column is called id"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfa", "a"),
        ("ä;b\r\n".encode("utf-16"), "ä;b\r\n"),
        (b"", ""),
    ],
)
def test_text_is_read_in_the_encodings_that_tools_write(data: bytes, text: str) -> None:
    assert text_of(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"caf\xe9", "not in UTF-8 (byte 4); save it so"),
        (b"\xff\xfea", "not in UTF-8 (byte 3)"),
        (b"PK\x03\x04\x00\x00", "not a text (it holds NUL)"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(NotRead, match=re.escape(reason)):
        text_of(data)
