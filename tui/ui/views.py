"""Saved views in the config file: a name, a filter, an order, and of tasks their groups.

The file is the reviewer's. Only what it says of views is changed, line by line; the rest stays as
it is, byte for byte, and where that cannot be had the file is left alone.
"""

import json
import os
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.disk import put_files
from tui.ui.config import View

_VIEWS = ("views",)


class ViewError(Exception):
    """The config file could not be changed; says why and what to do, in a sentence."""


def save_view(path: Path, name: str, view: View) -> None:
    """Write a view into the config file, in the place of one of the same name.

    Args:
        path: the config file; made if it is not there.
        name: any text of one line, but "".
        view: what to list.

    Raises:
        ViewError: the file is as it was.
    """
    says = view.says
    value = ", ".join(f"{key} = {_string(said)}" for key, said in says.items())
    _change(path, name, f"{_string(name)} = {{ {value} }}", says)


def forget_view(path: Path, name: str) -> None:
    """Take a view out of the config file.

    Raises:
        ViewError: the file is as it was.
    """
    _change(path, name, "", None)


def _change(path: Path, name: str, line: str, says: dict[str, str] | None) -> None:
    real = Path(os.path.realpath(path))  # a link to the file stays one
    try:
        old = real.read_bytes().decode() if real.exists() else ""
        wanted = tomllib.loads(old)
    except (OSError, ValueError) as error:
        raise ViewError(f"{path} cannot be read ({error}); mend it, then try again") from error
    except RecursionError:
        why = "brackets within brackets without end"
        raise ViewError(f"{path} cannot be read ({why}); mend it, then try again") from None
    views = wanted.get("views", {})
    if not isinstance(views, dict):
        raise ViewError(f"{path}: views is no table; mend it, then try again")
    wanted["views"] = {other: said for other, said in views.items() if other != name}
    if says is not None:
        wanted["views"][name] = says
    new = edited(old, name, line)
    if not _says(new, wanted):
        raise ViewError(f"{path} has its views in a form that only you can change: do so there")
    try:
        _replace(real, new.encode())
    except (OSError, ValueError) as error:
        raise ViewError(f"{path} cannot be written ({error}); nothing was changed") from error


def _says(text: str, wanted: dict[str, Any]) -> bool:
    try:
        said = tomllib.loads(text)
    except ValueError:
        return False
    return {"views": {}, **said} == wanted


def edited(text: str, name: str, line: str) -> str:
    """Return a config file with a view's line in the place of what it said of that view.

    Args:
        text: a TOML file.
        name: the view's.
        line: to stand under `[views]`; "" for none.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    kept: list[str] = []
    place = last_of_views = None
    for section, each in _sections(lines):
        if section == (*_VIEWS, name):
            continue
        if section in ((), _VIEWS) and _keys(each) == (*_VIEWS, name)[len(section) :]:
            if section:
                place = len(kept)
            continue
        kept.append(each)
        if section == _VIEWS and each.strip():
            last_of_views = len(kept)
    if not line:
        return "\n".join(kept)
    if place is None:
        place = last_of_views
    if place is None:
        whole = "\n".join(kept)
        whole += end if whole and not whole.endswith("\n") else ""
        return f"{whole}{end if whole else ''}[views]{end}{line}{end}"
    if place == len(kept) and kept:  # the last line had no end
        kept[-1] += end[:-1]
        line, end = line + end, ""
    kept.insert(place, line + end[:-1])
    return "\n".join(kept)


def _sections(lines: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the lines, each with the table it stands in; a header stands in its own."""
    section: tuple[str, ...] = ()
    for line in lines:
        if line.lstrip().startswith("["):
            section = _keys(line) or ("[",)
        yield section, line


def _keys(line: str) -> tuple[str, ...]:
    """The keys that a line says something of, outermost first; () if it says nothing by itself.

    Of a line with a value, as many keys as lead to a view: those within it are its own.
    """
    try:
        said: Any = tomllib.loads(line.removesuffix("\r"))
    except ValueError:
        return ()
    keys: list[str] = []
    is_header = line.lstrip().startswith("[")
    while isinstance(said, dict) and len(said) == 1:
        key = next(iter(said))
        keys.append(key)
        said = said[key]
        if not is_header and (len(keys) == 2 or keys[0] != "views"):
            break
    return tuple(keys)


def _string(text: str) -> str:
    """A text as TOML writes it: as JSON does, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _replace(path: Path, content: bytes) -> None:
    """Put a whole file in the place of another, or leave that as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    put_files({path: content}, force=True)
