"""Reports and agendas in Markdown (CommonMark, with the tables and boxes of GitHub)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tui.reports.agenda import Agenda
from tui.reports.facts import SessionFact, TaskFact
from tui.reports.progress import Report, Share
from tui.reports.words import about_unpublished, counted, line_of, more_of, named, unmarked

MOST_LABELS = 25
_ROOM = 8  # empty lines for minutes
# What begins a code span, emphasis, a link, HTML, a formula, a cell, a heading or a mention;
# entities; what makes an address of a word; and what at the start of a line makes it a block.
# GitHub makes a link of a mail address in spite of backslashes, but not where it is code.
_ACTING = re.compile(
    r"(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|[\\`*_\[\]<>~|$#@^]|&(?=\w+;)|:(?=//)|(?<=\w)\.(?=[^\W\d])|[=%](?=[=%])|(?<=[=%])[=%]"
    r"|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]"
)


def said(text: str) -> str:
    """Return what a text says, as Markdown that shows it and does nothing else."""
    return _escaped(line_of(text))


def told(text: str) -> str:
    """Return the words of a line of a note, without the marks that stand in it."""
    return _escaped(unmarked(text))


def _escaped(line: str) -> str:
    return _ACTING.sub(_mark, line)


def _mark(match: re.Match[str]) -> str:
    return f"`{match[0]}`" if match["address"] else f"\\{match[0]}"


def report(found: Report) -> str:
    """Return a report in Markdown."""
    facts, total = found.facts, found.total
    lines = [
        "# Progress report",
        "",
        f"{said(facts.folder)}, {facts.today}, {_which(facts.asked)}",
        "",
    ]
    lines += _quoted(about_unpublished(len(facts.left_out), facts.unpublished))
    lines += _table(
        ("", "number"),
        [
            ("Sessions", f"{total.sessions:,}"),
            ("Tasks", f"{total.tasks:,}"),
            ("Closed (done or dropped)", f"{total.closed:,} ({total.percent} %)"),
            (f"Closed since {found.since}", f"{len(found.closed):,}"),
            ("Open", f"{total.open:,}"),
            ("Blocked", f"{total.counts['blocked']:,}"),
            ("Overdue", f"{found.overdue:,}"),
        ],
    )
    for heading, kind, shares in (
        ("By project", "project", found.projects),
        ("By label", "label", found.labels),
    ):
        lines += [f"## {heading}", "", *_shares(kind, shares[:MOST_LABELS])]
        lines += _more(len(shares) - MOST_LABELS, kind)
    lines += [f"## Closed since {found.since}", ""]
    lines += [f"- [x] {_closed(task)}" for task in found.closed] or ["Nothing."]
    lines += ["", "## Open, oldest first", ""]
    for session, tasks in found.open_by_session:
        lines.append(f"- {_link(session)}")
        lines += [f"  - [ ] {_task(task, facts.today)}" for task in tasks]
    lines += [] if found.open else ["Nothing."]
    return "\n".join(lines) + "\n"


def agenda(found: Agenda) -> str:
    """Return an agenda in Markdown, with room for minutes."""
    names = " and ".join(said(party.name) for party in found.parties)
    lines = [f"# Agenda: {names}", ""]
    lines += [
        f"{said(found.parties[0].facts.folder)}, {found.today}",
        "",
        *(f"- {said(party.name)}: the sessions of `{_code(party.asked)}`"
          for party in found.parties),
        "",
    ]  # fmt: skip
    lines += _quoted(about_unpublished(found.left_out, found.unpublished))
    lines += ["Present:", ""]
    for part in found.parts:
        lines += [f"## {said(part.heading)} ({len(part.tasks) + part.more:,})", ""]
        lines += [f"- [ ] {_open(task, found.today)}" for task in part.tasks] or ["Nothing."]
        lines += ["", *_more(part.more, "task")]
    lines += [f"## {decided_heading(found)}", ""]
    lines += [
        f"- {change.day}: {', '.join(map(said, change.says))}"
        f"{_by(change.by)}: {told(change.task.text)} ({_link(change.task.session)})"
        for change in found.changes
    ] or ["Nothing."]
    room = _table(("Decided", "Who", "By when"), [("", "", "")] * _ROOM, rest="---")
    lines += ["", "## Minutes", "", *room]
    lines += ["Next meeting:"]
    return "\n".join(lines) + "\n"


def decided_heading(found: Agenda) -> str:
    """Return the heading of what was decided since the last meeting."""
    if not found.since:
        return "Decided so far"
    why = f", {found.why_since}" if found.why_since else ""
    return f"Decided since {found.since}{why}"


def _which(asked: str) -> str:
    return f"filter `{_code(asked)}`" if asked else "all sessions"


def _code(text: str) -> str:
    """A text between single backticks, which it cannot end."""
    return line_of(text).replace("`", "'") or " "


def _quoted(text: str) -> list[str]:
    return [f"> {text}", ""] if text else []


def _more(number: int, kind: str) -> list[str]:
    return [f"And {counted(number, f'more {kind}')}.", ""] if number > 0 else []


def _shares(kind: str, shares: Iterable[Share]) -> Iterator[str]:
    columns = (kind.capitalize(), "sessions", "tasks", "closed", "%", "open", "blocked")
    yield from _table(
        columns,
        [
            (
                said(named(share.name, kind)),
                *(
                    f"{number:,}"
                    for number in (share.sessions, share.tasks, share.closed, share.percent,
                                   share.open, share.counts["blocked"])
                ),
            )
            for share in shares
        ],
    )  # fmt: skip


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]], rest: str = "---:") -> list[str]:
    """A table whose columns but the first are of numbers, unless `rest` says otherwise."""
    lines = [columns, ["---", *[rest] * (len(columns) - 1)], *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines] + [""]


def _open(task: TaskFact, today: str) -> str:
    return f"{_task(task, today)} ({_link(task.session)})"


def _task(task: TaskFact, today: str) -> str:
    status = [] if task.status == "pending" else [task.status]
    more = "; ".join(map(_escaped, [*status, *more_of(task, today)]))
    return f"{told(task.text)}" + (f" — {more}" if more else "")


def _closed(task: TaskFact) -> str:
    return f"{task.on}, {task.status}{_by(task.by)}: {told(task.text)} ({_link(task.session)})"


def _by(name: str) -> str:
    return f" by {said(name)}" if name else ""


def _link(session: SessionFact) -> str:
    shown = told(f"{session.date} {session.title}".strip()) or said(session.path)
    project = f", {said(session.project)}" if session.project else ""
    mark = ", **unpublished**" if session.unpublished else ""
    return f"[{shown}]({session.link}){project}{mark}"
