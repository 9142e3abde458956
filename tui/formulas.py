"""Cells of a table that a spreadsheet takes for text: what it would compute is marked.

What begins with `=`, `+`, `-` or `@`, also in their wide forms, is a formula (OWASP, CSV
injection); an apostrophe in front makes it text. A table with commas may be read as one with
semicolons: there, a cell begins after each of them, too.
"""

import re

_ACTING = re.compile(r"(^|;)(\s*)('*)(?=[=+\-@＝＋－＠])")
_MADE_HARMLESS = re.compile(r"(^|;)(\s*)'('*)(?=[=+\-@＝＋－＠])")


def harmless(cell: str) -> str:
    """Return what a spreadsheet takes for text."""
    return _ACTING.sub(r"\1\2'\3", cell)


def unharmed(cell: str) -> str:
    """Return what `harmless` was given."""
    return _MADE_HARMLESS.sub(r"\1\2\3", cell)
