"""What holds for every note: it never raises, and what was written is what is read."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tests.samples import SEEDS, misread, note, pending, read
from tui.notes import NotASession, Session, read_note

SEED_BYTES = [path.read_bytes() for path in sorted(SEEDS.iterdir())]
PIECES = [
    b"---\n", b"title: \"x\"\n", b"tags: ['a', 'b']\n", b"created: 2024-02-13\n",
    b"publish: true\n",
    "## 📅 2024-02-13 — Session: Tea\n".encode(), "**🕒 10:00–11:00**  \n".encode(),
    "**🏷️ Labels**: A, B  \n".encode(), b"**Project**: X\n", b"### Session Goal\n",
    b"**Pending Tasks:**\n", b"Pending Tasks:\n", b"### Pending Tasks: None.\n", b"- One.\n",
    b"- [x] Two.\n", "  • Three.\n".encode(), b"```\n", b"\n", b"\r\n", b"\r", b"\x00", b"\xff\xfe",
    b"\xc3\xa9\xc2\x85", "‚Äì ğŸ·ï¸ â€¢ ".encode(), b"# X\n", b"#### Y\n", b"None identified.\n",
    b"Pending Tasks\n-----\n", b"=====\n", b"- **Pending Tasks:**\n  - Two.\n", b"<!--\n", b"-->\n",
    "> 📅 2024-02-12 — Session: Before\n".encode(), b"    ", b"***Open Items (2)***\n",
    b"\x1b[31m", b"[[a|b]]", b"&a *a !!b {", b"--- \n...\n",
]  # fmt: skip

words = st.text("abcdefg áéñ’–", min_size=1).map(lambda s: " ".join(s.split())).filter(bool)
# Each begins so that it is neither a marker nor a way to say "nothing".
texts = words.map(lambda text: f"Buy {text}")


def check(path: str, data: bytes) -> Session | NotASession:
    found = read_note(path, data)
    assert found.path == path
    if isinstance(found, Session):
        lines = found.text.count("\n") + found.text.count("\r") + 1
        assert len({task.id for task in found.tasks}) == len(found.tasks)
        assert all(1 <= task.line <= lines and task.text for task in found.tasks)
        assert all(1 <= mend.line <= lines for mend in found.healed)
        assert all(1 <= number <= lines for number in found.uncertain)
    else:
        assert found.reason
    return found


@given(st.binary())
def test_no_bytes_make_it_raise(data: bytes) -> None:
    check("a.md", data)


@given(st.text(), st.sampled_from(["utf-8", "utf-16", "latin-1", "cp1252"]))
def test_no_text_makes_it_raise(text: str, codec: str) -> None:
    check("a.md", text.encode(codec, "replace"))


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)), max_size=25))
def test_no_pieces_of_notes_make_it_raise(pieces: list[bytes]) -> None:
    check("a.md", b"".join(pieces))


@given(st.sampled_from(SEED_BYTES), st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=8))
def test_no_cut_and_no_splice_makes_it_raise(data: bytes, at: int, less: int, new: bytes) -> None:
    check("a.md", data[:at] + new + data[at + less :])
    check("a.md", data[:at])


@given(
    title=texts,
    day=st.dates().map(str),
    start=st.times().map(lambda time: f"{time:%H:%M}"),
    tasks=st.lists(texts, max_size=5),
)
def test_what_was_written_is_what_is_read(
    title: str, day: str, start: str, tasks: list[str]
) -> None:
    text = note(*tasks, title=title, day=day, start=start)
    session = read(text)
    assert session.text == text
    assert (session.title, session.date, session.start) == (title, day, start)
    assert session.end == "04:35"
    assert session.labels == ("Home", "Plans")
    assert [task.text for task in session.tasks] == tasks
    assert (session.healed, session.uncertain, session.problems) == ((), (), ())
    assert read(session.text) == session


@given(tasks=st.lists(texts, min_size=1, max_size=4))
def test_a_damaged_note_reads_as_the_clean_one(tasks: list[str]) -> None:
    clean = read(note(*tasks))
    damaged = read("\n".join(misread(line, "mac_roman") for line in note(*tasks).split("\n")))
    assert (damaged.title, damaged.date, damaged.start) == (clean.title, clean.date, clean.start)
    assert damaged.id == clean.id
    assert len(damaged.tasks) == len(clean.tasks)


def test_many_lines_do_not_make_it_slow_or_deep() -> None:
    assert len(read(note(*["Same."] * 3000)).tasks) == 3000
    assert len(read(note() + "### Pending Tasks\n- One.\n" * 3000).tasks) == 3000
    brackets = read(note("Buy " + "[[" * 30_000))
    assert brackets.tasks[0].text == "Buy " + "[[" * 30_000


def test_a_bullet_of_very_many_lines_is_one_task() -> None:
    lines = "goes on\n" * 200_000
    [task] = read(pending(f"- Buy tea\n{lines}")).tasks
    assert len(task.text) == len("Buy tea") + len(" goes on") * 200_000
    [told] = read(pending(f"Buy tea\n{lines}")).tasks
    assert (told.text, told.from_prose) == (task.text, True)


def test_more_tasks_than_anyone_follows_up_on_are_not_listed_and_that_is_said() -> None:
    some = read(note(*(f"Buy {number}." for number in range(5_000))))
    assert (len(some.tasks), some.problems) == (5_000, ())
    many = read(note(*(f"Buy {number}." for number in range(20_000))))
    assert many.tasks == some.tasks
    assert many.problems == ("tasks: more than 5,000, the others are not listed",)


def test_of_a_head_that_is_wrong_all_over_not_all_is_told() -> None:
    session = read(note("Buy tea.").replace("**🕒", "10:99–11:88\n" * 10_000 + "**🕒"))
    assert len(session.problems) == 20
    assert [task.text for task in session.tasks] == ["Buy tea."]
