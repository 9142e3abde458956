"""The command palette: actions by what they do, what can be filtered by, saved views."""

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import ClassVar, NamedTuple, get_args

from textual import on
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher
from textual.markup import escape
from textual.message import Message
from textual.screen import Screen
from textual.style import Style
from textual.types import IgnoreReturnCallbackType
from textual.widgets import Input

from tui.plain import plain
from tui.ui.actions import Action, keys_of
from tui.ui.app import WorkbenchApp
from tui.ui.cells import counted, fit
from tui.ui.desk import Work
from tui.ui.narrowing import FIELD_OF, term
from tui.ui.screens.over import Over
from tui.ui.screens.shared.base import DeskScreen
from tui.workbench import FACETS, Facet, FacetKind, NameKind, exactly, words_of

_MOST_VALUES = 40
_NAMES: tuple[NameKind, ...] = get_args(NameKind)


class Actions(Provider):
    """Offers the table of actions to the palette."""

    def _table(self) -> Iterator[tuple[Action, str]]:
        screen = self.screen
        for action in screen.actions if isinstance(screen, DeskScreen) else ():
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
    """A value there is: the term that asks for it, its words, and what it counts.

    `kind` is what it is a value of, where the list can be narrowed by it.
    """

    term: str
    words: str
    facet: Facet
    kind: FacetKind | None


class Counts(NamedTuple):
    """What was counted in a folder: values, and choices of fields, by their terms."""

    values: list[Value]
    choices: dict[str, Facet]


class Filters(Provider):
    """Offers the fields of a filter, and the values that exist, with counts.

    They are counted once, in a thread, when the palette is opened; a search waits for that.
    """

    async def startup(self) -> None:
        """Begin to count."""
        self._counting = asyncio.create_task(_counts_of(self.screen))

    async def shutdown(self) -> None:
        """Nobody waits any more."""
        self._counting.cancel()

    async def discover(self) -> Hits:
        """Offer the fields."""
        screen = self.screen
        if isinstance(screen, DeskScreen):
            for field in screen.fields.values():
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
        if not isinstance(screen, DeskScreen):
            return
        matcher = self.matcher(query)
        for field in screen.fields.values():
            names = [f"{field.name}:"]
            if not screen.LISTS_SESSIONS:  # there nothing is counted
                names += [f"{field.name}:{choice}" for choice in field.choices]
            for name in names:
                if (score := matcher.match(name)) > 0:
                    typed, says = partial(screen.type_filter, name), f"filter: {field.says}"
                    yield Hit(score, _found_in(name, matcher), typed, text=name, help=escape(says))
        # A search that is given up for another one must not end the counting.
        counts = await asyncio.shield(self._counting)
        for name, facet in counts.choices.items():
            if (score := matcher.match(name)) > 0:
                typed = partial(screen.type_filter, name)
                yield Hit(
                    score, _found_in(name, matcher), typed, text=name, help=escape(_said_of(facet))
                )
        for value in await asyncio.to_thread(_fitting, counts.values, query):
            said = plain(value.term)
            score = max(matcher.match(said), 0.01)
            run = _asking_for(value, screen)
            yield Hit(
                score, _found_in(said, matcher), run, text=said, help=escape(_said_of(value.facet))
            )


def _asking_for(value: Value, screen: DeskScreen) -> IgnoreReturnCallbackType:
    if value.kind:
        return partial(screen.narrow, value.kind, value.facet.text)
    return partial(screen.type_filter, value.term)


def _said_of(facet: Facet) -> str:
    return f"{counted(facet.sessions, 'session')}, {facet.open_tasks:,} open"


