"""The YAML block at the top of a note (frontmatter)."""

import re
from datetime import date, datetime
from typing import Any, NamedTuple

_FENCE = "---"
_CLOSING = {"---", "..."}
_MOST_CHARACTERS = 65_536
_MOST_EVENTS = 5_000
_MOST_DEPTH = 20
_MOST_DIGITS = 640  # Python can be told to make no text of an integer that has more
_TOO_LARGE = 10**_MOST_DIGITS

# A block of plain `key: value` lines, with a flat list at the most: nothing in it can nest,
# repeat itself by alias or construct an object, so it needs no further look before loading.
_HARMLESS = re.compile(
    r"(?:[A-Za-z_][\w-]*:[^\n&*!<{}\[\]|>?]*+(?:\[[^\n&*!<{}\[\]]*+\][ \r]*+)?+\n)*+"
)
# The block as nearly every note has it. Taking it apart here costs a tenth of what YAML costs, and
# that is a third of the reading of a note; the tests hold both to the same values. Characters
# that YAML refuses or folds are left to it.
_PLAIN = r"[^%s\\\n\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*"
_QUOTED, _TAG = f'"({_PLAIN % chr(34)})"', f"'{_PLAIN % chr(39)}'"
_USUAL = re.compile(
    rf"title: {_QUOTED}\ntags: \[({_TAG}(?:, {_TAG})*)\]\n"
    r"created: (\d{4}-\d\d-\d\d)\npublish: (true|false)\n"
)
_KEYS = re.compile(r"^([A-Za-z_][\w-]*):", re.MULTILINE)
_KEY_LINE = re.compile(r"(title|tags|created|publish|session_id):[ \t]*(.*)", re.IGNORECASE)
_KNOWN = ("title", "tags", "created", "publish", "session_id", "project", "priority")


class Metadata(NamedTuple):
    """What the frontmatter says, the index of the first line of the body, and what is wrong."""

    values: dict[str, Any]
    body: int
    problem: str


def read_metadata(lines: list[str]) -> Metadata:
    """Read the frontmatter of a note, given as lines; never raises for what a note holds."""
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[first].rstrip() != _FENCE:
        return Metadata({}, 0, "frontmatter: there is none")
    body = first + 1
    last = next((i for i in range(body, len(lines)) if lines[i].rstrip() in _CLOSING), None)
    if last is None:
        end = next((i for i in range(body, len(lines)) if not _KEY_LINE.match(lines[i])), body)
        return Metadata(_unclosed(lines, body, end), end, "frontmatter: it is never closed")
    block = "\n".join(lines[first : last + 1]) + "\n"
    values, problem = _load(block, lines[body:last], first)
    return Metadata(values, last + 1, problem and f"frontmatter: {problem}")


def _unclosed(lines: list[str], body: int, end: int) -> dict[str, Any]:
    """Whether others may see a note is looked for up to the first blank line."""
    values = _salvage(lines[body:end])
    blank = next((i for i in range(end, len(lines)) if not lines[i].strip()), len(lines))
    if "publish" in (more := _salvage(lines[end:blank])):
        values.setdefault("publish", more["publish"])
    return values


def _load(block: str, lines: list[str], first: int) -> tuple[dict[str, Any], str]:
    if len(block) > _MOST_CHARACTERS:
        # ... but for what says whether others may see it
        said = {key: value for key, value in _salvage(lines).items() if key == "publish"}
        return said, f"longer than {_MOST_CHARACTERS:,} characters, not read"
    inner = "\n".join(lines) + "\n"
    if values := _usual(inner):
        return values, ""
    twice = ""
    try:
        if not _HARMLESS.fullmatch(inner):
            twice = _refuse_traps(inner)
        elif len(keys := _KEYS.findall(inner)) > len(set(keys)):
            twice = _first_twice(keys)
        values = _parse(inner)
        _refuse_huge_numbers(values)
    except _Trap as trap:
        return _salvage(lines), str(trap)
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError) as error:
        return _salvage(lines), f"a value cannot be read ({_one_line(error)})"
    except Exception as error:
        if not _is_yaml_error(error):
            raise
        return _salvage(lines), f"not YAML ({_where(error, first)})"
    if isinstance(values, dict):
        return _in_small(values), twice and f"{twice} stands twice, the last one counts"
    return {}, "not a mapping of names to values"


