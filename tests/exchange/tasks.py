"""Tasks to exchange, as any folder of notes may hold them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tui.decisions import Setting
from tui.exchange import Incoming, Outgoing, canonical, format_of
from tui.notes import STATUSES
from tui.plain import plain

ID = "3f2a91c0d4e5f607"

LINES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["Hire a van.", "x marks it", "(A) first", "2024-01-01 ball", "=1+1", "@home", "-5 °C",
         "+49 30", "'=quoted", "a;=b", "due:2030-01-01 to:Max", "wb:0123456789abcdef was:done",
         "🆔 0123456789abcdef 📅 2030-01-01 ✅ 2030-01-01", "%%done%%", "%% x", "[to:: Max]",
         "100%", "%20 %0A %", "\\n \\, \\; \\\\", "a\\", "&open; &amp;open; &dquot;", "BEGIN:VTODO",
         "END:VCALENDAR", '"quoted", ""', "- [x] done?", "#tag", "日本語で話す", "Ñandú — “mañana”",
         "Позвонить", "اتصل", "שלום", "नमस्ते", "👩‍👩‍👧", "a\u00a0b\u2003c", "\ufeffmark", "{}",
         "[note:: y]", "12e5"]
    ),
)  # fmt: skip
ONE_LINE = LINES.map(lambda text: plain(text).strip())
NAMES = LINES.map(lambda text: canonical(Setting(to=text)).to or "")
NOTES = st.lists(LINES, max_size=4).map(
    lambda lines: canonical(Setting(note="\n".join(lines))).note or ""
)
DAYS = st.one_of(
    st.just(""),
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat),
)
TASKS = st.builds(
    Outgoing,
    id=st.text("0123456789abcdef", min_size=16, max_size=16),
    text=ONE_LINE.filter(bool),
    status=st.sampled_from(STATUSES),
    due=DAYS,
    to=NAMES,
    note=NOTES,
    session=ONE_LINE,
    date=DAYS,
    project=ONE_LINE,
    labels=st.lists(ONE_LINE, max_size=3).map(tuple),
    priority=st.sampled_from(["HIGH", "medium", "LOW", "", "soon"]),
    path=ONE_LINE,
    publish=st.sampled_from([True, False, None]),
    decided=DAYS,
)
MANY = st.lists(TASKS, max_size=5, unique_by=lambda task: task.id)


def setting(task: Outgoing) -> Setting:
    """What holds for a task."""
    return Setting(status=task.status, due=task.due, to=task.to, note=task.note)


def written(form: str, *tasks: Outgoing) -> str:
    """An export."""
    return format_of(form).write(tasks, 0)


def only(form: str, text: str) -> Incoming:
    """What the one task of a text says."""
    [one] = format_of(form).read(text)
    return one
