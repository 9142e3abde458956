"""Patterns: what they find is what `re` finds, and none is compiled for nothing."""

import pkgutil
import re
from importlib import import_module

import pytest

import tui.notes
from tui.notes import patterns
from tui.notes.patterns import pattern


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that are compiled, in order."""
    seen: list[str] = []
    compile_ = re.compile

    def compiles(text: str, flags: int = 0) -> re.Pattern[str]:
        seen.append(text)
        return compile_(text, flags)

    monkeypatch.setattr("tui.notes.patterns.re.compile", compiles)
    return seen


def test_a_pattern_finds_what_re_finds() -> None:
    word = pattern(r"[a-z]+", re.IGNORECASE)
    usual = re.compile(r"[a-z]+", re.IGNORECASE)
    for _ in range(2):
        assert word.findall("Hire a van.") == usual.findall("Hire a van.")
        assert word.sub("_", "1 Van") == "1 _"
        assert [match.span() for match in word.finditer("a bc")] == [(0, 1), (2, 4)]
        assert word.match("1") is None
    assert word.flags == usual.flags


def test_a_pattern_is_compiled_once_and_not_before_it_is_used(compiled: list[str]) -> None:
    words = pattern("a+"), pattern("b+")
    assert words[0].pattern == "a+"
    assert compiled == []
    assert words[1].search("abb")
    assert words[1].fullmatch("bb")
    assert compiled == ["b+"]


def test_what_is_no_pattern_says_so_where_it_is_used() -> None:
    word = pattern("(")
    with pytest.raises(re.error):
        word.search("")


def test_every_pattern_of_ours_can_be_compiled() -> None:
    names = [name for _, name, _ in pkgutil.walk_packages(tui.notes.__path__, "tui.notes.")]
    found = [
        value
        for name in names
        for value in vars(import_module(name)).values()
        if isinstance(value, patterns._Uncompiled)
    ]
    assert found
    for value in found:
        value.search("")  # raises where it is none