def _in_small(values: dict[Any, Any]) -> dict[Any, Any]:
    """Let `Title:` stand for a `title:` that is missing, and so on."""
    if all(key in _KNOWN for key in values):
        return values
    for key, value in list(values.items()):
        if isinstance(key, str) and key.lower() in _KNOWN:
            values.setdefault(key.lower(), value)
    return values


def _usual(inner: str) -> dict[str, Any]:
    """Return the values of a block in the usual form, or nothing."""
    match = _USUAL.fullmatch(inner)
    if match is None:
        return {}
    title, tags, created, publish = match.groups()
    try:
        day = date.fromisoformat(created)
    except ValueError:
        return {}
    labels = tags[1:-1].split("', '")
    return {"title": title, "tags": labels, "created": day, "publish": publish == "true"}


def _parse(inner: str) -> Any:
    from frontmatter.default_handlers import YAMLHandler

    values = YAMLHandler().load(inner)
    return {} if values is None else values


def _refuse_huge_numbers(value: object) -> None:
    """An integer in hexadecimal, or in sixties, may be loaded and yet be too long to be a text.

    Raises:
        ValueError: there is one, however deep.
    """
    if isinstance(value, int):
        if abs(value) >= _TOO_LARGE:
            raise ValueError(f"a number of more than {_MOST_DIGITS} digits")
    elif isinstance(value, dict):
        for pair in value.items():
            _refuse_huge_numbers(pair)
    elif isinstance(value, list | tuple | set):
        for one in value:
            _refuse_huge_numbers(one)


class _Trap(Exception):
    """YAML that is made to cost time or memory, or to construct objects."""


def _first_twice(keys: list[str]) -> str:
    """Return the first of some keys that was there before, as it may be shown, or ""."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            return key[:40]
        seen.add(key)
    return ""


def _refuse_traps(inner: str) -> str:
    """Walk the event stream, which costs nothing, before anything is built from it.

    Returns a name that stands twice at the top, or "".
    """
    import yaml

    depth = 0
    keys: list[str] = []
    is_key = False
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for count, event in enumerate(yaml.parse(inner, Loader=loader)):
        if isinstance(event, yaml.AliasEvent):
            raise _Trap("YAML aliases are not read")
        if depth == 1 and not isinstance(event, yaml.CollectionEndEvent):
            is_key = not is_key
            if is_key and isinstance(event, yaml.ScalarEvent):
                keys.append(event.value)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MOST_DEPTH:
            raise _Trap(f"nested more than {_MOST_DEPTH} deep")
        if count > _MOST_EVENTS:
            raise _Trap(f"more than {_MOST_EVENTS:,} entries")
    return _first_twice(keys)


def _is_yaml_error(error: Exception) -> bool:
    import yaml

    return isinstance(error, yaml.YAMLError | RecursionError)


def _where(error: Exception, first: int) -> str:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or type(error).__name__
    return f"line {first + 2 + mark.line}: {said}" if mark else _one_line(said)


def _one_line(said: object) -> str:
    return " ".join(str(said).split())[:120]


def _salvage(lines: list[str]) -> dict[str, Any]:
    """Read, from a block that YAML refuses, the lines that are plain enough to be understood."""
    found: dict[str, Any] = {}
    for line in lines:
        if match := _KEY_LINE.match(line):
            key, value = match[1].lower(), match[2].strip()
            if key != match[1] and key in found:
                continue
            if key == "publish":
                value = value.partition(" #")[0].rstrip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
                value = value[1:-1]
            if key == "tags":
                found[key] = [tag.strip(" '\"") for tag in value.strip("[]").split(",")]
            elif key == "publish":
                found[key] = {"true": True, "false": False}.get(value.lower(), value)
            else:
                found[key] = value
    return found


def as_text(value: object) -> str:
    """Return a scalar as text, "" for None and for anything that is not a scalar."""
    if value is None:
        return ""
    if type(value) is str:  # nearly always, at once
        return value.strip()
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str | int | float | date):
        return str(value).strip()
    return ""


def as_list(value: object) -> list[str]:
    """Return a YAML list, or a text with commas, as a list of texts."""
    values = value if isinstance(value, list) else as_text(value).split(",")
    return [text for text in map(as_text, values) if text]
