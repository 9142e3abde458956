"""The table of actions, and what is written from it for people."""

from __future__ import annotations

import pytest

from tests.program import ROOT
from tui.ui.actions import ACTIONS, BAR, Action, keys_of

_ARROWS = {"down": "↓", "up": "↑", "left": "←", "right": "→"}
_BESIDE = {"ctrl+d", "ctrl+u", "F1", "ctrl+q"}  # second keys, which the help names


def keys_in_readme() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.split("\n## Keys\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_the_readme_names_every_key(action: Action) -> None:
    keys = ["g g"] if action.name == "g_prefix" else keys_of(action).split()
    for key in {*keys} - _BESIDE:
        assert f"`{_ARROWS.get(key, key)}`" in keys_in_readme()


def test_no_key_does_two_things() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))


def test_the_key_bar_has_a_word_for_each_of_its_actions() -> None:
    words = {action.name: action.bar for action in ACTIONS}
    assert all(words[name] for name in BAR)
    assert {name for name, word in words.items() if word} == set(BAR)
