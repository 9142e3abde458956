"""A session in the detail pane, as the cursor of a list comes to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.ui.desk import Desk, Work
from tui.ui.frames import not_held
from tui.ui.inline import inline_plain
from tui.ui.matches import Matches
from tui.ui.widgets.detail import Detail
from tui.workbench import LeftOut, Session

if TYPE_CHECKING:  # what only annotations name
    from tui.ui.damage import Doubts
    from tui.ui.document import Block
    from tui.ui.glyphs import Glyphs
    from tui.workbench import Row, SignOff

_KEPT = 16
_LARGE = 20_000  # characters


class Following:
    """Shows the session under a cursor: its text as soon as the note is read.

    The notes beside the cursor are read ahead. One of them is shown as it was when the cursor
    comes to it, and again if it has changed since.

    `row` is the session that is shown, None where there is none; `doubts` what of its text still
    looks damaged, once that was read.

    Args:
        desk: what knows of sessions.
        run: lets a note be read; if another one was being read, nobody waits for that any more.
        beside: tells the notes that the cursor may come to next.
        shown: is called when a text is shown.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        run: Callable[[Work], object],
        beside: Callable[[], Sequence[str]],
        shown: Callable[[], object] = lambda: None,
    ) -> None:
        self.row: Row | None = None
        self.doubts: Doubts | None = None
        self.detail = Detail(id="detail")
        self._desk = desk
        self._bench = desk.bench
        self._run = run
        self._beside = beside
        self._tell_shown = shown
        self._shown: Session | LeftOut | None = None
        self._ahead: dict[str, Session] = {}
        self._sign_off: SignOff | None = None

    def follow(self, path: str | None, if_none: Sequence[str] = ()) -> None:
        """Show a session, if it is not shown already.

        Args:
            path: its note; None if there is no session to show.
            if_none: what is said then.
        """
        row = self._bench.index.cards.row(path) if path else None
        before, self.row = self.row, row
        if row is None:
            self._shown = self.doubts = None
            self.detail.show_message(if_none)
        elif before is None or before.path != row.path:
            self.doubts = None
            release = not_held
            if known := self._ahead.get(row.path):
                self._show_text(known)
            elif before and self._desk.has_begun.is_set():  # the first rows wait for no note
                release = self._desk.frames.hold()
            self._run(partial(self._read, row.path, release))
        elif before != row or isinstance(self._shown, LeftOut):  # it may be there again
            self._run(partial(self._read, row.path))
            self.redraw()

    def read_again(self) -> None:
        """Read the note anew, after something may have been done to it."""
        if self.row:
            self._run(partial(self._read, self.row.path))

    def redraw(self) -> None:
        """Something was decided: the session may be signed off now, or not any more."""
        session = self._shown
        if self.row is None or not isinstance(session, Session):
            return
        if self._bench.sign_off(self.row) != self._sign_off:
            self._show_blocks(self.row, session, from_top=False)

    def find(self, matches: Matches) -> None:
        """Show from now on what a filter asks for."""
        self.detail.find(matches)

    async def _read(self, path: str, release: Callable[[], None] = not_held) -> None:
        await self._desk.has_begun.wait()
        session = await self._desk.renew(path)
        if self.row is None:  # one that has vanished is not listed any more, but why is said
            if isinstance(session, LeftOut):
                self._show_text(session)
            release()
            return
        if self.row.path != path:
            release()
            return
        self._keep(session)
        if session != self._shown:
            self._show_text(session)
        release()
        for near in self._beside():
            if near not in self._ahead:
                self._keep(await asyncio.to_thread(self._bench.session, near))

    def _keep(self, session: Session | LeftOut) -> None:
        """Remember a note that the cursor may come to next, so that it is drawn with the cursor."""
        self._ahead.pop(session.path, None)
        if isinstance(session, LeftOut) or len(session.text) > _LARGE:
            return  # drawing a large one would hold up the next key
        self._ahead[session.path] = session
        if len(self._ahead) > _KEPT:
            del self._ahead[next(iter(self._ahead))]

    def _show_text(self, session: Session | LeftOut) -> None:
        """Show the text of a note that was read, or why there is none."""
        self._shown = session
        if isinstance(session, LeftOut):
            self.detail.show_message(("This note cannot be shown:", session.reason, session.path))
            return
        from tui.ui.damage import Doubts

        self.doubts = Doubts(session)
        self._show_blocks(self.row, session)
        self._tell_shown()

    def _show_blocks(self, row: Row | None, session: Session, *, from_top: bool = True) -> None:
        from tui.ui.document import document

        self._sign_off = self._bench.sign_off(row) if row else None
        blocks = document(session, self._desk.glyphs)
        if self._sign_off:
            blocks.insert(1, sign_off_said(self._sign_off, self._desk.glyphs))
        self.detail.show(blocks, from_top=from_top)


def sign_off_said(sign_off: SignOff, glyphs: Glyphs) -> Block:
    """Say who signed a session off, when, and whether it says something else since."""
    from tui.ui.document import Block
    from tui.workbench import local

    at = local(sign_off.at)
    when = f", {at:%Y-%m-%d %H:%M}" if at else ""
    said = f"signed off by {sign_off.by}{when}"
    if not sign_off.is_changed:
        return Block(inline_plain(said), f"{glyphs.reviewed} ", "  ", "success", where=None)
    said += "; it says something else since (D compares)"
    return Block(inline_plain(said, "warning"), f"{glyphs.changed} ", "  ", "warning", where=None)
