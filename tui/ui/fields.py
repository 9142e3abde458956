"""Keys for a field that text is typed into, in the order in which they come.

Textual hands a key on to the field. What the field has no use for as a letter goes up from there,
parent by parent, until somebody knows what it does; by then the letters that came after it are in
the field. On a slow line, where keys come several at a time, "backspace, e" deletes the "e".
"""

from typing import Any

from textual.app import App
from textual.events import Key

from tui.ui.widgets.line_pane import LinePane


async def take_key(app: App[Any], key: Key) -> bool:
    """Do at once what a key does in the field that has the focus; tells whether there was one."""
    field = app.focused
    if field is None or isinstance(field, LinePane):
        return False
    from textual.widgets import Input  # not before something is typed

    from tui.ui.widgets.filter_field import FilterField

    if not isinstance(field, Input):
        return False
    field.cursor_blink = False  # it would begin anew with each key, at any moment after it
    if key.is_printable and key.character:
        field.replace(key.character, *field.selection)
        return True
    known = app.screen.active_bindings.get(key.key)
    if known is None or not known.enabled:
        return False
    if known.binding.action == "submit" and not isinstance(field, FilterField):
        return False  # what else a field tells of its letters comes later, and has to come before
    await app.run_action(known.binding.action, known.node)
    return True
