"""The YAML block on top of a note: what is wrong with it is a problem, never an exception."""

from __future__ import annotations

import pytest
from frontmatter.default_handlers import YAMLHandler
from hypothesis import given, strategies as st

from tests.samples import frontmatter, head, note, read, sections
from tui.notes import Session, metadata
from tui.notes.metadata import read_metadata

BODY = head() + sections("- Hire a van.\n")
BARE = "### Session Goal\nTo test.\n\n### Pending Tasks\n- Hire a van.\n"


def with_block(block: str, body: str = BODY) -> Session:
    session = read(f"---\n{block}---\n\n{body}")
    assert [task.text for task in session.tasks] == ["Hire a van."]
    return session


def complaint(session: Session) -> str:
    found = [problem for problem in session.problems if problem.startswith("frontmatter")]
    assert found, session.problems
    return found[0]


def test_a_usual_note_has_no_problem() -> None:
    session = read(note("Hire a van."))
    assert session.problems == ()
    assert session.publish is False


@pytest.mark.parametrize(
    ("tags", "labels"),
    [
        ("['A b', 'C']", ("A b", "C")),
        ('["A b", "C"]', ("A b", "C")),
        ("[A b, C]", ("A b", "C")),
        ("A b, C", ("A b", "C")),
        ("\n  - A b\n  - C", ("A b", "C")),
        ("[]", ()),
        ("", ()),
        ("[1, 2024-01-01, true]", ("1", "2024-01-01", "True")),
    ],
)
def test_tags_are_a_list_or_a_text_with_commas(tags: str, labels: tuple[str, ...]) -> None:
    block = f'title: "Tea"\ntags: {tags}\ncreated: 2024-02-13\n'
    assert with_block(block, BARE).labels == labels


@pytest.mark.parametrize(
    ("written", "publish"),
    [
        ("true", True), ("'true'", True), ('"Yes"', True), ("yes", True),
        ("false", False), ("False", False), ("no", False),
        ("null", None), ("", None), ("''", None),
    ],
)  # fmt: skip
def test_publish(written: str, publish: bool | None) -> None:
    session = with_block(f"publish: {written}\n")
    assert session.publish is publish
    assert session.problems == ()


NEITHER = "frontmatter: publish is neither true nor false, and counts as false"


@pytest.mark.parametrize(
    "written", ["perhaps", "'no'", "'False'", "n", "0", "1", "private", "false,", "true,", "[yes]"]
)
def test_what_is_not_clearly_for_others_is_not(written: str) -> None:
    session = with_block(f"publish: {written}\n")
    assert session.publish is False
    assert complaint(session) == NEITHER


@pytest.mark.parametrize(
    ("written", "publish"),
    [("'no'", False), ("private", False), ("true # for all", True), ("false # for none", False)],
)
def test_publish_in_a_block_that_is_broken(written: str, publish: bool) -> None:
    assert with_block(f"title: a: b\nPublish: {written}\n").publish is publish


def test_publish_counts_in_a_block_that_is_not_read_or_never_closed() -> None:
    assert with_block(f"publish: false\nx: {'y' * 70_000}\n").publish is False
    assert read(f"---\ntitle: Tea\nmood: fine\npublish: false\n\n{BODY}").publish is False
    assert read(f"---\ntitle: Tea\n\n{BODY}\npublish: false\n").publish is None


def test_keys_with_capitals_stand_for_small_ones_that_are_missing() -> None:
    session = read(
        f"---\nTitle: Tea\nTAGS: [A, B]\nCreated: 2024-02-13\nPublish: false\n---\n{BARE}"
    )
    assert (session.title, session.date, session.labels) == ("Tea", "2024-02-13", ("A", "B"))
    assert session.publish is False
    assert with_block("publish: true\nPublish: false\n").publish is True
    assert with_block("title: a: b\npublish: true\nPublish: false\n").publish is True


def test_the_list_of_tags_tells_which_commas_divide_labels() -> None:
    line = "Labels**: Research, Development, Data"
    body = BODY.replace("Labels**: Home, Plans", line)
    block = "tags: ['Research, Development', 'Data']\n"
    assert with_block(block, body).labels == ("Research, Development", "Data")
    apart = ("Research", "Development", "Data")
    assert with_block("tags: ['Development', 'Data']\n", body).labels == apart
    assert with_block("tags: Research, Development, Data\n", body).labels == apart


def test_the_head_counts_for_more_and_a_contradiction_is_said() -> None:
    session = with_block('title: "Something else"\ncreated: 2024-03-01\n')
    assert (session.title, session.date) == ("Planned the move", "2024-02-13")
    assert session.problems == (
        "frontmatter: created 2024-03-01, but the head says 2024-02-13",
        "frontmatter: its title is not the title in the head",
    )


@pytest.mark.parametrize("title", ["Planned the Move", "Planned  the move.", "Planned the “move”"])
def test_the_same_title_otherwise_written_is_no_contradiction(title: str) -> None:
    assert with_block(f"title: {title}\n").problems == ()


