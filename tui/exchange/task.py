"""A task on its way to another tool, and what another tool says of one."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from tui.decisions import Field, Setting
from tui.notes import STATUSES, Status
from tui.notes.digests import blake2b
from tui.plain import plain, plain_lines

CARRIED: tuple[Field, ...] = ("status", "due", "to", "note")
"""What of a task may be changed in another tool; its words belong to the note."""


_AROUND = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff"


class NotRead(Exception):
    """A text is not of the format it is said to be of; says where and what, in a few words."""


class Outgoing(Struct, frozen=True, gc=False, kw_only=True):
    """A task as it is told to another tool; every text can only be read (`tui.plain`).

    `due`, `date` (of the session) and `decided` (when it was given its status) are days
    (YYYY-MM-DD), "" where there is none. `session` is the session's title, `path` its note.
    `publish` is False where the note says that it is not for others.
    """

    id: str
    text: str
    status: Status = "pending"
    due: str = ""
    to: str = ""
    note: str = ""
    session: str = ""
    date: str = ""
    project: str = ""
    labels: tuple[str, ...] = ()
    priority: str = ""
    path: str = ""
    publish: bool | None = None
    decided: str = ""

    @property
    def was(self) -> str:
        """What tells later which of it another tool has changed: `print_of` what is carried."""
        return print_of(Setting(status=self.status, due=self.due, to=self.to, note=self.note))

    @property
    def is_unpublished(self) -> bool:
        """Whether its note says that it is not for others."""
        return self.publish is False


class Incoming(NamedTuple):
    """What another tool says of a task.

    Attributes:
        place: where it says so, as "line 3".
        id: which task it is; "" where that is not one of ours.
        text: how it calls the task.
        says: what it says; of a field that the text leaves out "", and None of one that the
            format, or this text, does not carry.
        was: `Outgoing.was`, as far as it is still there.
    """

    place: str
    id: str
    text: str
    says: Setting = Setting()
    was: str = ""


def canonical(setting: Setting) -> Setting:
    """Return what is set as every format can carry it: names on a line, no acting characters."""
    return Setting(
        status=setting.status,
        due=setting.due,
        to=None if setting.to is None else _bare(plain(setting.to)),
        note=None if setting.note is None else _bare(plain_lines(setting.note)),
    )


def _bare(text: str) -> str:
    """Without spaces around it, and without the mark that some programs take away with them."""
    return text.strip(_AROUND)


def print_of(setting: Setting) -> str:
    """Return what can later be told from by `prints`; it holds `[a-z0-9/-]` and nothing else."""
    prints = [_print(field, getattr(setting, field) or "") for field in CARRIED]
    return "/".join(prints).rstrip("/")


def prints(was: str) -> Mapping[Field, str] | None:
    """Return the print of each field; None if this is not what `print_of` returns."""
    parts = was.split("/")
    if parts[0] not in STATUSES or len(parts) > len(CARRIED):
        return None
    return dict(zip(CARRIED, [*parts, "", "", ""], strict=False))


def _print(field: Field, value: str) -> str:
    if not value or field in ("status", "due"):
        return value
    return blake2b(value.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def is_print_of(known: str, field: Field, value: str) -> bool:
    """Whether a print of a field is that of a value."""
    return known == _print(field, value)


def read_setting(
    place: str,
    *,
    status: str | None = None,
    due: str | None = None,
    to: str | None = None,
    note: str | None = None,
) -> Setting:
    """Return what is said of a task, in words that can only be read.

    Raises:
        NotRead: there is no such status or day.
    """
    if status is not None and status not in STATUSES:
        raise NotRead(f"{place}: {_quoted(status)} is no status ({', '.join(STATUSES)})")
    known: Status | None = next((each for each in STATUSES if each == status), None)
    try:
        return canonical(Setting(status=known, due=due, to=to, note=note))
    except ValueError:
        raise NotRead(f"{place}: {_quoted(due or '')} is no day (YYYY-MM-DD)") from None


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"
