"""Values where a space or a line feed would end them: `Ana%20Ñandú`, as in addresses (RFC 3986)."""

import re
from collections.abc import Callable
from urllib.parse import unquote


def encoder(marked: str, sign: str = "%") -> Callable[[str], str]:
    """Return what writes the sign, and every character of a class (as in `[…]`), as its bytes."""
    pattern = re.compile(f"[{sign}{marked}]")

    def encoded(match: re.Match[str]) -> str:
        return "".join(f"{sign}{byte:02X}" for byte in match[0].encode())

    return lambda value: pattern.sub(encoded, value)


def decoded(value: str, sign: str = "%") -> str:
    """Return what was encoded; `%` before what is no byte stays."""
    if sign != "%":
        value = value.replace("%", "%25").replace(sign, "%")
    return unquote(value, errors="replace")