def test_frontmatter_stands_in_for_a_head_that_is_missing() -> None:
    session = read(frontmatter("Tea") + BARE)
    assert (session.title, session.date) == ("Tea", "2024-02-13")
    assert session.labels == ("Home", "Plans")
    assert session.problems == ("head: no clock times",)


def test_no_frontmatter() -> None:
    session = read(BODY)
    assert session.problems == ("frontmatter: there is none",)
    assert session.publish is None


def test_frontmatter_that_is_never_closed() -> None:
    session = read(f'---\ntitle: "Tea"\npublish: true\n\n{BODY}')
    assert "frontmatter: it is never closed" in session.problems
    assert session.publish is True
    assert len(session.tasks) == 1


@pytest.mark.parametrize("block", ["- a\n- b\n", "just words\n", "42\n", "'quoted'\n"])
def test_frontmatter_that_is_no_mapping(block: str) -> None:
    assert complaint(with_block(block)) == "frontmatter: not a mapping of names to values"


@pytest.mark.parametrize(
    "block",
    [
        "title: 'never closed\npublish: true\n",
        "title: a: b\npublish: true\n",
        "\ttitle: x\npublish: true\n",
        "title: [a, b\npublish: true\n",
        "title: !!python/object/apply:os.system ['true']\npublish: true\n",
        "title: @at\npublish: true\n",
        "created: 2024-02-13\nother: 2024-02-31\npublish: true\n",
        "title: \x07bell\npublish: true\n",
    ],
)
def test_broken_yaml_is_a_problem_and_its_plain_lines_still_count(block: str) -> None:
    session = with_block(block)
    assert complaint(session).startswith(("frontmatter: not YAML", "frontmatter: a value"))
    assert session.publish is True


def test_a_mistake_names_its_line_in_the_file() -> None:
    session = with_block("publish: true\ntitle: a: b\n")
    assert complaint(session).startswith("frontmatter: not YAML (line 3:")


def test_a_day_that_is_not_in_the_calendar() -> None:
    session = with_block("created: 2024-02-31\n")
    assert session.date == "2024-02-13"
    assert any(problem.startswith("frontmatter:") for problem in session.problems)


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x]\n" + "".join(f"k{i}: &k{i} [*a, *a]\n" for i in range(30)),
        "a: &a\n  b: 1\nc: *a\n",
        "<<: &m {a: 1}\nb: *m\n",
    ],
)
def test_aliases_are_refused_before_anything_is_built(bomb: str) -> None:
    assert "aliases are not read" in complaint(with_block(bomb))


@pytest.mark.parametrize("nested", ["a: " + "[" * 400 + "]" * 400 + "\n", "? " * 300 + "a\n"])
def test_deep_nesting_is_refused(nested: str) -> None:
    assert "deep" in complaint(with_block(nested))


def test_too_many_entries_are_refused() -> None:
    assert "more than 5,000" in complaint(with_block("tags: [" + "[a], " * 3000 + "b]\n"))
    assert "more than 5,000" in complaint(with_block("a: [" + "{b}, " * 3000 + "c]\n"))


def test_a_huge_block_is_not_read() -> None:
    assert "longer than 65,536" in complaint(with_block(f"title: {'x' * 70_000}\n"))


@pytest.mark.parametrize(
    "block",
    [
        f"a:{' ' * 60_000}&\n",
        f"a: [{' ' * 60_000}&\n",
        "a: b\n" * 12_000 + "&\n",
        "[" * 60_000 + "\n",
        f"title: {'- ' * 30_000}\n",
        f"n: {'9' * 60_000}\n",
    ],
    ids=["spaces", "list", "lines", "brackets", "dashes", "digits"],
)
def test_a_block_made_to_cost_time_is_read_all_the_same(block: str) -> None:
    assert with_block(block).title == "Planned the move"


@given(st.text(max_size=200))
def test_no_block_makes_it_raise(block: str) -> None:
    lines = ["---", *block.split("\n"), "---", "body"]
    found = read_metadata(lines)
    assert isinstance(found.values, dict)
    assert 0 <= found.body <= len(lines)


@given(
    st.lists(
        st.text("abt:{}[]&*!|>?-#'\"% ,\n\\@`~0123456789.", max_size=12),
        max_size=8,
    )
)
def test_no_yaml_makes_it_raise(pieces: list[str]) -> None:
    lines = ["---", *"\n".join(pieces).split("\n"), "---"]
    assert isinstance(read_metadata(lines).values, dict)


