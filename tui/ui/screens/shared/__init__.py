"""What screens are put together from.

`base` header, filter, keys, and what is done from every screen; `panes` which pane is in view and
has the focus; `following` a session in the detail pane, as the cursor comes to it.
"""
