"""The command palette: every action, by what it does."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from tui.ui.actions import Action, keys_of, remapped


class Actions(Provider):
    """Offers the table of actions to the palette."""

    def _table(self) -> Iterator[tuple[Action, str]]:
        for action in remapped(getattr(self.app, "keys_of_config", {})):
            if action.group != "Move" and action.name != "palette":
                yield action, f"{action.says[0].upper()}{action.says[1:]}"

    async def discover(self) -> Hits:
        """Offer everything before a letter is typed."""
        for action, says in self._table():
            yield DiscoveryHit(Content(says), self._run(action), text=says, help=keys_of(action))

    async def search(self, query: str) -> Hits:
        """Offer what fits the letters."""
        matcher = self.matcher(query)
        for action, says in self._table():
            if (score := matcher.match(says)) > 0:
                yield Hit(
                    score, matcher.highlight(says), self._run(action), text=says,
                    help=keys_of(action),
                )  # fmt: skip

    def _run(self, action: Action) -> IgnoreReturnCallbackType:
        return partial(self.screen.run_action, action.action)


class Palette(CommandPalette):
    """Textual's palette, in which a page key may be pressed where nothing is found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page('page_down')", show=False, priority=True),
        Binding("pageup", "page('page_up')", show=False, priority=True),
    ]

    async def action_page(self, name: str) -> None:
        """Move by a page; Textual 8.2 fails on it in a list that is empty."""
        found = self.query_one(CommandList)
        if found.option_count and found.size.height:
            await found.run_action(name)