HUGE = {
    "decimal": "9" * 5_000,
    "hexadecimal": "0x" + "f" * 4_000,
    "longest": "0x" + "f" * 60_000,
    "binary": "-0b" + "1" * 20_000,
    "octal": "+0" + "7" * 5_000,
    "sixties": ":".join(["59"] * 3_000),
    "tagged": "!!int '0x" + "f" * 4_000 + "'",
    "barely": hex(10**640),
}
KEYS = ("title", "tags", "session_id", "created", "publish", "project", "priority", "other")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("written", HUGE.values(), ids=HUGE)
def test_a_huge_number_is_a_problem_wherever_it_stands(key: str, written: str) -> None:
    for form in (
        "{}",
        "[{}, x]",
        "[[{}]]",
        "{{a: {}}}",
        "{{? {} : a}}",
        "!!set {{? {} }}",
        "\n  - {}",
    ):
        session = with_block(f"{key}: {form.format(written)}\nmood: fine\n")
        assert complaint(session).startswith("frontmatter: a value cannot be read (")
        assert session.title == "Planned the move"


def test_a_number_that_is_no_more_than_long_is_text() -> None:
    assert with_block(f"title: {'9' * 640}\n", BARE).title == "9" * 640


def test_plain_lines_beside_a_huge_number_still_count() -> None:
    session = with_block(f"publish: true\nother: {HUGE['hexadecimal']}\n")
    assert session.publish is True
    assert complaint(session).endswith("(a number of more than 640 digits)")


ODD = st.one_of(
    st.sampled_from([*HUGE.values(), "0x", "0b", "1_000", ".inf", "-.INF", ".nan", "1e400", "0o7"]),
    st.integers(10**600, 10**700).flatmap(lambda n: st.sampled_from([str(n), hex(n), bin(n)])),
    st.lists(st.integers(0, 99), min_size=2, max_size=900).map(lambda n: ":".join(map(str, n))),
    st.tuples(st.dates().map(str), st.times().map(str), st.integers(-99, 99)).map(
        lambda at: f"{at[0]} {at[1]} {at[2]:+03}:{abs(at[2])}"
    ),
    st.floats().map(str),
)
TAGGED = st.sampled_from(
    [
        "",
        "!!int ",
        "!!float ",
        "!!timestamp ",
        "!!bool ",
        "!!binary ",
        "!!set ",
        "!!omap ",
        "!!str ",
    ]
)
FORMS = st.sampled_from(["{}", "[{}]", "[[{}], x]", "{{a: {}}}", "{{{}: b}}", "'{}'", "\n- {}"])


@given(st.dictionaries(st.sampled_from(KEYS), st.tuples(TAGGED, FORMS, ODD), max_size=4))
def test_no_value_of_any_kind_makes_it_raise(values: dict[str, tuple[str, str, str]]) -> None:
    with_block("".join(f"{k}: {tag}{form.format(v)}\n" for k, (tag, form, v) in values.items()))


@given(
    st.text(max_size=30),
    st.lists(st.text(max_size=12), min_size=1, max_size=4),
    st.dates().map(str) | st.just("2024-02-30"),
    st.sampled_from(["true", "false"]),
)
def test_the_usual_block_means_what_yaml_says(
    title: str, tags: list[str], created: str, publish: str
) -> None:
    listed = ", ".join(f"'{tag}'" for tag in tags)
    inner = f'title: "{title}"\ntags: [{listed}]\ncreated: {created}\npublish: {publish}\n'
    if quick := metadata._usual(inner):
        assert quick == YAMLHandler().load(inner)
    else:
        assert created == "2024-02-30" or not (title + "".join(tags)).isalnum()


@pytest.mark.parametrize(
    "block",
    [
        "content: x\nhandler: y\nmetadata: z\nself: 1\n",
        "title: Tea\ntitle: Coffee\n",
        "? [a, b]\n: c\n",
        "1: 2\nnull: x\ntrue: y\n",
        "created: 2024-13-45\n",
        "created: 24:61:61\n",
        "created: [2024-02-13]\ntitle: {a: b}\ntags: {a: b}\npublish: [yes]\n",
        'title: "\\e[2J\\x9b\\u202e"\n',
        "title: |\n  one\n  two\n",
        "title: .nan\ntags: .inf\nsession_id: 0x_\n",
        "a: !!timestamp 2024-99-99\n",
        "created: !!timestamp soon\n",
        "a: !!int x\n",
        "--- |\n",
        "%TAG ! x\n",
    ],
)
def test_whatever_stands_in_it_body_and_tasks_are_read(block: str) -> None:
    assert with_block(block).title == "Planned the move"


def test_a_key_that_stands_twice_is_a_problem() -> None:
    assert complaint(with_block("title: Planned the move\npublish: true\npublish: false\n")) == (
        "frontmatter: publish stands twice, the last one counts"
    )
    assert with_block("a: {x: 1, y: 2}\nb: {x: 1}\nc: [x, x]\n").problems == ()


def test_what_costs_is_refused_before_anything_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(_: str) -> None:
        raise AssertionError("it was built")

    monkeypatch.setattr(metadata, "_parse", build)
    merges = "a: &a {x: 1}\n" + "".join(f"k{i}: {{<<: [*a, *a]}}\n" for i in range(12))
    for bomb in (merges, "a: " + "[" * 60_000 + "\n", "a: " + "{" * 60_000, "- " * 30_000 + "\n"):
        assert complaint(with_block(bomb))
