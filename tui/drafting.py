"""Decisions before they are made: what a reviewer wants, put into the words of the journal."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from tui.decisions import (
    UNDECIDED,
    Decision,
    Draft,
    Ledger,
    Onto,
    Orphan,
    RefusedError,
    Setting,
    Signed,
    new_id,
)
from tui.decisions.decision import VERSION
from tui.library import LeftOut, Row
from tui.notes import Session, Task, identity
from tui.notes.saying import saying_of


class Drafts:
    """Drafts of what one reviewer decides; nothing is decided before one of them is saved."""

    def __init__(
        self, ledger: Ledger, by: Callable[[], str], read: Callable[[str], Session | LeftOut]
    ) -> None:
        """Nothing is asked yet.

        Args:
            ledger: what was decided so far.
            by: tells who decides.
            read: reads the note at a path.
        """
        self._ledger = ledger
        self._by = by
        self._read = read

    def setting(self, chosen: Iterable[tuple[Row, Task]], setting: Setting) -> Draft:
        """Return the decisions that set something of tasks, as one step.

        What holds already is not set again, and a task for which all of it holds stays out.
        """
        return self.settings((row, task, setting) for row, task in chosen)

    def settings(self, chosen: Iterable[tuple[Row, Task, Setting]]) -> Draft:
        """Return the decisions that set something else of each task, as one step; see `setting`."""
        step = new_id()
        decisions = []
        for row, task, setting in chosen:
            was = self._ledger.holds_for(task)
            news = [f for f in was.fields if getattr(setting, f) not in (None, getattr(was, f))]
            if not news:
                continue
            about = self._about(row, step, setting.only(news))
            decisions.append(
                replace(
                    about,
                    task=task.id,
                    text=task.text,
                    n=task.n,
                    peers=_peers(row, task),
                    was=was.only(news),
                )
            )
        return Draft(tuple(decisions))

    def review(self, row: Row, *, reviewed: bool, signed: Signed | None = None) -> Draft:
        """Return the decision that signs a session off, or takes that back.

        Args:
            row: the session.
            reviewed: whether it is signed off from now on.
            signed: what it says (see `to_sign`); of no account where a sign-off is taken back.
        """
        if not reviewed:
            last = self._ledger.last(row.id, "reviewed")
            signed = last.signed if last else None
        about = self._about(row, new_id(), Setting(reviewed=reviewed))
        return Draft((replace(about, was=Setting(reviewed=not reviewed), signed=signed),))

    def to_sign(self, path: str) -> Signed | None:
        """Return what a note says, to be signed off; None if it cannot be read.

        The note is read, so this may be done in another thread.
        """
        from tui.decisions.packing import pack

        session = self._read(path)
        if isinstance(session, LeftOut):
            return None
        said = saying_of(session).said
        return Signed(session.content, pack(session.text), said)

    def attachment(self, orphans: Iterable[str], row: Row, task: Task) -> Draft:
        """Return the decisions that lost tasks are another one, which stands in a note.

        Raises:
            RefusedError: one of them is not lost, or no task.
        """
        lost = self._lost(orphans)
        if not all(one.last.task for one in lost):
            raise RefusedError("a session as a whole cannot be attached to a task; archive it")
        onto = Onto(
            session=row.id, note=row.path, task=task.id, text=task.text, date=row.date,
            title=row.title, n=task.n, peers=_peers(row, task), content=row.content,
            traces=self._traces_of(row),
        )  # fmt: skip
        step, setting = new_id(), Setting(stands_on=task.id)
        return Draft(tuple(self._on_lost(one, step, setting, onto) for one in lost))

    def archiving(self, orphans: Iterable[str]) -> Draft:
        """Return the decisions that nobody need look for some lost tasks or sessions, as one step.

        Raises:
            RefusedError: one of them is not lost.
        """
        step, archived = new_id(), Setting(archived=True)
        return Draft(
            tuple(
                self._on_lost(lost, step, archived)
                for lost in self._lost(orphans)
                if not lost.is_archived
            )
        )

    def _lost(self, subjects: Iterable[str]) -> list[Orphan]:
        known = {orphan.subject: orphan for orphan in self._ledger.orphans()}
        found = list(subjects)
        for subject in found:
            if subject not in known:
                raise RefusedError(f"{subject} is in a note, or was never decided on")
        return [known[subject] for subject in found]

    def _on_lost(
        self, lost: Orphan, step: str, setting: Setting, onto: Onto | None = None
    ) -> Decision:
        was = lost.holds.over(UNDECIDED).only(setting.fields)
        return replace(
            lost.last, id=new_id(), step=step, by=self._by(), set=setting, was=was,
            undoes="", redoes="", reverses="", onto=onto, signed=None,
        )  # fmt: skip

    def reversal(self, decision: str) -> Draft:
        """Return what sets back what held before a decision, anybody's, by its id, as a step.

        What someone has decided on since is left as it is.

        Raises:
            RefusedError: there is nothing left of it to set back.
        """
        return self._ledger.draft_reversal(decision, self._by())

    def undo(self) -> Draft | None:
        """Return what takes back the reviewer's last step; None if there is none.

        What someone else decided since is left as it is; a step of which nothing else is left
        is passed over.
        """
        return self._ledger.draft_undo(self._by())

    def redo(self) -> Draft | None:
        """Return what takes up again the step that was undone last; None if there is none."""
        return self._ledger.draft_redo(self._by())

    def _about(self, row: Row, step: str, setting: Setting) -> Decision:
        return Decision(
            v=VERSION,
            id=new_id(),
            session=row.id,
            note=row.path,
            set=setting,
            by=self._by(),
            at="",
            seq=0,
            step=step,
            date=row.date,
            title=row.title,
            content=row.content,
            traces=self._traces_of(row),
        )

    def _traces_of(self, row: Row) -> tuple[str, ...]:
        """What a session is found again by; of one whose prints are to come its note tells."""
        if row.said:
            return row.traces
        session = self._read(row.path)
        return () if isinstance(session, LeftOut) else saying_of(session).traces


def _peers(row: Row, task: Task) -> tuple[str, ...]:
    """What the other tasks of a session are known by."""
    return tuple(identity.print_of(peer.text) for peer in row.tasks if peer.id != task.id)
