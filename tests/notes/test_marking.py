"""Boxes in front of the tasks of a note: what changes, and that nothing else does."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings, strategies as st

from tests.samples import SEEDS, frontmatter, head, misread, note, pending, read, sections
from tui.notes import STATUSES, Session, Status, Task, read_note
from tui.notes.decode import NotText
from tui.notes.marking import Marked, NotMarked, mark

BOX = re.compile(r" ?\[[ /!x-]\] ?")
PATH = "Business/a.md"
BOXES = {"pending": " ", "doing": "/", "blocked": "!", "done": "x", "dropped": "-"}
BOMS = {
    "utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE,
}  # fmt: skip


def all_to(status: Status) -> Callable[[Task], Status]:
    return lambda _task: status


def marked(text: str | bytes, status: Status = "done") -> Marked:
    return mark(PATH, text.encode() if isinstance(text, str) else text, all_to(status))


def body_of(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    return data.decode().split("### Pending Tasks\n")[1]


# One at a time -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- Hire a van.\n", "- [x] Hire a van.\n"),
        ("* Hire a van.\n", "* [x] Hire a van.\n"),
        ("  • Hire a van.\n", "  • [x] Hire a van.\n"),
        ("– Hire a van.", "– [x] Hire a van."),
        ("1. Hire a van.\n12) Pack.\n", "1. [x] Hire a van.\n12) [x] Pack.\n"),
        ("(3) Hire a van.\n", "(3) [x] Hire a van.\n"),
        ("-\tHire a van.  \n", "-\t[x] Hire a van.  \n"),
        ("-  [ ]  Hire a van.\n", "-  [x]  Hire a van.\n"),
        ("- [/] Hire a van.\n- [-] Pack.\n", "- [x] Hire a van.\n- [x] Pack.\n"),
        ("- Hire\n  a van.\n\n  Soon.\n", "- [x] Hire\n  a van.\n\n  Soon.\n"),
        ("-\n  Hire a van.\n", "- [x]\n  Hire a van.\n"),
        ("- \n  Hire a van.\n", "- [x]\n  Hire a van.\n"),
        ("- [ ]\n  Hire a van.\n", "- [x]\n  Hire a van.\n"),
        ("- Hire a van.\n  - Two of them.\n", "- [x] Hire a van.\n  - [x] Two of them.\n"),
        ("- [[Van]] to hire\n", "- [x] [[Van]] to hire\n"),
        ("- [x] Hire a van.\n- [X] Pack.\n- Go.\n", "- [x] Hire a van.\n- [X] Pack.\n- [x] Go.\n"),
        ("- Go.\n- Go.\n", "- [x] Go.\n- [x] Go.\n"),
        ("- None.\n- Go.\n", "- None.\n- [x] Go.\n"),
        ("-Go.\n•Pack.\n", "- [x] Go.\n• [x] Pack.\n"),
        ("☐ Go.\n- ☐ Pack.\n☑ Rest.\n", "☑ Go.\n- ☑ Pack.\n☑ Rest.\n"),
        ("- [✓] Go.\n- [ ]Pack.\n", "- [✓] Go.\n- [x] Pack.\n"),
        ("```\n- code\n```\n- Go.\n", "```\n- code\n```\n- [x] Go.\n"),
    ],
)  # fmt: skip
def test_a_box_stands_behind_the_bullet(before: str, after: str) -> None:
    assert body_of(marked(pending(before)).data) == after


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_a_box(status: Status) -> None:
    found = marked(pending("- [?] x\n- [x] Go.\n- [ ] Pack.\n"), status)
    assert {task.mark for task in read(found.data).tasks} == {status}
    box = BOXES[status]
    first = "- [?] x" if status == "pending" else f"- [{box}] [?] x"
    assert body_of(found.data) == f"{first}\n- [{box}] Go.\n- [{box}] Pack.\n"


def test_a_pending_task_without_a_box_gets_none() -> None:
    data = note("Go.").encode()
    found = mark(PATH, data, all_to("pending"))
    assert found.data is data
    assert (found.boxes, found.left, found.text) == ((), (), found.stored)


def test_prose_has_no_box_and_is_named() -> None:
    found = marked(pending("A van is still to be hired.\n"))
    assert found.text == found.stored
    assert [(left.line, left.status, left.reason) for left in found.left] == [
        (read(found.stored).tasks[0].line, "done", "written as prose, which has no box")
    ]


def test_a_bullet_on_the_line_of_a_heading_is_named() -> None:
    text = frontmatter() + head() + "**Pending Tasks:** - Hire a van.\n- Pack.\n"
    found = marked(text)
    assert [(left.text, left.reason) for left in found.left] == [
        ("Hire a van.", "its line begins with no bullet")
    ]
    assert [box.text for box in found.boxes] == ["Pack."]


def test_what_is_no_session_or_no_text_is_refused() -> None:
    with pytest.raises(NotMarked, match="not a session"):
        marked("# Index\n")
    with pytest.raises(NotText):
        marked(b"\0")
    with pytest.raises(NotText, match="UTF-16"):
        marked(codecs.BOM_UTF16_LE + note("Go.").encode("utf-16-le") + b"\x00")


@pytest.mark.parametrize("name", ["000_f6b27d4923622a3f", "001_1b92bc54a7ff3cf0",
                                  "002_2cd8d79bcc1167fb"])  # fmt: skip
@pytest.mark.parametrize("status", ["done", "doing"])
def test_the_sample_documents_keep_their_damage(name: str, status: Status) -> None:
    data = (SEEDS / f"{name}.txt").read_bytes()
    check(data, lambda _task: status)


@pytest.mark.parametrize("codec", ["mac-roman", "cp1252", "latin-1", "cp1250"])
def test_a_damaged_bullet_stays_damaged(codec: str) -> None:
    text = pending(misread("  • Zoë fragt nach – „heute“.\n  • Größe messen.\n", codec))
    found = check(text.encode(), all_to("done"))
    assert len(found.boxes) == 2
    assert misread("  • ", codec) + "[x] " in found.text


def test_bytes_that_are_no_utf8_stay() -> None:
    data = pending("- caf\ue000 ask\n- x\n").encode().replace("\ue000".encode(), b"\xe9")
    found = check(data, all_to("dropped"))
    assert b"- [-] caf\xe9 ask\n- [-] x\n" in found.data


# What holds for every note -----------------------------------------------------------------


def check(data: bytes, status_of: Callable[[Task], Status]) -> Marked:
    """What is marked reads back as that; nothing but boxes has changed; again changes nothing."""
    before = read(data, PATH)
    found = mark(PATH, data, status_of)
    after = read(found.data, PATH)
    left = {one.task for one in found.left}
    assert [(task.id, task.text, task.line) for task in after.tasks] == [
        (task.id, task.text, task.line) for task in before.tasks
    ]
    assert (after.id, after.content) == (before.id, before.content)
    for old, new in zip(before.tasks, after.tasks, strict=True):
        assert new.mark == (old.mark if old.id in left else status_of(old))
        assert old.id not in left or old.from_prose
    end = "\n" if "\n" in found.stored else "\r"
    lines = [*zip(found.stored.split(end), found.text.split(end), strict=True)]
    changed = {number: pair for number, pair in enumerate(lines, 1) if pair[0] != pair[1]}
    assert [*changed] == [box.line for box in found.boxes]
    assert all(has_a_box_more(*pair) for pair in changed.values())
    encoded = found.stored.encode(encoding := encoding_of(data), "surrogateescape")
    assert data.endswith(encoded)
    mark_of_order = data.removesuffix(encoded)
    assert found.data == mark_of_order + found.text.encode(encoding, "surrogateescape")
    again = mark(PATH, found.data, status_of)
    assert again.data == found.data
    assert again.boxes == ()
    return found


def encoding_of(data: bytes) -> str:
    return next((name for name, bom in BOMS.items() if data.startswith(bom)), "utf-8")


def has_a_box_more(old: str, new: str) -> bool:
    """Whether a line got a box, or another sign in the one it has, and is the same elsewhere."""
    if len(old) == len(new):
        signs = [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
        return len(signs) == 1 and {*signs[0]} <= {*BOXES.values(), "X"}
    return any(
        BOX.fullmatch(new[place : place + len(new) - len(old)])
        and new[:place] + new[place + len(new) - len(old) :] == old
        for place in range(len(old) + 1)
    )


WORDS = st.sampled_from(
    ["Hire a van.", "Größe für Zoë prüfen", "Llamar a Ñandú — “mañana”", "Позвонить в Киев",
     "Ξεκίνα το σχέδιο", "请致电", "📅 2024-01-01", "**Bold:** do [[a|b]]", "x", "[x](y) read",
     "café", "`code` it", "1. of 2", "- twice", "i̇stanbul’a git", "None of it works yet",
     "[ ] in words", "[?] ask", "zażółć gęślą jaźń", "שלום", "a\u00a0b", "it’s €5"]
)  # fmt: skip
BULLETS = st.sampled_from(["-", "*", "+", "•", "–", "—", "▪", "◦", "·", "●", "1.", "12)", "(3)"])
ITEMS = st.builds(
    lambda indent, bullet, space, box, words, more: (
        f"{indent}{bullet}{space}{box}{words}\n" + "".join(f"{indent}  {one}\n" for one in more)
    ),
    st.sampled_from(["", "  ", "\t"]),
    BULLETS,
    st.sampled_from([" ", "  ", "\t"]),
    st.sampled_from(["", "", "[ ] ", "[x] ", "[X] ", "[/] ", "[!]  ", "[-] "]),
    WORDS,
    st.lists(WORDS.filter(lambda words: words[0] not in "-1[`"), max_size=2),
)
OTHERS = st.sampled_from(["\n", "```\n- code\n```\n", "#### Part\n", "---\n", "- None.\n"])
BODIES = st.lists(st.one_of(ITEMS, ITEMS, OTHERS), min_size=1, max_size=6).map("".join)
CODECS = ["", "mac-roman", "latin-1", "cp1252", "cp1254", "cp1253"]


def damaged(text: str, codec: str, lines: Mapping[int, bool]) -> str:
    """Misread some lines, as far as the table knows their bytes."""
    found = []
    for number, line in enumerate(text.split("\n")):
        if codec and lines.get(number % 7, True):
            line = line.encode().decode(codec, "ignore")
        found.append(line)
    return "\n".join(found)


@settings(max_examples=100, deadline=None)
@given(
    body=BODIES,
    codec=st.sampled_from(CODECS),
    lines=st.dictionaries(st.integers(0, 6), st.booleans(), max_size=7),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["", *BOMS]),
    open_end=st.booleans(),
    statuses=st.lists(st.sampled_from(STATUSES), min_size=1, max_size=6),
)
def test_any_note_reads_back_as_it_was_marked(
    body: str,
    codec: str,
    lines: Mapping[int, bool],
    ending: str,
    encoding: str,
    open_end: bool,
    statuses: list[Status],
) -> None:
    text = frontmatter() + head() + sections(body)
    text = damaged(text.rstrip("\n") if open_end else text, codec, lines).replace("\n", ending)
    data = BOMS.get(encoding, b"") + text.encode(encoding or "utf-8")
    if isinstance(session := read_note(PATH, data), Session):
        wanted = {
            task.id: statuses[place % len(statuses)] for place, task in enumerate(session.tasks)
        }
        check(data, lambda task: wanted[task.id])
