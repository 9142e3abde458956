"""What a shell completes: ids, and the fields of a filter with the values that there are.

All of it comes from the index as it was left; no note is read and nothing is written. What is
offered is made of letters and digits only, so that nothing in it can act in a shell, whatever a
label or a project is called: the filter takes `data-security` for "data security".
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from unicodedata import category

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

from tui.cli.calls import COMPLETING
from tui.plain import plain
from tui.workbench import FIELDS, words_of

_T = TypeVar("_T")
Items = list[CompletionItem[str]]

_SHELLS = ("bash", "zsh", "fish")
_MOST_VALUES, _MOST_IDS, _MOST_WITH_TEXT = 200, 400, 60


class FilterTerm(click.ParamType[str]):
    """A term of a filter."""

    name = "filter"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
        """Offer fields, then their values."""
        field, colon, value = incomplete.lower().partition(":")
        if colon:
            return [CompletionItem(term) for term in _terms(ctx, field, value)]
        fields = [known for known in FIELDS.values() if known.name.startswith(field)]
        if len(fields) == 1 and (terms := list(_terms(ctx, fields[0].name, ""))):
            return [CompletionItem(term) for term in terms]
        return [CompletionItem(f"{known.name}:", help=known.says) for known in fields]


class TaskId(click.ParamType[str]):
    """The id of a task, or its start."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read it as click reads any text."""
        return str(click.STRING.convert(value, param, ctx))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
        """Offer the ids that begin so, unless there are too many."""
        none: dict[str, str] = {}
        found = _glance(ctx, lambda index: index.tasks_from(incomplete, _MOST_IDS), none)
        return [
            CompletionItem(_inert(id_), help=plain(text)[:_MOST_WITH_TEXT] or None)
            for id_, text in found.items()
        ]


def _terms(ctx: click.Context, field: str, value: str) -> Iterator[str]:
    """The terms that ask a field for a value that begins so."""
    known = FIELDS.get(field)
    if known is None:
        return
    for choice in known.choices:
        if choice.startswith(value):
            yield f"{field}:{choice}"
    if field == "project" or field == "label" or field == "priority":
        words = words_of(value)
        none: list[str] = []
        values = _glance(ctx, lambda index: index.values(field, words, _MOST_VALUES), none)
        yield from dict.fromkeys(
            f"{field}:{written}" for each in values if (written := _inert(each))
        )


def _inert(text: str) -> str:
    """A text as letters and digits, joined by `-` where the filter ends a word."""
    marks = (char if category(char)[0] in "LNM" else " " for char in text)
    return "-".join("".join(marks).split())


def _glance(ctx: click.Context, ask: "Callable[[Any], _T]", default: _T) -> _T:
    """Ask the index of the folder that is named so far; where there is none, there is no answer."""
    from tui.library.index.glance import Glance
    from tui.library.index.schema import NoIndexError, index_path

    named = os.path.expanduser(ctx.params.get("notes") or ".")  # noqa: PTH111 - the shell did not
    folder = Path(os.path.abspath(named))  # noqa: PTH100 - as the workbench does
    follow = bool(ctx.params.get("follow"))
    try:
        index = Glance(index_path(folder, follow=follow))
    except NoIndexError:
        return default
    try:
        return ask(index)
    except NoIndexError:
        return default
    finally:
        index.close()


# Shells ----------------------------------------------------------------------------------

_BASH = """\
%(complete_func)s() {
    local kind value
    COMPREPLY=()
    while IFS=',' read -r kind value; do
        if [[ $kind == dir ]]; then
            compopt -o dirnames
        elif [[ $kind == file ]]; then
            compopt -o default
        elif [[ $kind == plain ]]; then
            COMPREPLY+=("$value")
            if [[ $value == *: ]]; then compopt -o nospace; fi
        fi
    done < <(env COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_WORDBREAKS="$COMP_WORDBREAKS" \
%(complete_var)s=bash_complete "$1" 2>/dev/null)
    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class Bash(BashComplete):
    """Bash, to which a colon ends a word: what stands before it is not to be given again."""

    source_template = _BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Cut the line up to the cursor into arguments."""
        line = os.environ.get("COMP_LINE", "")
        words = split_arg_string(line)
        incomplete = words.pop() if words and not line[-1:].isspace() else ""
        at = max(map(incomplete.rfind, self._breaks), default=-1)
        self._known = incomplete[: at + 1]
        return words[1:], incomplete

    @property
    def _breaks(self) -> list[str]:
        return [char for char in ":=" if char in os.environ.get("COMP_WORDBREAKS", "")]

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Give out what is to follow what bash keeps."""
        return f"{item.type},{str(item.value).removeprefix(self._known)}"


def prepare() -> None:
    """Let a shell's question that is not whole be one without answers, never a traceback."""
    add_completion_class(Bash)
    os.environ.setdefault("COMP_WORDS", "")
    if not os.environ.get("COMP_CWORD", "0").isdecimal() and "fish" not in os.environ[COMPLETING]:
        os.environ["COMP_CWORD"] = "0"
    os.environ.setdefault("COMP_CWORD", "0" if "fish" not in os.environ[COMPLETING] else "")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Print what makes SHELL complete commands, options, ids, and the fields of a filter.

    Projects, labels and ids come from the index: of a folder that was never read, only fields are
    offered. A label of several words is offered with hyphens, which the filter takes for it.

    \b
    workbench completion bash >> ~/.bashrc
    workbench completion zsh >> ~/.zshrc              after compinit
    workbench completion fish > ~/.config/fish/completions/workbench.fish
    """  # noqa: D301
    kinds = {"bash": Bash, "zsh": ZshComplete, "fish": FishComplete}
    group = click.get_current_context().find_root().command
    sys.stdout.write(kinds[shell](group, {}, "workbench", COMPLETING).source())


def complete(command: click.Command) -> None:
    """Have the arguments of a command completed."""
    kinds: dict[str, click.ParamType[str]] = {
        "filter_": FilterTerm(), "ids": TaskId(), "id_": TaskId()
    }  # fmt: skip
    for param in command.params:
        if isinstance(param, click.Argument) and param.name in kinds:
            param.type = kinds[param.name]
