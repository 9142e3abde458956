"""The command palette: every action, by what it does."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
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
