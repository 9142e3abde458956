"""Values where a space or a line feed would end them: `Ana%20Ñandú`, as in addresses (RFC 3986)."""

import re
from collections.abc import Callable
from urllib.parse import unquote


def encoder(marked: str) -> Callable[[str], str]:
    """Return what writes `%` and every character of a class, as in `[…]`, as `%` and its bytes."""
    pattern = re.compile(f"[%{marked}]")
    return lambda value: pattern.sub(_encoded, value)


def decoded(value: str) -> str:
    """Return what was encoded; `%` that begins no byte stays."""
    return unquote(value, errors="replace")


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "surrogatepass"))
