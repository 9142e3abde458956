"""The table of actions, and what is written from it for people."""

from __future__ import annotations

import pytest

from tests.program import ROOT
from tui.ui.actions import (
    ACTIONS,
    BAR,
    BAR_OF_PICTURES,
    SCREENS,
    Action,
    ScreenName,
    actions_on,
    keys_of,
)

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


@pytest.mark.parametrize("screen", SCREENS)
def test_no_key_does_two_things_on_a_screen(screen: ScreenName) -> None:
    keys = [key for action in actions_on(screen) for key in action.keys]
    assert len(keys) == len(set(keys))


def test_every_action_is_on_some_screen_and_every_screen_has_a_key() -> None:
    assert {action for screen in SCREENS for action in actions_on(screen)} == set(ACTIONS)
    assert [a.name for a in ACTIONS if a.group == "Screens"] == list(SCREENS)


def test_the_key_bar_has_a_word_for_each_of_its_actions() -> None:
    words = {action.name: action.bar for action in ACTIONS}
    assert all(words[name] for name in (*BAR, *BAR_OF_PICTURES))
    assert {name for name, word in words.items() if word} == {*BAR, *BAR_OF_PICTURES}
