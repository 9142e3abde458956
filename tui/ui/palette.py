"""The command palette: actions by what they do, what can be filtered by, saved views."""

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher
from textual.markup import escape
from textual.screen import Screen
from textual.style import Style
from textual.types import IgnoreReturnCallbackType

from tui.plain import plain
from tui.ui.actions import Action, keys_of, remapped
from tui.ui.app import WorkbenchApp
from tui.ui.cells import counted, fit
from tui.ui.narrowing import FIELD_OF, term
from tui.ui.screens.over import Over
from tui.ui.screens.review import ReviewScreen
from tui.workbench import FACETS, FIELDS, Facet, FacetKind, words_of

_MOST_VALUES = 40


class Actions(Provider):
    """Offers the table of actions to the palette."""

    def _table(self) -> Iterator[tuple[Action, str]]:
        for action in remapped(getattr(self.app, "keys_of_config", {})):
            if action.group != "Move" and action.name != "palette":
                yield action, f"{action.says[0].upper()}{action.says[1:]}"

    async def discover(self) -> Hits:
        """Offer everything before a letter is typed."""
        for action, says in self._table():
            yield DiscoveryHit(
                Content(says), self._run(action), text=says, help=escape(keys_of(action))
            )

    async def search(self, query: str) -> Hits:
        """Offer what fits the letters."""
        matcher = self.matcher(query)
        for action, says in self._table():
            if (score := matcher.match(says)) > 0:
                yield Hit(
                    score, _found_in(says, matcher), self._run(action), text=says,
                    help=escape(keys_of(action)),
                )  # fmt: skip

    def _run(self, action: Action) -> IgnoreReturnCallbackType:
        return partial(self.screen.run_action, action.action)


class Value(NamedTuple):
    """A value there is: the term that asks for it, its words, and what it counts."""

    kind: FacetKind
    term: str
    words: str
    facet: Facet


class Filters(Provider):
    """Offers the fields of a filter, and the values that exist, with counts.

    They are counted once, in a thread, when the palette is opened; a search waits for that.
    """

    async def startup(self) -> None:
        """Begin to count."""
        self._counting = asyncio.create_task(_values_of(self.screen))

    async def shutdown(self) -> None:
        """Nobody waits any more."""
        self._counting.cancel()

    async def discover(self) -> Hits:
        """Offer the fields."""
        screen = self.screen
        if isinstance(screen, ReviewScreen):
            for field in FIELDS.values():
                name = f"{field.name}:"
                yield DiscoveryHit(
                    Content(name),
                    partial(screen.type_filter, name),
                    text=name,
                    help=escape(f"filter: {field.says}"),
                )

    async def search(self, query: str) -> Hits:
        """Offer what fits the letters: fields by letter, values by word, the usual ones first."""
        screen = self.screen
        if not isinstance(screen, ReviewScreen):
            return
        matcher = self.matcher(query)
        for field in FIELDS.values():
            names = [f"{field.name}:", *(f"{field.name}:{choice}" for choice in field.choices)]
            for name in names:
                if (score := matcher.match(name)) > 0:
                    run, says = partial(screen.type_filter, name), f"filter: {field.says}"
                    yield Hit(score, _found_in(name, matcher), run, text=name, help=escape(says))
        # A search that is given up for another one must not end the counting.
        values = await asyncio.shield(self._counting)
        for value in await asyncio.to_thread(_fitting, values, query):
            said = plain(value.term)
            facet = value.facet
            score = max(matcher.match(said), 0.01)
            yield Hit(
                score,
                _found_in(said, matcher),
                partial(screen.narrow, value.kind, facet.text),
                text=said,
                help=escape(f"{counted(facet.sessions, 'session')}, {facet.open_tasks:,} open"),
            )


async def _values_of(screen: Screen[object]) -> list[Value]:
    """The values in the folder that a screen lists, if it lists one."""
    if not isinstance(screen, ReviewScreen):
        return []
    return [
        Value(kind, asked, words_of(f"{FIELD_OF[kind]} {facet.text}"), facet)
        for kind in FACETS
        for facet in await asyncio.to_thread(screen.count_all, kind)
        if (asked := term(kind, facet.text))
    ]


def _fitting(values: list[Value], query: str) -> list[Value]:
    """The values with a word for each word of a query, those of the most sessions."""
    wanted = [f" {word}" for word in words_of(query).split()]
    found = [value for value in values if all(word in value.words for word in wanted)]
    return sorted(found, key=lambda value: -value.facet.sessions)[:_MOST_VALUES]


def _found_in(text: str, matcher: Matcher) -> Content:
    """A text that is no markup, as the matcher's own would be, with what fits the letters."""
    content = Content(text)
    _, offsets = matcher.fuzzy_search.match(matcher.query, text)
    for offset in offsets:
        content = content.stylize(matcher.match_style, offset, offset + 1)
    return content


class Views(Provider):
    """Offers to save what is listed as a view, to open one, and to forget it."""

    def _table(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        screen, app = self.screen, self.app
        if not (isinstance(screen, ReviewScreen) and isinstance(app, WorkbenchApp)):
            return
        about = "the filter and the order, under a name, in the config file"
        yield "Save this view…", about, partial(_save, app, screen)
        for name, view in app.views.items():
            said = plain(f"Open view {name}: {view.filter or 'all sessions'}, {view.sort}")
            yield said, "list what was saved", partial(screen.open_view, view)
        for name in app.views:
            said = plain(f"Forget view {name}")
            yield said, "take it out of the config file", partial(app.forget_view, name)

    async def discover(self) -> Hits:
        """Offer all of them."""
        for says, about, run in self._table():
            yield DiscoveryHit(Content(says), run, text=says, help=escape(about))

    async def search(self, query: str) -> Hits:
        """Offer those that fit the letters."""
        matcher = self.matcher(query)
        for says, about, run in self._table():
            if (score := matcher.match(says)) > 0:
                yield Hit(score, _found_in(says, matcher), run, text=says, help=escape(about))


def _save(app: WorkbenchApp, screen: ReviewScreen) -> None:
    from tui.ui.screens.ask import AskScreen

    view = screen.view

    def answered(name: str | None) -> None:
        if name:
            app.run_worker(app.save_view(plain(name), view), group="views")

    about = fit(f"{view.filter or 'all sessions'}, {view.sort}", 44).rstrip()
    app.push_screen(AskScreen("Save this view as", about), answered)


class Offers(Provider):
    """All of them, in one order; several providers would be asked in a different one each time."""

    def __init__(self, screen: Screen[object], match_style: Style | None = None) -> None:
        super().__init__(screen, match_style)
        self._rooms = [room(screen, match_style) for room in (Actions, Views, Filters)]

    async def startup(self) -> None:
        """The palette is opened."""
        for room in self._rooms:
            await room.startup()

    async def shutdown(self) -> None:
        """The palette is closed."""
        for room in self._rooms:
            await room.shutdown()

    async def discover(self) -> Hits:
        """Offer what there is before a letter is typed."""
        for room in self._rooms:
            async for hit in room.discover():
                yield hit

    async def search(self, query: str) -> Hits:
        """Offer what fits the letters; what has to be counted comes last."""
        for room in self._rooms:
            async for hit in room.search(query):
                yield hit


class Palette(CommandPalette, Over[None]):
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