async def _counts_of(screen: Screen[object]) -> Counts:
    """What there is to ask for in the folder that a screen lists, if it lists one."""
    if not (isinstance(screen, DeskScreen) and screen.LISTS_SESSIONS):
        return Counts([], {})
    values = [
        Value(asked, words_of(f"{FIELD_OF[kind]} {facet.text}"), facet, kind)
        for kind in FACETS
        for facet in await asyncio.to_thread(screen.count_all, kind)
        if (asked := term(kind, facet.text))
    ]
    values += [
        Value(f"{kind}{exactly(facet.text)}", words_of(f"{kind} {facet.text}"), facet, None)
        for kind in _NAMES
        for facet in await asyncio.to_thread(screen.count_names, kind)
    ]
    return Counts(values, await asyncio.to_thread(screen.count_choices))


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
        if not (isinstance(screen, DeskScreen) and isinstance(app, WorkbenchApp)):
            return
        if not screen.LISTS_SESSIONS:
            return
        about = f"{screen.VIEW_HAS}, under a name, in the config file"
        yield "Save this view…", about, partial(_save, app, screen)
        for name, view in app.views.items():
            said = plain(f"Open view {name}: {view}")
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


def _save(app: WorkbenchApp, screen: DeskScreen) -> None:
    from tui.ui.screens.ask import AskScreen

    view = screen.view

    def answered(name: str | None) -> None:
        if name:
            saving: Work = partial(app.save_view, plain(name), view)
            app.run_worker(saving, group="views")

    about = fit(str(view), 44).rstrip()
    app.push_screen(AskScreen("Save this view as", about), answered)


class Reports(Provider):
    """Offers to write a report on what is listed."""

    def _table(self) -> Iterator[tuple[str, str, IgnoreReturnCallbackType]]:
        screen = self.screen
        if isinstance(screen, DeskScreen):
            about = "a page on the tasks of what the filter picks, to read or print"
            yield "Report…", about, partial(_report, screen, include_unpublished=False)
            about = "the same, with sessions that say publish: false"
            ask = partial(_report, screen, include_unpublished=True)
            yield "Report, with unpublished…", about, ask

    async def discover(self) -> Hits:
        """Offer them."""
        for says, about, run in self._table():
            yield DiscoveryHit(Content(says), run, text=says, help=escape(about))

    async def search(self, query: str) -> Hits:
        """Offer those that fit the letters."""
        matcher = self.matcher(query)
        for says, about, run in self._table():
            if (score := matcher.match(says)) > 0:
                yield Hit(score, _found_in(says, matcher), run, text=says, help=escape(about))


def _report(screen: DeskScreen, *, include_unpublished: bool) -> None:
    from tui.ui.reporting import ask_for_report

    desk = screen.desk
    ask_for_report(screen, desk.bench, desk.filtering.good, include_unpublished)


class Offers(Provider):
    """All of them, in one order; several providers would be asked in a different one each time."""

    def __init__(self, screen: Screen[object], match_style: Style | None = None) -> None:
        super().__init__(screen, match_style)
        self._rooms = [room(screen, match_style) for room in (Actions, Views, Reports, Filters)]

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
    """Textual's palette, for fast fingers: enter takes what was typed, not what is still listed.

    A page key may be pressed where nothing is found, and escape before the palette is all there:
    with priority, one press leaves it, and the next is for what lies below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "escape", show=False, priority=True),
        Binding("pagedown", "page('page_down')", show=False, priority=True),
        Binding("pageup", "page('page_up')", show=False, priority=True),
    ]

    @on(Input.Changed)
    def _look_no_further(self, event: Input.Changed) -> None:
        """Begin no search in a palette that was left: Textual 8.2 fails on what that finds."""
        self._heed_no_more(event)

    @on(Input.Submitted)
    async def _find_first(self, event: Input.Submitted) -> None:
        """Wait for the search; Textual's handler, which is called next, takes what it found."""
        await self.searches_ended()
        self._heed_no_more(event)

    def _heed_no_more(self, event: Message) -> None:
        """Keep from Textual's handler what was on its way when the palette was left."""
        if self.app.screen is not self:
            event.stop()
            event.prevent_default()

    async def action_page(self, name: str) -> None:
        """Move by a page; Textual 8.2 fails on it in a list that is empty."""
        found = self.query_one(CommandList)
        if found.option_count and found.size.height:
            await found.run_action(name)
