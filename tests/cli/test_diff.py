"""A diff of two texts of as many lines."""

from __future__ import annotations

import difflib
import re

from hypothesis import given, strategies as st

from tui.cli.diff import diff


def printed(old: str, new: str) -> list[str]:
    return [line.sign + line.text for line in diff("a.md", old, new)]


def applied(old: str, lines: list[str]) -> str:
    """What a program that applies diffs makes of a text."""
    rest = old.split("\n")
    made: list[str] = []
    taken = 0
    last = ""
    for line in lines[2:]:
        if hunk := re.fullmatch(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@", line):
            assert hunk[1] == hunk[3]
            assert hunk[2] == hunk[4]
            made += rest[taken : int(hunk[1]) - 1]
            taken = int(hunk[1]) - 1
        elif line[0] == "\\":
            assert last
            assert taken == len(rest) or last == "-"
        else:
            if line[0] in " -":
                assert rest[taken] == line[1:]
                taken += 1
            if line[0] in " +":
                made.append(line[1:])
            last = line[0]
    return "\n".join(made + rest[taken:])


LINES = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("aaabc")), max_size=40)


@given(pairs=LINES, is_open=st.booleans())
def test_applied_to_the_old_text_it_gives_the_new_one(
    pairs: list[tuple[str, str]], is_open: bool
) -> None:
    end = "" if is_open else "\n"
    old = "\n".join(before for before, _ in pairs) + end
    new = "\n".join(after for _, after in pairs) + end
    lines = printed(old, new)
    assert bool(lines) == (old != new)
    assert applied(old, lines) == new


def test_it_reads_as_diffs_do() -> None:
    old = [f"line {number}" for number in range(1, 31)]
    new = [*old]
    for number in (0, 5, 6, 13, 24, 29):
        new[number] = new[number].upper()
    usual = difflib.unified_diff(old, new, "a.md", "a.md", lineterm="")
    assert printed("\n".join(old) + "\n", "\n".join(new) + "\n") == list(usual)


def test_a_last_line_without_its_end_is_told_on_both_sides() -> None:
    none = "\\ No newline at end of file"
    assert printed("a\nb", "a\nc")[2:] == ["@@ -1,2 +1,2 @@", " a", "-b", none, "+c", none]
    assert printed("a\nb", "c\nb")[2:] == ["@@ -1,2 +1,2 @@", "-a", "+c", " b", none]
    assert printed("a\nb", "c\nd")[3:] == ["-a", "-b", none, "+c", "+d", none]
    assert none not in printed("a\n" * 9 + "b", "c\n" + "a\n" * 8 + "b")


def test_the_end_of_a_line_is_not_shown() -> None:
    assert printed("a\r\nb\r\n", "a\r\nc\r\n")[3:] == [" a", "-b", "+c"]


def test_only_line_feeds_end_lines() -> None:
    odd = "a\x85b\x0cc\u2028d\re"
    assert printed(f"{odd}\n", f"{odd}!\n")[3:] == [f"-{odd}", f"+{odd}!"]
