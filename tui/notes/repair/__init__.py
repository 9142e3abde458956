"""Heal text whose UTF-8 bytes were read with the wrong 8-bit table and saved again.

A clean text comes back as it is. What is healed is named line by line, and so is every doubt.
"""

from tui.notes.repair.outcome import Mend, Repaired

__all__ = ["Mend", "Repaired", "repair"]


def repair(text: str) -> Repaired:
    r"""Return `text` healed.

    Line endings stay as they are and the number of lines ("\n") never changes.

    Args:
        text: a whole note as decoded. Lone surrogates (from Python's "surrogateescape") and C1
            controls standing by themselves are taken for raw Windows-1252 bytes.
    """
    if text.isascii():
        return Repaired(text)
    # Loaded on first need: most notes are ASCII but for the signs in their head.
    from tui.notes.repair.heal import heal

    return heal(text)
